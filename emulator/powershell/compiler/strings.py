"""Expandable strings: text, variables and sub-expressions put together."""

from emulator.objects.text import to_string
from emulator.powershell import tree
from emulator.powershell.compiler.unit import Unit
from emulator.powershell.runtime.closures import Evaluate
from emulator.powershell.runtime.scope import MISSING, Scope

Part = str | Evaluate


def compile_expandable(unit: Unit, node: tree.ExpandableStringExpression) -> Evaluate:
    """`"text $x $( ... )"`."""
    parts: list[Part] = [
        part if isinstance(part, str) else _part(unit, part) for part in node.parts
    ]
    if len(parts) == 1 and not isinstance(parts[0], str):
        only = parts[0]
        return lambda scope: expand(only(scope), scope)
    ready = tuple(parts)

    def run(scope: Scope) -> object:
        texts: list[str] = []
        for part in ready:
            if isinstance(part, str):
                texts.append(part)
            else:
                value = part(scope)
                texts.append(value if type(value) is str else expand(value, scope))
        return "".join(texts)

    return run


def _part(unit: Unit, node: tree.Expression) -> Evaluate:
    """Compile what stands in a string; version 1 of strict mode allows unset variables there."""
    value = unit.expression(node)
    if not isinstance(node, tree.VariableExpression):
        return value

    def read(scope: Scope) -> object:
        if scope.strict != 1:
            return value(scope)
        scope.strict = 0
        try:
            return value(scope)
        finally:
            scope.strict = 1

    return read


def expand(value: object, scope: Scope) -> str:
    """Return `value` as it stands in a string: lists joined with $OFS."""
    kind = type(value)
    if kind is str:
        return value  # type: ignore[return-value]
    if kind is int:
        return str(value)
    if value is None:
        return ""
    separator = scope.find("ofs")
    if separator is MISSING or separator is None:
        return to_string(value)
    return scope.session.joined(value, to_string(separator))
