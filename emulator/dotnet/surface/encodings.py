"""System.Text.Encoding."""

from typing import Final

from emulator.dotnet.signatures import Surface, constant, overloads, table
from emulator.dotnet.surface.converting import byte_array, raw_bytes
from emulator.objects.basic_types import OBJECT
from emulator.objects.collections import TypedArray
from emulator.objects.exceptions import thrown
from emulator.objects.types import ClrObject, Property, PSType


class Encoding(ClrObject):
    """One encoding: Python's codec and .NET's names for it."""

    __slots__ = ("code_page", "codec", "mark", "name", "ps_type", "web_name")

    def __init__(
        self, type_: PSType, codec: str, web_name: str, *, name: str, page: int, mark: bytes = b""
    ) -> None:
        """Declare an encoding; `mark` is what GetPreamble gives."""
        self.ps_type = type_
        self.codec = codec
        self.web_name = web_name
        self.name = name
        self.code_page = page
        self.mark = mark

    def encode(self, text: str) -> bytes:
        """Return the bytes of `text`; what the encoding lacks becomes a question mark."""
        return text.encode(self.codec, "replace")

    def decode(self, raw: bytes) -> str:
        """Return the text of `raw`."""
        text = raw.decode(self.codec, "replace")
        return text.replace("\ufffd", "?") if self.codec == "ascii" else text


_SINGLE: Final = frozenset({"ascii", "latin-1", "cp1252", "cp437"})

ENCODING: Final = PSType(
    name="System.Text.Encoding",
    base=OBJECT,
    abstract=True,
    properties=(
        Property(name="BodyName", type_name="System.String", get=lambda it: it.web_name),
        Property(name="EncodingName", type_name="System.String", get=lambda it: it.name),
        Property(name="HeaderName", type_name="System.String", get=lambda it: it.web_name),
        Property(name="WebName", type_name="System.String", get=lambda it: it.web_name),
        Property(name="WindowsCodePage", type_name="System.Int32", get=lambda _: 1200),
        Property(
            name="IsSingleByte", type_name="System.Boolean", get=lambda it: it.codec in _SINGLE
        ),
        Property(name="CodePage", type_name="System.Int32", get=lambda it: it.code_page),
    ),
)


def _type(name: str) -> PSType:
    return PSType(name=f"System.Text.{name}", base=ENCODING, python=Encoding)


UTF8_TYPE: Final = _type("UTF8Encoding")
_UNICODE_TYPE: Final = _type("UnicodeEncoding")
_ASCII_TYPE: Final = _type("ASCIIEncoding")
_UTF32_TYPE: Final = _type("UTF32Encoding")
_LATIN_TYPE: Final = _type("Latin1Encoding")

UTF8: Final = Encoding(
    UTF8_TYPE, "utf-8", "utf-8", name="Unicode (UTF-8)", page=65001, mark=b"\xef\xbb\xbf"
)
_UTF8_BARE: Final = Encoding(
    UTF8_TYPE, "utf-8", "utf-8", name="Unicode (UTF-8)", page=65001, mark=b""
)
UNICODE: Final = Encoding(
    _UNICODE_TYPE, "utf-16-le", "utf-16", name="Unicode", page=1200, mark=b"\xff\xfe"
)
_BIG_ENDIAN: Final = Encoding(
    _UNICODE_TYPE, "utf-16-be", "utf-16BE", name="Unicode (Big-Endian)", page=1201, mark=b"\xfe\xff"
)
_ASCII: Final = Encoding(_ASCII_TYPE, "ascii", "us-ascii", name="US-ASCII", page=20127, mark=b"")
_UTF32: Final = Encoding(
    _UTF32_TYPE, "utf-32-le", "utf-32", name="Unicode (UTF-32)", page=12000, mark=b"\xff\xfe\0\0"
)
_LATIN1: Final = Encoding(
    _LATIN_TYPE, "latin-1", "iso-8859-1", name="Western European (ISO)", page=28591, mark=b""
)
_WINDOWS: Final = Encoding(
    ENCODING, "cp1252", "Windows-1252", name="Western European (Windows)", page=1252, mark=b""
)
_OEM: Final = Encoding(ENCODING, "cp437", "IBM437", name="OEM United States", page=437, mark=b"")
_EVERY: Final = (UTF8, UNICODE, _BIG_ENDIAN, _ASCII, _UTF32, _LATIN1, _WINDOWS, _OEM)


def _named(name: str) -> Encoding:
    lower = name.lower()
    for known in _EVERY:
        if known.web_name.lower() == lower or str(known.code_page) == lower:
            return known
    raise thrown(
        "System.ArgumentException",
        f"'{name}' is not a supported encoding name. For information on defining a custom "
        "encoding, see the documentation for the Encoding.RegisterProvider method. "
        "(Parameter 'name')",
    )


def _decode(it: Encoding, items: list[int], start: int = 0, count: int | None = None) -> str:
    end = len(items) if count is None else start + count
    return it.decode(raw_bytes(items[start:end]))


def _new_utf8(mark: bool = False, strict: bool = False) -> Encoding:  # noqa: FBT001, FBT002
    del strict
    return UTF8 if mark else _UTF8_BARE


def _preamble(it: Encoding) -> TypedArray:
    return byte_array(it.mark)


SURFACES: Final = (
    Surface(
        type=ENCODING,
        methods=table(
            ("int GetByteCount(string s)", lambda it, text: len(it.encode(text))),
            ("byte[] GetBytes(string s)", lambda it, text: byte_array(it.encode(text))),
            (
                "byte[] GetBytes(char[] chars)",
                lambda it, text: byte_array(it.encode("".join(text))),
            ),
            ("int GetCharCount(byte[] bytes)", lambda it, items: len(_decode(it, items))),
            ("int GetMaxByteCount(int charCount)", lambda _, count: (count + 1) * 3),
            ("byte[] GetPreamble()", _preamble),
            ("string GetString(byte[] bytes)", _decode),
            ("string GetString(byte[] bytes, int index, int count)", _decode),
        ),
        static_properties=(
            constant("UTF8", "System.Text.Encoding", UTF8),
            constant("Unicode", "System.Text.Encoding", UNICODE),
            constant("BigEndianUnicode", "System.Text.Encoding", _BIG_ENDIAN),
            constant("ASCII", "System.Text.Encoding", _ASCII),
            constant("UTF32", "System.Text.Encoding", _UTF32),
            constant("Latin1", "System.Text.Encoding", _LATIN1),
            constant("Default", "System.Text.Encoding", _WINDOWS),
        ),
        statics=table(
            ("static System.Text.Encoding GetEncoding(string name)", _named),
            (
                "static System.Text.Encoding GetEncoding(int codepage)",
                lambda page: _named(str(page)),
            ),
        ),
    ),
    Surface(
        type=UTF8_TYPE,
        constructors=overloads(
            ("utf8 new()", _new_utf8),
            ("utf8 new(bool encoderShouldEmitUTF8Identifier)", _new_utf8),
            (
                "utf8 new(bool encoderShouldEmitUTF8Identifier, bool throwOnInvalidBytes)",
                _new_utf8,
            ),
        ),
    ),
    Surface(type=_UNICODE_TYPE, constructors=overloads(("unicode new()", lambda: UNICODE))),
    Surface(type=_ASCII_TYPE, constructors=overloads(("ascii new()", lambda: _ASCII))),
    Surface(type=_UTF32_TYPE),
)
