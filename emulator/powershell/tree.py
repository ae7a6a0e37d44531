"""The syntax tree: one class per construct, named as System.Management.Automation.Language names it.

Every node knows where it stands: `start` and `end` are offsets in UTF-16 units... of the script
text, `end` one past the last. The parser makes these values, the compiler reads them, nobody
changes them.
"""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from enum import Enum


class StringKind(Enum):
    """How a string was written."""

    BAREWORD = "BareWord"
    SINGLE_QUOTED = "SingleQuoted"
    SINGLE_QUOTED_HERE = "SingleQuotedHereString"
    DOUBLE_QUOTED = "DoubleQuoted"
    DOUBLE_QUOTED_HERE = "DoubleQuotedHereString"


class BlockKind(Enum):
    """Which of a script block's named blocks this is."""

    DYNAMICPARAM = "dynamicparam"
    BEGIN = "begin"
    PROCESS = "process"
    END = "end"
    CLEAN = "clean"


class InvocationOperator(Enum):
    """What stands before a command's name."""

    NONE = ""
    CALL = "&"
    DOT = "."


class FunctionKind(Enum):
    """The keyword that defines a function."""

    FUNCTION = "function"
    FILTER = "filter"
    WORKFLOW = "workflow"
    CONFIGURATION = "configuration"


class TypeKind(Enum):
    """The keyword that defines a type."""

    CLASS = "class"
    ENUM = "enum"
    INTERFACE = "interface"


class UsingKind(Enum):
    """What a using statement names."""

    ASSEMBLY = "assembly"
    MODULE = "module"
    NAMESPACE = "namespace"


class StreamName(Enum):
    """The stream a redirection speaks of; the value is its number, * is 0."""

    ALL = 0
    OUTPUT = 1
    ERROR = 2
    WARNING = 3
    VERBOSE = 4
    DEBUG = 5
    INFORMATION = 6


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Node:
    """A piece of the tree; `start` and `end` are offsets into the script text (end exclusive)."""

    start: int
    end: int

    @property
    def kind(self) -> str:
        """The .NET name of the node's class without "Ast"."""
        return type(self).__name__

    def children(self) -> Iterator["Node"]:
        """Yield the nodes right below this one, in the order of the fields."""
        for entry in fields(self):
            value = getattr(self, entry.name)
            if isinstance(value, Node):
                yield value
            elif isinstance(value, tuple):
                yield from _nodes_in(value)


def _nodes_in(values: tuple[object, ...]) -> Iterator[Node]:
    for value in values:
        if isinstance(value, Node):
            yield value
        elif isinstance(value, tuple):
            yield from _nodes_in(value)


class Statement(Node):
    """Anything that can stand in a statement list."""

    __slots__ = ()


class Expression(Node):
    """Anything with a value."""

    __slots__ = ()


# --- types in the text -------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class TypeName:
    """A type as written between brackets: `generic_arguments` for List[int], `rank` for int[,].

    `element` is set for an array type, then `name` is empty.
    """

    name: str
    generic_arguments: tuple["TypeName", ...] = ()
    element: "TypeName | None" = None
    rank: int = 0
    assembly: str | None = None
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class TypeConstraint(Node):
    """`[int]` before a variable, parameter, member or cast."""

    type_name: TypeName


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class NamedAttributeArgument(Node):
    """`Mandatory = $true`; with `expression_omitted` the value is true."""

    name: str
    argument: Expression
    expression_omitted: bool


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Attribute(Node):
    """`[Parameter(Mandatory)]`."""

    type_name: TypeName
    positional_arguments: tuple[Expression, ...]
    named_arguments: tuple[NamedAttributeArgument, ...]


