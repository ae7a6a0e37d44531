"""System.Globalization.CultureInfo as a value, and the culture an argument means."""

from typing import Final

from emulator.dotnet.overloads import Call
from emulator.dotnet.signatures import StaticProperty, Surface, overloads, table
from emulator.objects.basic_types import OBJECT
from emulator.objects.cultures import INVARIANT, Culture, culture_named
from emulator.objects.errors import NotEmulated
from emulator.objects.types import ClrObject, Property, PSType


class CultureInfo(ClrObject):
    """A culture as scripts see it."""

    __slots__ = ("culture",)

    def __init__(self, culture: Culture) -> None:
        """Show `culture`."""
        self.culture = culture

    def __eq__(self, other: object) -> bool:
        return isinstance(other, CultureInfo) and other.culture.name == self.culture.name

    def __hash__(self) -> int:
        return hash(self.culture.name)

    def to_text(self) -> str:
        """Return the culture's name."""
        return self.culture.name


def culture_of(provider: object, call: Call) -> Culture:
    """Return the culture that an IFormatProvider argument means; $null is the current one."""
    if isinstance(provider, CultureInfo):
        named = provider.culture.name == call.culture.name
        return call.culture if named else provider.culture
    return call.culture


def culture_info(name: object) -> CultureInfo:
    """Return [cultureinfo]name; a culture without data here is not emulated."""
    text = str(name or "")
    found = culture_named(text)
    if found is None:
        raise NotEmulated(f"The culture {text}")
    return CultureInfo(found)


def _converted(value: object, _: PSType) -> CultureInfo:
    return culture_info(value)


CULTURE_INFO: Final = PSType(
    name="System.Globalization.CultureInfo",
    base=OBJECT,
    python=CultureInfo,
    interfaces=("System.IFormatProvider",),
    cast=_converted,
    properties=(
        Property(name="Name", type_name="System.String", get=lambda it: it.culture.name),
        Property(name="LCID", type_name="System.Int32", get=lambda it: it.culture.lcid),
        Property(
            name="DisplayName", type_name="System.String", get=lambda it: it.culture.english_name
        ),
        Property(
            name="EnglishName", type_name="System.String", get=lambda it: it.culture.english_name
        ),
        Property(
            name="TwoLetterISOLanguageName",
            type_name="System.String",
            get=lambda it: it.culture.name[:2] or "iv",
        ),
    ),
)
CultureInfo.ps_type = CULTURE_INFO


def _current(call: Call) -> CultureInfo:
    return CultureInfo(call.culture)


CULTURE_SURFACE: Final = Surface(
    type=CULTURE_INFO,
    statics=table(
        ("static cultureinfo GetCultureInfo(string name)", culture_info),
        ("static cultureinfo CreateSpecificCulture(string name)", culture_info),
    ),
    static_properties=(
        StaticProperty(name="CurrentCulture", type_name="cultureinfo", get=_current),
        StaticProperty(name="CurrentUICulture", type_name="cultureinfo", get=_current),
        StaticProperty(
            name="InvariantCulture",
            type_name="cultureinfo",
            get=lambda _: CultureInfo(INVARIANT),
        ),
    ),
    constructors=overloads(("cultureinfo new(string name)", culture_info)),
)

SURFACES: Final = (CULTURE_SURFACE,)
