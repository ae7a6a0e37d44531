"""Script blocks: using statements, the param block, named blocks, the body."""

from emulator.powershell import tree
from emulator.powershell.parser import functions, statements, symbols, types, usings
from emulator.powershell.parser.state import Border, Parser
from emulator.powershell.tokens.kinds import BLOCK_NAMES, TokenKind
from emulator.powershell.tokens.token import Token
from emulator.powershell.tokens.tokenizer import COMMAND

_KINDS: dict[TokenKind, tree.BlockKind] = {
    "Dynamicparam": tree.BlockKind.DYNAMICPARAM,
    "Begin": tree.BlockKind.BEGIN,
    "Process": tree.BlockKind.PROCESS,
    "End": tree.BlockKind.END,
    "Clean": tree.BlockKind.CLEAN,
}

_BODY_STARTS = frozenset("$\"'(@")
"""Characters that start neither an attribute nor a keyword."""


def script_block(p: Parser, opening: Token | None) -> tree.ScriptBlock:
    """Parse a script (`opening` None) or a block whose brace is taken already."""
    tokens = p.tokens
    assert tokens.mode is COMMAND
    p.flow.append(Border.BLOCK)
    tokens.skip_newlines()
    using = usings.using_statements(p) if opening is None else ()
    param_block: tree.ParamBlock | None = None
    if tokens.ahead is not None or tokens.text[tokens.pos] not in _BODY_STARTS:
        param_block = _param_block(p)
    tokens.skip_newlines(semicolons=True)
    reader = _BodyReader(p, opening, param_block)
    if (
        tokens.ahead is not None or tokens.text[tokens.pos] not in _BODY_STARTS
    ) and tokens.peek().kind in BLOCK_NAMES:
        reader.read_named_blocks()
    else:
        reader.read_statements()
    p.flow.pop()
    return tree.ScriptBlock(
        start=0 if opening is None else opening.start,
        end=reader.end,
        usings=using,
        param_block=param_block,
        dynamicparam=reader.blocks.get(tree.BlockKind.DYNAMICPARAM),
        begin=reader.blocks.get(tree.BlockKind.BEGIN),
        process=reader.blocks.get(tree.BlockKind.PROCESS),
        end_block=reader.blocks.get(tree.BlockKind.END),
        clean=reader.blocks.get(tree.BlockKind.CLEAN),
    )


def _param_block(p: Parser) -> tree.ParamBlock | None:
    """Parse `[CmdletBinding()] param(...)`; what turns out to be no param block is put back."""
    tokens = p.tokens
    first = tokens.place()
    ahead = tokens.ahead
    if ahead is None and tokens.text[first] == "[":
        if first in p.no_param_block or types.starts_plain_expression(tokens.text, first):
            return None
    elif ahead is None and tokens.text[first] not in "pP":
        return None
    known = len(tokens.errors.errors)
    notes = len(p.notes)
    attributes = types.attribute_list(p, in_expression=False)
    tokens.skip_newlines()
    keyword = tokens.peek()
    parenthesis: Token | None = None
    if keyword.kind == "Param":
        tokens.skip()
        tokens.skip_newlines()
        parenthesis = tokens.next()
    if parenthesis is None or parenthesis.kind != "LParen":
        # Without a parenthesis this calls a command named param. What was found wrong in
        # brackets is found again where they belong.
        tokens.errors.forget(known)
        del p.notes[notes:]
        p.no_param_block.add(first)
        tokens.rewind(first)
        return None
    parameters, end = functions.parameters_in_parentheses(p, parenthesis)
    for attribute in attributes or ():
        if isinstance(attribute, tree.TypeConstraint):
            name = types.full_name(attribute.type_name)
            p.error_at(attribute, "TypeNotAllowedBeforeParam", name)
    return tree.ParamBlock(
        start=keyword.start,
        end=end,
        attributes=tuple(attributes or ()),
        parameters=parameters,
    )


class _BodyReader:
    """The body of one script block: its named blocks, and where it ends."""

    __slots__ = ("blocks", "end", "opening", "p", "param_block")

    def __init__(
        self, p: Parser, opening: Token | None, param_block: tree.ParamBlock | None
    ) -> None:
        self.p = p
        self.opening = opening
        self.param_block = param_block
        self.blocks: dict[tree.BlockKind, tree.NamedBlock] = {}
        self.end = p.tokens.limit

    def read_statements(self) -> None:
        """Read a body without keywords: all of it is the end block."""
        listed = statements.StatementList()
        statements.statement_list(self.p, listed)
        while not self._close(listed.end if listed.found else None):
            statements.statement_list(self.p, listed)
        if self.p.defined:
            symbols.same_names(self.p, listed.statements)
        start, end = self._extent(listed)
        self.blocks[tree.BlockKind.END] = tree.NamedBlock(
            start=start,
            end=end,
            block_kind=tree.BlockKind.END,
            unnamed=True,
            statements=tuple(listed.statements),
            traps=tuple(listed.traps),
        )

    def _extent(self, listed: statements.StatementList) -> tuple[int, int]:
        if self.param_block is not None:
            end = listed.end if listed.found else self.param_block.end
            return self.param_block.start, end
        if listed.found:
            return listed.start, listed.end
        if self.opening is None:
            return 0, 0
        if self.end - self.opening.start > 2:
            return self.opening.end, max(self.end - 2, self.opening.end)
        return 0, 0

    def read_named_blocks(self) -> None:
        """Read begin, process, end, clean and dynamicparam blocks."""
        tokens = self.p.tokens
        end = tokens.place()
        while True:
            name = tokens.next()
            if name.kind not in BLOCK_NAMES:
                tokens.unget(name)
                break
            end = self._read_named_block(name)
            tokens.skip_newlines(semicolons=True)
        following = tokens.peek()
        if following.kind not in ("RCurly", "EndOfInput") or (
            following.kind == "RCurly" and self.opening is None
        ):
            self.p.error_at(following, "MissingNamedBlocks", tokens.text_of(following))
            if self.opening is not None:
                # The block ends here for the real parser, and the rest belongs to what is around.
                self.end = end
                return
            statements.statement_list(self.p)
        while not self._close(end):
            statements.statement_list(self.p)

    def _read_named_block(self, name: Token) -> int:
        p = self.p
        keyword = name.kind.lower()
        body = statements.statement_block(p)
        if body is None:
            p.incomplete_after(name, "MissingNamedStatementBlock", keyword)
            body = tree.StatementBlock(start=name.start, end=name.end, statements=())
        kind = _KINDS[name.kind]
        if kind in self.blocks:
            p.error("DuplicateScriptCommandClause", name.start, body.end, keyword)
        else:
            self.blocks[kind] = tree.NamedBlock(
                start=name.start,
                end=body.end,
                block_kind=kind,
                unnamed=False,
                statements=body.statements,
                traps=body.traps,
            )
        return body.end

    def _close(self, body_end: int | None) -> bool:
        """Take the closing brace, or see the end; False where something else stands there."""
        p = self.p
        tokens = p.tokens
        token = tokens.next()
        if self.opening is None:
            if token.kind == "EndOfInput":
                return True
            p.error_at(token, "UnexpectedToken", tokens.text_of(token))
            return False
        self.end = token.end
        if token.kind != "RCurly":
            tokens.unget(token)
            opening = self.opening
            tokens.errors.report_incomplete(
                "MissingEndCurlyBrace", opening.start, opening.end, seen_at=token.end
            )
            self.end = opening.end if body_end is None else body_end
        return True
