"""The environment variables a process of the emulated Windows begins with."""

from collections.abc import Mapping

from emulator.console.machine import Machine


def default_environment(machine: Machine) -> dict[str, str]:
    """Return what an administrator's process has. Source: recalled, values as on Server."""
    profile = f"C:\\Users\\{machine.user}"
    windows = "C:\\Windows"
    temporary = f"{profile}\\AppData\\Local\\Temp"
    return {
        "ALLUSERSPROFILE": "C:\\ProgramData",
        "APPDATA": f"{profile}\\AppData\\Roaming",
        "COMPUTERNAME": machine.name,
        "ComSpec": f"{windows}\\system32\\cmd.exe",
        "HOMEDRIVE": "C:",
        "HOMEPATH": f"\\Users\\{machine.user}",
        "LOCALAPPDATA": f"{profile}\\AppData\\Local",
        "NUMBER_OF_PROCESSORS": str(machine.processors),
        "OS": "Windows_NT",
        "Path": f"{windows}\\system32;{windows};{windows}\\System32\\Wbem;"
        f"{windows}\\System32\\WindowsPowerShell\\v1.0\\",
        "PATHEXT": ".COM;.EXE;.BAT;.CMD;.VBS;.VBE;.JS;.JSE;.WSF;.WSH;.MSC",
        "PROCESSOR_ARCHITECTURE": "AMD64",
        "ProgramData": "C:\\ProgramData",
        "ProgramFiles": "C:\\Program Files",
        "ProgramFiles(x86)": "C:\\Program Files (x86)",
        "PSModulePath": f"{windows}\\system32\\WindowsPowerShell\\v1.0\\Modules\\",
        "PUBLIC": "C:\\Users\\Public",
        "SystemDrive": "C:",
        "SystemRoot": windows,
        "TEMP": temporary,
        "TMP": temporary,
        "USERDOMAIN": machine.name,
        "USERNAME": machine.user,
        "USERPROFILE": profile,
        "windir": windows,
    }


def merged(base: Mapping[str, str], changes: Mapping[str, str]) -> dict[str, str]:
    """Return `base` with `changes`; names are compared without case, `base` keeps its spelling."""
    made = dict(base)
    for name, value in changes.items():
        made[spelled(made, name)] = value
    return made


def spelled(environment: Mapping[str, str], name: str) -> str:
    """Return `name` as the environment spells it, or as given where it is not there."""
    wanted = name.lower()
    return next((each for each in environment if each.lower() == wanted), name)
