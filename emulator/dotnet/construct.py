"""Making objects: [type]::new(...) and New-Object."""

from collections.abc import Sequence

from emulator.dotnet.defaults import zero_of
from emulator.dotnet.invocation import invoke, wrapped
from emulator.dotnet.overloads import no_overload
from emulator.dotnet.surfaces import surface_of
from emulator.dotnet.surroundings import Surroundings
from emulator.objects.basic_types import INT32, PS_CUSTOM_OBJECT, PS_OBJECT, VALUE_TYPE
from emulator.objects.conversion import convert
from emulator.objects.error_types import EXCEPTION
from emulator.objects.errors import ClrError, ClrException, NotEmulated
from emulator.objects.exceptions import exception
from emulator.objects.psobject import PSObject
from emulator.objects.text import to_string
from emulator.objects.type_values import simple_name
from emulator.objects.types import PSType


def new_object(
    type_: PSType,
    arguments: Sequence[object],
    surroundings: Surroundings | None = None,
    *,
    shown: str = ".ctor",
    missing: str | None = None,
) -> object:
    """Return a new object of `type_`.

    `shown` is the constructor's name in MethodInvocationException, `missing` the one in the
    error of a wrong argument count (the type's name for New-Object).
    """
    if type_.element is not None:
        from emulator.dotnet.surface.arrays import new_array  # noqa: PLC0415 - on demand

        return new_array(type_.element, _length(arguments))
    if EXCEPTION in type_.lineage():
        return _new_exception(type_, arguments)
    if type_.constructors:
        return _declared(type_, arguments, shown)
    surface = surface_of(type_)
    if surface is not None and surface.constructors:
        return _invoked(type_, arguments, surroundings, shown, missing)
    return _plain(type_, arguments, missing)


def _invoked(
    type_: PSType,
    arguments: Sequence[object],
    surroundings: Surroundings | None,
    shown: str,
    missing: str | None,
) -> object:
    surface = surface_of(type_)
    assert surface is not None
    if not arguments and VALUE_TYPE in type_.lineage():
        return zero_of(type_)
    name = missing or simple_name(type_)
    try:
        return invoke(type_, "::new", surface.constructors, arguments, surroundings, shown=shown)
    except ClrError as error:
        if error.error_id == "MethodCountCouldNotFindBest":
            raise no_overload(name, len(arguments)) from error
        raise


def _declared(type_: PSType, arguments: Sequence[object], shown: str) -> object:
    try:
        return type_.constructors[0].call(None, *arguments)
    except ClrError as error:
        raise wrapped(error, shown, len(arguments)) from error


def _plain(type_: PSType, arguments: Sequence[object], missing: str | None) -> object:
    if type_ in (PS_OBJECT, PS_CUSTOM_OBJECT):
        return PSObject(arguments[0] if arguments else None)
    if type_.value_type and not arguments:
        made = zero_of(type_)
        if made is not None:
            return made
    if type_.abstract or type_.interface:
        raise no_overload(missing or simple_name(type_), len(arguments))
    raise NotEmulated(f"Making an object of type {type_.name}")


def _length(arguments: Sequence[object]) -> int:
    if len(arguments) != 1:
        raise no_overload("new", len(arguments))
    count = convert(arguments[0], INT32)
    assert isinstance(count, int)
    return int(count)


def _new_exception(type_: PSType, arguments: Sequence[object]) -> ClrException:
    """Return an exception: (), (message), (message, inner); argument exceptions name a parameter."""
    values = [
        it.base if isinstance(it, PSObject) and it.base is not None else it for it in arguments
    ]
    inner = next((it for it in values if isinstance(it, ClrException)), None)
    texts = [to_string(it) for it in values if it is not None and not isinstance(it, ClrException)]
    properties: tuple[tuple[str, object], ...] = ()
    message = texts[0] if texts else f"Exception of type '{type_.name}' was thrown."
    if type_.name in _PARAMETER_FIRST and texts:
        properties = (("ParamName", texts[0]),)
        text = texts[1] if len(texts) > 1 else _PARAMETER_FIRST[type_.name]
        message = f"{text} (Parameter '{texts[0]}')"
    elif type_.name == "System.ArgumentException" and len(texts) > 1:
        properties = (("ParamName", texts[1]),)
        message = f"{texts[0]} (Parameter '{texts[1]}')"
    elif type_.name == "System.IO.FileNotFoundException" and len(texts) > 1:
        properties = (("FileName", texts[1]),)
    made = exception(type_.name, message, inner, properties)
    lineage = tuple(base.name for base in type_.lineage()[1:] if base.name != "System.Object")
    return ClrException(
        type_name=made.type_name,
        message=made.message,
        inner=made.inner,
        lineage=lineage,
        properties=made.properties,
        hresult=made.hresult,
    )


_PARAMETER_FIRST = {
    "System.ArgumentNullException": "Value cannot be null.",
    "System.ArgumentOutOfRangeException": "Specified argument was out of the range of valid values.",
}