# --- script blocks -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Parameter(Node):
    """One parameter of a param block or of a function's parentheses."""

    attributes: tuple[Attribute | TypeConstraint, ...]
    name: "VariableExpression"
    default: Expression | None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ParamBlock(Node):
    """`[CmdletBinding()] param(...)`."""

    attributes: tuple[Attribute | TypeConstraint, ...]
    parameters: tuple[Parameter, ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class StatementBlock(Node):
    """`{ ... }` of a statement: the traps it holds and the other statements, in source order."""

    statements: tuple[Statement, ...]
    traps: tuple["TrapStatement", ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class NamedBlock(Node):
    """begin, process, end, clean or dynamicparam; `unnamed` where the text has no keyword."""

    block_kind: BlockKind
    unnamed: bool
    statements: tuple[Statement, ...]
    traps: tuple["TrapStatement", ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ScriptRequirements:
    """What the #Requires lines of a script ask for; None and empty mean "not asked"."""

    modules: tuple[str, ...] = ()
    version: str | None = None
    editions: tuple[str, ...] = ()
    run_as_administrator: bool = False


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ScriptBlock(Node):
    """A whole script, a function body or `{ ... }` as a value."""

    usings: tuple["UsingStatement", ...] = ()
    attributes: tuple[Attribute, ...] = ()
    param_block: ParamBlock | None
    dynamicparam: NamedBlock | None = None
    begin: NamedBlock | None = None
    process: NamedBlock | None = None
    end_block: NamedBlock | None
    clean: NamedBlock | None = None
    requirements: ScriptRequirements | None = None


# --- statements --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class CommandParameter(Node):
    """`-Name` or `-Name:value` in a command."""

    name: str
    argument: Expression | None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class FileRedirection(Node):
    """`2> file`; `append` for >>."""

    from_stream: StreamName
    append: bool
    location: Expression


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class MergingRedirection(Node):
    """`2>&1`."""

    from_stream: StreamName
    to_stream: StreamName


Redirection = FileRedirection | MergingRedirection


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Command(Node):
    """A command with its elements; the first element is the name (or what gives it)."""

    invocation: InvocationOperator
    elements: tuple[Expression | CommandParameter, ...]
    redirections: tuple[Redirection, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class CommandExpression(Statement):
    """An expression that stands where a command could."""

    expression: Expression
    redirections: tuple[Redirection, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Pipeline(Statement):
    """`a | b | c`; `background` for a trailing &."""

    elements: tuple[Command | CommandExpression, ...]
    background: bool = False


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PipelineChain(Statement):
    """`left && right` (operator "&&" or "||"); PowerShell 7."""

    left: "Pipeline | PipelineChain"
    right: Pipeline
    operator: str
    background: bool = False


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class AssignmentStatement(Statement):
    """`left operator right`; operator is "=", "+=", "-=", "*=", "/=", "%=" or "??="."""

    left: Expression
    operator: str
    right: Statement


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class IfStatement(Statement):
    """Conditions with their blocks in order, and the else block."""

    clauses: tuple[tuple[Statement, StatementBlock], ...]
    else_clause: StatementBlock | None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ForStatement(Statement):
    """`for (initializer; condition; iterator) { body }`; any of the three may be missing."""

    label: str | None
    initializer: Statement | None
    condition: Statement | None
    iterator: Statement | None
    body: StatementBlock


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ForEachStatement(Statement):
    """`foreach ($variable in condition) { body }`."""

    label: str | None
    variable: "VariableExpression"
    condition: Statement
    body: StatementBlock
    parallel: bool = False
    throttle_limit: Expression | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class WhileStatement(Statement):
    """`while (condition) { body }`."""

    label: str | None
    condition: Statement
    body: StatementBlock


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class DoWhileStatement(Statement):
    """`do { body } while (condition)`."""

    label: str | None
    condition: Statement
    body: StatementBlock


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class DoUntilStatement(Statement):
    """`do { body } until (condition)`."""

    label: str | None
    condition: Statement
    body: StatementBlock


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SwitchStatement(Statement):
    """`switch [flags] (condition) { clauses; default }`.

    `flags` holds lower-case names out of regex, wildcard, exact, casesensitive, parallel, file.
    """

    label: str | None
    flags: frozenset[str]
    condition: Statement
    clauses: tuple[tuple[Expression, StatementBlock], ...]
    default: StatementBlock | None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class CatchClause(Node):
    """`catch [Type] { body }`; no types means any."""

    types: tuple[TypeConstraint, ...]
    body: StatementBlock


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class TryStatement(Statement):
    """`try { body } catch ... finally { ... }`."""

    body: StatementBlock
    catches: tuple[CatchClause, ...]
    finally_block: StatementBlock | None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class TrapStatement(Statement):
    """`trap [Type] { body }`."""

    trap_type: TypeConstraint | None
    body: StatementBlock


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class BreakStatement(Statement):
    """`break label`."""

    label: Expression | None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ContinueStatement(Statement):
    """`continue label`."""

    label: Expression | None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ReturnStatement(Statement):
    """`return pipeline`."""

    pipeline: Statement | None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ExitStatement(Statement):
    """`exit pipeline`."""

    pipeline: Statement | None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ThrowStatement(Statement):
    """`throw pipeline`."""

    pipeline: Statement | None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class DataStatement(Statement):
    """`data name -SupportedCommand commands { body }`."""

    variable: str | None
    supported_commands: tuple[Expression, ...]
    body: StatementBlock


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class UsingStatement(Statement):
    """`using namespace System.IO`."""

    using_kind: UsingKind
    name: "StringConstantExpression | None"
    module_specification: "Hashtable | None" = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class FunctionDefinition(Statement):
    """`function name(parameters) { body }`; a class's methods hold one too."""

    function_kind: FunctionKind
    name: str
    parameters: tuple[Parameter, ...] | None
    body: ScriptBlock


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PropertyMember(Node):
    """A class's property or an enum's value (`initial`)."""

    name: str
    type_constraint: TypeConstraint | None
    attributes: tuple[Attribute, ...]
    initial: Expression | None
    static: bool = False
    hidden: bool = False


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class FunctionMember(Node):
    """A class's method or constructor; `base_arguments` where it calls : base(...)."""

    name: str
    return_type: TypeConstraint | None
    attributes: tuple[Attribute, ...]
    function: FunctionDefinition
    static: bool = False
    hidden: bool = False
    constructor: bool = False
    base_arguments: tuple[Expression, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class TypeDefinition(Statement):
    """`class` or `enum`."""

    type_kind: TypeKind
    name: str
    attributes: tuple[Attribute, ...]
    base_types: tuple[TypeConstraint, ...]
    members: tuple[PropertyMember | FunctionMember, ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class BlockStatement(Statement):
    """`parallel { }`, `sequence { }` and the like: workflow only, refused by the compiler."""

    keyword: str
    body: StatementBlock


# --- expressions -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ConstantExpression(Expression):
    """A number (or a switch-like constant): its value and the text it was written with."""

    value: object
    text: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class StringConstantExpression(Expression):
    """A string without anything to expand, and a bare word."""

    value: str
    string_kind: StringKind


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ExpandableStringExpression(Expression):
    """A string with variables or sub-expressions: `parts` are texts and expressions in order."""

    parts: tuple["str | Expression", ...]
    string_kind: StringKind


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class VariableExpression(Expression):
    """`$name`, `${name}`, `$scope:name`, `@name`; `path` is as written, without sigil and braces."""

    path: str
    splatted: bool = False
    braced: bool = False


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class TypeExpression(Expression):
    """`[int]` as a value."""

    type_name: TypeName


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class BinaryExpression(Expression):
    """`left operator right`; the operator is the token's name, such as Plus, Ieq, Csplit, And."""

    left: Expression
    operator: str
    right: Expression
    operator_start: int
    operator_end: int


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class UnaryExpression(Expression):
    """`operator operand`: Not, Exclaim, Minus, Plus, Bnot, Join, Isplit, Csplit, Comma,
    PlusPlus, MinusMinus, PostfixPlusPlus or PostfixMinusMinus."""

    operator: str
    operand: Expression


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class TernaryExpression(Expression):
    """`condition ? if_true : if_false`; PowerShell 7."""

    condition: Expression
    if_true: Expression
    if_false: Expression


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ConvertExpression(Expression):
    """`[int] operand`."""

    type_constraint: TypeConstraint
    operand: Expression


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class AttributedExpression(Expression):
    """`[ValidateSet(...)] $x`."""

    attribute: Attribute
    operand: Expression


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class MemberExpression(Expression):
    """`operand.member`, `operand::member` (static), `operand?.member` (null_conditional)."""

    operand: Expression
    member: Expression
    static: bool
    null_conditional: bool = False


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class InvokeMemberExpression(Expression):
    """`operand.member(arguments)`; `generic_arguments` for .M[int](...)."""

    operand: Expression
    member: Expression
    arguments: tuple[Expression, ...]
    static: bool
    null_conditional: bool = False
    generic_arguments: tuple[TypeName, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class IndexExpression(Expression):
    """`operand[index]`."""

    operand: Expression
    index: Expression
    null_conditional: bool = False


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ArrayLiteral(Expression):
    """`a, b, c`."""

    elements: tuple[Expression, ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ArrayExpression(Expression):
    """`@( ... )`."""

    body: StatementBlock


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SubExpression(Expression):
    """`$( ... )`."""

    body: StatementBlock


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ParenExpression(Expression):
    """`( ... )`: a pipeline or an assignment."""

    pipeline: Statement


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Hashtable(Expression):
    """`@{ key = statement }` in source order."""

    entries: tuple[tuple[Expression, Statement], ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ScriptBlockExpression(Expression):
    """`{ ... }` as a value."""

    script_block: ScriptBlock


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class UsingExpression(Expression):
    """`$using:name`."""

    operand: Expression


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ErrorExpression(Expression):
    """What the parser put where the text made no expression; only in trees with errors."""

    nested: tuple[Node, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ErrorStatement(Statement):
    """What the parser put where the text made no statement; only in trees with errors."""

    nested: tuple[Node, ...] = ()
