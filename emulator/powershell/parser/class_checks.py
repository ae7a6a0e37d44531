"""Errors of meaning in classes and enums."""

from collections.abc import Iterator, Sequence

from emulator.powershell import tree
from emulator.powershell.parser import checks
from emulator.powershell.parser.state import Parser, Stage
from emulator.powershell.tokens.token import Token

_KNOWN_VARIABLES = frozenset(
    {
        "_", "?", "$", "^", "args", "input", "this", "true", "false", "null", "pscmdlet",
        "psboundparameters", "myinvocation", "psscriptroot", "pscommandpath", "error", "home",
        "host", "pid", "pwd", "pshome", "psculture", "psuiculture", "psversiontable", "shellid",
        "executioncontext", "lastexitcode", "matches", "nestedpromptlevel", "outputencoding",
        "stacktrace", "confirmpreference", "debugpreference", "erroractionpreference",
        "informationpreference", "progresspreference", "verbosepreference", "warningpreference",
        "whatifpreference", "psitem", "foreach", "switch", "iswindows", "islinux", "ismacos",
        "iscoreclr", "psedition", "ofs", "psdefaultparametervalues",
    }
)  # fmt: skip
"""Variables that a method may read without assigning them. Source: about_Classes; assumed."""


def definition(p: Parser, defined: tree.TypeDefinition) -> None:
    """Check that no member is defined twice; methods may differ in their parameters."""
    seen: set[str] = set()
    for member in defined.members:
        key = member.name.lower()
        if isinstance(member, tree.FunctionMember):
            key += _signature(member)
        if key in seen:
            p.note(member, "MemberAlreadyDefined", member.name, stage=Stage.DEFINING)
        seen.add(key)


def _signature(member: tree.FunctionMember) -> str:
    kinds: list[str] = []
    for parameter in member.function.parameters or ():
        constraint = next(
            (each for each in parameter.attributes if isinstance(each, tree.TypeConstraint)), None
        )
        kinds.append("object" if constraint is None else type_text(constraint.type_name))
    return f"({','.join(kinds)}){member.static}"


def type_text(name: tree.TypeName) -> str:
    """Write a type's name so that the same types get the same text."""
    if name.element is not None:
        return f"{type_text(name.element)}[{',' * (name.rank - 1)}]"
    inner = ",".join(type_text(each) for each in name.generic_arguments)
    return f"{name.name.lower()}[{inner}]" if inner else name.name.lower()


def method(p: Parser, member: tree.FunctionMember, name: Token) -> None:
    """Check what a method returns, and that it reads only what it knows."""
    body = member.function.body
    checks.duplicate_parameters(p, member.function.parameters or ())
    if body.param_block is not None:
        p.note(body.param_block, "ParamBlockNotAllowedInMethod")
    named = [
        block
        for block in (body.dynamicparam, body.begin, body.process, body.end_block)
        if block is not None and not block.unnamed
    ]
    if named:
        p.note(named[0], "NamedBlockNotAllowedInMethod")
    is_void = member.return_type is None or checks.is_void(member.return_type)
    if member.constructor and member.return_type is not None:
        p.note(member.return_type, "ConstructorCantHaveReturnType")
    statements = () if body.end_block is None else body.end_block.statements
    if not is_void and not _always_ends(statements):
        p.note(name, "MethodHasCodePathNotReturn")
    nodes = list(_own_nodes(body))
    for node in nodes:
        if isinstance(node, tree.ReturnStatement):
            if is_void and node.pipeline is not None:
                p.note(node, "VoidMethodHasReturn")
            elif not is_void and node.pipeline is None:
                p.note(node, "NonVoidMethodMissingReturnValue")
    _variables(p, member, nodes)


def _own_nodes(node: tree.Node) -> Iterator[tree.Node]:
    """Yield everything in a method's body, except what stands in script blocks of their own."""
    waiting: list[tree.Node] = [node]
    while waiting:
        one = waiting.pop()
        yield one
        if not isinstance(one, tree.ScriptBlockExpression | tree.FunctionDefinition):
            waiting.extend(one.children())


def _variables(p: Parser, member: tree.FunctionMember, nodes: Sequence[tree.Node]) -> None:
    known = set(_KNOWN_VARIABLES)
    known.update(each.name.path.lower() for each in member.function.parameters or ())
    for node in nodes:
        if isinstance(node, tree.AssignmentStatement):
            known.update(_targets(node.left))
        elif isinstance(node, tree.ForEachStatement):
            known.add(node.variable.path.lower())
        elif isinstance(node, tree.UnaryExpression) and "us" in node.operator:
            known.update(_targets(node.operand))
        elif isinstance(node, tree.DataStatement) and node.variable is not None:
            known.add(node.variable.lower())
    for node in nodes:
        if not isinstance(node, tree.VariableExpression):
            continue
        path = node.path.lower()
        if path == "this" and member.static:
            p.note(node, "NonStaticMemberAccessInStaticMember", node.path)
        elif ":" not in path.removeprefix("local:") and path.removeprefix("local:") not in known:
            p.note(node, "VariableNotLocal")


def _targets(target: tree.Expression) -> Iterator[str]:
    for node in _own_nodes(target):
        if isinstance(node, tree.VariableExpression):
            yield node.path.lower().removeprefix("local:")


def _always_ends(statements: Sequence[tree.Statement]) -> bool:
    return any(_ends(statement) for statement in statements)


def _ends(statement: tree.Statement) -> bool:
    match statement:
        case tree.ReturnStatement() | tree.ThrowStatement() | tree.ExitStatement():
            return True
        case tree.IfStatement():
            blocks = [block for _, block in statement.clauses]
            return statement.else_clause is not None and all(
                _always_ends(block.statements) for block in (*blocks, statement.else_clause)
            )
        case tree.SwitchStatement():
            blocks = [block for _, block in statement.clauses]
            return statement.default is not None and all(
                _always_ends(block.statements) for block in (*blocks, statement.default)
            )
        case tree.TryStatement():
            if statement.finally_block and _always_ends(statement.finally_block.statements):
                return True
            return _always_ends(statement.body.statements) and all(
                _always_ends(clause.body.statements) for clause in statement.catches
            )
        case tree.DoWhileStatement() | tree.DoUntilStatement():
            return _always_ends(statement.body.statements)
        case tree.WhileStatement() | tree.ForStatement():
            return _is_endless(statement)
        case _:
            return False


def _is_endless(loop: tree.WhileStatement | tree.ForStatement) -> bool:
    condition = None if loop.condition is None else checks.pure_expression(loop.condition)
    endless = loop.condition is None or (
        isinstance(condition, tree.VariableExpression) and condition.path.lower() == "true"
    )
    return endless and not any(
        isinstance(node, tree.BreakStatement) for node in _own_nodes(loop.body)
    )
