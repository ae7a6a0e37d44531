"""Redirections at work: `2>&1`, `*>$null`, `> $null`."""

from dataclasses import dataclass

from emulator.objects.errors import NotEmulated
from emulator.objects.psobject import AUTOMATION_NULL
from emulator.powershell.runtime.closures import Emit, Evaluate
from emulator.powershell.runtime.scope import Scope
from emulator.powershell.runtime.streams import MESSAGE_STREAMS, Take, nowhere
from emulator.powershell.tree import StreamName


@dataclass(frozen=True, slots=True, kw_only=True)
class Redirect:
    """One redirection; `location` None means "into the output"."""

    stream: StreamName
    location: Evaluate | None
    append: bool


def takes(
    scope: Scope, redirects: tuple[Redirect, ...], emit: Emit
) -> tuple[Emit, dict[int, Take]]:
    """Return where the output goes, and where the numbered streams go.

    `2>&1` after `> file` follows the output to where it goes by then, as the real one does.
    """
    output = emit
    elsewhere: dict[int, Take] = {}
    for redirect in redirects:
        if redirect.location is not None:
            take = _opened(scope, redirect.location(scope))
            if redirect.stream in {StreamName.OUTPUT, StreamName.ALL}:
                output = take
            for stream in _numbers(redirect.stream):
                elsewhere[stream] = take
    for redirect in redirects:
        if redirect.location is None:
            for stream in _numbers(redirect.stream):
                elsewhere[stream] = output
    return output, elsewhere


def _numbers(stream: StreamName) -> tuple[int, ...]:
    if stream is StreamName.ALL:
        return MESSAGE_STREAMS
    return () if stream is StreamName.OUTPUT else (stream.value,)


def _opened(scope: Scope, location: object) -> Take:
    if location is None or location is AUTOMATION_NULL:
        return nowhere
    raise NotEmulated(f"a redirection to the file {scope.session.text_of(location)}")
