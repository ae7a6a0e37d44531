"""What a running command says beside its objects: warnings, messages, information, questions."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from emulator.objects.errors import ClrException, ErrorCategory, ErrorRecord, ScriptTerminating
from emulator.objects.psobject import PSObject
from emulator.objects.text import to_string
from emulator.objects.truth import is_true
from emulator.powershell.metadata import ConfirmImpact
from emulator.powershell.runtime.asking import confirmed
from emulator.powershell.runtime.messages import (
    HostInformationMessage,
    InformationRecord,
    WarningRecord,
)
from emulator.powershell.runtime.preferences import Action, action_of, at_least, impact_of
from emulator.powershell.runtime.scope import MISSING
from emulator.powershell.runtime.streams import WARNING, Copied

if TYPE_CHECKING:
    from emulator.powershell.runtime.stage import Stage

SMA: Final = "System.Management.Automation."


class Sayings:
    """The part of a stage that writes to the message streams and asks."""

    __slots__ = ()

    def write_warning(self: "Stage", text: str) -> None:  # type: ignore[misc]
        """Write a warning as -WarningAction or $WarningPreference says."""
        if self.speaks("WarningPreference", self.common.warning_action, text):
            self.session.streams.warning(text)
        elif isinstance(self._streams, Copied):
            # -WarningVariable keeps what is not shown. Source: recalled
            self._streams.copy(WARNING, WarningRecord(text))

    def write_verbose(self: "Stage", text: str) -> None:  # type: ignore[misc]
        """Write a verbose message under -Verbose or $VerbosePreference."""
        if self.speaks("VerbosePreference", _forced(flag=self.common.verbose), text):
            self.session.streams.verbose(text)

    def write_debug(self: "Stage", text: str) -> None:  # type: ignore[misc]
        """Write a debug message under -Debug or $DebugPreference."""
        if self.speaks("DebugPreference", _forced(flag=self.common.debug), text):
            self.session.streams.debug(text)

    def write_information(  # type: ignore[misc]
        self: "Stage", record: object, tags: Sequence[str] = ()
    ) -> None:
        """Write an information record; what Write-Host writes is shown on the host."""
        bare = record.base if isinstance(record, PSObject) and record.base is not None else record
        session = self.session
        if not isinstance(bare, InformationRecord):
            bare = InformationRecord(
                record, source=self.metadata.name, tags=tuple(tags), time=session.now()
            )
        shown = isinstance(bare.message_data, HostInformationMessage)
        said = self.common.information_action
        action = action_of(self.scope.find("informationpreference"))
        if said is not None:
            action = action_of(said)
        if action is Action.IGNORE:
            return
        if action is Action.STOP:
            text = to_string(bare.message_data)
            session.streams.information(bare)
            self.stopped_by("InformationPreference", text)
        session.streams.information(bare)
        if shown and isinstance(bare.message_data, HostInformationMessage):
            data = bare.message_data
            session.streams.host_write(data.message, newline=not data.no_newline)
        elif action is Action.CONTINUE:
            session.streams.host_write(to_string(bare.message_data), newline=True)

    def write_progress(self: "Stage", record: object) -> None:  # type: ignore[misc]
        """Write a progress record, unless $ProgressPreference is silent."""
        action = action_of(self.scope.find("progresspreference"))
        if action not in {Action.SILENTLY_CONTINUE, Action.IGNORE}:
            self.session.streams.progress(record)

    def speaks(self: "Stage", name: str, said: str | None, text: str) -> bool:  # type: ignore[misc]
        """Whether a message goes out; -Action or the variable `name` decides, Stop raises."""
        action = action_of(self.scope.find(name.lower()) if said is None else said)
        if action is Action.STOP:
            self.show(name, text)
            self.stopped_by(name, text)
        if action is Action.INQUIRE:
            self.throw(confirmed(text, self))
        return action is Action.CONTINUE

    def show(self: "Stage", name: str, text: str) -> None:  # type: ignore[misc]
        """Write the message that is about to stop the script."""
        streams = self.session.streams
        write = {
            "WarningPreference": streams.warning,
            "VerbosePreference": streams.verbose,
            "DebugPreference": streams.debug,
        }
        write[name](text)

    def stopped_by(self: "Stage", name: str, text: str) -> None:  # type: ignore[misc]
        """Raise the error of a message whose preference is Stop. Source: action/preference."""
        message = (
            f'The running command stopped because the preference variable "{name}" or common '
            f"parameter is set to Stop: {text}"
        )
        record = ErrorRecord(
            exception=ClrException(
                type_name=SMA + "ActionPreferenceStopException",
                message=message,
                lineage=(SMA + "RuntimeException", "System.SystemException", "System.Exception"),
            ),
            error_id="ActionPreferenceStop",
            category=ErrorCategory.OperationStopped,
            command_type=self.metadata.implementing_type or None,
        )
        self.own(record)
        self.session.failures.complete(record, self.extent)
        raise ScriptTerminating(record)

    def should_process(  # type: ignore[misc]
        self: "Stage", target: str, action: str | None = None
    ) -> bool:
        """Ask as -WhatIf and -Confirm demand."""
        what = f'Performing the operation "{action or self.metadata.name}" on target "{target}".'
        return self.asked(what)

    def should_process_described(self: "Stage", description: str) -> bool:  # type: ignore[misc]
        """Ask in a sentence of the cmdlet's own."""
        return self.asked(description)

    def asked(self: "Stage", what: str) -> bool:  # type: ignore[misc]
        """Return whether to do `what`: not under -WhatIf, and not when nobody can confirm it."""
        dry = self.common.what_if
        if dry is None:
            held = self.scope.find("whatifpreference")
            dry = held is not MISSING and is_true(held)
        if dry:
            self.session.streams.host_write(f"What if: {what}", newline=True)
            return False
        confirm = self.common.confirm
        if confirm is None:
            threshold = self.scope.find("confirmpreference")
            level = ConfirmImpact.HIGH if threshold is MISSING else impact_of(threshold)
            confirm = at_least(self.metadata.confirm_impact, level)
        if confirm:
            self.throw(confirmed(f"Are you sure you want to perform this action?\n{what}", self))
        if self.common.verbose or self.common.verbose is None:
            self.write_verbose(what)
        return True

    def should_continue(self: "Stage", query: str, caption: str) -> bool:  # type: ignore[misc]
        """Ask whatever -Confirm says; nobody answers."""
        del caption
        self.throw(confirmed(query, self))


def _forced(*, flag: bool | None) -> str | None:
    """Return what -Verbose or -Verbose:$false says as an action, None where it is not given."""
    if flag is None:
        return None
    return "Continue" if flag else "SilentlyContinue"
