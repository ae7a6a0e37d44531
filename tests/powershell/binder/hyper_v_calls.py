"""Binds calls of any Hyper-V cmdlet of the catalogue, without running anything."""

from collections.abc import Iterable
from dataclasses import dataclass

from cmdlets.hyper_v.not_emulated import catalogue_metadata
from cmdlets.hyper_v.types import HyperVTypes
from cmdlets.own_types import OWN_TYPES
from emulator.dotnet.typetable import TypeTable
from emulator.objects.basic_types import OBJECT
from emulator.objects.errors import InvocationInfo
from emulator.objects.types import ClrObject, PSType
from emulator.personas.catalogue import Catalogue
from emulator.powershell.binder import Argument, Binder, BindingError
from emulator.powershell.metadata import CommandMetadata
from tests.cmdlets.direct import SCRIPT_BLOCK, Place

CATALOGUE = Catalogue()
HYPER_V = HyperVTypes(CATALOGUE, {})
CIM_SESSION = PSType(name="Microsoft.Management.Infrastructure.CimSession", base=OBJECT)
CREDENTIAL = PSType(name="System.Management.Automation.PSCredential", base=OBJECT)
TYPES = TypeTable([*HYPER_V, *OWN_TYPES, SCRIPT_BLOCK, CIM_SESSION, CREDENTIAL])


class Thing(ClrObject):
    """An instance of a class of the module."""

    def __init__(self, class_name: str, text: str) -> None:
        self.ps_type = HYPER_V[class_name]
        self.text = text

    def to_text(self) -> str:
        return self.text


@dataclass
class Bound:
    """How a call was bound: set and values, or the error."""

    parameter_set: str
    values: dict[str, object]
    error_id: str = ""
    message: str = ""
    place: InvocationInfo | None = None


def metadata(name: str) -> CommandMetadata:
    return catalogue_metadata(name, CATALOGUE.cmdlets[name], TYPES.resolve)


def call(
    name: str,
    *arguments: Argument,
    piped: Iterable[object] | None = None,
    core: bool = True,
) -> list[Bound]:
    """Bind the call; one entry for the call, or one per pipeline object."""
    binder = Binder(metadata(name), Place(core, piped is not None))
    try:
        binder.bind_arguments(arguments)
    except BindingError as error:
        return [refused(error)]
    if piped is None:
        return [Bound(binder.parameter_set, dict(binder.bound))]
    found = []
    for item in piped:
        try:
            binder.bind_pipeline(item)
            found.append(Bound(binder.parameter_set, dict(binder.bound)))
        except BindingError as error:
            found.append(refused(error))
    return found


def refused(error: BindingError) -> Bound:
    record = error.record
    return Bound("", {}, record.error_id, record.message, record.invocation)


def value(given: object, text: str | None = None) -> Argument:
    return Argument(value=given, text=text, start=50, end=60)


def name(given: str, bound: object = None) -> Argument:
    """`-given`, or `-given:bound`."""
    if bound is None:
        return Argument(name=given, text=f"-{given}", start=10, end=20)
    return Argument(name=given, value=bound, start=10, end=20)


def splat(given: str, bound: object) -> Argument:
    return Argument(name=given, value=bound, is_splatted=True)
