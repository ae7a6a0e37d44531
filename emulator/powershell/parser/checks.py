"""Errors of meaning that one construct shows by itself; they are told after those of grammar."""

from collections.abc import Sequence

from emulator.powershell import tree
from emulator.powershell.parser.state import Border, Parser

_ASSIGNABLE = (
    tree.VariableExpression,
    tree.MemberExpression,
    tree.InvokeMemberExpression,
    tree.IndexExpression,
    tree.ConvertExpression,
    tree.AttributedExpression,
)

_STEPS = {
    "PlusPlus": "++", "PostfixPlusPlus": "++", "MinusMinus": "--", "PostfixMinusMinus": "--",
}  # fmt: skip

_CONSTANT_VARIABLES = frozenset({"true", "false", "null"})


def assignment_target(p: Parser, target: tree.Expression, operator: str) -> None:
    """Check that something can be assigned to the left side."""
    for bad in _not_assignable(target, lists=operator == "="):
        p.note(bad, "InvalidLeftHandSide")


def step_target(p: Parser, target: tree.Expression, operator: str) -> None:
    """Check that ++ or -- has something to change."""
    for bad in _not_assignable(target, lists=False):
        p.note(bad, "OperatorRequiresVariableOrProperty", _STEPS[operator])


def _not_assignable(target: tree.Expression, *, lists: bool) -> list[tree.Node]:
    if isinstance(target, tree.ArrayLiteral):
        if not lists:
            return [target]
        return [bad for each in target.elements for bad in _not_assignable(each, lists=True)]
    if isinstance(target, tree.ParenExpression):
        inner = pure_expression(target.pipeline)
        return [target.pipeline] if inner is None else _not_assignable(inner, lists=lists)
    if not isinstance(target, _ASSIGNABLE):
        return [target]
    if not isinstance(target, tree.ConvertExpression | tree.AttributedExpression):
        conditional = not isinstance(target, tree.VariableExpression) and target.null_conditional
        return [target] if conditional else []
    operand: tree.Expression = target
    while isinstance(operand, tree.ConvertExpression | tree.AttributedExpression):
        operand = operand.operand
    return _not_assignable(operand, lists=lists)


def pure_expression(statement: tree.Statement) -> tree.Expression | None:
    """Return the expression that is all of a pipeline, if it is one."""
    if isinstance(statement, tree.Pipeline) and len(statement.elements) == 1:
        only = statement.elements[0]
        if isinstance(only, tree.CommandExpression) and not only.redirections:
            return only.expression
    return None


def conversion(p: Parser, constraint: tree.TypeConstraint, operand: tree.Expression) -> None:
    """Check that [ordered] stands before a hash literal."""
    name = constraint.type_name.name
    if name.lower() == "ordered" and not isinstance(operand, tree.Hashtable):
        whole = tree.TypeConstraint(
            start=constraint.start, end=operand.end, type_name=constraint.type_name
        )
        p.note(whole, "OrderedAttributeOnlyOnHashLiteralNode", name)


def attributed(p: Parser, attribute: tree.Attribute, operand: tree.Expression) -> None:
    """Check that an attribute stands before a variable."""
    while isinstance(operand, tree.AttributedExpression | tree.ConvertExpression):
        operand = operand.operand
    if not isinstance(operand, tree.VariableExpression):
        p.note(attribute, "UnexpectedAttribute", attribute.type_name.name)


def used(p: Parser, operand: tree.Expression) -> None:
    """Check that a $using: expression only reads properties and constant elements."""
    while not isinstance(operand, tree.VariableExpression):
        if isinstance(operand, tree.MemberExpression) and isinstance(
            operand.member, tree.StringConstantExpression
        ):
            operand = operand.operand
        elif isinstance(operand, tree.IndexExpression):
            if not is_constant(operand.index, script_blocks=True):
                p.note(operand.index, "InvalidUsingExpression")
                return
            operand = operand.operand
        else:
            p.note(operand, "InvalidUsingExpression")
            return


def hash_keys(p: Parser, entries: Sequence[tuple[tree.Expression, tree.Statement]]) -> None:
    """Check that no constant key comes twice."""
    seen: set[str] = set()
    for key, _ in entries:
        if isinstance(key, tree.StringConstantExpression):
            text = key.value
        elif isinstance(key, tree.ConstantExpression):
            text = str(key.value)
        else:
            continue
        if text.lower() in seen:
            p.note(key, "DuplicateKeyInHashLiteral", text)
        seen.add(text.lower())


