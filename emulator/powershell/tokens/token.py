"""What a scan yields: a token, and the pieces of a string that has something to expand."""

from emulator.powershell.tokens.kinds import TokenKind


class Token:
    """One token: its kind, its place in the text and, where it has one, its value.

    The value is a str for strings, words and variable paths, a number for numbers, a
    `StringParts` where something expands, a `ParameterName` or a `StreamRedirection`. A plain
    slotted class, because a script has one per four characters.
    """

    __slots__ = ("end", "kind", "start", "value")

    def __init__(self, kind: TokenKind, start: int, end: int, value: object = None) -> None:
        self.kind: TokenKind = kind
        self.start = start
        self.end = end
        self.value = value

    def __repr__(self) -> str:
        return f"Token({self.kind!r}, {self.start}, {self.end}, {self.value!r})"


class ParameterName:
    """The value of a Parameter token: the name without dash and colon."""

    __slots__ = ("name", "used_colon")

    def __init__(self, name: str, *, used_colon: bool) -> None:
        self.name = name
        self.used_colon = used_colon


class StreamRedirection:
    """The value of a Redirection token; `to_stream` is None where a file follows.

    Streams are numbered as in the text, 0 is all of them.
    """

    __slots__ = ("append", "from_stream", "to_stream")

    def __init__(self, from_stream: int, to_stream: int | None, *, append: bool) -> None:
        self.from_stream = from_stream
        self.to_stream = to_stream
        self.append = append


class VariablePart:
    """A variable inside a string."""

    __slots__ = ("braced", "end", "path", "start")

    def __init__(self, start: int, end: int, path: str, *, braced: bool) -> None:
        self.start = start
        self.end = end
        self.path = path
        self.braced = braced


class SubExpressionPart:
    """`$( ... )` inside a string; `skipped` are the places of the first of doubled quotes."""

    __slots__ = ("end", "skipped", "start")

    def __init__(self, start: int, end: int, skipped: tuple[int, ...]) -> None:
        self.start = start
        self.end = end
        self.skipped = skipped


StringPart = str | VariablePart | SubExpressionPart


class StringParts:
    """The value of a string token with something to expand.

    `literal` is the string with the expandable pieces as written, as a command name has it.
    """

    __slots__ = ("literal", "parts")

    def __init__(self, parts: tuple[StringPart, ...], literal: str) -> None:
        self.parts = parts
        self.literal = literal
