"""$PSCmdlet: what an advanced function may ask of the language."""

from typing import TYPE_CHECKING, Final

from emulator.objects.basic_types import OBJECT
from emulator.objects.collections import Hashtable
from emulator.objects.conversion_failures import no_conversion
from emulator.objects.enumeration import enumerate_value
from emulator.objects.error_types import ERROR_RECORD
from emulator.objects.errors import ClrError, ErrorRecord, NotEmulated, PowerShellError
from emulator.objects.psobject import PSObject
from emulator.objects.text import to_string
from emulator.objects.types import ClrObject, Method, Property, PSType
from emulator.powershell.runtime.scope import MISSING

if TYPE_CHECKING:
    from emulator.powershell.runtime.script_stage import ScriptStage


class ScriptCmdlet(ClrObject):
    """System.Management.Automation.PSScriptCmdlet of one running function."""

    __slots__ = ("stage",)

    def __init__(self, stage: "ScriptStage") -> None:
        """Speak for the function that runs in `stage`."""
        self.stage = stage

    def should_process(self, *arguments: object) -> bool:
        """ShouldProcess(target), (target, action) or (description, query, caption)."""
        texts = [to_string(one) for one in arguments]
        try:
            if len(texts) == 3:
                return self.stage.asked(texts[0])
            return self.stage.should_process(texts[0], texts[1] if len(texts) > 1 else None)
        except PowerShellError as error:
            raise ClrError(error.record.exception, error_id="HostException") from error

    def write_object(self, value: object, enumerate_it: object = None) -> None:
        """WriteObject(value), WriteObject(value, enumerateCollection)."""
        items = enumerate_value(value) if enumerate_it else None
        if items is None:
            self.stage.write_object(value)
        else:
            for item in items:
                self.stage.write_object(item)

    def write_error(self, record: object) -> None:
        """WriteError(record)."""
        record = _record(record)
        if record.command_type is None:
            record.command_type = self.stage.metadata.implementing_type
        self.stage.write_error(record)

    def throw(self, record: object) -> None:
        """ThrowTerminatingError(record): the record is now this function's."""
        record = _record(record)
        record.command_type = self.stage.metadata.implementing_type
        record.activity = self.stage.metadata.name
        record.invocation = self.stage.invocation
        record.script_stack_trace = ""
        self.stage.throw(record)

    def variable_value(self, name: object, default: object = None) -> object:
        """GetVariableValue(name), GetVariableValue(name, default)."""
        found = self.stage.scope.find(to_string(name).lower())
        return default if found is MISSING else found


def _record(value: object) -> ErrorRecord:
    """Return the argument of WriteError and ThrowTerminatingError; no other type converts."""
    if isinstance(value, PSObject) and isinstance(value.base, ErrorRecord):
        return value.base
    if isinstance(value, ErrorRecord):
        return value
    raise no_conversion(value, ERROR_RECORD)


def _not_here(what: str) -> object:
    raise NotEmulated(what)


VOID: Final = ("void Write(...)",)
"""What tells the language that a method gives nothing."""

SCRIPT_CMDLET: Final = PSType(
    name="System.Management.Automation.PSScriptCmdlet",
    base=OBJECT,
    python=ScriptCmdlet,
    properties=(
        Property(
            name="ParameterSetName",
            type_name="System.String",
            get=lambda it: it.stage.parameter_set,
        ),
        Property(
            name="MyInvocation",
            type_name="System.Management.Automation.InvocationInfo",
            get=lambda it: it.stage.session.invocation_value(it.stage),
        ),
        Property(name="CommandRuntime", type_name="System.Object", get=lambda it: it),
        Property(name="CommandOrigin", type_name="System.String", get=lambda _: "Internal"),
        Property(
            name="SessionState",
            type_name="System.Object",
            get=lambda _: _not_here("$PSCmdlet.SessionState"),
        ),
        Property(name="Stopping", type_name="System.Boolean", get=lambda it: it.stage.stopping),
        Property(
            name="BoundParameters",
            type_name="System.Object",
            get=lambda it: Hashtable(it.stage.bound.items()),
        ),
    ),
    methods=(
        Method(name="ShouldProcess", call=lambda it, *a: it.should_process(*a)),
        Method(name="WriteObject", definitions=VOID, call=lambda it, *a: it.write_object(*a)),
        Method(name="WriteError", definitions=VOID, call=lambda it, record: it.write_error(record)),
        Method(
            name="ThrowTerminatingError", definitions=VOID, call=lambda it, record: it.throw(record)
        ),
        Method(
            name="WriteWarning",
            definitions=VOID,
            call=lambda it, t: it.stage.write_warning(to_string(t)),
        ),
        Method(
            name="WriteVerbose",
            definitions=VOID,
            call=lambda it, t: it.stage.write_verbose(to_string(t)),
        ),
        Method(
            name="WriteDebug",
            definitions=VOID,
            call=lambda it, t: it.stage.write_debug(to_string(t)),
        ),
        Method(
            name="WriteInformation",
            definitions=VOID,
            call=lambda it, data, tags=(): it.stage.write_information(
                data, tuple(to_string(one) for one in tags or ())
            ),
        ),
        Method(
            name="ShouldContinue",
            call=lambda it, q, c: it.stage.should_continue(to_string(q), to_string(c)),
        ),
        Method(name="GetVariableValue", call=lambda it, *a: it.variable_value(*a)),
    ),
)
ScriptCmdlet.ps_type = SCRIPT_CMDLET
