"""Scripts through the evaluator, for cmdlets that need a session."""

from dataclasses import dataclass

from emulator.formatting.formatter import format_lines
from emulator.objects.errors import ErrorRecord
from emulator.powershell.runtime.threads import script_thread
from tests.conformance.running import Collected, bench


@dataclass(frozen=True, slots=True, kw_only=True)
class Ran:
    """What a script wrote: its objects, their text, its errors and warnings."""

    values: list[object]
    text: str
    errors: list[ErrorRecord]
    warnings: list[str]

    @property
    def error_ids(self) -> list[str]:
        """The full ids of the errors."""
        return [record.fully_qualified_error_id for record in self.errors]


def ran(script: str, *, core: bool = False) -> Ran:
    """Run `script` in a fresh session and return what it wrote."""
    done: list[Ran] = []
    script_thread(lambda: done.append(_run(script, core=core)), name="script").join()
    assert done, "the script's thread failed"
    return done[0]


def _run(script: str, *, core: bool) -> Ran:
    made = bench(core=core)
    collected = Collected()
    with made.baton.turn() as turn:
        outcome = made.session.run(script, collected, turn)
    errors = [*collected.errors, *([outcome.error] if outcome.error else [])]
    lines = format_lines(collected.values, made.views, width=120, edition_core=core)
    return Ran(
        values=collected.values,
        text="".join(f"{line}\n" for line in lines),
        errors=errors,
        warnings=collected.warnings,
    )
