"""Custom numeric format strings of .NET: #,##0.00, 0%, 00E+0, sections, quotes, escapes."""

import math
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import Final

from emulator.objects.cultures import Culture

_CONTEXT: Final = Context(prec=400)
_Number = int | float | Decimal


@dataclass(slots=True)
class _Section:
    """One section of a format: what stands in it, item by item, and what it asks for.

    Items are ("digit", "0" or "#"), ("point", ""), ("text", literal) or ("exponent", mark).
    """

    items: list[tuple[str, str]] = field(default_factory=list)
    whole: str = ""
    fraction: str = ""
    grouped: bool = False
    scale: int = 0
    exponent: str = ""


def custom_number(value: _Number, template: str, culture: Culture) -> str:
    """Return `value` in a custom format."""
    if isinstance(value, float) and (math.isnan(value) or abs(value) == float("inf")):
        from emulator.objects.number_formats import number_text  # noqa: PLC0415 - mutual

        return number_text(value, culture)
    exact = Decimal(f"{value:.15g}") if isinstance(value, float) else Decimal(value)
    sections = _split_sections(template)
    chosen, absolute = _choose(sections, exact)
    section = _read_section(chosen)
    magnitude = abs(exact).scaleb(section.scale, _CONTEXT)
    text, is_zero = _write(section, magnitude, culture)
    if is_zero and len(sections) > 2 and sections[2] and exact != 0:
        return _write(_read_section(sections[2]), Decimal(0), culture)[0]
    return f"-{text}" if exact < 0 and not absolute and not is_zero else text


def _choose(sections: list[str], value: Decimal) -> tuple[str, bool]:
    """Return the section for `value`, and whether it shows the sign itself."""
    if value == 0 and len(sections) > 2:
        return sections[2], True
    if value < 0 and len(sections) > 1 and sections[1]:
        return sections[1], True
    return sections[0], False


def _split_sections(template: str) -> list[str]:
    sections = [""]
    at = 0
    while at < len(template):
        step = _literal_end(template, at)
        if step is None and template[at] == ";":
            sections.append("")
            at += 1
            continue
        end = at + 1 if step is None else step
        sections[-1] += template[at:end]
        at = end
    return sections


def _literal_end(template: str, at: int) -> int | None:
    """Return where a quoted or escaped literal that starts at `at` ends, else None."""
    if template[at] == "\\":
        return min(at + 2, len(template))
    if template[at] in "'\"":
        end = template.find(template[at], at + 1)
        return len(template) if end < 0 else end + 1
    return None


def _read_section(template: str) -> _Section:
    section = _Section()
    seen_point = False
    at = 0
    while at < len(template):
        letter = template[at]
        end = _literal_end(template, at)
        if end is not None:
            literal = template[at + 1 : end]
            section.items.append(
                ("text", literal.removesuffix(letter) if letter != "\\" else literal)
            )
            at = end
            continue
        if letter in "eE" and (mark := _exponent_mark(template, at)):
            section.exponent = mark
            section.items.append(("exponent", mark))
            at += len(mark)
            continue
        at += 1
        seen_point = _take(section, template, at, seen_point=seen_point)
    return section


def _take(section: _Section, template: str, at: int, *, seen_point: bool) -> bool:
    """Take the plain character before `at`; whether a point has been seen."""
    letter = template[at - 1]
    if letter in "0#":
        section.items.append(("digit", letter))
        if seen_point:
            section.fraction += letter
        else:
            section.whole += letter
    elif letter == "." and not seen_point:
        section.items.append(("point", ""))
        return True
    elif letter == ",":
        if not seen_point:
            _comma(section, template, at)
    elif letter in "%‰":
        section.scale += 2 if letter == "%" else 3
        section.items.append(("text", letter))
    elif letter != ".":
        section.items.append(("text", letter))
    return seen_point


def _exponent_mark(template: str, at: int) -> str:
    end = at + 1
    if end < len(template) and template[end] in "+-":
        end += 1
    start = end
    while end < len(template) and template[end] == "0":
        end += 1
    return template[at:end] if end > start else ""


def _comma(section: _Section, template: str, at: int) -> None:
    """Take a comma: between digits it groups, right of the last one it divides by 1000."""
    rest = template[at:].partition(".")[0]
    if any(letter in "0#" for letter in rest):
        section.grouped = section.grouped or bool(section.whole)
    elif section.whole:
        section.scale -= 3


def _write(section: _Section, magnitude: Decimal, culture: Culture) -> tuple[str, bool]:
    exponent = 0
    if section.exponent and magnitude:
        exponent = magnitude.adjusted() - max(len(section.whole) - 1, 0)
        magnitude = magnitude.scaleb(-exponent, _CONTEXT)
    places = len(section.fraction)
    rounded = magnitude.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, _CONTEXT)
    whole, _, fraction = format(rounded, "f").partition(".")
    whole = _trimmed_whole(whole.lstrip("0"), section.whole)
    fraction = _trimmed_fraction(fraction, section.fraction)
    if section.grouped:
        whole = _group(whole, culture.group_separator)
    text = _fill(section, whole, fraction, exponent, culture)
    return text, rounded == 0


def _trimmed_whole(digits: str, places: str) -> str:
    first_zero = places.find("0")
    least = 0 if first_zero < 0 else len(places) - first_zero
    return digits.zfill(least) if least else digits


def _trimmed_fraction(digits: str, places: str) -> str:
    least = places.rfind("0") + 1
    kept = digits.rstrip("0")
    return kept if len(kept) >= least else digits[:least]


def _group(digits: str, separator: str) -> str:
    head = len(digits) % 3
    groups = [digits[:head]] if head else []
    groups += [digits[at : at + 3] for at in range(head, len(digits), 3)]
    return separator.join(groups)


def _fill(section: _Section, whole: str, fraction: str, exponent: int, culture: Culture) -> str:
    written: list[str] = []
    state = "whole"
    for kind, text in section.items:
        if kind == "text":
            written.append(text)
        elif kind == "exponent":
            written.append(_exponent_text(text, exponent))
        elif kind == "point":
            if state == "whole":
                written.append(whole)
            if fraction:
                written.append(culture.decimal_separator + fraction)
            state = "done"
        elif state == "whole":
            written.append(whole)
            state = "written"
    return "".join(written)


def _exponent_text(mark: str, exponent: int) -> str:
    digits = str(abs(exponent)).zfill(mark.count("0"))
    if exponent < 0:
        return f"{mark[0]}-{digits}"
    return f"{mark[0]}{'+' if '+' in mark else ''}{digits}"
