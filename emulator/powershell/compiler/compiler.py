"""From text to something that runs: parse, compile, keep what was compiled."""

from collections import OrderedDict
from typing import Final

from emulator.powershell import tree
from emulator.powershell.compiler import (
    assignment,
    branches,
    casts,
    definitions,
    leaving,
    literals,
    logic,
    loops,
    members,
    operators,
    pipelines,
    strings,
    switching,
    trapping,
    type_names,
    variables,
)
from emulator.powershell.compiler.blocks import compile_body
from emulator.powershell.compiler.unit import ExpressionRule, StatementRule, Unit
from emulator.powershell.parser import ParseError, parse
from emulator.powershell.runtime.body import Body
from emulator.powershell.runtime.positions import Source

EXPRESSIONS: Final[dict[type, ExpressionRule]] = {
    tree.ConstantExpression: literals.compile_constant,
    tree.StringConstantExpression: literals.compile_string_constant,
    tree.ExpandableStringExpression: strings.compile_expandable,
    tree.VariableExpression: variables.compile_variable,
    tree.TypeExpression: type_names.compile_type,
    tree.BinaryExpression: operators.compile_binary,
    tree.UnaryExpression: logic.compile_unary,
    tree.TernaryExpression: logic.compile_ternary,
    tree.ConvertExpression: casts.compile_cast,
    tree.AttributedExpression: casts.compile_attributed,
    tree.MemberExpression: members.compile_member,
    tree.InvokeMemberExpression: members.compile_invoke,
    tree.IndexExpression: members.compile_index,
    tree.ArrayLiteral: literals.compile_array_literal,
    tree.ArrayExpression: literals.compile_array_expression,
    tree.SubExpression: literals.compile_sub_expression,
    tree.ParenExpression: literals.compile_paren,
    tree.Hashtable: literals.compile_hashtable,
    tree.ScriptBlockExpression: literals.compile_script_block,
    tree.UsingExpression: casts.compile_using,
}
"""The rule of every expression."""

STATEMENTS: Final[dict[type, StatementRule]] = {
    tree.Pipeline: pipelines.compile_pipeline,
    tree.CommandExpression: pipelines.compile_command_expression,
    tree.PipelineChain: pipelines.compile_chain,
    tree.AssignmentStatement: assignment.compile_assignment,
    tree.IfStatement: branches.compile_if,
    tree.ForEachStatement: loops.compile_foreach,
    tree.ForStatement: loops.compile_for,
    tree.WhileStatement: loops.compile_while,
    tree.DoWhileStatement: loops.compile_do_while,
    tree.DoUntilStatement: loops.compile_do_until,
    tree.SwitchStatement: switching.compile_switch,
    tree.TryStatement: trapping.compile_try,
    tree.BreakStatement: leaving.compile_break,
    tree.ContinueStatement: leaving.compile_continue,
    tree.ReturnStatement: leaving.compile_return,
    tree.ExitStatement: leaving.compile_exit,
    tree.ThrowStatement: leaving.compile_throw,
    tree.FunctionDefinition: definitions.compile_function,
    tree.TypeDefinition: definitions.compile_type_definition,
    tree.DataStatement: definitions.compile_data,
    tree.BlockStatement: definitions.compile_block_statement,
}
"""The rule of every statement."""

TEXTS_KEPT: Final = 256
"""Compiled texts a process keeps: clients send the same few dozen again and again. Assumed."""


class CompiledText:
    """A text with its errors, and its body where it has none."""

    __slots__ = ("body", "errors", "source")

    def __init__(self, source: Source, errors: tuple[ParseError, ...], body: Body | None) -> None:
        """Hold what came of `source`."""
        self.source = source
        self.errors = errors
        self.body = body


class Compiler:
    """Compiles texts for one edition and keeps the last `TEXTS_KEPT` of them."""

    __slots__ = ("_kept", "core")

    def __init__(self, *, core: bool) -> None:
        """Compile as PowerShell 7 (`core`) or 5.1 reads texts."""
        self.core = core
        self._kept: OrderedDict[tuple[str, str | None], CompiledText] = OrderedDict()

    def compile(self, text: str, file: str | None = None) -> CompiledText:
        """Return `text` compiled; errors of the parser are a value."""
        key = (text, file)
        known = self._kept.get(key)
        if known is not None:
            self._kept.move_to_end(key)
            return known
        made = self._compiled(text, file)
        self._kept[key] = made
        if len(self._kept) > TEXTS_KEPT:
            self._kept.popitem(last=False)
        return made

    def _compiled(self, text: str, file: str | None) -> CompiledText:
        source = Source(text, file, core=self.core)
        parsed = parse(text, file=file, core=self.core)
        errors = parsed.errors or parsed.definition_errors
        if errors:
            return CompiledText(source, errors, None)
        unit = Unit(
            source=source,
            expressions=EXPRESSIONS,
            statements=STATEMENTS,
            assignment=assignment.assignment_value,
            core=self.core,
        )
        return CompiledText(source, (), compile_body(unit, parsed.tree, text))
