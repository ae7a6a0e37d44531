"""Literals and groupings: constants, arrays, hashtables, script blocks, $( ), @( ), ( )."""

from emulator.objects.collections import Hashtable, OrderedDictionary
from emulator.objects.enumeration import enumerate_value
from emulator.objects.errors import ErrorCategory
from emulator.objects.exceptions import runtime_error
from emulator.objects.psobject import AUTOMATION_NULL
from emulator.objects.text import to_string
from emulator.powershell import tree
from emulator.powershell.compiler.blocks import compile_block, compile_body
from emulator.powershell.compiler.unit import Unit, pure_expression
from emulator.powershell.runtime.closures import SCALARS, Evaluate, Execute, collected
from emulator.powershell.runtime.scope import Scope
from emulator.powershell.runtime.scriptblock import ScriptBlock
from emulator.powershell.runtime.signals import unwind_value


def compile_constant(_unit: Unit, node: tree.ConstantExpression) -> Evaluate:
    """Compile a number."""
    value = node.value
    return lambda _scope: value


def compile_string_constant(_unit: Unit, node: tree.StringConstantExpression) -> Evaluate:
    """Compile a string without anything to expand."""
    value = node.value
    return lambda _scope: value


def compile_array_literal(unit: Unit, node: tree.ArrayLiteral) -> Evaluate:
    """Compile `a, b, c`."""
    elements = tuple(unit.expression(element) for element in node.elements)

    def run(scope: Scope) -> object:
        return [None if (v := one(scope)) is AUTOMATION_NULL else v for one in elements]

    return run


def compile_array_expression(unit: Unit, node: tree.ArrayExpression) -> Evaluate:
    """`@( ... )`: always an array; an array inside is not wrapped again."""
    statements = node.body.statements
    if not node.body.traps and len(statements) == 1:
        pure = pure_expression(statements[0])
        if isinstance(pure, tree.ArrayLiteral):
            return unit.expression(pure)
    execute = compile_block(unit, node.body)

    def run(scope: Scope) -> object:
        items: list[object] = []
        leave = execute(scope, items.append)
        if leave is not None:
            unwind_value(leave, items)
        return items

    return run


def compile_sub_expression(unit: Unit, node: tree.SubExpression) -> Evaluate:
    """`$( ... )`: what its statements write, as one value."""
    return value_of_block(compile_block(unit, node.body))


def value_of_block(execute: Execute) -> Evaluate:
    """Return the closure that gives what a block writes as one value."""

    def run(scope: Scope) -> object:
        items: list[object] = []
        leave = execute(scope, items.append)
        if leave is not None:
            unwind_value(leave, items)
        return collected(items)

    return run


def compile_paren(unit: Unit, node: tree.ParenExpression) -> Evaluate:
    """`( ... )`: the value of a pipeline, or of an assignment."""
    return unit.value_of(node.pipeline)


def compile_hashtable(unit: Unit, node: tree.Hashtable) -> Evaluate:
    """`@{ key = statement }`."""
    pairs = entries(unit, node)

    def run(scope: Scope) -> object:
        table = Hashtable()
        fill(table, pairs, scope)
        return table

    return run


def ordered_hashtable(unit: Unit, node: tree.Hashtable) -> Evaluate:
    """`[ordered]@{ key = statement }`."""
    pairs = entries(unit, node)

    def run(scope: Scope) -> object:
        table = OrderedDictionary()
        fill(table, pairs, scope)
        return table

    return run


def entries(unit: Unit, node: tree.Hashtable) -> tuple[tuple[Evaluate, Evaluate], ...]:
    """Return the closures of the keys and values of a hashtable literal."""
    return tuple((unit.expression(key), unit.value_of(value)) for key, value in node.entries)


def fill(table: Hashtable, pairs: tuple[tuple[Evaluate, Evaluate], ...], scope: Scope) -> None:
    """Compute the entries and put them into `table`; a key twice is an error."""
    for key_of, value_of in pairs:
        key = key_of(scope)
        if key is None or key is AUTOMATION_NULL:
            raise runtime_error(
                "A null key is not allowed in a hash literal.",
                "InvalidNullKey",
                ErrorCategory.InvalidOperation,
            )
        if key in table:
            raise runtime_error(
                f"Item has already been added. Key in dictionary: '{to_string(key)}'"
                f"  Key being added: '{to_string(key)}'",
                "DuplicateKeyInHashLiteral",
                ErrorCategory.InvalidArgument,
            )
        value = value_of(scope)
        table[key] = value


def compile_script_block(unit: Unit, node: tree.ScriptBlockExpression) -> Evaluate:
    """`{ ... }` as a value."""
    body = compile_body(unit, node.script_block, inner_of_braces(unit, node))

    def run(scope: Scope) -> object:
        return ScriptBlock(body, scope.session)

    return run


def inner_of_braces(unit: Unit, node: tree.ScriptBlockExpression) -> str:
    """Return the text between the braces: what a script block's ToString() gives."""
    return unit.source.text[node.start + 1 : node.end - 1]


def elements_of(value: object) -> list[object]:
    """Return `value` as the list that an operator with several operands reads."""
    if type(value) is list:
        return value
    if type(value) in SCALARS:
        return [value]
    if value is AUTOMATION_NULL:
        return []
    items = enumerate_value(value)
    return [value] if items is None else list(items)
