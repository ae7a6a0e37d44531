"""Functions and filters being defined; classes and the like are refused by name."""

from emulator.objects.errors import NotEmulated
from emulator.powershell import tree
from emulator.powershell.compiler.blocks import compile_body
from emulator.powershell.compiler.parameters import declared
from emulator.powershell.compiler.unit import Unit
from emulator.powershell.compiler.variables import PLACES, split_path
from emulator.powershell.metadata import CommandKind
from emulator.powershell.runtime.body import Body
from emulator.powershell.runtime.closures import Emit, Execute
from emulator.powershell.runtime.functions import Function
from emulator.powershell.runtime.scope import Scope
from emulator.powershell.runtime.signals import Leave


def compile_function(unit: Unit, node: tree.FunctionDefinition) -> Execute:
    """Compile `function name(...) { }` and `filter name { }`."""
    if node.function_kind not in {tree.FunctionKind.FUNCTION, tree.FunctionKind.FILTER}:
        raise NotEmulated(f"{node.function_kind.value} {node.name}")
    is_filter = node.function_kind is tree.FunctionKind.FILTER
    body = function_body(unit, node, is_filter=is_filter)
    kind = CommandKind.FILTER if is_filter else CommandKind.FUNCTION
    qualifier, name = split_path(node.name)
    place = PLACES.get(qualifier)
    if place is None:
        name = node.name
        place = PLACES["local"]
    lower = name.lower()
    where = place

    def run(scope: Scope, _emit: Emit) -> Leave | None:
        made = Function(name=name, body=body, session=scope.session, kind=kind)
        where(scope).define_function(lower, made)
        return None

    return run


def function_body(unit: Unit, node: tree.FunctionDefinition, *, is_filter: bool) -> Body:
    """Return the body; parameters may stand in parentheses behind the name."""
    text = unit.source.text[node.body.start + 1 : node.body.end - 1]
    body = compile_body(unit, node.body, text, is_filter=is_filter)
    if node.parameters is None:
        return body
    return body.with_parameters(declared(unit, node.parameters))


def compile_type_definition(_unit: Unit, node: tree.TypeDefinition) -> Execute:
    """Refuse `class` and `enum`."""
    raise NotEmulated(f"{node.type_kind.value} {node.name}")


def compile_data(_unit: Unit, _node: tree.DataStatement) -> Execute:
    """Refuse `data { }`."""
    raise NotEmulated("a data section")


def compile_block_statement(_unit: Unit, node: tree.BlockStatement) -> Execute:
    """Refuse `parallel { }` and the like."""
    raise NotEmulated(f"{node.keyword} (workflow)")
