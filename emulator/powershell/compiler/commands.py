"""Command calls: the name, the arguments as written, and what is redirected."""

from collections.abc import Callable

from emulator.objects.psobject import AUTOMATION_NULL
from emulator.powershell import tree
from emulator.powershell.binder.argument import Argument
from emulator.powershell.compiler.redirections import compile_redirections
from emulator.powershell.compiler.unit import Unit
from emulator.powershell.compiler.variables import reader
from emulator.powershell.runtime.calls import (
    Call,
    CallSite,
    called_like_a_method,
    called_name,
    splatted,
)
from emulator.powershell.runtime.scope import Scope

Add = Callable[[Scope, list[Argument]], None]
"""Puts what one element of a command gives into the list of arguments."""


def compile_command(unit: Unit, node: tree.Command) -> Callable[[Scope], Call]:
    """Return what makes a call of `node`: its command found, its arguments computed."""
    name = _name(unit, node)
    adders = tuple(_adder(unit, element) for element in node.elements[1:])
    site = CallSite(
        extent=unit.extent(node),
        operator=node.invocation.value,
        redirections=compile_redirections(unit, node.redirections),
        name_extent=unit.extent(node.elements[0]),
    )

    like_method = _is_like_a_method(node)

    def call(scope: Scope) -> Call:
        if like_method and scope.strict >= 2:
            raise called_like_a_method()
        command, written = name(scope)
        arguments: list[Argument] = []
        for add in adders:
            add(scope, arguments)
        return Call(site=site, command=command, name=written, arguments=arguments)

    return call


def _is_like_a_method(node: tree.Command) -> bool:
    """Whether the call reads `name(1, 2)`: one argument in parentheses, no blank before it."""
    if len(node.elements) != 2:
        return False
    only = node.elements[1]
    return isinstance(only, tree.ParenExpression) and only.start == node.elements[0].end


def _name(unit: Unit, node: tree.Command) -> Callable[[Scope], tuple[object, str]]:
    """Return what gives the command (a name, a script block, a CommandInfo) and its text."""
    first = node.elements[0]
    if isinstance(first, tree.StringConstantExpression):
        text = first.value
        return lambda _scope: (text, text)
    assert not isinstance(first, tree.CommandParameter), "a command begins with its name"
    value = unit.expression(first)

    def read(scope: Scope) -> tuple[object, str]:
        return called_name(scope, value(scope))

    return read


def _adder(unit: Unit, element: tree.Expression | tree.CommandParameter) -> Add:
    if isinstance(element, tree.CommandParameter):
        return _parameter(unit, element)
    if isinstance(element, tree.VariableExpression) and element.splatted:
        return _splat(unit, element)
    return _positional(unit, element)


def _parameter(unit: Unit, node: tree.CommandParameter) -> Add:
    """`-Name`, or `-Name:value`."""
    if node.argument is None:
        fixed = Argument(name=node.name, text=unit.text(node), start=node.start, end=node.end)
        return lambda _scope, arguments: arguments.append(fixed)
    value = unit.expression(node.argument)
    text = _own_text(unit, node.argument)

    def add(scope: Scope, arguments: list[Argument]) -> None:
        arguments.append(
            Argument(
                name=node.name,
                value=_plain(value(scope)),
                text=text,
                start=node.start,
                end=node.end,
            )
        )

    return add


def _positional(unit: Unit, node: tree.Expression) -> Add:
    text = _own_text(unit, node)
    start, end = node.start, node.end
    if isinstance(node, tree.ConstantExpression | tree.StringConstantExpression):
        fixed = Argument(value=node.value, text=text, start=start, end=end)
        return lambda _scope, arguments: arguments.append(fixed)
    value = unit.expression(node)

    def add(scope: Scope, arguments: list[Argument]) -> None:
        arguments.append(Argument(value=_plain(value(scope)), text=text, start=start, end=end))

    return add


def _own_text(unit: Unit, node: tree.Expression) -> str | None:
    """Return the text of a bare number, which string parameters get; None for all else."""
    return unit.text(node) if isinstance(node, tree.ConstantExpression) else None


def _splat(unit: Unit, node: tree.VariableExpression) -> Add:
    """`@name`: entries as parameters, or elements as arguments."""
    value = reader(unit, node.path)
    start, end = node.start, node.end
    whole = node.path.lower() == "args"

    def add(scope: Scope, arguments: list[Argument]) -> None:
        names = scope.named_arguments if whole else ()
        arguments.extend(splatted(value(scope), start, end, names))

    return add


def _plain(value: object) -> object:
    return None if value is AUTOMATION_NULL else value
