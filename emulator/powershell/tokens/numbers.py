"""Numbers: decimal, hexadecimal, binary, real; with type suffixes and the multipliers KB to PB.

The value of a number token has the .NET type that the text asks for. Source: language
specification 2.3.5.1, about_Numeric_Literals.
"""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation, Overflow, localcontext
from typing import TYPE_CHECKING

from emulator.objects.numbers import (
    BigInteger,
    Byte,
    Int16,
    Int64,
    SByte,
    UInt16,
    UInt32,
    UInt64,
)  # fmt: skip
from emulator.powershell.tokens import characters, generic, operators
from emulator.powershell.tokens.token import Token

if TYPE_CHECKING:
    from emulator.powershell.tokens.tokenizer import Tokenizer

_DASHES = re.escape(characters.DASHES)
_SHORT_INTEGER = re.compile(rf"[0-9]{{1,9}}+(?=[{characters.BLANKS}\r\n),;}}|\0])")
_NUMBER = re.compile(
    rf"""
    (?P<sign>[+{_DASHES}])?
    (?: 0[xX](?P<hex>[0-9a-fA-F]*+)
      | 0[bB](?P<binary>[01]*+)
      | (?P<decimal>[0-9]++)(?P<fraction>\.(?!\.)[0-9]*+)?+
        (?P<exponent>[eE][+{_DASHES}]?[0-9]++)?+
      | (?P<real>\.[0-9]++)(?P<real_exponent>[eE][+{_DASHES}]?[0-9]++)?+
    )
    (?P<suffix>[uU][lLsSyY]?+|[sSlLdDyYnN])?+
    (?P<multiplier>[kKmMgGtTpP][bB])?+
    """,
    re.VERBOSE,
)
_DESKTOP_NUMBER = re.compile(
    _NUMBER.pattern.replace("0[bB]", "(?!)").replace("[uU][lLsSyY]?+|[sSlLdDyYnN]", "[lLdD]"),
    re.VERBOSE,
)
"""5.1 has no binary numbers and of the suffixes l and d. Source: about_Numeric_Literals of 5.1."""

_DASH = re.compile(rf"[{_DASHES}]")
_ENDS_WORD = re.compile(rf"[{characters.NEW_TOKEN}\0]")
_ENDS_NUMBER = re.compile(rf"[{characters.NEW_TOKEN}\0{re.escape(characters.AFTER_NUMBER)}]")

_MULTIPLIERS = {"": 1, "k": 2**10, "m": 2**20, "g": 2**30, "t": 2**40, "p": 2**50}
_LARGEST_DECIMAL = 2**96 - 1
_DECIMAL_DIGITS = 29
_DIGITS_OF_64_BITS = 16
_MAX_DIGITS = 4000
"""Python refuses to convert longer texts to int; no number that long means anything here."""

_SIGN_BITS = frozenset({8, 16, 32, 64, 96, 128})
"""The lengths of a binary literal whose first bit is a sign."""

_SUFFIXES: dict[str, tuple[type[int], int, int]] = {
    "y": (SByte, -(2**7), 2**7 - 1),
    "uy": (Byte, 0, 2**8 - 1),
    "s": (Int16, -(2**15), 2**15 - 1),
    "us": (UInt16, 0, 2**16 - 1),
    "l": (Int64, -(2**63), 2**63 - 1),
    "ul": (UInt64, 0, 2**64 - 1),
}

_EXPRESSION = 1


def scan_digit(tokens: Tokenizer, start: int) -> Token:
    """Read what starts with a digit: a number, a redirection of a stream, or a word."""
    text = tokens.text
    found = _SHORT_INTEGER.match(text, start)
    if found is not None and found.end() <= tokens.limit:
        return tokens.token("Number", start, found.end(), int(found.group()))
    if text[start + 1] == ">" and text[start] in "123456":
        return operators.scan_numbered_redirection(tokens, start)
    return scan_number(tokens, start)


def scan_number(tokens: Tokenizer, start: int) -> Token:
    """Read a number, or a word that only looks like one."""
    found = number_at(tokens, start)
    if found is None:
        return generic.scan_generic(tokens, start)
    end = found.end()
    value = _value(found, core=tokens.core)
    if value is None:
        if tokens.mode != _EXPRESSION:
            return generic.scan_generic(tokens, start)
        tokens.errors.report("BadNumericConstant", start, end, tokens.text[start:end])
    return tokens.token("Number", start, end, value)


def number_at(tokens: Tokenizer, start: int) -> re.Match[str] | None:
    """Find the number at `start`, if what follows it lets it be one."""
    number = _NUMBER if tokens.core else _DESKTOP_NUMBER
    found = number.match(tokens.text, start, tokens.limit)
    if found is None or found.end() >= tokens.limit:
        return found
    after = tokens.text[found.end()]
    if tokens.mode != _EXPRESSION:
        return found if _ENDS_WORD.match(after) else None
    if _ENDS_NUMBER.match(after) or (tokens.end_number_at_ternary and after in "?:"):
        return found
    return None


