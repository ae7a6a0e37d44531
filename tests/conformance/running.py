"""Running one case: a fresh session, everything it writes collected, an answer made of it."""

from dataclasses import dataclass, field
from functools import cache
from typing import Any, Final

from cmdlets.context import Surroundings
from cmdlets.hyper_v.module import HyperVModule
from cmdlets.own_types import OWN_TYPES
from cmdlets.registry import cmdlet_classes
from emulator.clock import MANUAL, Baton, Clock, Stopped
from emulator.dotnet.typetable import TypeTable
from emulator.formatting.builtin_views import builtin_views
from emulator.formatting.formatter import format_lines
from emulator.formatting.view_table import ViewTable
from emulator.host.door import Host
from emulator.inventory.inventory import Inventory
from emulator.objects.error_types import ErrorCategoryInfo
from emulator.objects.errors import ErrorRecord
from emulator.objects.text import to_string
from emulator.objects.typing_of import type_names
from emulator.personas.catalogue import Catalogue
from emulator.powershell.compiler.compiler import Compiler
from emulator.powershell.runtime.commands import CommandTable
from emulator.powershell.runtime.language_types import add_language_types
from emulator.powershell.runtime.messages import InformationRecord
from emulator.powershell.runtime.session import Edition, Outcome, Session
from tests.conformance.cases import Case

WIDTH: Final = 120
"""Columns of the recorded texts."""
CASE_MS_MOST: Final = 10_000
"""Real time of one case; the slowest recorded ones take well under a second."""
FOLDER_PATH: Final = "C:\\case"
"""The working folder of a case, which answers call <folder>."""


@dataclass(slots=True, kw_only=True)
class Collected:
    """Everything a script wrote; fills the streams port."""

    values: list[object] = field(default_factory=list)
    errors: list[ErrorRecord] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    verboses: list[str] = field(default_factory=list)
    debugs: list[str] = field(default_factory=list)
    informations: list[str] = field(default_factory=list)

    def output(self, value: object) -> None:
        self.values.append(value)

    def error(self, record: ErrorRecord) -> None:
        self.errors.append(record)

    def warning(self, text: str) -> None:
        self.warnings.append(text)

    def verbose(self, text: str) -> None:
        self.verboses.append(text)

    def debug(self, text: str) -> None:
        self.debugs.append(text)

    def information(self, record: object) -> None:
        assert isinstance(record, InformationRecord)
        self.informations.append(to_string(record.message_data))

    def progress(self, record: object) -> None:
        pass

    def host_write(self, text: str, *, newline: bool) -> None:
        pass


@cache
def catalogue() -> Catalogue:
    """Return the catalogue, whose views the Hyper-V cases print with."""
    return Catalogue()


@cache
def compiler(*, core: bool) -> Compiler:
    """Return the compiler that all cases of an edition share."""
    return Compiler(core=core)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """A session ready for one case."""

    session: Session
    baton: Baton
    views: ViewTable


def bench(*, core: bool) -> Bench:
    """Make a fresh session with the core cmdlets."""
    from cmdlets.binding import CmdletCommand

    clock = Clock(rate=MANUAL, skip_sleeps=True)
    types = TypeTable(OWN_TYPES)
    add_language_types(types)
    module = HyperVModule(Host.of(Inventory(), clock), clock, catalogue())
    views = ViewTable([*builtin_views(core=core), *module.views])
    surroundings = Surroundings(clock=clock, types=types, hyper_v=module)
    made = [cmdlet for cmdlet in cmdlet_classes() if cmdlet.declaration.module != "Hyper-V"]
    aliases = {
        alias: cmdlet.declaration.name for cmdlet in made for alias in cmdlet.declaration.aliases
    }
    session = Session(
        commands=CommandTable([CmdletCommand(one, surroundings) for one in made], aliases),
        types=types,
        clock=clock,
        edition=Edition.CORE if core else Edition.DESKTOP,
        location=FOLDER_PATH,
        compiler=compiler(core=core),
    )
    return Bench(session=session, baton=Baton(clock), views=views)


def answer_of(case: Case, *, core: bool) -> dict[str, Any]:
    """Run the case and return our answer in the form of the recorded ones."""
    here = bench(core=core)
    streams = Collected()
    with here.baton.turn(limit_ms=CASE_MS_MOST) as turn:
        try:
            outcome = here.session.run(case.script, streams, turn)
        except Stopped:
            streams.values.append("(stopped: the case took too long)")
            outcome = Outcome(exit_code=None, succeeded=False, error=None)
    errors = list(streams.errors)
    if outcome.error is not None:
        errors.append(outcome.error)
    limit = here.session.variable("FormatEnumerationLimit")
    lines = format_lines(
        streams.values,
        here.views,
        width=WIDTH,
        edition_core=core,
        enumeration_limit=limit if isinstance(limit, int) else 4,
    )
    text = "".join(f"{line}\n" for line in lines)
    return {
        "text": _masked(text),
        "types": [None if value is None else type_names(value)[0] for value in streams.values],
        "errors": [_error(record) for record in errors],
        "stopped": outcome.error is not None,
        "warning": streams.warnings,
        "verbose": streams.verboses,
        "debug": streams.debugs,
        "information": streams.informations,
    }


def _masked(text: str) -> str:
    return text.replace(FOLDER_PATH, "<folder>")


def _error(record: ErrorRecord) -> dict[str, Any]:
    category = ErrorCategoryInfo(record)
    info = record.invocation
    return {
        "fqid": record.fully_qualified_error_id,
        "category": record.category.name,
        "reason": category.reason,
        "activity": record.activity,
        "target": _masked(category.target_name),
        "targettype": category.target_type,
        "exception": record.exception.type_name,
        "message": _masked(record.message),
        "line": info.line_number if info else 0,
        "offset": info.offset_in_line if info else 0,
    }
