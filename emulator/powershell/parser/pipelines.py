"""Pipelines, chains of them, assignments, and redirections."""

from emulator.powershell import tree
from emulator.powershell.parser import checks, commands, expressions, statements
from emulator.powershell.parser.state import EXPRESSION, Parser, in_mode
from emulator.powershell.tokens import trivia
from emulator.powershell.tokens.kinds import ASSIGNMENT_OPERATORS, TokenKind
from emulator.powershell.tokens.token import StreamRedirection, Token

_PIPELINE_ENDS: frozenset[TokenKind] = frozenset(
    {"Semi", "NewLine", "RParen", "RCurly", "EndOfInput", "AndAnd", "OrOr", "Ampersand"}
)

_DESKTOP_PIPELINE_ENDS = _PIPELINE_ENDS - {"AndAnd", "OrOr", "Ampersand"}
"""5.1 has neither chains of pipelines nor pipelines in the background."""

_CHAIN_OPERATORS: frozenset[TokenKind] = frozenset({"AndAnd", "OrOr"})

_STREAM_TEXTS = {
    0: "* stream", 1: "output stream", 2: "error stream", 3: "warning stream",
    4: "verbose stream", 5: "debug stream", 6: "information stream",
}  # fmt: skip

_Element = tree.Command | tree.CommandExpression


def pipeline_chain(p: Parser) -> tree.Statement | None:
    """Parse an assignment, a pipeline, or pipelines joined by && and ||; None for none."""
    tokens = p.tokens
    chain: tree.Pipeline | tree.PipelineChain | None = None
    operator: Token | None = None
    while True:
        first, assignment = _leading_expression(p)
        if first is not None and assignment is not None:
            return _assignment(p, first, assignment)
        following = _pipeline(p, first)
        if following is None:
            if operator is None:
                return None
            p.incomplete_after(operator, "EmptyPipelineChainElement", tokens.text_of(operator))
            assert chain is not None
            return tree.ErrorStatement(start=chain.start, end=operator.end, nested=(chain,))
        kind = tokens.peek().kind
        background = kind == "Ampersand"
        if background:
            tokens.skip()
        if operator is None or chain is None:
            chain = following
            if background:
                return tree.Pipeline(
                    start=following.start,
                    end=following.end,
                    elements=following.elements,
                    background=True,
                )
        else:
            chain = tree.PipelineChain(
                start=chain.start,
                end=following.end,
                left=chain,
                right=following,
                operator=tokens.text_of(operator),
                background=background,
            )
        if kind not in ("AndAnd", "OrOr"):
            return chain
        operator = tokens.next()
        tokens.skip_newlines()


def _leading_expression(p: Parser) -> tuple[tree.Expression | None, Token | None]:
    """Parse the expression that starts a pipeline, and the assignment operator after it."""
    tokens = p.tokens
    if _starts_with_letter(p):
        return None, None
    before = in_mode(p, EXPRESSION)
    result = expressions.expression(p)
    operator: Token | None = None
    if result is not None:
        token = tokens.peek()
        if token.kind in ASSIGNMENT_OPERATORS:
            tokens.skip()
            operator = token
    tokens.set_mode(before)
    return result, operator


def _starts_with_letter(p: Parser) -> bool:
    """Tell quickly that a command starts here, since no expression starts with a letter."""
    tokens = p.tokens
    ahead = tokens.ahead
    if ahead is not None:
        return tokens.text[ahead.start].isalpha()
    pos = tokens.pos
    while tokens.text[pos] == " ":
        pos += 1
    return tokens.text[pos].isalpha()


def _assignment(p: Parser, left: tree.Expression, operator: Token) -> tree.Statement:
    tokens = p.tokens
    tokens.skip_newlines()
    right = statements.statement(p)
    if right is None:
        p.incomplete_after(operator, "ExpectedValueExpression", tokens.text_of(operator))
        right = tree.ErrorStatement(start=operator.end, end=operator.end)
    elif isinstance(right, tree.Pipeline) and len(right.elements) == 1 and not right.background:
        only = right.elements[0]
        if isinstance(only, tree.CommandExpression):
            right = only
    text = ASSIGNMENT_OPERATORS[operator.kind]
    checks.assignment_target(p, left, text)
    return tree.AssignmentStatement(
        start=left.start, end=right.end, left=left, operator=text, right=right
    )


