"""Data sections."""

from emulator.powershell import tree
from emulator.powershell.parser import commands, data_checks, names, statements
from emulator.powershell.parser.state import Parser
from emulator.powershell.tokens.token import ParameterName, Token


def data_statement(p: Parser, keyword: Token) -> tree.Statement:
    """Parse `data name -SupportedCommand commands { body }`; the keyword is taken already."""
    tokens = p.tokens
    tokens.skip_newlines()
    name = names.simple_name(p)
    tokens.skip_newlines()
    supported: list[tree.Expression] = []
    end = keyword.end if name is None else name.end
    if tokens.peek().kind == "Parameter":
        error_end = _supported_commands(p, tokens.next(), supported)
        if error_end is not None:
            return tree.ErrorStatement(start=keyword.start, end=error_end, nested=tuple(supported))
        end = supported[-1].end
    body = statements.statement_block(p)
    if body is None:
        tokens.errors.report_incomplete("MissingStatementBlockForDataSection", end, end)
        return tree.ErrorStatement(start=keyword.start, end=end, nested=tuple(supported))
    data_checks.body(p, body, supported)
    return tree.DataStatement(
        start=keyword.start,
        end=body.end,
        variable=None if name is None else name.value,
        supported_commands=tuple(supported),
        body=body,
    )


def _supported_commands(
    p: Parser, parameter: Token, supported: list[tree.Expression]
) -> int | None:
    """Parse the list of commands; where it breaks off, return where."""
    tokens = p.tokens
    error_end: int | None = None
    if not names.is_parameter(parameter, "supportedcommand"):
        error_end = parameter.end
        assert isinstance(parameter.value, ParameterName)
        p.error_at(parameter, "InvalidParameterForDataSectionStatement", parameter.value.name)
    last = parameter
    while True:
        tokens.skip_newlines()
        command = commands.single_argument(p, commands.Place.NAME)
        if command is None:
            if error_end is None:
                p.incomplete_after(last, "MissingValueForSupportedCommandInDataSectionStatement")
            return last.end
        supported.append(command)
        last = tokens.peek()
        if last.kind != "Comma":
            return error_end
        tokens.skip()
