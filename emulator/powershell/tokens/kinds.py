"""The kinds of tokens, named as System.Management.Automation.Language.TokenKind names them."""

from typing import Literal

TokenKind = Literal[
    # What has no text of its own.
    "Unknown", "Variable", "SplattedVariable", "Parameter", "Number", "Label", "Identifier",
    "Generic", "NewLine", "LineContinuation", "Comment", "EndOfInput",
    "StringLiteral", "StringExpandable", "HereStringLiteral", "HereStringExpandable",
    # Brackets and separators.
    "LParen", "RParen", "LCurly", "RCurly", "LBracket", "RBracket", "AtParen", "AtCurly",
    "DollarParen", "Semi", "AndAnd", "OrOr", "Ampersand", "Pipe", "Comma", "ColonColon", "Colon",
    "Dot", "QuestionDot", "QuestionLBracket", "QuestionMark",
    # Operators without a dash.
    "MinusMinus", "PlusPlus", "PostfixPlusPlus", "PostfixMinusMinus", "DotDot", "Multiply",
    "Divide", "Rem", "Plus", "Minus", "Equals", "PlusEquals", "MinusEquals", "MultiplyEquals",
    "DivideEquals", "RemainderEquals", "QuestionQuestionEquals", "QuestionQuestion", "Exclaim",
    "Redirection", "RedirectInStd",
    # Operators with a dash.
    "Format", "Not", "Bnot", "And", "Or", "Xor", "Band", "Bor", "Bxor", "Join", "Shl", "Shr",
    "Ieq", "Ine", "Ige", "Igt", "Ilt", "Ile", "Ilike", "Inotlike", "Imatch", "Inotmatch",
    "Ireplace", "Icontains", "Inotcontains", "Iin", "Inotin", "Isplit",
    "Ceq", "Cne", "Cge", "Cgt", "Clt", "Cle", "Clike", "Cnotlike", "Cmatch", "Cnotmatch",
    "Creplace", "Ccontains", "Cnotcontains", "Cin", "Cnotin", "Csplit", "Is", "IsNot", "As",
    # Keywords.
    "Begin", "Break", "Catch", "Class", "Continue", "Data", "Define", "Do", "Dynamicparam", "Else",
    "ElseIf", "End", "Exit", "Filter", "Finally", "For", "Foreach", "From", "Function", "If", "In",
    "Param", "Process", "Return", "Switch", "Throw", "Trap", "Try", "Until", "Using", "Var",
    "While", "Workflow", "Parallel", "Sequence", "InlineScript", "Configuration", "Public",
    "Private", "Static", "Interface", "Enum", "Namespace", "Module", "Type", "Assembly", "Command",
    "Hidden", "Base", "Default", "Clean",
]  # fmt: skip
"""What a token is. Source: trees.jsonl and the documentation of TokenKind."""

KEYWORDS: dict[str, TokenKind] = {
    "begin": "Begin", "break": "Break", "catch": "Catch", "class": "Class",
    "continue": "Continue", "data": "Data", "define": "Define", "do": "Do",
    "dynamicparam": "Dynamicparam", "else": "Else", "elseif": "ElseIf", "end": "End",
    "exit": "Exit", "filter": "Filter", "finally": "Finally", "for": "For", "foreach": "Foreach",
    "from": "From", "function": "Function", "if": "If", "in": "In", "param": "Param",
    "process": "Process", "return": "Return", "switch": "Switch", "throw": "Throw",
    "trap": "Trap", "try": "Try", "until": "Until", "using": "Using", "var": "Var",
    "while": "While", "workflow": "Workflow", "parallel": "Parallel", "sequence": "Sequence",
    "configuration": "Configuration", "public": "Public", "private": "Private",
    "static": "Static", "interface": "Interface", "enum": "Enum", "namespace": "Namespace",
    "module": "Module", "type": "Type", "assembly": "Assembly", "command": "Command",
    "hidden": "Hidden", "base": "Base", "default": "Default", "clean": "Clean",
}  # fmt: skip
"""The words with a meaning at the start of a statement, in lower case."""

CORE_KEYWORDS: frozenset[TokenKind] = frozenset({"Clean"})
"""The keywords that 5.1 reads as names of commands. Source: errors-parse-error-088."""

DASH_OPERATORS: dict[str, TokenKind] = {
    "f": "Format", "not": "Not", "bnot": "Bnot", "and": "And", "or": "Or", "xor": "Xor",
    "band": "Band", "bor": "Bor", "bxor": "Bxor", "join": "Join", "shl": "Shl", "shr": "Shr",
    "is": "Is", "isnot": "IsNot", "as": "As",
    "eq": "Ieq", "ieq": "Ieq", "ceq": "Ceq", "ne": "Ine", "ine": "Ine", "cne": "Cne",
    "ge": "Ige", "ige": "Ige", "cge": "Cge", "gt": "Igt", "igt": "Igt", "cgt": "Cgt",
    "lt": "Ilt", "ilt": "Ilt", "clt": "Clt", "le": "Ile", "ile": "Ile", "cle": "Cle",
    "like": "Ilike", "ilike": "Ilike", "clike": "Clike",
    "notlike": "Inotlike", "inotlike": "Inotlike", "cnotlike": "Cnotlike",
    "match": "Imatch", "imatch": "Imatch", "cmatch": "Cmatch",
    "notmatch": "Inotmatch", "inotmatch": "Inotmatch", "cnotmatch": "Cnotmatch",
    "replace": "Ireplace", "ireplace": "Ireplace", "creplace": "Creplace",
    "contains": "Icontains", "icontains": "Icontains", "ccontains": "Ccontains",
    "notcontains": "Inotcontains", "inotcontains": "Inotcontains", "cnotcontains": "Cnotcontains",
    "in": "Iin", "iin": "Iin", "cin": "Cin",
    "notin": "Inotin", "inotin": "Inotin", "cnotin": "Cnotin",
    "split": "Isplit", "isplit": "Isplit", "csplit": "Csplit",
}  # fmt: skip
"""The operators that start with a dash, without it, in lower case."""

