"""Methods of System.String."""

import re
from collections.abc import Callable
from typing import Final

from emulator.dotnet.overloads import require
from emulator.dotnet.signatures import Surface, table
from emulator.objects.basic_types import CHAR, STRING
from emulator.objects.collections import TypedArray
from emulator.objects.culture_order import compare_text
from emulator.objects.enums import EnumValue
from emulator.objects.exceptions import fail, fail_argument
from emulator.objects.numbers import Char

_RANGE: Final = "System.ArgumentOutOfRangeException"
_IGNORING: Final = frozenset({1, 3, 5})
"""The StringComparison values that ignore case."""
_LENGTH_LIMIT: Final = 64 * 1024 * 1024  # characters a padding may ask for


def folded(text: str, comparison: EnumValue | None) -> str:
    """Return `text` so that equality of results is equality under the comparison."""
    if comparison is None or comparison.number not in _IGNORING:
        return text
    return text.lower()


def _substring(text: str, start: int, length: int | None = None) -> str:
    if start < 0:
        fail(
            _RANGE,
            f"startIndex ('{start}') must be a non-negative value. (Parameter 'startIndex')\n"
            f"Actual value was {start}.",
        )
    if start > len(text):
        fail_argument(_RANGE, "startIndex cannot be larger than length of string.", "startIndex")
    if length is None:
        return text[start:]
    if length < 0:
        fail(
            _RANGE,
            f"length ('{length}') must be a non-negative value. (Parameter 'length')\n"
            f"Actual value was {length}.",
        )
    if start + length > len(text):
        fail_argument(
            _RANGE, "Index and length must refer to a location within the string.", "length"
        )
    return text[start : start + length]


def _check_start(text: str, start: int) -> None:
    if not 0 <= start <= len(text):
        fail_argument(
            _RANGE,
            "Index was out of range. Must be non-negative and less than or equal to the size of "
            "the collection.",
            "startIndex",
        )


def _index(text: str, part: str, start: int = 0) -> int:
    require(part, "value")
    _check_start(text, start)
    return text.find(part, start)


def _index_by(text: str, part: str, comparison: EnumValue) -> int:
    require(part, "value")
    return folded(text, comparison).find(folded(part, comparison))


def _last_index(text: str, part: str) -> int:
    require(part, "value")
    return text.rfind(part)


def _last_index_by(text: str, part: str, comparison: EnumValue) -> int:
    return folded(text, comparison).rfind(folded(part, comparison))


def _last_index_from(text: str, part: str, start: int) -> int:
    return text.rfind(part, 0, start + 1)


def _index_any(text: str, letters: list[str], start: int = 0) -> int:
    found = [at for at in range(start, len(text)) if text[at] in letters]
    return found[0] if found else -1


def _last_index_any(text: str, letters: list[str]) -> int:
    found = [at for at in range(len(text)) if text[at] in letters]
    return found[-1] if found else -1


_BLANKS: Final = None


def _trim(side: Callable[..., str]) -> Callable[..., str]:
    def trimmed(text: str, letters: object = _BLANKS) -> str:
        if not letters:
            return side(text)
        return side(text, "".join(letters) if isinstance(letters, list) else str(letters))

    return trimmed


def _replace(text: str, old: str | None, new: str | None) -> str:
    if not old:
        return text if old is None else _empty_old()
    return text.replace(old, new or "")


def _empty_old() -> str:
    fail(
        "System.ArgumentException",
        "The value cannot be an empty string. (Parameter 'oldValue')",
    )


def _replace_by(text: str, old: str, new: str | None, comparison: EnumValue) -> str:
    if not old:
        return _empty_old()
    flags = re.IGNORECASE if comparison.number in _IGNORING else 0
    return re.sub(re.escape(old), lambda _: new or "", text, flags=flags)


def _parts(pieces: list[str], count: int | None, options: int, joiner: object) -> TypedArray:
    del count, joiner
    if options & 2:
        pieces = [piece.strip() for piece in pieces]
    if options & 1:
        pieces = [piece for piece in pieces if piece]
    return TypedArray(STRING, pieces)


def _split_at(
    text: str, separators: list[str], count: int | None = None, options: EnumValue | None = None
) -> TypedArray:
    known = [separator for separator in separators if separator]
    if not known:
        pattern = re.compile(r"\s")
        if separators and any(separator == "" for separator in separators):
            return TypedArray(STRING, [text])
    else:
        pattern = re.compile("|".join(map(re.escape, known)))
    bits = 0 if options is None else options.number
    if count is not None and count <= 0:
        return TypedArray(STRING, [])
    if bits & 1 and count is not None:
        return _split_kept(text, pattern, count, bits)
    pieces = (
        pattern.split(text, maxsplit=0 if count is None else count - 1) if count != 1 else [text]
    )
    return _parts(pieces, count, bits, None)


