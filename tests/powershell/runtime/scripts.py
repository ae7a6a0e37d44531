"""Running a script in a session of the core cmdlets, and what it wrote."""

from dataclasses import dataclass

from emulator.objects.errors import ErrorRecord
from emulator.objects.text import to_string
from emulator.powershell.runtime.session import Outcome
from tests.conformance.running import Collected, bench

MS_MOST = 20_000
"""Real time one script of these tests may take."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ran:
    """What a script wrote and how it ended."""

    outcome: Outcome
    streams: Collected

    @property
    def texts(self) -> list[str]:
        """The output objects as text."""
        return [to_string(value) for value in self.streams.values]

    @property
    def ids(self) -> list[str]:
        """The ids of the errors: those written, then the one that ended the script."""
        records: list[ErrorRecord] = list(self.streams.errors)
        if self.outcome.error is not None:
            records.append(self.outcome.error)
        return [record.fully_qualified_error_id for record in records]


def ran(script: str, *, core: bool = True) -> Ran:
    """Run `script` in a fresh session."""
    here = bench(core=core)
    streams = Collected()
    with here.baton.turn(limit_ms=MS_MOST) as turn:
        outcome = here.session.run(script, streams, turn)
    return Ran(outcome=outcome, streams=streams)


def printed(script: str) -> str:
    """Return the output of a script as one line: texts joined by a bar."""
    return "|".join(ran(script).texts)
