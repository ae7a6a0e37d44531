"""The bind-only mode of hyperv-binding.jsonl: cmdlets that write how they were called.

Contract: fixtures/conformance/README.md, "hyperv-binding.jsonl".
"""

from collections.abc import Iterable, Mapping
from typing import Final

from cmdlets.hyper_v.not_emulated import catalogue_metadata
from cmdlets.hyper_v.types import HyperVTypes, LiveClass
from cmdlets.own_types import OWN_TYPES
from cmdlets.spec import Cmdlet, at, param
from emulator.dotnet.typetable import TypeTable
from emulator.objects.basic_types import OBJECT, STRING
from emulator.objects.collections import Hashtable, TypedArray
from emulator.objects.conversion import convert
from emulator.objects.enums import EnumValue, numbered_enum
from emulator.objects.errors import ClrError
from emulator.objects.identifiers import Guid
from emulator.objects.members import get_property
from emulator.objects.moments import DateTime, TimeSpan
from emulator.objects.psobject import PSObject
from emulator.objects.text import to_string
from emulator.objects.type_values import full_name
from emulator.objects.types import ClrObject, PSType
from emulator.objects.typing_of import type_of
from emulator.personas.catalogue import Catalogue
from emulator.powershell.binder.switches import SwitchParameter
from emulator.powershell.metadata import CommandKind, CommandMetadata
from emulator.powershell.ports import CommandRuntime

CATALOGUE: Final = Catalogue()
RECORD: Final = "BindRecord"
IDENTIFYING: Final = ("Name", "Path", "VMName", "ComputerName")
"""Properties that stand for an object of a class, the first that is set."""


class Bound(ClrObject):
    """An object of a class of the module, with the properties it was given."""

    def __init__(self, ps_type: PSType, values: Mapping[str, object]) -> None:
        self.ps_type = ps_type
        self.values = values

    def to_text(self) -> str | None:
        if self.ps_type.short_name == "VirtualMachine":
            name = to_string(self.values.get("name"))
            return (
                f"VirtualMachine (Name = '{name}') [Id = '{to_string(get_property(self, 'Id'))}']"
            )
        return None


class Session(ClrObject):
    """A CIM session."""

    ps_type = PSType(name="Microsoft.Management.Infrastructure.CimSession", base=OBJECT)

    def __init__(self, name: str) -> None:
        self.name = name

    def to_text(self) -> str:
        return f"CimSession({self.name})"


def session_of(value: object, _: PSType) -> Session:
    return value if isinstance(value, Session) else Session(to_string(value))


class Credential(ClrObject):
    """A credential."""

    ps_type = PSType(name="System.Management.Automation.PSCredential", base=OBJECT)

    def __init__(self, user: str) -> None:
        self.user = user


CIM_INSTANCE: Final = PSType(name="Microsoft.Management.Infrastructure.CimInstance", base=OBJECT)
TRACE_LEVEL: Final = numbered_enum(
    "System.Diagnostics.TraceLevel", "Off", "Error", "Warning", "Info", "Verbose"
)


def live_classes() -> dict[str, LiveClass]:
    return {
        name: LiveClass(
            python=type(name, (Bound,), {}),
            getters={prop: getter(prop, kind) for prop, kind in entry["properties"]},
        )
        for name, entry in CATALOGUE.classes.items()
    }


def getter(name: str, type_name: str):  # type: ignore[no-untyped-def]
    lower = name.lower()

    def get(item: Bound) -> object:
        return item.values[lower] if lower in item.values else default_of(name, type_name)

    return get


def default_of(name: str, type_name: str) -> object:
    if name == "ComputerName":
        return "HV01"
    if name == "CimSession":
        return Session("HV01")
    found = TYPES.resolve(type_name)
    if found is None or not found.value_type or found.arguments:
        return None
    if found.enum_members is not None:
        return EnumValue(found, 0)
    if type_name == "System.Guid":
        return convert("00000000-0000-0000-0000-000000000000", found)
    return convert(0, found)


HYPER_V: Final = HyperVTypes(CATALOGUE, live_classes())
TYPES: Final = TypeTable(
    [Session.ps_type, Credential.ps_type, CIM_INSTANCE, TRACE_LEVEL, *HYPER_V, *OWN_TYPES]
)