_LOGICAL, _BITWISE, _COMPARISON, _COALESCE, _ADD, _MULTIPLY, _FORMAT, _RANGE = range(1, 9)

BINARY_PRECEDENCE: dict[TokenKind, int] = {
    "And": _LOGICAL, "Or": _LOGICAL, "Xor": _LOGICAL,
    "Band": _BITWISE, "Bor": _BITWISE, "Bxor": _BITWISE,
    "Join": _COMPARISON, "Is": _COMPARISON, "IsNot": _COMPARISON, "As": _COMPARISON,
    "Ieq": _COMPARISON, "Ine": _COMPARISON, "Ige": _COMPARISON, "Igt": _COMPARISON,
    "Ilt": _COMPARISON, "Ile": _COMPARISON, "Ilike": _COMPARISON, "Inotlike": _COMPARISON,
    "Imatch": _COMPARISON, "Inotmatch": _COMPARISON, "Ireplace": _COMPARISON,
    "Icontains": _COMPARISON, "Inotcontains": _COMPARISON, "Iin": _COMPARISON,
    "Inotin": _COMPARISON, "Isplit": _COMPARISON,
    "Ceq": _COMPARISON, "Cne": _COMPARISON, "Cge": _COMPARISON, "Cgt": _COMPARISON,
    "Clt": _COMPARISON, "Cle": _COMPARISON, "Clike": _COMPARISON, "Cnotlike": _COMPARISON,
    "Cmatch": _COMPARISON, "Cnotmatch": _COMPARISON, "Creplace": _COMPARISON,
    "Ccontains": _COMPARISON, "Cnotcontains": _COMPARISON, "Cin": _COMPARISON,
    "Cnotin": _COMPARISON, "Csplit": _COMPARISON, "Shl": _COMPARISON, "Shr": _COMPARISON,
    "QuestionQuestion": _COALESCE,
    "Plus": _ADD, "Minus": _ADD,
    "Multiply": _MULTIPLY, "Divide": _MULTIPLY, "Rem": _MULTIPLY,
    "Format": _FORMAT, "DotDot": _RANGE,
}  # fmt: skip
"""How tightly a binary operator binds; equals associate to the left.

Source: language specification 7, about_Operator_Precedence; ?? as about_Operators states.
"""

UNARY_OPERATORS: frozenset[TokenKind] = frozenset(
    {
        "Plus", "Minus", "Not", "Exclaim", "Bnot", "Join", "Isplit", "Csplit", "Comma",
        "PlusPlus", "MinusMinus",
    }
)  # fmt: skip
"""What can stand before an operand."""

ASSIGNMENT_OPERATORS: dict[TokenKind, str] = {
    "Equals": "=", "PlusEquals": "+=", "MinusEquals": "-=", "MultiplyEquals": "*=",
    "DivideEquals": "/=", "RemainderEquals": "%=", "QuestionQuestionEquals": "??=",
}  # fmt: skip
"""The operators that give a value, with their texts."""

MODE_INVARIANT: frozenset[TokenKind] = frozenset(
    {
        "NewLine", "EndOfInput", "LParen", "RParen", "LCurly", "RCurly", "AtParen", "AtCurly",
        "DollarParen", "Semi", "AndAnd", "OrOr", "Ampersand", "Pipe", "Comma", "StringLiteral",
        "StringExpandable", "HereStringLiteral", "HereStringExpandable", "SplattedVariable",
    }
)  # fmt: skip
"""Kinds that are the same in every mode, so that a token looked at need not be scanned again."""

COMMAND_ENDERS: frozenset[TokenKind] = frozenset(
    {"Pipe", "RCurly", "RParen", "EndOfInput", "NewLine", "Semi", "AndAnd", "OrOr"}
)
"""What ends a command."""

BLOCK_NAMES: frozenset[TokenKind] = frozenset({"Begin", "Process", "End", "Clean", "Dynamicparam"})
"""The keywords of a script block's named blocks."""

KEYWORD_KINDS: frozenset[TokenKind] = frozenset(KEYWORDS.values())
"""Every kind that is a keyword."""

ATTRIBUTE_TAKERS: frozenset[TokenKind] = frozenset(
    {"Class", "Enum", "Interface", "Configuration", "Param"}
)
"""The statements that may have attributes before them."""
