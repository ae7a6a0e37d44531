"""Which handler takes a failure, and what `$_` and `throw` mean while it runs.

Source: errors.jsonl, topics try/flow and trap/flow; ExceptionHandlingOps.FindMatchingHandler.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from emulator.objects.errors import (
    ClrException,
    ErrorRecord,
    PowerShellError,
    ScriptTerminating,
    Terminating,
)
from emulator.objects.exceptions import lineage
from emulator.powershell.runtime.failures import Thrown
from emulator.powershell.runtime.scope import MISSING, Scope
from emulator.powershell.tree import TypeName

if TYPE_CHECKING:
    from emulator.powershell.runtime.session import Session

SMA: Final = "System.Management.Automation."
RUNTIME_EXCEPTION: Final = SMA + "RuntimeException"


@dataclass(frozen=True, slots=True)
class Catcher:
    """The types a catch clause or trap names; none means any."""

    types: tuple[TypeName, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """The handler that takes a failure, and the record it sees as `$_`."""

    index: int
    record: ErrorRecord


def choose(
    catchers: tuple[Catcher, ...], failure: PowerShellError, session: "Session"
) -> Chosen | None:
    """Return the handler for `failure`, None where none fits."""
    record = failure.record
    any_of = next((at for at, one in enumerate(catchers) if not one.types), None)
    if any(one.types for one in catchers):
        names = [[session.exception_name(name) for name in one.types] for one in catchers]
        for seen, exceptions in candidates(failure):
            for family in exceptions:
                at = _find(names, family)
                if at is not None:
                    return Chosen(index=at, record=replace(record, exception=seen))
    if any_of is None:
        return None
    return Chosen(index=any_of, record=replace(record))


def candidates(failure: PowerShellError) -> Iterator[tuple[ClrException, list[tuple[str, ...]]]]:
    """Yield what may match, in order: the exception handlers see, and the families to look for."""
    thrown = failure.record.exception
    own = family_of(thrown)
    if RUNTIME_EXCEPTION in own:
        if isinstance(failure, ScriptTerminating) and not isinstance(failure, Thrown):
            yield thrown, [_named(SMA + "ActionPreferenceStopException")]
        if thrown.inner is not None:
            yield thrown.inner, [family_of(thrown.inner)]
        yield thrown, [own]
        return
    yield thrown, [own, _wrapper(failure)]


def _wrapper(failure: PowerShellError) -> tuple[str, ...]:
    """Return the family of the exception that carries another one up."""
    if isinstance(failure, ScriptTerminating) and not isinstance(failure, Thrown):
        return _named(SMA + "ActionPreferenceStopException")
    if isinstance(failure, Terminating):
        return _named(SMA + "CmdletInvocationException")
    return _named(RUNTIME_EXCEPTION)


def family_of(exception: ClrException) -> tuple[str, ...]:
    """Return the names of an exception's type and of all its bases."""
    return (exception.type_name, *exception.lineage)


def _named(name: str) -> tuple[str, ...]:
    return (name, *lineage(name))


def _find(names: list[list[str]], family: tuple[str, ...]) -> int | None:
    """Return the first clause with the exact type, else the first with a base of it."""
    lower = [name.lower() for name in family]
    for at, wanted in enumerate(names):
        if lower[0] in wanted:
            return at
    for at, wanted in enumerate(names):
        if any(name in wanted for name in lower[1:]):
            return at
    return None


@contextmanager
def hold(scope: Scope, record: ErrorRecord) -> Iterator[None]:
    """Let `$_` be `record` in `scope`, and a bare throw raise it again, until the block ends."""
    session = scope.session
    values = scope.values
    before = values.get("_", MISSING)
    caught = session.caught
    values["_"] = record
    session.caught = record
    try:
        yield
    finally:
        session.caught = caught
        if before is MISSING:
            values.pop("_", None)
        else:
            values["_"] = before
