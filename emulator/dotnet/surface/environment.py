"""System.Environment, answered by the surroundings."""

from collections.abc import Callable
from typing import Final

from emulator.dotnet.overloads import Call
from emulator.dotnet.signatures import StaticProperty, Surface, constant, table
from emulator.objects.basic_types import OBJECT
from emulator.objects.collections import Hashtable
from emulator.objects.common_enums import PLATFORM_ID
from emulator.objects.enums import EnumValue, member
from emulator.objects.identifiers import Version
from emulator.objects.psobject import custom_object
from emulator.objects.types import PSType

ENVIRONMENT: Final = PSType(name="System.Environment", base=OBJECT, abstract=True)

# Folder -> (environment variable that holds it or its root, what follows). Source: assumed
_FOLDERS: Final[dict[str, tuple[str, str]]] = {
    "Desktop": ("USERPROFILE", "\\Desktop"),
    "MyDocuments": ("USERPROFILE", "\\Documents"),
    "ApplicationData": ("APPDATA", ""),
    "LocalApplicationData": ("LOCALAPPDATA", ""),
    "CommonApplicationData": ("ProgramData", ""),
    "Windows": ("SystemRoot", ""),
    "System": ("SystemRoot", "\\system32"),
    "ProgramFiles": ("ProgramFiles", ""),
    "ProgramFilesX86": ("ProgramFiles(x86)", ""),
    "UserProfile": ("USERPROFILE", ""),
    "CommonProgramFiles": ("CommonProgramFiles", ""),
}


def _variable(call: Call, name: str, _target: object = None) -> str | None:
    for known, value in call.surroundings.environment.items():
        if known.lower() == name.lower():
            return value
    return None


def _set_variable(call: Call, name: str, value: str | None, _target: object = None) -> None:
    environment = call.surroundings.environment
    for known in list(environment):
        if known.lower() == name.lower():
            del environment[known]
    if value:
        environment[name] = value


def _variables(call: Call) -> Hashtable:
    return Hashtable(call.surroundings.environment.items())


def _folder(call: Call, folder: EnumValue) -> str:
    variable, rest = _FOLDERS.get(folder.name, ("", ""))
    root = _variable(call, variable)
    return "" if root is None else root + rest


def _expand(call: Call, text: str) -> str:
    parts = text.split("%")
    made = parts[0]
    at = 1
    while at < len(parts) - 1:
        value = _variable(call, parts[at]) if parts[at] else None
        if value is None:
            made += f"%{parts[at]}"
            at += 1
        else:
            made += value + parts[at + 1]
            at += 2
    return made + "".join(f"%{part}" for part in parts[at:])


def _property(name: str, type_name: str, get: Callable[[Call], object]) -> StaticProperty:
    return StaticProperty(name=name, type_name=type_name, get=get)


def _tick_count(call: Call) -> int:
    return call.surroundings.utc_ticks() // 10_000 & 0x7FFFFFFF


def _os_version(_: Call) -> object:
    return custom_object(
        Platform=member(PLATFORM_ID, "Win32NT"),
        ServicePack="",
        Version=Version(10, 0, 20348, 0),
        VersionString="Microsoft Windows NT 10.0.20348.0",
    )


def _domain(call: Call) -> str:
    return _variable(call, "USERDOMAIN") or call.surroundings.machine_name


ENVIRONMENT_SURFACE: Final = Surface(
    type=ENVIRONMENT,
    static_properties=(
        _property("MachineName", "string", lambda call: call.surroundings.machine_name),
        _property("UserName", "string", lambda call: call.surroundings.user_name),
        _property("UserDomainName", "string", _domain),
        _property("CurrentDirectory", "string", lambda call: call.surroundings.current_directory),
        _property("OSVersion", "System.OperatingSystem", _os_version),
        _property("TickCount", "int", _tick_count),
        _property("SystemDirectory", "string", lambda call: (_variable(call, "SystemRoot") or "C:\\Windows") + "\\system32"),
        constant("NewLine", "string", "\r\n"),
        constant("Is64BitOperatingSystem", "bool", value=True),
        constant("Is64BitProcess", "bool", value=True),
        constant("UserInteractive", "bool", value=False),
        constant("ExitCode", "int", 0),
    ),
    statics=table(
        ("static string ExpandEnvironmentVariables(string name)", _expand, True),
        ("static string GetEnvironmentVariable(string variable)", _variable, True),
        ("static string GetEnvironmentVariable(string variable, System.EnvironmentVariableTarget target)", _variable, True),
        ("static System.Collections.IDictionary GetEnvironmentVariables()", _variables, True),
        ("static string GetFolderPath(System.Environment+SpecialFolder folder)", _folder, True),
        ("static void SetEnvironmentVariable(string variable, string value)", _set_variable, True),
        ("static void SetEnvironmentVariable(string variable, string value, System.EnvironmentVariableTarget target)", _set_variable, True),
    ),
)  # fmt: skip

SURFACES: Final = (ENVIRONMENT_SURFACE,)
