"""The commands cmd.exe has built in, and the small programs beside it, that are emulated.

Texts are recalled from Windows Server unless a source is named.
"""

import re
from collections.abc import Callable, Mapping
from typing import Final

from emulator.console.code_pages import codec_of
from emulator.console.environment import spelled
from emulator.console.running import Exit, Surroundings
from emulator.objects.errors import NotEmulated

Command = Callable[[str, Surroundings], int]

# fmt: off
NOT_EMULATED: Final = frozenset((
    "assoc", "bcdedit", "call", "certutil", "cipher", "cls", "color", "copy", "date", "del",
    "dir", "diskpart", "dism", "doskey", "driverquery", "endlocal", "erase", "fc", "find",
    "findstr", "for", "format", "fsutil", "ftype", "getmac", "goto", "gpresult", "gpupdate",
    "icacls", "if", "ipconfig", "md", "mkdir", "mklink", "more", "move", "msiexec", "net",
    "netdom", "netsh", "netstat", "nltest", "notepad", "nslookup", "path", "pause", "ping",
    "popd", "prompt", "pushd", "pwsh", "rd", "reg", "regsvr32", "ren", "rename", "robocopy",
    "route", "rundll32", "sc", "schtasks", "setlocal", "setx", "shift", "shutdown", "sort",
    "start", "systeminfo", "takeown", "tasklist", "taskkill", "time", "timeout", "tracert",
    "tree", "type", "verify", "vol", "w32tm", "where", "wevtutil", "winrm", "winrs", "wmic",
    "wusa", "xcopy",
))
# fmt: on
"""What a Windows has under these names; asking for one is loud, never "not recognized"."""


def name_and_rest(text: str) -> tuple[str, str]:
    """Split a command's text into its name and what follows, as cmd.exe does."""
    if text.startswith('"'):
        name, _, rest = text[1:].partition('"')
        return name, rest
    found = re.match(r"(?:echo|cd|chdir|set|exit|rem)(?=[\s.:/\\,;=(+\[\]]|$)", text, re.IGNORECASE)
    if found is None:
        found = re.match(r"[^\s,;=]+", text)
    name = found[0] if found else ""
    return name, text[len(name) :]


def echo(rest: str, here: Surroundings) -> int:
    """Write the rest of the line; the one character after `echo` is no part of it."""
    word = rest.strip().lower()
    if not rest or (rest[0] in " \t" and not word):
        here.write("ECHO is on.\r\n")
    elif rest[0] not in " \t" or word not in {"on", "off"}:
        here.write(f"{rest[1:]}\r\n")
    return 0


def leave(rest: str, here: Surroundings) -> int:
    """End the interpreter: `exit`, `exit 3`, `exit /b 3`."""
    words = rest.lower().replace("/b", " ").split()
    if not words:
        raise Exit(here.error_level)
    code = words[0]
    raise Exit(int(code) if re.fullmatch(r"-?[0-9]{1,10}", code) else 0)


def remark(_rest: str, _here: Surroundings) -> int:
    """Do nothing: `rem`, `title`."""
    return 0


def change_directory(rest: str, here: Surroundings) -> int:
    """Write the working directory; changing it needs files."""
    if rest.strip():
        raise NotEmulated("changing the directory in cmd.exe")
    here.write(f"{here.working_directory}\r\n")
    return 0


def set_variable(rest: str, here: Surroundings) -> int:
    """List variables, or set one for the rest of the line: `set`, `set NAME=value`, `set P`."""
    text = rest.strip(" \t")
    if text.startswith("/"):
        raise NotEmulated(f"set {text[:2]} of cmd.exe")
    if len(text) > 1 and text[0] == text[-1] == '"':
        text = text[1:-1]
    name, equals, value = text.partition("=")
    if not equals:
        return _list_variables(name, here)
    if value:
        here.environment[spelled(here.environment, name)] = value
    else:
        here.environment.pop(spelled(here.environment, name), None)
    return 0


def _list_variables(prefix: str, here: Surroundings) -> int:
    names = sorted(here.environment, key=str.upper)
    found = [name for name in names if name.lower().startswith(prefix.lower())]
    if not found:
        here.write_error(f"Environment variable {prefix} not defined\r\n")
        return 1
    here.write("".join(f"{name}={here.environment[name]}\r\n" for name in found))
    return 0


def version(_rest: str, here: Surroundings) -> int:
    """Say which Windows this is; the last number, the update, is assumed."""
    here.write(f"\r\nMicrosoft Windows [Version {here.machine.os_version}.1]\r\n")
    return 0


def hostname(_text: str, here: Surroundings) -> int:
    """Say the machine's name."""
    here.write(f"{here.machine.name}\r\n")
    return 0


def whoami(text: str, here: Surroundings) -> int:
    """Say the user's name."""
    if len(text.split()) > 1:
        raise NotEmulated("an argument of whoami.exe")
    here.write(f"{here.machine.name}\\{here.machine.user}\r\n".lower())
    return 0


def chcp(text: str, here: Surroundings) -> int:
    """Show or change the console's code page."""
    words = text.split()[1:]
    if not words:
        here.write(f"Active code page: {here.code_page}\r\n")
        return 0
    number = words[0]
    known = re.fullmatch(r"[0-9]{1,5}", number) and codec_of(int(number))
    if not known:
        here.write_error("Invalid code page\r\n")
        return 1
    here.code_page = int(number)
    here.write(f"Active code page: {number}\r\n")
    return 0


COMMANDS: Final[Mapping[str, Command]] = {
    "echo": echo,
    "exit": leave,
    "rem": remark,
    "title": remark,
    "cd": change_directory,
    "chdir": change_directory,
    "set": set_variable,
    "ver": version,
}
"""What is built into cmd.exe, by name."""
