"""System.Text.RegularExpressions: Regex, Match and Group."""

import re
from collections.abc import Callable
from typing import Final

from emulator.dotnet.signatures import Surface, overloads, table
from emulator.objects.basic_types import INT32, STRING
from emulator.objects.collections import TypedArray
from emulator.objects.enums import EnumValue
from emulator.objects.matches import (
    GROUP,
    MATCH,
    Group,
    Match,
    MatchCollection,
    all_matches,
    first_match,
)
from emulator.objects.regexes import REGEX, Regex, regex
from emulator.objects.text import to_string
from emulator.objects.text_operators import expand, split_regex, substitute

_ESCAPED: Final = {
    "\n": "\\n", "\r": "\\r", "\t": "\\t", "\f": "\\f",
    **{sign: "\\" + sign for sign in "\\*+?|{[()^$.# "},
}  # fmt: skip
_UNESCAPED: Final = {"n": "\n", "r": "\r", "t": "\t", "f": "\f", "e": "\x1b", "a": "\a", "v": "\v"}


def escape(text: str) -> str:
    """Return Regex.Escape."""
    return "".join(_ESCAPED.get(letter, letter) for letter in text)


def unescape(text: str) -> str:
    """Return Regex.Unescape."""
    return re.sub(r"\\(.)", lambda found: _UNESCAPED.get(found[1], found[1]), text, flags=re.DOTALL)


def _made(pattern: str, options: EnumValue | None = None) -> Regex:
    return regex(pattern, 0 if options is None else options.number)


def _match(it: Regex, text: str, start: int = 0) -> Match:
    return first_match(it, text, start)


def _is_match(it: Regex, text: str) -> bool:
    return it.python.search(text) is not None


def _replace(it: Regex, text: str, replacement: str, count: int = 0) -> str:
    return substitute(it, text, replacement, max(count, 0))


def _replace_by(it: Regex, text: str, evaluator: Callable[..., object], count: int = 0) -> str:
    return it.python.sub(
        lambda found: to_string(evaluator(Match(it, text, found))), text, count=max(count, 0)
    )


def _split(it: Regex, text: str, count: int = 0) -> TypedArray:
    return TypedArray(STRING, split_regex(it, text, count))


def _names(it: Regex) -> TypedArray:
    return TypedArray(STRING, [name for name, _ in it.groups])


def _numbers(it: Regex) -> TypedArray:
    return TypedArray(INT32, list(range(len(it.groups))))


def _matches(it: Regex, text: str) -> MatchCollection:
    return all_matches(it, text)


def _result(it: Match, template: str) -> str:
    return "" if it.found is None else expand(it.regex, it.found, template)


_OPTIONS: Final = "System.Text.RegularExpressions.RegexOptions options"
_EVALUATOR: Final = "System.Text.RegularExpressions.MatchEvaluator evaluator"

SURFACES: Final = (
    Surface(
        type=REGEX,
        methods=table(
            ("string[] GetGroupNames()", _names),
            ("int[] GetGroupNumbers()", _numbers),
            ("bool IsMatch(string input)", _is_match),
            ("System.Text.RegularExpressions.Match Match(string input)", _match),
            ("System.Text.RegularExpressions.Match Match(string input, int startat)", _match),
            ("System.Text.RegularExpressions.MatchCollection Matches(string input)", _matches),
            ("string Replace(string input, string replacement)", _replace),
            ("string Replace(string input, string replacement, int count)", _replace),
            (f"string Replace(string input, {_EVALUATOR})", _replace_by),
            (f"string Replace(string input, {_EVALUATOR}, int count)", _replace_by),
            ("string[] Split(string input)", _split),
            ("string[] Split(string input, int count)", _split),
            ("string ToString()", lambda it: it.pattern),
        ),
        statics=table(
            ("static string Escape(string str)", escape),
            ("static string Unescape(string str)", unescape),
            ("static bool IsMatch(string input, string pattern)",
             lambda text, pattern: _is_match(_made(pattern), text)),
            (f"static bool IsMatch(string input, string pattern, {_OPTIONS})",
             lambda text, pattern, options: _is_match(_made(pattern, options), text)),
            ("static System.Text.RegularExpressions.Match Match(string input, string pattern)",
             lambda text, pattern: _match(_made(pattern), text)),
            (f"static System.Text.RegularExpressions.Match Match(string input, string pattern, {_OPTIONS})",
             lambda text, pattern, options: _match(_made(pattern, options), text)),
            ("static System.Text.RegularExpressions.MatchCollection Matches(string input, string pattern)",
             lambda text, pattern: _matches(_made(pattern), text)),
            (f"static System.Text.RegularExpressions.MatchCollection Matches(string input, string pattern, {_OPTIONS})",
             lambda text, pattern, options: _matches(_made(pattern, options), text)),
            ("static string Replace(string input, string pattern, string replacement)",
             lambda text, pattern, new: _replace(_made(pattern), text, new)),
            (f"static string Replace(string input, string pattern, string replacement, {_OPTIONS})",
             lambda text, pattern, new, options: _replace(_made(pattern, options), text, new)),
            (f"static string Replace(string input, string pattern, {_EVALUATOR})",
             lambda text, pattern, by: _replace_by(_made(pattern), text, by)),
            ("static string[] Split(string input, string pattern)",
             lambda text, pattern: _split(_made(pattern), text)),
            (f"static string[] Split(string input, string pattern, {_OPTIONS})",
             lambda text, pattern, options: _split(_made(pattern, options), text)),
        ),
        constructors=overloads(
            ("regex new(string pattern)", _made),
            (f"regex new(string pattern, {_OPTIONS})", _made),
        ),
    ),
    Surface(type=GROUP, methods=table(("string ToString()", Group.to_text))),
    Surface(
        type=MATCH,
        methods=table(
            ("System.Text.RegularExpressions.Match NextMatch()", Match.next),
            ("string Result(string replacement)", _result),
        ),
    ),
)  # fmt: skip
