"""Every error the binder raises, one function each: id, category, message.

Source: conformance/errors.jsonl (binding/*) and hyperv-binding.jsonl (errors/*, names/*, common).
"""

from collections.abc import Iterable
from typing import Final

from emulator.objects.errors import (
    ClrException,
    ErrorCategory,
    ErrorRecord,
    PowerShellError,
)
from emulator.objects.exceptions import exception
from emulator.objects.records import framework_message
from emulator.objects.text import type_text
from emulator.objects.types import PSType
from emulator.objects.typing_of import type_of
from emulator.powershell.binder.argument import Argument
from emulator.powershell.binder.context import BindingContext
from emulator.powershell.metadata import CommandMetadata

_SMA: Final = "System.Management.Automation."
BINDING: Final = _SMA + "ParameterBindingException"
VALIDATION: Final = _SMA + "ParameterBindingValidationException"
TRANSFORMATION: Final = _SMA + "ParameterBindingArgumentTransformationException"

NOT_BOUND_TEXT: Final = (
    "The input object cannot be bound to any parameters for the command either because the "
    "command does not take pipeline input or the input and its properties do not match any of "
    "the parameters that take pipeline input."
)


class BindingError(PowerShellError):
    """A call that cannot be bound, or a pipeline object that cannot."""


class ConversionError(BindingError):
    """A value that does not become the parameter's type: the next parameter may take it."""


class ValidationError(BindingError):
    """A value that a validation attribute or the mandatory check refuses."""


