"""Which statements set `$?` to true by themselves: those that are nothing but an expression.

A command sets `$?` itself. `(command)` keeps what the command said in 7 and sets true in 5.1.
Source: errors-action-preference-030 (7); 5.1 assumed, reference/powershell.md 1.9.
"""

from emulator.powershell import tree
from emulator.powershell.compiler.unit import pure_expression


def succeeds(node: tree.Statement, *, core: bool) -> bool:
    """Whether `node`, once run without failure, leaves `$?` true."""
    if isinstance(node, tree.AssignmentStatement):
        return succeeds(node.right, core=core)
    if not isinstance(node, tree.Pipeline | tree.CommandExpression):
        return False
    if isinstance(node, tree.Pipeline) and len(node.elements) > 1:
        return False
    pure = pure_expression(node)
    if pure is None:
        only = node.elements[0] if isinstance(node, tree.Pipeline) else node
        return isinstance(only, tree.CommandExpression)
    return _expression(pure, core=core)


def _expression(node: tree.Expression, *, core: bool) -> bool:
    if not core:
        return True
    match node:
        case tree.ParenExpression():
            return succeeds(node.pipeline, core=core)
        case tree.SubExpression() | tree.ArrayExpression():
            statements = node.body.statements
            return not statements or succeeds(statements[-1], core=core)
        case _:
            return True
