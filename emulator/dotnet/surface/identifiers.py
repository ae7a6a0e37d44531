"""System.Guid, System.Version and System.Uri."""

from typing import Final

from emulator.dotnet.overloads import Call
from emulator.dotnet.signatures import Surface, constant, overloads, table
from emulator.dotnet.surface.numbers import try_parse
from emulator.objects.basic_types import BYTE
from emulator.objects.collections import TypedArray
from emulator.objects.comparison import compare
from emulator.objects.enums import EnumValue
from emulator.objects.exceptions import fail
from emulator.objects.identifiers import (
    EMPTY_GUID,
    GUID,
    VERSION,
    Guid,
    Version,
    format_guid,
    parse_guid,
    parse_version,
)
from emulator.objects.numbers import Byte
from emulator.objects.uris import URI, Uri


def _new_guid(call: Call) -> Guid:
    """Return a version 4 GUID made of the surroundings' entropy."""
    made = bytearray(call.surroundings.entropy(16))
    made[6] = made[6] & 0x0F | 0x40
    made[8] = made[8] & 0x3F | 0x80
    return parse_guid(made.hex())


_ORDER: Final = (3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15)
"""Where each byte of ToByteArray() stands in the text: the first three fields little-endian."""


def _to_bytes(it: Guid) -> TypedArray:
    raw = bytes.fromhex(it.text.replace("-", ""))
    return TypedArray(BYTE, [Byte(raw[at]) for at in _ORDER])


def _from_bytes(items: list[int]) -> Guid:
    if len(items) != 16:
        fail(
            "System.ArgumentException",
            "Byte array for Guid must be exactly 16 bytes long. (Parameter 'b')",
        )
    raw = bytes(items)
    return parse_guid(bytes(raw[at] for at in _ORDER).hex())


def _version_text(it: Version, count: int) -> str:
    if not 0 <= count <= 4 or any(part < 0 for part in it.parts[:count]):
        fail("System.ArgumentException", "The input array has fewer components than fieldCount.")
    return ".".join(str(part) for part in it.parts[:count])


def _new_version(*parts: int) -> Version:
    if any(part < 0 for part in parts):
        fail(
            "System.ArgumentOutOfRangeException",
            "Version's parameters must be greater than or equal to zero.",
        )
    return Version(*parts)


def _escape(text: str) -> str:
    from urllib.parse import quote  # noqa: PLC0415 - rare

    return quote(text, safe="-_.~")


def _unescape(text: str) -> str:
    from urllib.parse import unquote  # noqa: PLC0415 - rare

    return unquote(text)


def _new_uri(text: str, kind: EnumValue | None = None) -> Uri:
    made = Uri(text)
    if not made.absolute and (kind is None or kind.number == 1):
        fail(
            "System.UriFormatException",
            "Invalid URI: The format of the URI could not be determined.",
        )
    return made


def _well_formed(text: str, kind: EnumValue) -> bool:
    return " " not in text and (kind.number != 1 or Uri(text).absolute)


SURFACES: Final = (
    Surface(
        type=GUID,
        methods=table(
            ("int CompareTo(System.Object value)", compare),
            ("int CompareTo(guid value)", compare),
            ("bool Equals(guid g)", lambda it, other: it == other),
            ("byte[] ToByteArray()", _to_bytes),
            ("string ToString()", lambda it: it.text),
            ("string ToString(string format)", format_guid),
        ),
        static_properties=(constant("Empty", "guid", EMPTY_GUID),),
        statics=table(
            ("static guid NewGuid()", _new_guid, True),
            ("static guid Parse(string input)", parse_guid),
            ("static bool TryParse(string input, [ref] guid result)",
             try_parse(parse_guid, EMPTY_GUID)),
        ),
        constructors=overloads(
            ("guid new(byte[] b)", _from_bytes),
            ("guid new(string g)", parse_guid),
            ("guid new()", lambda: EMPTY_GUID),
        ),
    ),
    Surface(
        type=VERSION,
        methods=table(
            ("System.Object Clone()", lambda it: it),
            ("int CompareTo(System.Object version)", compare),
            ("int CompareTo(version value)", compare),
            ("bool Equals(version obj)", lambda it, other: it == other),
            ("string ToString()", lambda it: it.to_text()),
            ("string ToString(int fieldCount)", _version_text),
        ),
        statics=table(
            ("static version Parse(string input)", parse_version),
            ("static bool TryParse(string input, [ref] version result)",
             try_parse(parse_version, None)),
        ),
        constructors=overloads(
            ("version new(int major, int minor, int build, int revision)", _new_version),
            ("version new(int major, int minor, int build)", _new_version),
            ("version new(int major, int minor)", _new_version),
            ("version new(string version)", parse_version),
            ("version new()", lambda: Version(0, 0)),
        ),
    ),
    Surface(
        type=URI,
        methods=table(
            ("bool Equals(System.Object comparand)", lambda it, other: it == other),
            ("string ToString()", lambda it: it.to_text()),
        ),
        statics=table(
            ("static string EscapeDataString(string stringToEscape)", _escape),
            ("static string EscapeUriString(string stringToEscape)", _escape),
            ("static string UnescapeDataString(string stringToUnescape)", _unescape),
            ("static bool IsWellFormedUriString(string uriString, System.UriKind uriKind)",
             _well_formed),
        ),
        constructors=overloads(
            ("uri new(string uriString)", _new_uri),
            ("uri new(string uriString, System.UriKind uriKind)", _new_uri),
            ("uri new(uri baseUri, string relativeUri)", lambda base, text: Uri(text, base=base)),
        ),
    ),
)  # fmt: skip