class BindCommand:
    """A Hyper-V cmdlet whose body writes a record."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.module = "Hyper-V"
        self.kind = CommandKind.CMDLET
        self._made: CommandMetadata | None = None

    @property
    def metadata(self) -> CommandMetadata:
        if self._made is None:
            self._made = catalogue_metadata(self.name, CATALOGUE.cmdlets[self.name], TYPES.resolve)
        return self._made

    def start(self, runtime: CommandRuntime) -> "BindRun":
        return BindRun(self.metadata, runtime)


class BindRun:
    """One run of it."""

    def __init__(self, metadata: CommandMetadata, runtime: CommandRuntime) -> None:
        self.metadata = metadata
        self.runtime = runtime

    def begin(self, _bound: Mapping[str, object]) -> Iterable[object]:
        return ()

    def process(self, bound: Mapping[str, object]) -> Iterable[object]:
        lines = [
            f"{name} = {shown(value)} [{kind(value)}]"
            for name, value in sorted(bound.items(), key=lambda entry: entry[0].lower())
        ]
        record = PSObject(type_names=[RECORD, "System.Object"])
        record.add_note("Cmdlet", self.metadata.name)
        record.add_note("ParameterSet", self.runtime.parameter_set)
        record.add_note("Bound", TypedArray(STRING, lines))
        yield record
        if self.metadata.supports_should_process:
            self.runtime.should_process("target")

    def end(self, _bound: Mapping[str, object]) -> Iterable[object]:
        return ()

    def close(self) -> None:
        return


def kind(value: object) -> str:
    return "null" if value is None else full_name(type_of(value))


def shown(value: object) -> str:
    """A bound value as the contract writes it."""
    if isinstance(value, PSObject) and value.base is not None:
        return shown(value.base)
    match value:
        case None:
            return "null"
        case SwitchParameter():
            return str(value.is_present)
        case str():
            return f"'{value}'"
        case EnumValue():
            return value.name
        case list():
            return "{" + ", ".join(shown(item) for item in value) + "}"
        case Hashtable():
            pairs = sorted((to_string(key), shown(held)) for key, held in value.items())
            return "@{" + "; ".join(f"{key}={held}" for key, held in pairs) + "}"
        case DateTime():
            seconds = value.ticks_of_day // 10_000_000
            clock = f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"
            return f"{value.day_number.isoformat()}T{clock}"
        case Session():
            return f"CimSession({value.name})"
        case Credential():
            return f"PSCredential({value.user})"
        case Bound():
            return f"{value.ps_type.short_name}({identity(value)})"
        case Guid() | TimeSpan():
            return to_string(value)
        case _:
            return to_string(value)


def identity(value: Bound) -> str:
    for name in IDENTIFYING:
        held = value.values.get(name.lower())
        if held is None and name == "ComputerName":
            declared = value.ps_type.property_named("computername")
            held = None if declared is None else "HV01"
        if held:
            return to_string(held)
    return ""


class NewBindObject(Cmdlet, name="New-BindObject", class_name="NewBindObjectCommand"):
    """Make an object of a class of the module.

    PS> New-BindObject VirtualMachine @{Name='web01'}
    """

    kind: str = param("System.String", "The class.", sets=at(0, mandatory=True))
    values: Hashtable | None = param("System.Collections.Hashtable", "Properties.", sets=at(1))

    def process(self, _ps: object) -> Iterable[object]:
        if self.kind == "PSCredential":
            return (Credential(to_string(self.values["UserName"] if self.values else "")),)
        if self.kind == "CimSession":
            return (Session(to_string(self.values["ComputerName"] if self.values else "HV01")),)
        type_ = HYPER_V[self.kind]
        values: dict[str, object] = {}
        for key, given in self.values.items() if self.values else ():
            lower = to_string(key).lower()
            declared = type_.property_named(lower)
            target = (
                None
                if declared is None or isinstance(declared, str)
                else TYPES.resolve(declared.type_name)
            )
            try:
                values[lower] = given if target is None else convert(given, target)
            except ClrError:
                values[lower] = given
        assert type_.python is not None
        return (type_.python(type_, values),)


def record_text(record: PSObject) -> list[str]:
    """The lines of a record."""
    bound = get_property(record, "Bound")
    assert isinstance(bound, list)
    head = f"{get_property(record, 'Cmdlet')} ({get_property(record, 'ParameterSet')})"
    return [head, *([str(line) for line in bound] or [""])]


def is_record(value: object) -> bool:
    return isinstance(value, PSObject) and (value.type_names or [""])[0] == RECORD
