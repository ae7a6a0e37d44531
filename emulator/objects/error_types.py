"""The types of error records, exceptions and what hangs on them."""

from typing import Final

from emulator.objects.basic_types import OBJECT
from emulator.objects.collections import Hashtable
from emulator.objects.common_enums import ERROR_CATEGORY
from emulator.objects.enums import EnumValue
from emulator.objects.errors import ClrException, ErrorRecord, InvocationInfo
from emulator.objects.exceptions import lineage
from emulator.objects.psobject import PSObject, custom_object
from emulator.objects.types import ClrObject, Property, PSType

_SMA: Final = "System.Management.Automation."
_STRING: Final = "System.String"


def _extra(name: str) -> Property:
    return Property(
        name=name,
        type_name=_STRING,
        get=lambda it: dict(it.properties).get(name),
    )


def _data(thrown: ClrException) -> object:
    return dict(thrown.properties).get("Data") or Hashtable()


EXCEPTION: Final = PSType(
    name="System.Exception",
    base=OBJECT,
    python=ClrException,
    properties=(
        Property(name="Message", type_name=_STRING, get=lambda it: it.message),
        Property(name="TargetSite", type_name="System.Reflection.MethodBase", get=lambda _: None),
        Property(name="Data", type_name="System.Collections.IDictionary", get=_data),
        Property(name="InnerException", type_name="System.Exception", get=lambda it: it.inner),
        _extra("HelpLink"),
        _extra("Source"),
        Property(name="HResult", type_name="System.Int32", get=lambda it: it.hresult),
        Property(name="StackTrace", type_name=_STRING, get=lambda _: None),
    ),
)

# Properties that a kind of exception adds. Source: .NET API documentation.
_ADDED: Final[dict[str, tuple[str, ...]]] = {
    "System.ArgumentException": ("ParamName",),
    "System.ArgumentOutOfRangeException": ("ActualValue",),
    "System.ObjectDisposedException": ("ObjectName",),
    "System.IO.FileNotFoundException": ("FileName", "FusionLog"),
    "System.ComponentModel.Win32Exception": ("NativeErrorCode",),
    "System.AggregateException": ("InnerExceptions",),
    _SMA + "RuntimeException": ("ErrorRecord", "WasThrownFromThrowStatement"),
    _SMA + "PSInvalidCastException": ("ErrorRecord",),
    _SMA + "PSArgumentException": ("ErrorRecord",),
    _SMA + "PSInvalidOperationException": ("ErrorRecord",),
    _SMA + "CommandNotFoundException": ("CommandName",),
    _SMA + "ItemNotFoundException": ("ItemName", "SessionStateCategory"),
    _SMA + "ParseException": ("Errors",),
    _SMA + "ParameterBindingException": (
        "ParameterName", "ParameterType", "TypeSpecified", "ErrorId", "Line", "Offset",
        "CommandInvocation",
    ),
    "System.UnauthorizedAccessException": (),
}  # fmt: skip


def exception_type(name: str, bases: tuple[str, ...] | None = None) -> PSType:
    """Return the type of an exception by full name; `bases` where the table does not know it."""
    if name == EXCEPTION.name:
        return EXCEPTION
    chain = bases if bases is not None else lineage(name)
    return EXCEPTION.closed(name, lambda: _exception_type(name, chain))


def _exception_type(name: str, chain: tuple[str, ...]) -> PSType:
    base = exception_type(chain[0], chain[1:]) if chain else EXCEPTION
    return PSType(
        name=name,
        base=base,
        python=ClrException,
        properties=tuple(_extra(added) for added in _ADDED.get(name, ())),
    )


class ErrorCategoryInfo(ClrObject):
    """System.Management.Automation.ErrorCategoryInfo of one record."""

    __slots__ = ("record",)

    def __init__(self, record: ErrorRecord) -> None:
        """Look at `record`."""
        self.record = record

    @property
    def reason(self) -> str:
        """The exception's short name unless the record says otherwise."""
        if self.record.reason is not None:
            return self.record.reason
        return self.record.exception.type_name.rsplit(".", 1)[-1]

    @property
    def target_name(self) -> str:
        """What the target reads as."""
        if self.record.target_name is not None:
            return self.record.target_name
        if self.record.target is None:
            return ""
        from emulator.objects.text import to_string  # noqa: PLC0415 - text knows this module

        return to_string(self.record.target)

    @property
    def target_type(self) -> str:
        """The short type name of the target."""
        if self.record.target_type is not None:
            return self.record.target_type
        if self.record.target is None:
            return ""
        from emulator.objects.type_values import simple_name  # noqa: PLC0415 - as above
        from emulator.objects.typing_of import type_of  # noqa: PLC0415 - as above

        return simple_name(type_of(self.record.target))

    def to_text(self) -> str:
        """Return "Category: (Target:Type) [Activity], Reason"."""
        record = self.record
        target = _shortened(self.target_name)
        return (
            f"{record.category.name}: ({target}:{self.target_type}) "
            f"[{record.activity}], {self.reason}"
        )