def number_of(text: str) -> object | None:
    """Turn a number's text into its value in PowerShell 7; None where the text is no number."""
    found = _NUMBER.fullmatch(text)
    return None if found is None else _value(found, core=True)


def _value(found: re.Match[str], *, core: bool) -> object | None:
    suffix = (found.group("suffix") or "").lower()
    multiplier = _MULTIPLIERS[(found.group("multiplier") or "")[:1].lower()]
    sign = found.group("sign") or ""
    if sign and sign != "+":
        multiplier = -multiplier
    digits = found.group("hex")
    if digits is not None:
        read = _hexadecimal if core else _desktop_hexadecimal
        return read(digits, suffix, multiplier)
    digits = found.group("binary")
    if digits is not None:
        return _binary(digits, suffix, multiplier)
    text = found.group("decimal")
    exponent = found.group("exponent") or found.group("real_exponent") or ""
    fraction = found.group("fraction") or found.group("real") or ""
    if text is None or exponent or fraction:
        return _real((text or "") + fraction + _DASH.sub("-", exponent), suffix, multiplier)
    if len(text) > _MAX_DIGITS:
        return None
    return _integer(int(text) * multiplier, suffix, is_decimal=True)


def _hexadecimal(digits: str, suffix: str, multiplier: int) -> object | None:
    if not 0 < len(digits) <= _MAX_DIGITS:
        return None
    value = int(digits, 16)
    if "u" not in suffix and len(digits) % 8 == 0 and value >> (4 * len(digits) - 1):
        value -= 1 << 4 * len(digits)
    if len(digits) == 16 and suffix in ("", "u"):
        suffix += "l"
    return _integer(value * multiplier, suffix, is_decimal=False)


def _desktop_hexadecimal(digits: str, suffix: str, multiplier: int) -> object | None:
    """Read as 5.1 does: the sign is the first bit of the width the value needs, of 64 with an l."""
    significant = digits.lstrip("0")
    if not digits or len(significant) > _DIGITS_OF_64_BITS:
        return None
    value = int(significant or "0", 16)
    is_short = not suffix and value < 2**32
    bits = 32 if is_short else 64
    if value >> (bits - 1):
        value -= 1 << bits
    if is_short or not -(2**63) <= value * multiplier < 2**63:
        return None if suffix else _unsuffixed(value * multiplier, is_decimal=True)
    return Int64(value * multiplier)


def _binary(digits: str, suffix: str, multiplier: int) -> object | None:
    if not 0 < len(digits) <= _MAX_DIGITS:
        return None
    value = int(digits, 2)
    if "u" not in suffix and len(digits) in _SIGN_BITS and digits[0] == "1":
        value -= 1 << len(digits)
    if len(digits) == 64 and suffix in ("", "u"):
        suffix += "l"
    return _integer(value * multiplier, suffix, is_decimal=False)


def _integer(value: int, suffix: str, *, is_decimal: bool) -> object | None:
    if not suffix:
        return _unsuffixed(value, is_decimal=is_decimal)
    if suffix == "n":
        return BigInteger(value)
    if suffix == "d":
        return Decimal(value) if abs(value) <= _LARGEST_DECIMAL else None
    if suffix == "u":
        if 0 <= value < 2**32:
            return UInt32(value)
        suffix = "ul"
    number, least, most = _SUFFIXES[suffix]
    return number(value) if least <= value <= most else None


def _unsuffixed(value: int, *, is_decimal: bool) -> object | None:
    if -(2**31) <= value < 2**31:
        return value
    if -(2**63) <= value < 2**63:
        return Int64(value)
    if not is_decimal:
        return None
    if abs(value) <= _LARGEST_DECIMAL:
        return Decimal(value)
    try:
        return float(value)
    except OverflowError:
        return float("inf") if value > 0 else float("-inf")


def _real(text: str, suffix: str, multiplier: int) -> object | None:
    if suffix == "d":
        return _real_decimal(text, multiplier)
    value = float(text) * multiplier
    if not suffix:
        return value
    if value in (float("inf"), float("-inf")):
        return None
    return _integer(round(value), suffix, is_decimal=False)


def _real_decimal(text: str, multiplier: int) -> object | None:
    with localcontext() as context:
        context.prec = _DECIMAL_DIGITS
        try:
            value = context.create_decimal(text) * multiplier
        except (InvalidOperation, Overflow):
            return None
        return value if abs(value) <= _LARGEST_DECIMAL else None
