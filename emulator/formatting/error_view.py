"""How an error record reads: NormalView (5.1), ConciseView and the others (7); other streams.

Source: conformance format/errors and process; PowerShell 7's error view script; 5.1's indents
and wrapping: reference/powershell.md 9 and transcripts of reference/hyperv-module.
"""

import re
from enum import Enum
from typing import Final

from emulator.formatting.wrapping import wrap
from emulator.objects.error_types import ErrorCategoryInfo
from emulator.objects.errors import ErrorCategory, ErrorRecord, InvocationInfo

NATIVE_ERRORS: Final = frozenset({"NativeCommandErrorMessage", "NativeCommandError"})
"""Ids of what a program wrote to its standard error: it is shown as it is."""

DESKTOP_INDENT: Final = 4
"""Blanks before CategoryInfo and FullyQualifiedErrorId in 5.1."""

BLANK_LINES: Final = re.compile(r"(?:\r?\n){2,}")
"""What 5.1 closes up in a message: a task's parts stand apart by blank lines, its console shows
none. Source: transcripts tr-096, tr-115; types.json multi_line_rule.
"""

UNNAMED: Final = re.compile(r"[&.]?\Z")
"""Invocation names that name no command: the call and the dot-source operator."""


class ErrorView(Enum):
    """$ErrorView."""

    NORMAL = "NormalView"
    CATEGORY = "CategoryView"
    CONCISE = "ConciseView"
    DETAILED = "DetailedView"


def render(
    record: ErrorRecord, *, width: int, core: bool, view: ErrorView | None = None
) -> list[str]:
    """Return the lines that show `record` on a console `width` cells wide.

    `view` None means the edition's default. Desktop wraps one cell before the end, as its
    console does, and ends with a line of one blank; Core leaves wrapping to the screen.
    """
    text = error_text(record, width=width, core=core, view=view)
    if core:
        return text.split("\n")
    return wrap(text, width - 1, width - 1)


def error_text(
    record: ErrorRecord, *, width: int, core: bool, view: ErrorView | None = None
) -> str:
    """Return the text of the error view, lines ending in LF, the last one without."""
    if record.error_id in NATIVE_ERRORS:
        return record.exception.message.replace("\r\n", "\n").rstrip("\n")
    if view is ErrorView.CATEGORY:
        return category_text(record)
    if not core:
        text = _normal(record, " " * DESKTOP_INDENT, width)
        return text if record.details_message is not None else text + "\n "
    shown = view or ErrorView.CONCISE
    text = _concise(record, width) if shown is ErrorView.CONCISE else _normal(record, "")
    return text.replace("\r\n", "\n").rstrip("\n")


def category_text(record: ErrorRecord) -> str:
    """Return "Category: (target:type) [activity], reason"."""
    return ErrorCategoryInfo(record).to_text()


def _normal(record: ErrorRecord, indent: str, width: int | None = None) -> str:
    info = record.invocation
    message = record.message if width is None else BLANK_LINES.sub("\n", record.message)
    lines = [_prefix(info) + message]
    if info is not None and info.position_message:
        lines.append(info.position_message)
    lines += [
        _indented(f"+ CategoryInfo          : {category_text(record)}", indent, width),
        _indented(f"+ FullyQualifiedErrorId : {record.fully_qualified_error_id}", indent, width),
    ]
    return "\n".join(lines)


def _indented(line: str, indent: str, width: int | None) -> str:
    # 5.1's view cuts such a line every `width - indent - 2` characters and puts the indent
    # before each piece, on the same line; the screen then wraps it.
    if width is None or len(indent) + 2 >= width:
        return indent + line
    step = width - len(indent) - 2
    return "".join(indent + line[start : start + step] for start in range(0, len(line), step))


def _prefix(info: InvocationInfo | None) -> str:
    if info is None:
        return ""
    name = info.invocation_name
    if UNNAMED.match(name):
        name = info.command_name
    return f"{name} : " if name else ""


def _concise(record: ErrorRecord, width: int) -> str:
    reason = _reason(record)
    info = record.invocation
    if info is None or not _shows_line(record, info):
        return f"{reason}: {record.message}"
    number = str(info.line_number)
    bar = " " * max(len(number) - 4, 0)
    place = f"{info.script_name}:{number}" if info.script_name else ""
    lines = [f"{reason}: {place}", f"{bar}Line |"]
    position = info.position_message.replace("\r\n", "\n").split("\n")
    source = position[1][1:] if len(position) > 1 else " " + info.line
    lines.append(f"{number.rjust(4)} | {source}")
    prefix = f"{bar}     | "
    if len(position) > 2:
        lines.append(prefix + position[-1][1:])
    message = _single_line(record) if _is_framed(record, info) else record.message
    lines += _framed(prefix, message, width) if _is_framed(record, info) else [prefix + message]
    return "\n".join(lines)


def _shows_line(record: ErrorRecord, info: InvocationInfo) -> bool:
    return bool(
        info.script_name or info.line_number > 1 or record.category is ErrorCategory.ParserError
    )


def _is_framed(record: ErrorRecord, info: InvocationInfo) -> bool:
    return bool(info.script_name) or record.category is ErrorCategory.ParserError


def _single_line(record: ErrorRecord) -> str:
    return re.sub(r"\r\n|\n|\t", " ", record.message)


def _framed(prefix: str, message: str, width: int) -> list[str]:
    room = width - len(prefix)
    if room <= 0 or len(message) <= room:
        return [prefix + message]
    return [prefix + piece.strip() for piece in wrap(message, room, room)]


def _reason(record: ErrorRecord) -> str:
    if ("WasThrownFromThrowStatement", True) in record.exception.properties:
        return "Exception"
    info = record.invocation
    if info is not None and info.command_name:
        return info.command_name
    if record.activity:
        return record.activity
    if record.category is not ErrorCategory.NotSpecified:
        return record.category.name
    return ErrorCategoryInfo(record).reason or "Error"


def prefixed(stream: str, text: str, *, width: int) -> list[str]:
    """Return a line of the warning, verbose or debug stream as the console shows it."""
    return wrap(f"{stream.upper()}: {text}", width, width)