def _split_kept(text: str, pattern: "re.Pattern[str]", count: int, bits: int) -> TypedArray:
    """Count only the pieces that stay when empty ones are dropped."""
    pieces: list[str] = []
    at = 0
    for found in pattern.finditer(text):
        if len(pieces) == count - 1:
            break
        if found.start() > at:
            pieces.append(text[at : found.start()])
        at = found.end()
    pieces.append(text[at:])
    return _parts(pieces, None, bits, None)


def _one(text: str, separator: str, options: EnumValue | None = None) -> TypedArray:
    return _split_at(text, [separator], None, options)


def _one_counted(
    text: str, separator: str, count: int, options: EnumValue | None = None
) -> TypedArray:
    return _split_at(text, [separator], count, options)


def _many(text: str, separators: list[str] | None, options: EnumValue | None = None) -> TypedArray:
    return _split_at(text, list(separators or []), None, options)


def _many_counted(
    text: str, separators: list[str] | None, count: int, options: EnumValue | None = None
) -> TypedArray:
    return _split_at(text, list(separators or []), count, options)


def _pad(left: bool) -> Callable[..., str]:  # noqa: FBT001 - which of two twins to make
    def padded(text: str, width: int, letter: str = " ") -> str:
        if width < 0:
            fail_argument(_RANGE, "Non-negative number required.", "totalWidth")
        if width > _LENGTH_LIMIT:
            fail("System.OutOfMemoryException", "Insufficient memory to continue.")
        return text.rjust(width, letter) if left else text.ljust(width, letter)

    return padded


def _starts(text: str, part: str | None, comparison: EnumValue | None = None) -> bool:
    require(part, "value")
    assert part is not None
    return folded(text, comparison).startswith(folded(part, comparison))


def _ends(text: str, part: str | None, comparison: EnumValue | None = None) -> bool:
    require(part, "value")
    assert part is not None
    return folded(text, comparison).endswith(folded(part, comparison))


def _starts_cased(text: str, part: str, ignore: bool, _culture: object) -> bool:  # noqa: FBT001
    return text.lower().startswith(part.lower()) if ignore else text.startswith(part)


def _ends_cased(text: str, part: str, ignore: bool, _culture: object) -> bool:  # noqa: FBT001
    return text.lower().endswith(part.lower()) if ignore else text.endswith(part)


def _contains(text: str, part: str | None, comparison: EnumValue | None = None) -> bool:
    require(part, "value")
    assert part is not None
    return folded(part, comparison) in folded(text, comparison)


def _remove(text: str, start: int, count: int | None = None) -> str:
    _check_start(text, start)
    end = len(text) if count is None else start + count
    if end > len(text):
        fail_argument(
            _RANGE, "Index and count must refer to a location within the string.", "count"
        )
    return text[:start] + text[end:]


def _insert(text: str, start: int, value: str) -> str:
    _check_start(text, start)
    return text[:start] + value + text[start:]


def upper(text: str) -> str:
    """Return .NET's ToUpper: one character stays one character (ß stays)."""
    if text.isascii():
        return text.upper()
    return "".join(one if len(one.upper()) > 1 else one.upper() for one in text)


def lower(text: str) -> str:
    """Return .NET's ToLower."""
    return text.lower()


def _compare(text: str, other: str | None) -> int:
    return 1 if other is None else compare_text(text, other, case_sensitive=True)


def _equals_by(text: str, other: str | None, comparison: EnumValue) -> bool:
    return other is not None and folded(text, comparison) == folded(other, comparison)


def _char_at(text: str, at: int) -> Char:
    if not 0 <= at < len(text):
        fail("System.IndexOutOfRangeException", "Index was outside the bounds of the array.")
    return Char(text[at])


_SPLIT_OPTIONS: Final = "System.StringSplitOptions options"
_COMPARISON: Final = "System.StringComparison comparisonType"

