"""-Property and -GroupBy of Format-*: names, script blocks and calculated properties.

Source: PowerShell 7, MshParameter; conformance format/table/calculated and format/table/basic.
"""

from collections.abc import Iterable
from typing import Final, NoReturn

from cmdlets.context import Context
from cmdlets.utility.formatting.edition import throw
from emulator.formatting.cell_text import base_of
from emulator.formatting.expressions import Block, PropertyExpression, PropertyName
from emulator.formatting.instructions import Alignment
from emulator.formatting.parameters import Selected
from emulator.objects.collections import Hashtable
from emulator.objects.errors import ClrException, ErrorCategory, ErrorRecord
from emulator.objects.text import to_string
from emulator.objects.typing_of import type_of

SCRIPT_BLOCK: Final = "System.Management.Automation.ScriptBlock"
NOT_SUPPORTED: Final = "System.NotSupportedException"

EXPRESSION: Final = "expression"
LABEL: Final = "label"
FORMAT_STRING: Final = "formatstring"
ALIGNMENT: Final = "alignment"
WIDTH: Final = "width"
DEPTH: Final = "depth"

TABLE_KEYS: Final = (EXPRESSION, LABEL, FORMAT_STRING, ALIGNMENT, WIDTH)
LIST_KEYS: Final = (EXPRESSION, LABEL, FORMAT_STRING)
WIDE_KEYS: Final = (EXPRESSION, FORMAT_STRING)
CUSTOM_KEYS: Final = (EXPRESSION, DEPTH)
GROUP_KEYS: Final = (EXPRESSION, LABEL)

SYNONYMS: Final = {"name": LABEL}
"""Other names of the keys; every key may be abbreviated."""


def selected(ps: Context, given: object, keys: tuple[str, ...]) -> Selected:
    """Return one entry; `keys` are those that its hashtable may have."""
    base = base_of(given)
    if isinstance(base, Hashtable):
        return _calculated(ps, base, keys)
    return Selected(expression=_expression(ps, base))


def all_selected(
    ps: Context, given: Iterable[object], keys: tuple[str, ...]
) -> tuple[Selected, ...]:
    """Return the entries of -Property."""
    return tuple(selected(ps, one, keys) for one in given)


def _expression(ps: Context, given: object) -> PropertyExpression:
    base = base_of(given)
    if isinstance(base, str):
        return PropertyName(base)
    if base is not None and type_of(base).name == SCRIPT_BLOCK:
        return Block(lambda value: _value(ps, base, value), to_string(base))
    kind = "null" if base is None else type_of(base).name
    return _refuse(
        ps,
        "DictionaryKeyUnknownType",
        f"Cannot convert {kind} to one of the following types {{System.String,"
        " System.Management.Automation.ScriptBlock}.",
    )


def _value(ps: Context, block: object, item: object) -> object:
    session = ps.session
    session.guarded += 1  # an error leaves the block, as inside a try, and the cell stays empty
    try:
        results = session.invoke_with_item(block, item)
    finally:
        session.guarded -= 1
    if not results:
        return None
    return results[0] if len(results) == 1 else list(results)


def _calculated(ps: Context, table: Hashtable, keys: tuple[str, ...]) -> Selected:
    entries = {_key(ps, to_string(key), keys): value for key, value in table.items()}
    if EXPRESSION not in entries:
        _refuse(ps, "DictionaryKeyMandatoryEntry", "A mandatory entry for expression is missing.")
    label = entries.get(LABEL)
    formatted = entries.get(FORMAT_STRING)
    return Selected(
        expression=_expression(ps, entries[EXPRESSION]),
        label=None if label is None else to_string(label),
        width=_number(ps, WIDTH, entries.get(WIDTH)),
        alignment=_alignment(ps, entries.get(ALIGNMENT)),
        format_string=None if formatted is None else to_string(formatted),
        depth=_number(ps, DEPTH, entries.get(DEPTH)),
    )


def _key(ps: Context, written: str, keys: tuple[str, ...]) -> str:
    lower = written.lower()
    for known in (*keys, *SYNONYMS):
        meant = SYNONYMS.get(known, known)
        if lower and known.startswith(lower) and meant in keys:
            return meant
    return _refuse(ps, "DictionaryKeyIllegal", f"The {written} key is not valid.")


def _number(ps: Context, key: str, value: object) -> int | None:
    base = base_of(value)
    if base is None:
        return None
    if isinstance(base, int) and base > 0:
        return int(base)
    return _refuse(
        ps,
        "DictionaryKeyIllegalValue",
        f'The value "{to_string(base)}" for key "{key}" is not valid; it must be greater than zero.',
    )


def _alignment(ps: Context, value: object) -> Alignment | None:
    if value is None:
        return None
    written = to_string(value)
    for alignment in Alignment:
        if written and alignment.value.startswith(written.lower()):
            return alignment
    return _refuse(
        ps,
        "AlignmentIllegalValue",
        f'The value "{written}" for key "alignment" is not valid; valid values are'
        " {left, center, right}.",
    )


def _refuse(ps: Context, error_id: str, message: str) -> NoReturn:
    throw(
        ps,
        ErrorRecord(
            exception=ClrException(
                type_name=NOT_SUPPORTED, message="Specified method is not supported."
            ),
            error_id=error_id,
            category=ErrorCategory.InvalidArgument,
            details_message=message,
        ),
    )
