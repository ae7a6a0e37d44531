"""Which rule reads what starts with which token."""

from emulator.powershell.parser import (
    branches, classes, data, functions, hashtables, loops, primaries, statements, tries,
)  # fmt: skip
from emulator.powershell.parser.state import Grammar

GRAMMAR = Grammar(
    statements={
        "If": branches.if_statement,
        "Switch": branches.switch_statement,
        "Foreach": loops.foreach_statement,
        "For": loops.for_statement,
        "While": loops.while_statement,
        "Do": loops.do_statement,
        "Function": functions.function_definition,
        "Filter": functions.function_definition,
        "Workflow": functions.function_definition,
        "Configuration": functions.configuration_definition,
        "Return": statements.return_statement,
        "Throw": statements.throw_statement,
        "Exit": statements.exit_statement,
        "Break": statements.break_statement,
        "Continue": statements.continue_statement,
        "Trap": tries.trap_statement,
        "Try": tries.try_statement,
        "Data": data.data_statement,
        "Parallel": statements.block_statement,
        "Sequence": statements.block_statement,
        "From": statements.reserved_keyword,
        "Define": statements.reserved_keyword,
        "Var": statements.reserved_keyword,
        "Label": statements.labeled_statement,
        "Class": classes.class_definition,
        "Enum": classes.enum_definition,
        "Using": statements.late_using,
    },
    labeled={
        "Switch": branches.switch_statement,
        "Foreach": loops.foreach_statement,
        "For": loops.for_statement,
        "While": loops.while_statement,
        "Do": loops.do_statement,
    },
    primaries={
        "Variable": primaries.variable_value,
        "SplattedVariable": primaries.splatted_variable,
        "Number": primaries.number,
        "StringLiteral": primaries.verbatim_string,
        "StringExpandable": primaries.expandable_string,
        "HereStringLiteral": primaries.verbatim_here_string,
        "HereStringExpandable": primaries.expandable_here_string,
        "LParen": primaries.parenthesized,
        "AtParen": primaries.sub_expression,
        "DollarParen": primaries.sub_expression,
        "AtCurly": hashtables.hashtable,
        "LCurly": primaries.script_block_expression,
    },
)
"""The statements by keyword, those that take a label, and the values by their first token."""