STRING_SURFACE: Final = Surface(
    type=STRING,
    methods=table(
        ("System.Object Clone()", lambda text: text),
        ("int CompareTo(System.Object value)", _compare),
        ("int CompareTo(string strB)", _compare),
        ("bool Contains(string value)", _contains),
        (f"bool Contains(string value, {_COMPARISON})", _contains),
        ("bool Contains(char value)", _contains),
        (f"bool Contains(char value, {_COMPARISON})", _contains),
        ("bool EndsWith(string value)", _ends),
        (f"bool EndsWith(string value, {_COMPARISON})", _ends),
        ("bool EndsWith(string value, bool ignoreCase, cultureinfo culture)", _ends_cased),
        ("bool EndsWith(char value)", _ends),
        (
            "bool Equals(System.Object obj)",
            lambda text, other: type(other) is str and text == other,
        ),
        ("bool Equals(string value)", lambda text, other: text == other),
        (f"bool Equals(string value, {_COMPARISON})", _equals_by),
        ("System.CharEnumerator GetEnumerator()", lambda text: [Char(one) for one in text]),
        ("int IndexOf(char value)", _index),
        ("int IndexOf(char value, int startIndex)", _index),
        (f"int IndexOf(char value, {_COMPARISON})", _index_by),
        ("int IndexOf(string value)", _index),
        ("int IndexOf(string value, int startIndex)", _index),
        (f"int IndexOf(string value, {_COMPARISON})", _index_by),
        ("int IndexOfAny(char[] anyOf)", _index_any),
        ("int IndexOfAny(char[] anyOf, int startIndex)", _index_any),
        ("string Insert(int startIndex, string value)", _insert),
        ("bool IsNormalized()", lambda _: True),
        ("int LastIndexOf(char value)", _last_index),
        ("int LastIndexOf(char value, int startIndex)", _last_index_from),
        ("int LastIndexOf(string value)", _last_index),
        ("int LastIndexOf(string value, int startIndex)", _last_index_from),
        (f"int LastIndexOf(string value, {_COMPARISON})", _last_index_by),
        ("int LastIndexOfAny(char[] anyOf)", _last_index_any),
        ("string Normalize()", lambda text: text),
        ("string PadLeft(int totalWidth)", _pad(left=True)),
        ("string PadLeft(int totalWidth, char paddingChar)", _pad(left=True)),
        ("string PadRight(int totalWidth)", _pad(left=False)),
        ("string PadRight(int totalWidth, char paddingChar)", _pad(left=False)),
        ("string Remove(int startIndex, int count)", _remove),
        ("string Remove(int startIndex)", _remove),
        ("string Replace(char oldChar, char newChar)", _replace),
        ("string Replace(string oldValue, string newValue)", _replace),
        (f"string Replace(string oldValue, string newValue, {_COMPARISON})", _replace_by),
        (f"string[] Split(char separator, {_SPLIT_OPTIONS} = None)", _one),
        (f"string[] Split(char separator, int count, {_SPLIT_OPTIONS} = None)", _one_counted),
        ("string[] Split(Params char[] separator)", _many),
        ("string[] Split(char[] separator, int count)", _many_counted),
        (f"string[] Split(char[] separator, {_SPLIT_OPTIONS})", _many),
        (f"string[] Split(char[] separator, int count, {_SPLIT_OPTIONS})", _many_counted),
        (f"string[] Split(string separator, {_SPLIT_OPTIONS} = None)", _one),
        (f"string[] Split(string separator, int count, {_SPLIT_OPTIONS} = None)", _one_counted),
        (f"string[] Split(string[] separator, {_SPLIT_OPTIONS})", _many),
        (f"string[] Split(string[] separator, int count, {_SPLIT_OPTIONS})", _many_counted),
        ("bool StartsWith(string value)", _starts),
        (f"bool StartsWith(string value, {_COMPARISON})", _starts),
        ("bool StartsWith(string value, bool ignoreCase, cultureinfo culture)", _starts_cased),
        ("bool StartsWith(char value)", _starts),
        ("string Substring(int startIndex)", _substring),
        ("string Substring(int startIndex, int length)", _substring),
        (
            "char[] ToCharArray()",
            lambda text: TypedArray(CHAR, [Char(one) for one in text]),
        ),
        (
            "char[] ToCharArray(int startIndex, int length)",
            lambda text, start, length: TypedArray(
                CHAR, [Char(one) for one in _substring(text, start, length)]
            ),
        ),
        ("string ToLower()", lower),
        ("string ToLower(cultureinfo culture)", lambda text, _: lower(text)),
        ("string ToLowerInvariant()", lower),
        ("string ToString()", lambda text: text),
        ("string ToString(System.IFormatProvider provider)", lambda text, _: text),
        ("string ToUpper()", upper),
        ("string ToUpper(cultureinfo culture)", lambda text, _: upper(text)),
        ("string ToUpperInvariant()", upper),
        ("string Trim()", _trim(str.strip)),
        ("string Trim(char trimChar)", _trim(str.strip)),
        ("string Trim(Params char[] trimChars)", _trim(str.strip)),
        ("string TrimEnd()", _trim(str.rstrip)),
        ("string TrimEnd(char trimChar)", _trim(str.rstrip)),
        ("string TrimEnd(Params char[] trimChars)", _trim(str.rstrip)),
        ("string TrimStart()", _trim(str.lstrip)),
        ("string TrimStart(char trimChar)", _trim(str.lstrip)),
        ("string TrimStart(Params char[] trimChars)", _trim(str.lstrip)),
        ("char Chars(int index)", _char_at),
        ("char get_Chars(int index)", _char_at),
        ("int get_Length()", len),
    ),
)
