"""-like, -match, -replace, -split and -join."""

import re
from collections.abc import Callable
from typing import Final

from emulator.objects.basic_types import INT32, STRING
from emulator.objects.collections import Hashtable, TypedArray
from emulator.objects.common_enums import SPLIT_OPTIONS
from emulator.objects.conversion import convert
from emulator.objects.enumeration import enumerate_value
from emulator.objects.enums import EnumValue
from emulator.objects.errors import ClrError
from emulator.objects.exceptions import runtime_error
from emulator.objects.matches import Match
from emulator.objects.regexes import IGNORE_CASE, Regex, regex
from emulator.objects.text import to_string
from emulator.objects.wildcards import is_match

SIMPLE_MATCH: Final = 1
_TO_REGEX: Final = ((8, 32), (16, 2), (32, 16), (64, 1), (128, 4))
"""SplitOptions bit -> RegexOptions bit."""

Evaluator = Callable[[object, Match], object]
"""Runs a script block for one match; the runtime gives it."""
Predicate = Callable[[object, str], bool]
"""Runs a script block for one character of -split."""


def _pattern(value: object, *, case_sensitive: bool) -> Regex:
    if isinstance(value, Regex):
        return value
    return regex(to_string(value), 0 if case_sensitive else IGNORE_CASE)


def like(
    left: object, right: object, *, case_sensitive: bool = False, negated: bool = False
) -> object:
    """Return left -like right, or -notlike when `negated`; a collection is filtered."""
    pattern = to_string(right)

    def test(item: object) -> bool:
        return is_match(pattern, to_string(item), case_sensitive=case_sensitive) != negated

    items = enumerate_value(left)
    return test(left) if items is None else [item for item in items if test(item)]


def match(
    left: object, right: object, *, case_sensitive: bool = False, negated: bool = False
) -> tuple[object, Hashtable | None]:
    """Return (left -match right, the groups for $Matches).

    The groups are None when $Matches stays as it is: no match, or a collection on the left.
    """
    pattern = _pattern(right, case_sensitive=case_sensitive)
    items = enumerate_value(left)
    if items is not None:
        kept = [
            item
            for item in items
            if (pattern.python.search(to_string(item)) is not None) != negated
        ]
        return kept, None
    found = pattern.python.search(to_string(left))
    if found is None:
        return negated, None
    return not negated, groups_of(pattern, found)


def groups_of(pattern: Regex, found: "re.Match[str]") -> Hashtable:
    """Return $Matches: groups that took part, by number or name."""
    table = Hashtable()
    for name, at in pattern.groups:
        if found.group(at) is not None:
            table[int(name) if name.isdigit() else name] = found.group(at)
    return table


def replace(
    left: object,
    right: object,
    *,
    case_sensitive: bool = False,
    evaluate: Evaluator | None = None,
) -> object:
    """Return left -replace right; `evaluate` runs a replacement that is a script block."""
    arguments = right if isinstance(right, list) else [right]
    if len(arguments) > 2:
        raise runtime_error(
            f"The -replace operator allows only two elements to follow it, not {len(arguments)}.",
            "BadReplaceArgument",
        )
    try:
        pattern = _pattern(arguments[0] if arguments else None, case_sensitive=case_sensitive)
    except ClrError as error:
        text = to_string(arguments[0])
        raise runtime_error(
            f"The regular expression pattern {text} is not valid.",
            "InvalidRegularExpression",
            inner=error.exception,
            target=text,
        ) from error
    template = arguments[1] if len(arguments) > 1 else None
    items = enumerate_value(left)
    if items is None:
        return _replaced(pattern, to_string(left), template, evaluate)
    return [_replaced(pattern, to_string(item), template, evaluate) for item in items]


def _replaced(pattern: Regex, subject: str, template: object, evaluate: Evaluator | None) -> str:
    if evaluate is not None and not isinstance(template, str) and template is not None:
        return pattern.python.sub(
            lambda found: to_string(evaluate(template, Match(pattern, subject, found))), subject
        )
    return substitute(pattern, subject, to_string(template))


_REFERENCE: Final = re.compile(r"\$(?:(\d+)|\{(\w+)\}|([$&`'+_]))")


def substitute(pattern: Regex, subject: str, template: str, count: int = 0) -> str:
    """Return Regex.Replace with .NET's substitutions: $1 ${name} $& $` $' $+ $_ $$."""
    if "$" not in template:
        return pattern.python.sub(lambda _: template, subject, count=count)

    def written(found: "re.Match[str]") -> str:
        return expand(pattern, found, template)

    return pattern.python.sub(written, subject, count=count)


