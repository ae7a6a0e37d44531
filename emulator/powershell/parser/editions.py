"""Where Windows PowerShell 5.1 (Desktop) reads a script otherwise than PowerShell 7 (Core).

One row per difference, with the one place that makes it: a function of the tokens or the parser
that asks `core` of the tokenizer. A test reads a script of each row, and sees that no other place
asks. Where a row says recalled or assumed, no run of 5.1 was at hand.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One thing that the two editions read differently."""

    name: str
    since: str
    """The first version that reads it as PowerShell 7 does."""
    place: str
    """The function that asks for the edition, below emulator.powershell."""
    desktop: str
    """What 5.1 makes of it."""
    source: str


_QUESTION = "tokens.operators.scan_question"
_TREE_6 = "the parser of PowerShell 6.0, taken over from 5.1"

DIFFERENCES: tuple[Difference, ...] = (
    Difference(
        name="ternary", since="7.0", place=_QUESTION,
        desktop="? is a word: UnexpectedToken after an expression",
        source="language.jsonl language-ternary-001, errors-parse-error-092",
    ),
    Difference(
        name="null coalescing", since="7.0", place=_QUESTION,
        desktop="?? is a word: UnexpectedToken", source="language.jsonl language-nullops-001",
    ),
    Difference(
        name="null-coalescing assignment", since="7.0", place=_QUESTION,
        desktop="??= is a word: UnexpectedToken", source="language.jsonl language-nullops-001",
    ),
    Difference(
        name="null-conditional access", since="7.1",
        place="tokens.operators.scan_member_access",
        desktop="what starts with ? is a word: UnexpectedToken",
        source="language-nullops-002 (a parse error); the id recalled",
    ),
    Difference(
        name="pipeline chain", since="7.0", place="parser.pipelines._taken_pipe",
        desktop="InvalidEndOfLine, then read on as after a pipe",
        source=f"language-modes-021, language-error-032; what follows: {_TREE_6}",
    ),
    Difference(
        name="background", since="6.0", place="parser.commands._CommandReader.read",
        desktop="AmpersandNotAllowed; the words after it are arguments",
        source="issue 61 of t3l3machus/hoaxshell, a run of 5.1 on (echo x & cd)",
    ),
    Difference(
        name="background of an expression", since="6.0", place="parser.pipelines._taken_pipe",
        desktop="UnexpectedToken", source="recalled",
    ),
    Difference(
        name="leading pipe", since="7.0", place="parser.pipelines._after_element",
        desktop="EmptyPipeElement: the line before has ended",
        source=f"LineContinuance.Tests.ps1 of PowerShell; {_TREE_6}",
    ),
    Difference(
        name="clean block", since="7.3", place="tokens.words._keyword",
        desktop="clean is the name of a command; MissingNamedBlocks after another block",
        source="errors.jsonl errors-parse-error-088 (documented)",
    ),
    Difference(
        name="names of blocks", since="7.3",
        place="tokens.parse_errors.ErrorLog._message",
        desktop="MissingNamedBlocks does not speak of clean",
        source="errors.jsonl errors-parse-error-088, -090",
    ),
    Difference(
        name="number suffix", since="6.2", place="tokens.numbers.number_at",
        desktop="only l and d are suffixes; with another it is a word, so a command or a "
        "MissingExpressionAfterToken",
        source="about_Numeric_Literals of 5.1; language-numbers-003, -005",
    ),
    Difference(
        name="binary number", since="7.0", place="tokens.numbers.number_at",
        desktop="0b11 is a word", source="about_Numeric_Literals of 5.1",
    ),
    Difference(
        name="sign of a hexadecimal number", since="6.2", place="tokens.numbers.scan_number",
        desktop="the first bit of 32 or 64 is the sign; zeros before do not count",
        source=f"{_TREE_6}; that zeros do not count is assumed of .NET Framework's Int32.Parse",
    ),
    Difference(
        name="escape", since="6.0", place="tokens.strings.escaped",
        desktop="`e is e and `u{41} is u{41}", source="language.jsonl language-strings-003",
    ),
    Difference(
        name="type arguments of a method", since="7.3",
        place="parser.members._generic_arguments",
        desktop="[int] after a member is an index: MissingArrayIndexExpression",
        source=f"recalled; {_TREE_6}",
    ),
    Difference(
        name="underlying type of an enum", since="6.2",
        place="parser.classes.enum_definition",
        desktop="MissingTypeBody after the name", source="recalled",
    ),
)  # fmt: skip
"""All of them; `$x?.y` is none: both read the variable `$x?`."""