def attribute_arguments(p: Parser, attribute: tree.Attribute) -> None:
    """Check that the arguments of an attribute are constants or script blocks."""
    values = list(attribute.positional_arguments)
    seen: set[str] = set()
    for named in attribute.named_arguments:
        if named.name.lower() in seen:
            p.note(named, "DuplicateNamedArgument", named.name)
            continue
        seen.add(named.name.lower())
        if not named.expression_omitted:
            values.append(named.argument)
    for value in values:
        if not is_constant(value, script_blocks=True):
            p.note(value, "ParameterAttributeArgumentNeedsToBeConstantOrScriptBlock")


def is_constant(node: tree.Node, *, script_blocks: bool) -> bool:
    """Tell whether an expression has the same value whenever it is evaluated."""
    match node:
        case tree.VariableExpression():
            return node.path.lower() in _CONSTANT_VARIABLES
        case tree.ScriptBlockExpression():
            return script_blocks
        case tree.MemberExpression():
            return node.static and isinstance(node.operand, tree.TypeExpression)
        case (
            tree.Command()
            | tree.InvokeMemberExpression()
            | tree.ExpandableStringExpression()
            | tree.IndexExpression()
            | tree.UsingExpression()
        ):
            return False
        case tree.Statement():
            known = (tree.Pipeline, tree.CommandExpression, tree.ErrorStatement)
            if not isinstance(node, known):
                return False
        case _:
            pass
    return all(is_constant(child, script_blocks=script_blocks) for child in node.children())


def duplicate_parameters(p: Parser, parameters: Sequence[tree.Parameter]) -> None:
    """Check that no parameter's name comes twice, and that none is void."""
    seen: set[str] = set()
    for parameter in parameters:
        path = parameter.name.path
        if path.lower() in seen:
            p.note(parameter.name, "DuplicateFormalParameter", path)
        seen.add(path.lower())
        for attribute in parameter.attributes:
            if isinstance(attribute, tree.TypeConstraint) and is_void(attribute):
                p.note(attribute, "VoidTypeConstraintNotAllowed")


def is_void(constraint: tree.TypeConstraint) -> bool:
    """Tell whether a type is [void]."""
    return constraint.type_name.name.lower() in ("void", "system.void")


def function_parameters(
    p: Parser, parameters: Sequence[tree.Parameter] | None, body: tree.ScriptBlock
) -> None:
    """Check that a function declares its parameters in one place only."""
    if parameters is None:
        return
    if body.param_block is not None:
        p.note(body.param_block, "OnlyOneParameterListAllowed")
    else:
        duplicate_parameters(p, parameters)


def catches(p: Parser, clauses: Sequence[tree.CatchClause]) -> None:
    """Check that no catch clause comes after one that catches all it would.

    Which exception derives from which is not known here; a clause for the same type, or after
    one for System.Exception, is found.
    """
    for number, first in enumerate(clauses[:-1]):
        for second in clauses[number + 1 :]:
            if not first.types:
                before = max(second.start - 1, 0)
                place = tree.ErrorStatement(start=before, end=before)
                p.note(place, "EmptyCatchNotLast")
                break
            _caught_before(p, first, second)


def _caught_before(p: Parser, first: tree.CatchClause, second: tree.CatchClause) -> None:
    for earlier in first.types:
        for later in second.types:
            caught = _full_exception_name(earlier.type_name.name)
            name = _full_exception_name(later.type_name.name)
            if caught.lower() in (name.lower(), "system.exception"):
                p.note(later, "ExceptionTypeAlreadyCaught", name)


def _full_exception_name(name: str) -> str:
    return name if "." in name else f"System.{name}"


def label_text(label: tree.Expression | None) -> str | None:
    """Return a label's name; empty without a label, None where it is computed."""
    if label is None:
        return ""
    return label.value if isinstance(label, tree.StringConstantExpression) else None


def leaving(p: Parser, statement: tree.Statement, *, label: str | None) -> None:
    """Check that break, continue and return leave no finally block, and break no lost label."""
    for index in range(len(p.flow) - 1, -1, -1):
        around = p.flow[index]
        if around is Border.FINALLY:
            p.note(statement, "ControlLeavingFinally")
            return
        if isinstance(around, Border):
            if label and index and p.flow[index - 1] is Border.METHOD:
                p.note(statement, "LabelNotFound", label)
            return
        if label is not None and label.lower() in ("", around.lower()):
            return
