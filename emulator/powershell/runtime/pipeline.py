"""Pipelines at work: every command begins, objects are pushed through, every command ends."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from emulator.powershell.runtime.calls import Call
from emulator.powershell.runtime.closures import Emit
from emulator.powershell.runtime.resolution import stage_of
from emulator.powershell.runtime.scope import Scope
from emulator.powershell.runtime.signals import StopUpstream

if TYPE_CHECKING:
    from emulator.powershell.runtime.stage import Stage


def run_pipeline(
    scope: Scope, calls: tuple[Call, ...], emit: Emit, source: Iterable[object] | None
) -> None:
    """Run `calls` one behind the other; `source` feeds the first, None where nothing does.

    `$?` is false afterwards where a command of the pipeline reported an error.
    """
    session = scope.session
    turn = session.turn
    if turn.attention:
        turn.checkpoint()
    stages = [stage_of(scope, call) for call in calls]
    session.note_tokens(calls)
    following = emit
    for stage in reversed(stages):
        stage.emit = following
        following = stage.process
    first = stages[0]
    first.expecting_input = source is not None
    for stage in stages[1:]:
        stage.expecting_input = True
    try:
        for stage in stages:
            stage.prepare()
        _drive(stages, source)
    except BaseException:
        session.succeeded = False
        raise
    finally:
        for stage in stages:
            stage.close()
    session.succeeded = not any(stage.failed for stage in stages)


def _drive(stages: "list[Stage]", source: Iterable[object] | None) -> None:
    first = stages[0]
    try:
        for stage in stages:
            stage.begin()
        if source is None:
            first.process_alone()
        else:
            for item in source:
                first.process(item)
    except StopUpstream as stop:
        _end(stages, _place(stages, stop))
    else:
        _end(stages, 0)


def _place(stages: "list[Stage]", stop: StopUpstream) -> int:
    """Return which command wants no more; one of another pipeline takes the stop itself."""
    for at, stage in enumerate(stages):
        if stage is stop.requester:
            return at
    raise stop


def _end(stages: "list[Stage]", start: int) -> None:
    """Run the `end` of the commands from `start`; one may again want no more meanwhile."""
    at = start
    while at < len(stages):
        try:
            stages[at].end()
        except StopUpstream as stop:
            at = _place(stages, stop)
            if at < start:
                raise
            start = at
            continue
        at += 1
