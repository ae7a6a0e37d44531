"""Get-Random."""

from collections.abc import Iterable
from typing import Final

from cmdlets.context import Context
from cmdlets.spec import Cmdlet, at, param, switch
from cmdlets.utility.draws import Draws
from emulator.objects.basic_types import DOUBLE, INT32, INT64
from emulator.objects.conversion import convert
from emulator.objects.errors import ErrorCategory
from emulator.objects.numbers import Int64
from emulator.objects.psobject import PSObject
from emulator.objects.text import to_string
from emulator.powershell.binder.validators import in_range

_NUMBER: Final = "RandomNumberParameterSet"
_ITEMS: Final = "RandomListItemParameterSet"
_SHUFFLE: Final = "ShuffleParameterSet"
_INT32_MOST: Final = 2147483647
_SEED_BYTES: Final = 16


class GetRandom(
    Cmdlet,
    name="Get-Random",
    module="Microsoft.PowerShell.Utility",
    class_name="Microsoft.PowerShell.Commands.GetRandomCommand",
    default_set=_NUMBER,
    output=("System.Int32", "System.Int64", "System.Double"),
):
    """Draw a number, or some of the objects piped in.

    What is drawn follows from the virtual time: a scenario draws the same each time it runs.
    -SetSeed holds for its own call only, and draws other numbers than .NET's generator does.

    PS> Get-Random -Minimum 1 -Maximum 7
    """

    set_seed: int | None = param(
        "System.Nullable`1[System.Int32]", "Where the numbers begin.", name="SetSeed"
    )
    maximum: object = param(
        "System.Object", "The end of the range, itself left out.", sets={_NUMBER: at(0)}
    )
    minimum: object = param("System.Object", "The begin of the range.", sets=(_NUMBER,))
    input_object: list[object] | None = param(
        "System.Object[]",
        "What to draw from.",
        sets={
            _ITEMS: at(0, mandatory=True, by_value=True),
            _SHUFFLE: at(0, mandatory=True, by_value=True),
        },
    )
    count: int = param(
        "System.Int32",
        "How many to draw.",
        sets=(_ITEMS,),
        validators=(in_range(1, _INT32_MOST),),
        default=1,
    )
    shuffle: bool = switch(
        "All of them in another order.", sets={_SHUFFLE: at(mandatory=True)}, core_only=True
    )

    def begin(self, ps: Context) -> Iterable[object]:
        """Begin with nothing to draw from."""
        self._items: list[object] = []
        return ()

    def process(self, ps: Context) -> Iterable[object]:
        """Collect what to draw from."""
        self._items.extend(self.input_object or ())
        return ()

    def end(self, ps: Context) -> Iterable[object]:
        """Draw."""
        draw = Draws(self._seed(ps))
        if ps.parameter_set == _NUMBER:
            return (self._number(ps, draw),)
        wanted = len(self._items) if self.shuffle else min(self.count, len(self._items))
        return draw.sample(self._items, wanted)

    def _seed(self, ps: Context) -> bytes:
        if self.set_seed is not None:
            return f"seed {self.set_seed}".encode()
        return ps.session.surroundings.entropy(_SEED_BYTES)

    def _number(self, ps: Context, draw: Draws) -> object:
        least, most = _number_of(self.minimum), _number_of(self.maximum)
        if isinstance(least, float) or isinstance(most, float):
            low = 0.0 if least is None else float(least)
            high = 1.7976931348623157e308 if most is None else float(most)
            self._check(ps, low, high)
            return low + draw.fraction() * (high - low)
        wide = any(isinstance(one, Int64) for one in (least, most))
        first = 0 if least is None else int(least)
        last = (2**63 - 1 if wide else _INT32_MOST) if most is None else int(most)
        self._check(ps, first, last)
        drawn = first + draw.below(last - first)
        return Int64(drawn) if wide else drawn

    def _check(self, ps: Context, least: float, most: float) -> None:
        if least < most:
            return
        ps.throw(
            ps.record(
                f"The Minimum value ({to_string(least)}) cannot be greater than or equal to the "
                f"Maximum value ({to_string(most)}).",
                "MinGreaterThanOrEqualMax",
                ErrorCategory.InvalidArgument,
                type_name="System.ArgumentException",
            )
        )


def _number_of(value: object) -> int | float | None:
    """Return a bound as Int32, Int64 or Double, whichever holds it."""
    bare = value.base if isinstance(value, PSObject) else value
    if bare is None:
        return None
    if type(bare) in (int, Int64, float):
        assert isinstance(bare, int | float)
        return bare
    number = convert(bare, DOUBLE)
    assert isinstance(number, float), "a conversion to Double gives a float"
    if not number.is_integer() or abs(number) >= 2**63:
        return number
    whole = convert(bare, INT32 if abs(number) <= _INT32_MOST else INT64)
    assert isinstance(whole, int), "a conversion to a whole number gives one"
    return whole
