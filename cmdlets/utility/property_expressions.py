"""-Property of Select-, Sort-, Group- and Measure-Object: names, script blocks, hashtables.

Source: conformance cmdlets/select, /sort, /group; PowerShell 7 MshParameter.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NoReturn, cast

from cmdlets.context import Context
from emulator.objects.collections import Hashtable
from emulator.objects.errors import ErrorCategory, PowerShellError
from emulator.objects.members import MISSING, get_property, property_names
from emulator.objects.psobject import PSObject
from emulator.objects.text import to_string
from emulator.objects.typing_of import type_of
from emulator.objects.wildcards import has_wildcards, is_match
from emulator.powershell.binder.plan import is_script_block

if TYPE_CHECKING:
    from emulator.powershell.runtime.scriptblock import ScriptBlock

NOT_SUPPORTED: Final = "System.NotSupportedException"
EXPRESSION: Final = "expression"


@dataclass(frozen=True, slots=True, kw_only=True)
class Expression:
    """One entry of -Property: a name (perhaps with wildcards) or a script block.

    `label` None means that the hashtable gave none; `entries` are its other keys.
    """

    name: str | None = None
    block: object = None
    label: str | None = None
    entries: Mapping[str, object]

    @property
    def text(self) -> str:
        """What the expression is called where it has no label."""
        return self.name if self.name is not None else to_string(self.block)

    def names_in(self, item: object) -> list[str]:
        """Return the names of the properties it means in `item`; its own if it names one."""
        assert self.name is not None
        if has_wildcards(self.name):
            return [name for name in names_of(item) if is_match(self.name, name)]
        return [self.name]


def expressions(ps: Context, given: Iterable[object], keys: tuple[str, ...]) -> list[Expression]:
    """Return the entries of -Property; a hashtable may have the `keys` (beginnings suffice)."""
    return [_expression(ps, one, keys) for one in given]


def _expression(ps: Context, given: object, keys: tuple[str, ...]) -> Expression:
    base = given.base if isinstance(given, PSObject) and given.base is not None else given
    if isinstance(base, str):
        return Expression(name=base, entries={})
    if is_script_block(base):
        return Expression(block=base, entries={})
    if not isinstance(base, Hashtable):
        kind = "null" if base is None else type_of(base).name
        refuse(
            ps,
            "DictionaryKeyUnknownType",
            f"Cannot convert {kind} to one of the following types {{System.String, "
            "System.Management.Automation.ScriptBlock}.",
        )
    entries = {_key(ps, to_string(key), keys): value for key, value in base.items()}
    meant = entries.pop(EXPRESSION, None)
    if meant is None:
        refuse(ps, "DictionaryKeyMandatoryEntry", "A mandatory entry for expression is missing.")
    inner = _expression(ps, meant, ())
    label = entries.pop("label", None)
    return Expression(
        name=inner.name,
        block=inner.block,
        label=None if label is None else to_string(label) or None,
        entries=entries,
    )


def _key(ps: Context, written: str, keys: tuple[str, ...]) -> str:
    """Return the key that `written` is the beginning of; `name` is another word for `label`."""
    lower = written.lower()
    for known in (EXPRESSION, *keys):
        for word in ("label", "name") if known == "label" else (known,):
            if lower and word.startswith(lower):
                return known
    return refuse(ps, "DictionaryKeyIllegal", f"The {written} key is not valid.")


def refuse(ps: Context, error_id: str, message: str) -> NoReturn:
    """End the cmdlet because of a bad entry."""
    record = ps.record(message, error_id, ErrorCategory.InvalidArgument, type_name=NOT_SUPPORTED)
    ps.throw(record)


def computed(ps: Context, block: object, item: object) -> object:
    """Return what a script block writes for `item`; $null where it fails or writes nothing."""
    session = ps.session
    runnable = cast("ScriptBlock", block)
    session.guarded += 1  # an error inside ends the block, as in a try, and is only remembered
    try:
        written = runnable.run_with_item(runnable.open_scope(ps.scope), item)
    except PowerShellError as error:
        session.failures.remember(error.record)
        return None
    finally:
        session.guarded -= 1
    if len(written) == 1:
        return written[0]
    return list(written) if written else None


def names_of(item: object) -> list[str]:
    """Return what a wildcard goes over: a dictionary's keys, else the properties."""
    if isinstance(item, Hashtable):
        return [to_string(key) for key in item.keys()]  # noqa: SIM118 - a Hashtable is no dict
    return property_names(item)


def value_of(ps: Context, expression: Expression, item: object) -> object:
    """Return the one value of the expression for `item`; MISSING where it means none or many."""
    if expression.block is not None:
        return computed(ps, expression.block, item)
    names = expression.names_in(item)
    return get_property(item, names[0]) if len(names) == 1 else MISSING