_TARGET_LIMIT: Final = 40  # ErrorCategoryInfo.Ellipsize keeps that many characters


def _shortened(text: str) -> str:
    if len(text) <= _TARGET_LIMIT:
        return text
    half = (_TARGET_LIMIT - 3) // 2
    return f"{text[:half]}...{text[-half:]}"


ErrorCategoryInfo.ps_type = PSType(
    name=_SMA + "ErrorCategoryInfo",
    base=OBJECT,
    python=ErrorCategoryInfo,
    properties=(
        Property(
            name="Category",
            type_name=_SMA + "ErrorCategory",
            get=lambda it: EnumValue(ERROR_CATEGORY, int(it.record.category)),
        ),
        Property(name="Activity", type_name=_STRING, get=lambda it: it.record.activity),
        Property(name="Reason", type_name=_STRING, get=lambda it: it.reason),
        Property(name="TargetName", type_name=_STRING, get=lambda it: it.target_name),
        Property(name="TargetType", type_name=_STRING, get=lambda it: it.target_type),
    ),
)


class ErrorDetails(ClrObject):
    """System.Management.Automation.ErrorDetails: a message that replaces the exception's."""

    __slots__ = ("message", "recommended_action")

    def __init__(self, message: str, recommended_action: str | None = None) -> None:
        """Hold both texts."""
        self.message = message
        self.recommended_action = recommended_action

    def to_text(self) -> str:
        """Return the message."""
        return self.message


ErrorDetails.ps_type = PSType(
    name=_SMA + "ErrorDetails",
    base=OBJECT,
    python=ErrorDetails,
    properties=(
        Property(name="Message", type_name=_STRING, get=lambda it: it.message),
        Property(
            name="RecommendedAction", type_name=_STRING, get=lambda it: it.recommended_action or ""
        ),
    ),
)


def _details(record: ErrorRecord) -> ErrorDetails | None:
    if record.details_message is None:
        return None
    return ErrorDetails(record.details_message, record.recommended_action)


def _set_details(record: ErrorRecord, value: object) -> None:
    if isinstance(value, ErrorDetails):
        record.details_message = value.message
        record.recommended_action = value.recommended_action
    elif value is None:
        record.details_message = None
    else:
        from emulator.objects.text import to_string  # noqa: PLC0415 - text knows this module

        record.details_message = to_string(value)


ERROR_RECORD: Final = PSType(
    name=_SMA + "ErrorRecord",
    base=OBJECT,
    python=ErrorRecord,
    properties=(
        Property(name="Exception", type_name="System.Exception", get=lambda it: it.exception),
        Property(name="TargetObject", type_name="System.Object", get=lambda it: it.target),
        Property(name="CategoryInfo", type_name=_SMA + "ErrorCategoryInfo", get=ErrorCategoryInfo),
        Property(
            name="FullyQualifiedErrorId",
            type_name=_STRING,
            get=lambda it: it.fully_qualified_error_id,
        ),
        Property(
            name="ErrorDetails", type_name=_SMA + "ErrorDetails", get=_details, set=_set_details
        ),
        Property(
            name="InvocationInfo", type_name=_SMA + "InvocationInfo", get=lambda it: it.invocation
        ),
        Property(name="ScriptStackTrace", type_name=_STRING, get=lambda it: it.script_stack_trace),
        Property(
            name="PipelineIterationInfo",
            type_name="System.Collections.ObjectModel.ReadOnlyCollection`1[[System.Int32]]",
            get=lambda _: [],
        ),
    ),
)


def _command_of(info: InvocationInfo) -> PSObject | None:
    return custom_object(Name=info.command_name) if info.command_name else None


INVOCATION_INFO: Final = PSType(
    name=_SMA + "InvocationInfo",
    base=OBJECT,
    python=InvocationInfo,
    properties=(
        Property(name="MyCommand", type_name=_SMA + "CommandInfo", get=_command_of),
        Property(
            name="BoundParameters",
            type_name="System.Collections.Generic.Dictionary`2[System.String,System.Object]",
            get=lambda it: Hashtable(it.bound_parameters),
        ),
        Property(name="ScriptLineNumber", type_name="System.Int32", get=lambda it: it.line_number),
        Property(name="OffsetInLine", type_name="System.Int32", get=lambda it: it.offset_in_line),
        Property(name="ScriptName", type_name=_STRING, get=lambda it: it.script_name or ""),
        Property(name="Line", type_name=_STRING, get=lambda it: it.line),
        Property(name="PositionMessage", type_name=_STRING, get=lambda it: it.position_message),
        Property(name="InvocationName", type_name=_STRING, get=lambda it: it.invocation_name),
    ),
)
