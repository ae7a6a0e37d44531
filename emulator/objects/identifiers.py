"""System.Guid, System.Version and System.Uri as values."""

import re
from typing import Final

from emulator.objects.basic_types import OBJECT, VALUE_TYPE
from emulator.objects.exceptions import fail, thrown
from emulator.objects.numbers import Int16
from emulator.objects.types import ClrObject, Property, PSType

_BARE: Final = re.compile(r"[0-9a-f]{32}")
_DASHED: Final = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


class Guid(ClrObject):
    """System.Guid: `text` is the canonical form, lower case with dashes."""

    __slots__ = ("text",)

    def __init__(self, text: str) -> None:
        """Hold a GUID whose canonical form is `text`."""
        self.text = text

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Guid) and other.text == self.text

    def __hash__(self) -> int:
        return hash(self.text)

    def __repr__(self) -> str:
        return f"Guid({self.text})"

    def to_text(self) -> str:
        """Return the form D."""
        return self.text


EMPTY_GUID: Final = Guid("00000000-0000-0000-0000-000000000000")


def parse_guid(text: str) -> Guid:
    """Return the GUID in any of the forms N, D, B, P; else .NET's FormatException."""
    inner = text.strip().lower()
    if inner[:1] + inner[-1:] in {"{}", "()"}:
        inner = inner[1:-1]
        if "-" not in inner:
            inner = ""
    if _BARE.fullmatch(inner):
        parts = (inner[:8], inner[8:12], inner[12:16], inner[16:20], inner[20:])
        return Guid("-".join(parts))
    if _DASHED.fullmatch(inner):
        return Guid(inner)
    raise thrown("System.FormatException", "Unrecognized Guid format.")


def format_guid(guid: Guid, template: str) -> str:
    """Return the GUID in the form N, D, B, P or X."""
    bare = guid.text.replace("-", "")
    match template.upper():
        case "" | "D":
            return guid.text
        case "N":
            return bare
        case "B":
            return f"{{{guid.text}}}"
        case "P":
            return f"({guid.text})"
        case "X":
            tail = ",".join(f"0x{bare[at : at + 2]}" for at in range(16, 32, 2))
            return f"{{0x{bare[:8]},0x{bare[8:12]},0x{bare[12:16]},{{{tail}}}}}"
        case _:
            raise thrown(
                "System.FormatException",
                'Format string can be only "D", "d", "N", "n", "P", "p", "B", "b", "X" or "x".',
            )


GUID: Final = PSType(
    name="System.Guid",
    base=VALUE_TYPE,
    python=Guid,
    interfaces=("System.IComparable", "System.IFormattable"),
    value_type=True,
    properties=(Property(name="Guid", type_name="System.Object", get=lambda it: it.text),),
)
Guid.ps_type = GUID


class Version(ClrObject):
    """System.Version: two to four whole numbers; -1 where a part was not given."""

    __slots__ = ("build", "major", "minor", "revision")

    def __init__(self, major: int, minor: int, build: int = -1, revision: int = -1) -> None:
        """Hold the parts."""
        self.major = major
        self.minor = minor
        self.build = build
        self.revision = revision

    @property
    def parts(self) -> tuple[int, int, int, int]:
        """All four numbers, for comparison."""
        return (self.major, self.minor, self.build, self.revision)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Version) and other.parts == self.parts

    def __hash__(self) -> int:
        return hash(self.parts)

    def __repr__(self) -> str:
        return f"Version({self.to_text()})"

    def to_text(self) -> str:
        """Return the parts that were given, joined by dots."""
        return ".".join(str(part) for part in self.parts if part >= 0)


_TOO_SHORT: Final = "Version string portion was too short or too long. (Parameter 'input')"


def parse_version(text: str) -> Version:
    """Return the version written as 1.2[.3[.4]]; else the error of Version.Parse."""
    parts = text.split(".")
    if not 2 <= len(parts) <= 4:
        fail("System.ArgumentException", _TOO_SHORT)
    numbers: list[int] = []
    for part in parts:
        cleaned = part.strip()
        if cleaned.startswith("-") and cleaned[1:].isdigit():
            fail(
                "System.ArgumentOutOfRangeException",
                "Version's parameters must be greater than or equal to zero. (Parameter 'input')",
            )
        if not (cleaned.isascii() and cleaned.isdigit()):
            fail(
                "System.FormatException", f"The input string '{part}' was not in a correct format."
            )
        if int(cleaned) > 0x7FFFFFFF:
            fail(
                "System.OverflowException", "Value was either too large or too small for an Int32."
            )
        numbers.append(int(cleaned))
    return Version(*numbers)


VERSION: Final = PSType(
    name="System.Version",
    base=OBJECT,
    python=Version,
    interfaces=("System.ICloneable", "System.IComparable"),
    properties=(
        Property(name="Major", type_name="System.Int32", get=lambda it: it.major),
        Property(name="Minor", type_name="System.Int32", get=lambda it: it.minor),
        Property(name="Build", type_name="System.Int32", get=lambda it: it.build),
        Property(name="Revision", type_name="System.Int32", get=lambda it: it.revision),
        Property(
            name="MajorRevision",
            type_name="System.Int16",
            get=lambda it: Int16(it.revision >> 16),
        ),
        Property(
            name="MinorRevision",
            type_name="System.Int16",
            get=lambda it: Int16(((it.revision & 0xFFFF) ^ 0x8000) - 0x8000),
        ),
    ),
)
Version.ps_type = VERSION
