"""Runs the cases of hyperv-binding.jsonl in bind-only mode."""

from typing import Any

from cmdlets.binding import CmdletCommand
from cmdlets.context import Surroundings
from cmdlets.registry import cmdlet_classes
from emulator.clock import MANUAL, Baton, Clock
from emulator.formatting.builtin_views import builtin_views
from emulator.formatting.formatter import format_lines
from emulator.formatting.view_table import ViewTable
from emulator.objects.enums import EnumValue
from emulator.objects.psobject import PSObject
from emulator.objects.text import to_string
from emulator.objects.typing_of import type_names
from emulator.powershell.compiler.compiler import Compiler
from emulator.powershell.runtime.commands import CommandTable
from emulator.powershell.runtime.language_types import add_language_types
from emulator.powershell.runtime.session import Edition, Session
from tests.conformance.cases import Case
from tests.conformance.running import WIDTH, Collected, _error
from tests.powershell.binder.bind_only import (
    CATALOGUE,
    TYPES,
    BindCommand,
    NewBindObject,
    is_record,
    record_text,
)

COMPILER = Compiler(core=True)
COMMANDS = [BindCommand(name) for name in CATALOGUE.cmdlet_names]


def answer_of(case: Case) -> dict[str, Any]:
    """Run the case in a fresh session of PowerShell 7."""
    add_language_types(TYPES)
    clock = Clock(rate=MANUAL, skip_sleeps=True)
    surroundings = Surroundings(clock=clock, types=TYPES)
    made = [one for one in cmdlet_classes() if one.declaration.module != "Hyper-V"]
    aliases = {
        alias: cmdlet.declaration.name for cmdlet in made for alias in cmdlet.declaration.aliases
    }
    commands = [CmdletCommand(one, surroundings) for one in (*made, NewBindObject)]
    session = Session(
        commands=CommandTable([*commands, *COMMANDS], {**aliases, **CATALOGUE.aliases}),
        types=TYPES,
        clock=clock,
        edition=Edition.CORE,
        compiler=COMPILER,
    )
    streams = Collected()
    with Baton(clock).turn(limit_ms=10_000) as turn:
        outcome = session.run(case.script, streams, turn)
    errors = list(streams.errors)
    if outcome.error is not None:
        errors.append(outcome.error)
    return {
        "text": text_of(streams.values),
        "types": [None if one is None else type_names(one)[0] for one in streams.values],
        "errors": [_error(record) for record in errors],
        "stopped": outcome.error is not None,
        "warning": streams.warnings,
    }


def text_of(values: list[object]) -> str:
    """Records as the contract prints them, all else as PowerShell does."""
    lines: list[str] = []
    at = 0
    while at < len(values):
        end = at
        if is_record(values[at]):
            lines.append("")
            while end < len(values) and isinstance(values[end], str | EnumValue | PSObject):
                one = values[end]
                if isinstance(one, PSObject):
                    lines += record_text(one)
                else:
                    lines.append(to_string(one))
                end += 1
            lines.append("")
        else:
            while end < len(values) and not is_record(values[end]):
                end += 1
            views = ViewTable(builtin_views(core=True))
            lines += format_lines(values[at:end], views, width=WIDTH, edition_core=True)
        at = end
    return "".join(f"{line}\n" for line in lines)
