""".Where() and .ForEach(): the methods that the language adds to every value.

Source: about_Arrays; language-capture-007.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from emulator.dotnet.lists import collection_of
from emulator.objects.basic_types import INT32
from emulator.objects.conversion import convert
from emulator.objects.enumeration import enumerate_value
from emulator.objects.errors import ErrorCategory
from emulator.objects.exceptions import runtime_error
from emulator.objects.psobject import AUTOMATION_NULL
from emulator.objects.text import to_string
from emulator.objects.truth import is_true
from emulator.objects.types import PSType
from emulator.powershell.runtime.closures import collected
from emulator.powershell.runtime.method_groups import MethodGroup
from emulator.powershell.runtime.scriptblock import ScriptBlock

if TYPE_CHECKING:
    from emulator.powershell.runtime.scope import Scope

Magic = Callable[["Scope", object, list[object]], object]

MODES: Final = ("default", "first", "last", "skipuntil", "until", "split")


def _items(value: object) -> list[object]:
    items = enumerate_value(value)
    return [value] if items is None else list(items)


def where(scope: "Scope", value: object, arguments: list[object]) -> object:
    """`.Where({ }, mode, count)`: always a collection."""
    block = arguments[0] if arguments else None
    if not isinstance(block, ScriptBlock):
        raise runtime_error(
            "The argument to .Where() must be a script block.",
            "InvalidWhereArgument",
            ErrorCategory.InvalidOperation,
        )
    mode = to_string(arguments[1]).lower() if len(arguments) > 1 else "default"
    if mode not in MODES:
        raise runtime_error(
            f"'{mode}' is not a mode of .Where().",
            "InvalidWhereMode",
            ErrorCategory.InvalidOperation,
        )
    count = convert(arguments[2], INT32) if len(arguments) > 2 else 0
    assert isinstance(count, int), "a conversion to Int32 gives an int"

    def fits(item: object) -> bool:
        return is_true(collected(block.run_with_item(scope, item)))

    return collection_of(_selected(_items(value), fits, mode, count))


def _selected(
    items: list[object], fits: Callable[[object], bool], mode: str, count: int
) -> list[object]:
    match mode:
        case "first":
            return _first(items, fits, count or 1)
        case "last":
            return [item for item in items if fits(item)][-(count or 1) :]
        case "skipuntil":
            at = next((at for at, item in enumerate(items) if fits(item)), len(items))
            return items[at : at + count] if count else items[at:]
        case "until":
            at = next((at for at, item in enumerate(items) if fits(item)), len(items))
            return items[: min(at, count)] if count else items[:at]
        case "split":
            yes: list[object] = []
            no: list[object] = []
            for item in items:
                taken = (not count or len(yes) < count) and fits(item)
                (yes if taken else no).append(item)
            return [yes, no]
        case _:
            kept = [item for item in items if fits(item)]
            return kept[:count] if count else kept


def _first(items: list[object], fits: Callable[[object], bool], count: int) -> list[object]:
    found: list[object] = []
    for item in items:
        if fits(item):
            found.append(item)
            if len(found) == count:
                break
    return found


def for_each(scope: "Scope", value: object, arguments: list[object]) -> object:
    """`.ForEach({ })`, `.ForEach([type])`, `.ForEach('Member', arguments)`: a collection."""
    from emulator.powershell.runtime import membership  # noqa: PLC0415 - each knows the other

    first = arguments[0] if arguments else None
    rest = arguments[1:]
    found: list[object] = []
    for item in _items(value):
        if isinstance(first, ScriptBlock):
            found.extend(first.run_with_item(scope, item, arguments=rest))
        elif isinstance(first, PSType):
            found.append(convert(item, first))
        else:
            name = to_string(first)
            if rest:
                answer = _member(scope, item, name, rest)
            else:
                answer = membership.get_member(scope, item, name)
                if isinstance(answer, MethodGroup):
                    answer = membership.call_method(scope, item, name, [])
            if answer is not AUTOMATION_NULL:
                found.append(answer)
    return collection_of(found)


def _member(scope: "Scope", item: object, name: str, rest: list[object]) -> object:
    """Call the method, or set the property to the one argument."""
    from emulator.dotnet import methods  # noqa: PLC0415 - only here
    from emulator.powershell.runtime import membership  # noqa: PLC0415 - each knows the other

    if methods.has_method(item, name):
        return membership.call_method(scope, item, name, rest)
    membership.set_member(scope, item, name, rest[0])
    return AUTOMATION_NULL


MAGIC: Final[dict[str, Magic]] = {"where": where, "foreach": for_each}
"""Method name, lower case, to what it does where the value has no method of that name."""