def _pipeline(p: Parser, first: tree.Expression | None) -> tree.Pipeline | None:
    """Parse a pipeline whose leading expression, if any, is parsed already."""
    tokens = p.tokens
    elements: list[_Element] = []
    element = _element(p, first)
    following = tokens.peek()
    if element is None and following.kind == "Pipe":
        p.incomplete_at(following, "EmptyPipeElement")
    while True:
        if element is not None:
            elements.append(element)
        pipe = _taken_pipe(p)
        if pipe is None:
            break
        element = _later_element(p)
        if element is None:
            p.incomplete_after(pipe, "EmptyPipeElement")
    if not elements:
        return None
    return tree.Pipeline(start=elements[0].start, end=elements[-1].end, elements=tuple(elements))


def _taken_pipe(p: Parser) -> Token | None:
    """Take the pipe before another element; None where the pipeline ends."""
    tokens = p.tokens
    pipe = _after_element(p)
    refused = pipe.kind in _CHAIN_OPERATORS and not tokens.core
    if pipe.kind != "Pipe" and not refused:
        if pipe.kind not in (_PIPELINE_ENDS if tokens.core else _DESKTOP_PIPELINE_ENDS):
            p.error_at(pipe, "UnexpectedToken", tokens.text_of(pipe))
        return None
    tokens.skip()
    tokens.skip_newlines()
    if refused:
        p.error_at(pipe, "InvalidEndOfLine", tokens.text_of(pipe))
    if tokens.peek().kind != "EndOfInput":
        return pipe
    if not refused:
        p.incomplete_after(pipe, "EmptyPipeElement")
    return None


def _after_element(p: Parser) -> Token:
    """Look at what follows an element; from 7.0 on a pipe may also start the next line."""
    tokens = p.tokens
    token = tokens.peek()
    if token.kind == "NewLine" and tokens.core and trivia.pipe_follows(tokens, token.end):
        tokens.skip_newlines()
        return tokens.peek()
    return token


def _element(p: Parser, expression: tree.Expression | None) -> _Element | None:
    return commands.command(p) if expression is None else _expression_element(p, expression)


def _later_element(p: Parser) -> _Element | None:
    """Parse what follows a pipe; an expression there is an error."""
    expression, assignment = _leading_expression(p)
    if expression is not None:
        p.error_at(expression, "ExpressionsMustBeFirstInPipeline")
    if assignment is not None:
        p.tokens.rewind(assignment.start)
    return _element(p, expression)


def _expression_element(p: Parser, expression: tree.Expression) -> tree.CommandExpression:
    tokens = p.tokens
    redirections: list[tree.Redirection] = []
    end = expression.end
    while tokens.peek().kind in ("Redirection", "RedirectInStd"):
        end = redirection(p, tokens.next(), redirections)
    return tree.CommandExpression(
        start=expression.start,
        end=end,
        expression=expression,
        redirections=tuple(redirections),
    )


def redirection(p: Parser, token: Token, redirections: list[tree.Redirection]) -> int:
    """Parse what follows a redirection operator, add it, and return where it ends."""
    target = token.value
    if isinstance(target, StreamRedirection) and target.to_stream is not None:
        made: tree.Redirection = _merging(p, token, target)
    else:
        location = commands.single_argument(p, commands.Place.FILE_NAME)
        if location is None:
            p.error("MissingFileSpecification", token.end, token.end)
            location = tree.ErrorExpression(start=token.start, end=token.end)
        if not isinstance(target, StreamRedirection):
            p.error_at(token, "RedirectionNotSupported", p.tokens.text_of(token))
            return location.end
        made = tree.FileRedirection(
            start=token.start,
            end=location.end,
            from_stream=tree.StreamName(target.from_stream),
            append=target.append,
            location=location,
        )
    if any(other.from_stream is made.from_stream for other in redirections):
        p.error_at(made, "StreamAlreadyRedirected", _STREAM_TEXTS[made.from_stream.value])
    else:
        redirections.append(made)
    return made.end


def _merging(p: Parser, token: Token, target: StreamRedirection) -> tree.MergingRedirection:
    if target.to_stream != 1 or target.from_stream == 1:
        p.error_at(token, "RedirectionNotSupported", p.tokens.text_of(token))
    return tree.MergingRedirection(
        start=token.start,
        end=token.end,
        from_stream=tree.StreamName(target.from_stream),
        to_stream=tree.StreamName.OUTPUT,
    )