def expand(pattern: Regex, found: "re.Match[str]", template: str) -> str:
    """Return `template` with the substitutions of one match."""

    def one(reference: "re.Match[str]") -> str:
        name = reference[1] or reference[2]
        if name is None:
            return _special(pattern, found, reference[3])
        number = pattern.number_of(name)
        if number is None:
            return reference[0]
        return found.group(pattern.groups[number][1]) or ""

    return _REFERENCE.sub(one, template)


def _special(pattern: Regex, found: "re.Match[str]", sign: str) -> str:
    match sign:
        case "$":
            return "$"
        case "&":
            return found.group()
        case "`":
            return found.string[: found.start()]
        case "'":
            return found.string[found.end() :]
        case "_":
            return found.string
        case _:
            return found.group(pattern.groups[-1][1]) or ""


def join(left: object, right: object = "") -> str:
    """Return left -join right."""
    separator = to_string(right)
    items = enumerate_value(left)
    if items is None:
        return to_string(left)
    return separator.join(_joined_text(item) for item in items)


def _joined_text(item: object) -> str:
    from emulator.objects.text import plain_text  # noqa: PLC0415 - arrays show their type

    return plain_text(item) if isinstance(item, list) else to_string(item)


def split_unary(value: object) -> TypedArray:
    """Return -split value: the words of each text."""
    items = enumerate_value(value)
    texts = [value] if items is None else list(items)
    words: list[object] = []
    for item in texts:
        words.extend(to_string(item).split() or [""])
    return TypedArray(STRING, words)


def split(
    left: object,
    right: object,
    *,
    case_sensitive: bool = False,
    evaluate: Predicate | None = None,
) -> TypedArray:
    """Return left -split right: pattern, then a maximum, then options.

    `evaluate` runs a pattern that is a script block.
    """
    arguments = right if isinstance(right, list) else [right]
    pattern = arguments[0] if arguments else None
    limit = convert(arguments[1], INT32) if len(arguments) > 1 else 0
    options = convert(arguments[2], SPLIT_OPTIONS) if len(arguments) > 2 else None
    bits = options.number if isinstance(options, EnumValue) else 0
    assert isinstance(limit, int)
    items = enumerate_value(left)
    parts: list[object] = []
    for item in [left] if items is None else items:
        text = to_string(item)
        if evaluate is not None and not isinstance(pattern, str | Regex | int | float):
            parts.extend(_split_by(text, pattern, evaluate, limit))
        else:
            parts.extend(_split_text(text, pattern, limit, bits, case_sensitive=case_sensitive))
    return TypedArray(STRING, parts)


def _split_by(text: str, block: object, evaluate: Predicate, limit: int) -> list[str]:
    parts = [""]
    for letter in text:
        if (limit <= 0 or len(parts) < limit) and evaluate(block, letter):
            parts.append("")
        else:
            parts[-1] += letter
    return parts


def _split_text(
    text: str, pattern: object, limit: int, bits: int, *, case_sensitive: bool
) -> list[str]:
    options = 0 if case_sensitive else IGNORE_CASE
    for split_bit, regex_bit in _TO_REGEX:
        if bits & split_bit:
            options |= regex_bit
    if bits & SIMPLE_MATCH:
        compiled = regex(re.escape(to_string(pattern)), options)
    elif isinstance(pattern, Regex):
        compiled = pattern
    else:
        compiled = regex(to_string(pattern), options)
    if limit < 0:
        return _split_from_right(compiled, text, -limit)
    return split_regex(compiled, text, limit)


def split_regex(compiled: Regex, text: str, limit: int = 0) -> list[str]:
    """Return Regex.Split: captured groups stand between the parts; `limit` 0 means all."""
    parts: list[str] = []
    at = 0
    for found in compiled.python.finditer(text):
        if limit and len(parts) >= limit - 1:
            break
        parts.append(text[at : found.start()])
        parts.extend(group for group in _captured(compiled, found))
        at = found.end()
    parts.append(text[at:])
    return parts


def _captured(compiled: Regex, found: "re.Match[str]") -> list[str]:
    return [found.group(at) for _, at in compiled.groups[1:] if found.group(at) is not None]


def _split_from_right(compiled: Regex, text: str, limit: int) -> list[str]:
    found = list(compiled.python.finditer(text))
    kept = found[len(found) - (limit - 1) :] if limit - 1 < len(found) else found
    parts: list[str] = []
    at = 0
    for one in kept if limit > 1 else []:
        parts.append(text[at : one.start()])
        at = one.end()
    parts.append(text[at:])
    return parts
