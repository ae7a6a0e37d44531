"""POST /api/powershell: run a script."""

from flask import current_app

from emulator.clock import StopReason
from emulator.web.json_body import read_body
from emulator.web.problem import Problem, error_document
from emulator.web.script_runner import ScriptResult
from emulator.web.service import service_of


def run_script() -> dict[str, object]:
    """Run the script and give its streams."""
    from emulator.web.request_schemas import Script  # noqa: PLC0415 - see there

    asked = read_body(Script())
    scripts, limit_ms = service_of(current_app).scripts, asked["time_limit_seconds"] * 1000
    result = scripts.run(asked["script"], limit_ms=limit_ms)
    refuse_unfinished(result)
    return document(result)


def document(result: ScriptResult, *, placed: bool = True) -> dict[str, object]:
    """Return a result as JSON has it; `placed` as for `error_document`."""
    collected = result.collected
    return {
        "output": result.output,
        "text": result.text,
        "errors": [error_document(record, placed=placed) for record in result.errors],
        "warnings": collected.warnings,
        "verbose": collected.verboses,
        "debug": collected.debugs,
        "host": "".join(collected.host_text),
        "exit_code": result.exit_code,
    }


def refuse_unfinished(result: ScriptResult) -> None:
    """Raise a problem, with what was written so far, for a script that was stopped or no script.

    A parse error is a 422: nothing ran.
    """
    partial = document(result)
    if result.collected.overflowed:
        raise Problem(422, "The script wrote more than one answer carries.", **partial)
    match result.stopped:
        case StopReason.TIME_LIMIT:
            raise Problem(504, "The script ran longer than its time limit and was stopped.",
                          **partial)  # fmt: skip
        case StopReason.ASKED:
            raise Problem(503, "The script was stopped: the service ends.", **partial)
        case None:
            pass
    failure = result.failure
    if failure is not None and failure.category.name == "ParserError":
        raise Problem(422, failure.message, error=error_document(failure), **partial)
