"""Errors of meaning in data sections, where little is allowed."""

from collections.abc import Sequence

from emulator.powershell import tree
from emulator.powershell.parser.state import Parser

_ALLOWED_VARIABLES = ("$PSCulture", "$PSUICulture", "$true", "$false", "$null")

_REFUSED: tuple[tuple[type[tree.Node], str], ...] = (
    (tree.AssignmentStatement, "AssignmentStatementNotSupportedInDataSection"),
    (tree.FileRedirection, "RedirectionNotSupportedInDataSection"),
    (tree.MergingRedirection, "RedirectionNotSupportedInDataSection"),
    (tree.DoWhileStatement, "DoWhileStatementNotSupportedInDataSection"),
    (tree.DoUntilStatement, "DoWhileStatementNotSupportedInDataSection"),
    (tree.ExpandableStringExpression, "ExpandableStringNotSupportedInDataSection"),
    (tree.TrapStatement, "TrapStatementNotSupportedInDataSection"),
    (tree.TryStatement, "TryStatementNotSupportedInDataSection"),
    (tree.BreakStatement, "FlowControlStatementNotSupportedInDataSection"),
    (tree.ContinueStatement, "FlowControlStatementNotSupportedInDataSection"),
    (tree.ReturnStatement, "FlowControlStatementNotSupportedInDataSection"),
    (tree.ExitStatement, "FlowControlStatementNotSupportedInDataSection"),
    (tree.ThrowStatement, "FlowControlStatementNotSupportedInDataSection"),
    (tree.ForEachStatement, "ForeachStatementNotSupportedInDataSection"),
    (tree.ForStatement, "ForWhileStatementNotSupportedInDataSection"),
    (tree.WhileStatement, "ForWhileStatementNotSupportedInDataSection"),
    (tree.FunctionDefinition, "FunctionDeclarationNotSupportedInDataSection"),
    (tree.InvokeMemberExpression, "MethodCallNotSupportedInDataSection"),
    (tree.ParamBlock, "ParameterDeclarationNotSupportedInDataSection"),
    (tree.MemberExpression, "PropertyReferenceNotSupportedInDataSection"),
    (tree.IndexExpression, "ArrayReferenceNotSupportedInDataSection"),
    (tree.ScriptBlockExpression, "ScriptBlockNotSupportedInDataSection"),
    (tree.SwitchStatement, "SwitchStatementNotSupportedInDataSection"),
    (tree.DataStatement, "DataSectionStatementNotSupportedInDataSection"),
)


def body(p: Parser, block: tree.StatementBlock, supported: Sequence[tree.Expression]) -> None:
    """Check a data section's body; `supported` names commands besides ConvertFrom-StringData."""
    constant = all(isinstance(each, tree.StringConstantExpression) for each in supported)
    allowed = {"convertfrom-stringdata"}
    allowed.update(
        each.value.lower() for each in supported if isinstance(each, tree.StringConstantExpression)
    )
    waiting: list[tree.Node] = [block]
    while waiting:
        node = waiting.pop()
        if isinstance(node, tree.Command):
            if constant:
                _command(p, node, allowed)
        elif isinstance(node, tree.VariableExpression):
            if f"${node.path}".lower() not in [name.lower() for name in _ALLOWED_VARIABLES]:
                names = ", ".join(_ALLOWED_VARIABLES)
                p.note(node, "VariableReferenceNotSupportedInDataSection", names)
        else:
            for kind, error_id in _REFUSED:
                if isinstance(node, kind):
                    p.note(node, error_id)
                    break
        waiting.extend(node.children())


def _command(p: Parser, command: tree.Command, allowed: set[str]) -> None:
    if command.invocation is tree.InvocationOperator.DOT:
        p.note(command, "DotSourcingNotSupportedInDataSection")
        return
    name = command.elements[0]
    text = name.value if isinstance(name, tree.StringConstantExpression) else ""
    if text.lower() not in allowed:
        p.note(command, "CmdletNotInAllowedListForDataSection", text)
