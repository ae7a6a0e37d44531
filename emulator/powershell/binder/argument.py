"""One argument of a command call, as written."""

from dataclasses import dataclass
from typing import Final


class NoValue:
    """The type of NO_VALUE."""

    __slots__ = ()

    def __repr__(self) -> str:
        """Return its name."""
        return "NO_VALUE"


NO_VALUE: Final = NoValue()
"""The value of a parameter name that stands alone (`-Force`, or `-Name` before its value)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Argument:
    """A value, a parameter name, or both (`-Name:value`, an entry of a splatted hashtable).

    `name` has no dash. `text` is what was written: of a bare number the digits, which string
    parameters get instead of the number; of a lone name the name with its dash. `start` and
    `end` are where it stands in the script; `value_start` where its value does, -1 if that is
    `start`.
    """

    name: str | None = None
    value: object = NO_VALUE
    text: str | None = None
    start: int = 0
    end: int = 0
    value_start: int = -1
    is_splatted: bool = False
    is_default: bool = False
    """Whether it comes from $PSDefaultParameterValues: bound last, and only if it can be."""

    @property
    def has_value(self) -> bool:
        """Whether there is a value."""
        return self.value is not NO_VALUE
