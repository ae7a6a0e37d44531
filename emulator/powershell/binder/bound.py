"""The bound parameters of a call: $PSBoundParameters, and what of it is out of date."""


class BoundParameters(dict[str, object]):
    """Parameter name (as declared) to value, in the order they were bound.

    A name that an earlier pipeline object bound and the present one did not stays in, as it does
    in the real one, and is in `stale`: its parameter has its default value again.
    """

    __slots__ = ("stale",)

    def __init__(self) -> None:
        """Start empty."""
        super().__init__()
        self.stale: set[str] = set()
