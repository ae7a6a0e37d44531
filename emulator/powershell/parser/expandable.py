"""Strings with something to expand: their variables and sub-expressions as trees."""

from emulator.powershell import tree
from emulator.powershell.parser import primaries
from emulator.powershell.parser.state import Parser
from emulator.powershell.tokens.token import StringParts, SubExpressionPart
from emulator.powershell.tokens.tokenizer import COMMAND, Tokenizer


def expandable_string(
    p: Parser, start: int, end: int, value: StringParts, kind: tree.StringKind
) -> tree.ExpandableStringExpression:
    """Make the node of a string whose pieces have been scanned."""
    parts: list[str | tree.Expression] = []
    for part in value.parts:
        if isinstance(part, str):
            parts.append(part)
        elif isinstance(part, SubExpressionPart):
            parts.append(_inside(p, part) if part.skipped else _in_place(p, part))
        else:
            parts.append(
                primaries.variable(
                    part.start, part.end, part.path, splatted=False, braced=part.braced
                )
            )
    return tree.ExpandableStringExpression(
        start=start, end=end, parts=tuple(parts), string_kind=kind
    )


def _in_place(p: Parser, part: SubExpressionPart) -> tree.Expression:
    """Parse the sub-expression where it stands: the text ends for it with its parenthesis."""
    tokens = p.tokens
    place = tokens.pos, tokens.limit, tokens.ahead, tokens.saved, tokens.mode
    tokens.pos, tokens.limit, tokens.ahead, tokens.saved = part.start, part.end, None, []
    numbers_end = tokens.end_number_at_ternary
    tokens.end_number_at_ternary = False
    p.deeper()
    result = primaries.primary(p)
    p.depth -= 1
    tokens.end_number_at_ternary = numbers_end
    tokens.pos, tokens.limit, tokens.ahead, tokens.saved, tokens.mode = place
    assert result is not None
    return result


def _inside(p: Parser, part: SubExpressionPart) -> tree.Expression:
    """Parse a sub-expression with doubled quotes: without the first of each, then move it back."""
    text = p.tokens.text
    skipped = set(part.skipped)
    places = [at for at in range(part.start, part.end) if at not in skipped]
    inner = Parser(Tokenizer("".join(text[at] for at in places), core=p.tokens.core), p.grammar)
    inner.tokens.mode = COMMAND
    inner.depth = p.depth
    inner.flow = p.flow
    inner.deeper()
    result = primaries.primary(inner)
    assert result is not None
    places.append(part.end)
    _move(result, places)
    for error in inner.tokens.errors.errors:
        p.tokens.errors.move_in(error, _moved(error.start, places), _moved_end(error.end, places))
    for note in inner.notes:
        note.start, note.end = _moved(note.start, places), _moved_end(note.end, places)
        p.notes.append(note)
    return result


def _moved_end(offset: int, places: list[int]) -> int:
    return _moved(offset - 1, places) + 1 if offset else places[0]


def _moved(offset: int, places: list[int]) -> int:
    return places[min(offset, len(places) - 1)]


def _move(node: tree.Node | tree.TypeName, places: list[int]) -> None:
    """Write the places of the whole text into a tree just made from a part of it."""
    object.__setattr__(node, "start", _moved(node.start, places))
    object.__setattr__(node, "end", max(node.start, _moved_end(node.end, places)))
    if isinstance(node, tree.BinaryExpression):
        object.__setattr__(node, "operator_start", _moved(node.operator_start, places))
        object.__setattr__(node, "operator_end", _moved_end(node.operator_end, places))
    for name in _type_names(node):
        _move(name, places)
    if isinstance(node, tree.Node):
        for child in node.children():
            _move(child, places)


def _type_names(node: tree.Node | tree.TypeName) -> tuple[tree.TypeName, ...]:
    """Return the type names right below a node, which are no nodes themselves."""
    match node:
        case tree.TypeName():
            element = () if node.element is None else (node.element,)
            return (*element, *node.generic_arguments)
        case tree.TypeConstraint() | tree.Attribute() | tree.TypeExpression():
            return (node.type_name,)
        case tree.InvokeMemberExpression():
            return node.generic_arguments
        case _:
            return ()