class Failures:
    """Makes the binder's errors for one call."""

    __slots__ = ("_context", "_metadata")

    def __init__(self, metadata: CommandMetadata, context: BindingContext) -> None:
        """Speak of the command `metadata` called in `context`."""
        self._metadata = metadata
        self._context = context

    def _record(
        self,
        message: str,
        error_id: str,
        *,
        at: tuple[int, int] = (-1, -1),
        type_name: str = BINDING,
        category: ErrorCategory = ErrorCategory.InvalidArgument,
        inner: ClrException | None = None,
        parameter: str | None = None,
        parameter_type: PSType | None = None,
        specified: object = None,
    ) -> ErrorRecord:
        text = message if self._context.core else framework_message(message)
        thrown = exception(
            type_name,
            text,
            inner,
            properties=(
                ("ParameterName", parameter),
                ("ParameterType", parameter_type),
                ("TypeSpecified", None if specified is None else type_of(specified)),
                ("ErrorId", error_id),
            ),
        )
        metadata = self._metadata
        return ErrorRecord(
            exception=thrown,
            error_id=error_id,
            category=category,
            command_type=metadata.implementing_type,
            activity=metadata.name,
            invocation=self._context.invocation_at(*at),
        )

    def unknown_name(self, argument: Argument) -> BindingError:
        """Say that no parameter has the name."""
        return BindingError(
            self._record(
                "A parameter cannot be found that matches parameter name "
                f"'{(argument.name or '').rstrip(':')}'.",
                "NamedParameterNotFound",
                at=(argument.start, argument.end),
                parameter=argument.name,
            )
        )

    def ambiguous_name(self, argument: Argument, names: Iterable[str]) -> BindingError:
        """Say that the name is the beginning of several."""
        matches = " ".join(f"-{name}" for name in names)
        return BindingError(
            self._record(
                f"Parameter cannot be processed because the parameter name '{argument.name}' is "
                f"ambiguous. Possible matches include: {matches}.",
                "AmbiguousParameter",
                at=(argument.start, argument.end),
                parameter=argument.name,
            )
        )

    def twice(self, argument: Argument, name: str) -> BindingError:
        """Say that the parameter has a value already."""
        return BindingError(
            self._record(
                f"Cannot bind parameter because parameter '{name}' is specified more than once. "
                "To provide multiple values to parameters that can accept multiple values, use "
                'the array syntax. For example, "-parameter value1,value2,value3".',
                "ParameterAlreadyBound",
                at=(argument.start, argument.end),
                parameter=name,
            )
        )

    def no_argument(self, argument: Argument, name: str, type_: PSType) -> BindingError:
        """Say that the name stands where its value should follow."""
        return BindingError(
            self._record(
                f"Missing an argument for parameter '{name}'. Specify a parameter of type "
                f"'{type_text(type_)}' and try again.",
                "MissingArgument",
                at=(argument.start, argument.end),
                parameter=name,
                parameter_type=type_,
            )
        )

    def no_position(self, text: str) -> BindingError:
        """Say that no parameter takes the argument by position."""
        return BindingError(
            self._record(
                f"A positional parameter cannot be found that accepts argument '{text}'.",
                "PositionalParameterNotFound",
                parameter=text,
            )
        )

    def ambiguous_set(self) -> BindingError:
        """Say that no single parameter set fits what was given."""
        message = "Parameter set cannot be resolved using the specified named parameters."
        if self._context.core:
            message += (
                " One or more parameters issued cannot be used together or an insufficient "
                "number of parameters were provided."
            )
        return BindingError(self._record(message, "AmbiguousParameterSet"))

    def ambiguous_remainder(self) -> BindingError:
        """Say that two sets would take the remaining arguments."""
        error = self.ambiguous_set()
        error.record.category = ErrorCategory.MetadataError
        return error

    def missing(self, names: Iterable[str]) -> BindingError:
        """Say that mandatory parameters have no value, and nobody can be asked."""
        return BindingError(
            self._record(
                "Cannot process command because of one or more missing mandatory parameters: "
                f"{' '.join(names)}.",
                "MissingMandatoryParameter",
            )
        )

    def no_block_input(self, argument: Argument, name: str) -> BindingError:
        """Say that a script block waits for pipeline objects, and none will come."""
        return BindingError(
            self._record(
                f"Cannot evaluate parameter '{name}' because its argument is specified as a "
                "script block and there is no input. A script block cannot be evaluated without "
                "input.",
                "ScriptBlockArgumentNoInput",
                at=place(argument),
                category=ErrorCategory.MetadataError,
                parameter=name,
            )
        )

    def block_failed(self, name: str, target: object, message: str) -> BindingError:
        """Say that a script block given to a parameter ended in an error."""
        record = self._record(
            f"The input to the script block for parameter '{name}' failed. {message}",
            "ScriptBlockArgumentInvocationFailed",
            parameter=name,
        )
        return with_target(BindingError(record), target)

    def block_silent(self, name: str, target: object) -> BindingError:
        """Say that a script block given to a parameter wrote nothing."""
        record = self._record(
            f"Cannot evaluate parameter '{name}' because its argument input did not produce any "
            "output.",
            "ScriptBlockArgumentNoOutput",
            parameter=name,
        )
        return with_target(BindingError(record), target)

    def not_bound(self, target: object) -> BindingError:
        """Say that the pipeline object fits nowhere."""
        return with_target(
            BindingError(self._record(NOT_BOUND_TEXT, "InputObjectNotBound")), target
        )

    def not_enough(self, target: object, names: Iterable[str]) -> BindingError:
        """Say that the pipeline object leaves mandatory parameters without a value. Assumed text."""
        return with_target(
            BindingError(
                self._record(
                    "The input object cannot be bound because it did not contain the information "
                    f"required to bind all mandatory parameters:  {' '.join(names)}",
                    "InputObjectMissingMandatory",
                )
            ),
            target,
        )

    def not_convertible(
        self, argument: Argument, name: str, type_: PSType, message: str, value: object
    ) -> ConversionError:
        """Say that a conversion failed, and why."""
        return ConversionError(
            self._record(
                f"Cannot bind parameter '{name}'. {message}",
                "CannotConvertArgumentNoMessage",
                at=place(argument),
                parameter=name,
                parameter_type=type_,
                specified=value,
            )
        )

    def wrong_kind(
        self, argument: Argument, name: str, type_: PSType, value: object, why: str
    ) -> ConversionError:
        """Say that no conversion is tried for a value of that kind."""
        return ConversionError(
            self._record(
                f"Cannot convert '{type_text(type_of(value))}' to the type '{type_text(type_)}' "
                f"required by parameter '{name}'. {why}",
                "CannotConvertArgument",
                at=place(argument),
                parameter=name,
                parameter_type=type_,
                specified=value,
            )
        )

    def transformation(
        self, argument: Argument, name: str, message: str, inner: ClrException | None
    ) -> ConversionError:
        """Say that a function's parameter type, or a transformation attribute, refuses the value."""
        return ConversionError(
            self._record(
                f"Cannot process argument transformation on parameter '{name}'. {message}",
                "ParameterArgumentTransformationError",
                at=place(argument),
                type_name=TRANSFORMATION,
                category=ErrorCategory.InvalidData,
                inner=inner,
                parameter=name,
            )
        )

    def invalid(
        self, argument: Argument, name: str, message: str, inner: ClrException | None
    ) -> ValidationError:
        """Say that a validation attribute refuses the value."""
        return ValidationError(
            self._record(
                f"Cannot validate argument on parameter '{name}'. {message}",
                "ParameterArgumentValidationError",
                at=place(argument),
                type_name=VALIDATION,
                category=ErrorCategory.InvalidData,
                inner=inner,
                parameter=name,
            )
        )

    def empty(self, argument: Argument, name: str, kind: str, what: str) -> ValidationError:
        """Say that a mandatory parameter got nothing; `kind` ends the id, `what` the sentence."""
        return ValidationError(
            self._record(
                f"Cannot bind argument to parameter '{name}' because it is {what}.",
                f"ParameterArgumentValidationError{kind}NotAllowed",
                at=place(argument),
                type_name=VALIDATION,
                category=ErrorCategory.InvalidData,
                parameter=name,
            )
        )

    def null_switch(self, argument: Argument, name: str) -> ConversionError:
        """Say that a bool parameter got $null."""
        return ConversionError(
            self._record(
                f"Cannot bind argument to parameter '{name}' because it is null.",
                "ParameterArgumentValidationErrorNullNotAllowed",
                at=place(argument),
                parameter=name,
            )
        )

    def unsettable(self, argument: Argument, name: str, message: str) -> ConversionError:
        """Say that a parameter of a value type got $null."""
        return ConversionError(
            self._record(
                f"Cannot bind parameter '{name}' to the target. Exception setting \"{name}\": "
                f'"{message}"',
                "ParameterBindingFailed",
                at=place(argument),
                category=ErrorCategory.WriteError,
                parameter=name,
            )
        )

    def wrong_shape(self, argument: Argument, name: str, type_name: str) -> ConversionError:
        """Say that the object has not the PSTypeName that the parameter asks for."""
        return ConversionError(
            self._record(
                f"Cannot bind argument to parameter '{name}', because PSTypeNames of the argument "
                f"do not match the PSTypeName required by the parameter: {type_name}.",
                "MismatchedPSTypeName",
                at=place(argument),
                type_name=TRANSFORMATION,
                parameter=name,
            )
        )


def with_target(error: BindingError, target: object) -> BindingError:
    """Return `error` with the pipeline object it is about."""
    error.record.target = target
    return error


def place(argument: Argument) -> tuple[int, int]:
    """Return where an argument's value stands."""
    if argument.value_start >= 0:
        return argument.value_start, argument.end
    return argument.start, argument.end
