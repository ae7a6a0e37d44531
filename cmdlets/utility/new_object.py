"""New-Object."""

from collections.abc import Iterable
from typing import Final

from cmdlets.context import Context
from cmdlets.spec import Cmdlet, at, param, switch
from emulator.dotnet.construct import new_object
from emulator.objects.collections import Hashtable
from emulator.objects.errors import ClrError, ErrorCategory, ErrorRecord
from emulator.objects.members import set_property
from emulator.objects.psobject import PSObject
from emulator.objects.text import to_string
from emulator.objects.type_values import simple_name
from emulator.objects.types import PSType
from emulator.powershell.binder.validators import not_null_or_empty

_NET: Final = "Net"
_COM: Final = "Com"
_OPERATION: Final = "System.InvalidOperationException"


class NewObject(
    Cmdlet,
    name="New-Object",
    module="Microsoft.PowerShell.Utility",
    class_name="Microsoft.PowerShell.Commands.NewObjectCommand",
    default_set=_NET,
):
    """Make an object of a .NET class.

    PS> New-Object -TypeName psobject -Property @{ Name = 'web01'; Cores = 2 }
    """

    type_name: str | None = param(
        "System.String",
        "The class, by its full name or a short one.",
        sets={_NET: at(0, mandatory=True)},
        validators=(not_null_or_empty(),),
    )
    com_object: str | None = param(
        "System.String",
        "A COM class, by its ProgID.",
        sets={_COM: at(0, mandatory=True)},
        validators=(not_null_or_empty(),),
        not_emulated=True,
    )
    argument_list: list[object] | None = param(
        "System.Object[]",
        "What the constructor is given.",
        sets={_NET: at(1)},
        aliases=("Args",),
    )
    strict: bool = switch("Refuse .NET objects made by COM.", sets=(_COM,), not_emulated=True)
    property: Hashtable | None = param(
        "System.Collections.IDictionary", "Properties to set on the new object."
    )

    def begin(self, ps: Context) -> Iterable[object]:
        """Make the object and set its properties."""
        type_ = ps.session.resolve_type(self.type_name or "")
        if type_ is None:
            ps.throw(
                ps.record(
                    f"Cannot find type [{self.type_name}]: verify that the assembly containing "
                    "this type is loaded.",
                    "TypeNotFound",
                    ErrorCategory.InvalidType,
                )
            )
        made = self._made(ps, type_)
        if self.property is not None and not self._furnish(ps, made, self.property):
            return ()
        return (made,)

    def _made(self, ps: Context, type_: PSType) -> object:
        arguments = list(self.argument_list or ())
        if type_.abstract or type_.interface:
            ps.throw(
                ps.record(
                    "A constructor was not found. Cannot find an appropriate constructor for "
                    f"type {type_.name}.",
                    "CannotFindAppropriateCtor",
                    ErrorCategory.ObjectNotFound,
                )
            )
        surroundings = ps.session.surroundings
        missing = simple_name(type_)
        try:
            return new_object(type_, arguments, surroundings, missing=missing)
        except ClrError as error:
            ps.throw(
                ErrorRecord(
                    exception=error.exception,
                    error_id="ConstructorInvokedThrowException",
                    category=ErrorCategory.InvalidOperation,
                    command_type=ps.class_name,
                    activity=ps.invocation.command_name,
                )
            )

    def _furnish(self, ps: Context, made: object, wanted: Hashtable) -> bool:
        """Set the properties; False after an error, with which nothing is written."""
        for key, value in wanted.items():
            name = to_string(key)
            if isinstance(made, PSObject) and made.base is None:
                made.add_note(name, value)
                continue
            try:
                set_property(made, name, value)
            except ClrError as error:
                ps.write_error(_not_set(ps, name, error))
                return False
        return True


def _not_set(ps: Context, name: str, error: ClrError) -> ErrorRecord:
    """Return the error of a property that is not there or does not take the value."""
    if error.error_id == "PropertyNotFound":
        return ps.record(
            f'The member "{name}" was not found for the specified .NET object.',
            "InvalidOperationException",
            ErrorCategory.InvalidOperation,
            type_name=_OPERATION,
        )
    return ps.record(
        "The value supplied is not valid, or the property is read-only. Change the value, and "
        "then try again.",
        "SetValueException",
        ErrorCategory.InvalidData,
        type_name="System.Exception",
    )
