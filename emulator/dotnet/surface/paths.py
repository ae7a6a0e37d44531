"""System.IO.Path with Windows' rules; pure functions of text."""

from typing import Final

from emulator.dotnet.overloads import Call
from emulator.dotnet.signatures import StaticProperty, Surface, constant, table
from emulator.objects.basic_types import CHAR, OBJECT
from emulator.objects.collections import TypedArray
from emulator.objects.exceptions import fail
from emulator.objects.numbers import Char
from emulator.objects.types import PSType

PATH: Final = PSType(name="System.IO.Path", base=OBJECT, abstract=True)
_SEPARATORS: Final = "\\/"
_INVALID: Final = '"<>|\0' + "".join(map(chr, range(1, 32)))
_ALPHABET: Final = "abcdefghijklmnopqrstuvwxyz012345"


def _split_at_last(path: str) -> int:
    """Return where the file name begins."""
    found = max(path.rfind("\\"), path.rfind("/"))
    if found < 0 and len(path) > 1 and path[1] == ":":
        return 2
    return found + 1


def root_length(path: str) -> int:
    """Return how many characters the root takes: a drive, a share, a separator."""
    if path[:2] in {"\\\\", "//"}:
        rest = path[2:].replace("/", "\\")
        server, _, tail = rest.partition("\\")
        return 2 + len(server) + (1 + len(tail.partition("\\")[0]) if tail else 0)
    if len(path) > 1 and path[1] == ":":
        return 3 if path[2:3] and path[2] in _SEPARATORS else 2
    return 1 if path[:1] and path[0] in _SEPARATORS else 0


def _file_name(path: str | None) -> str | None:
    return None if path is None else path[_split_at_last(path) :]


def _extension(path: str | None) -> str | None:
    if path is None:
        return None
    name = path[_split_at_last(path) :]
    dot = name.rfind(".")
    return "" if dot < 0 or dot == len(name) - 1 else name[dot:]


def _without_extension(path: str | None) -> str | None:
    name = _file_name(path)
    if name is None:
        return None
    dot = name.rfind(".")
    return name if dot < 0 else name[:dot]


def _change_extension(path: str | None, extension: str | None) -> str | None:
    if not path:
        return path
    start = _split_at_last(path)
    dot = path.rfind(".")
    stem = path[:dot] if dot >= start else path
    # PowerShell hands $null to a string parameter as "", so the dot stays.
    # Source: conformance dotnet-io-path-001
    extension = extension or ""
    return stem + (extension if extension.startswith(".") else f".{extension}")


def _directory(path: str | None) -> str | None:
    if not path:
        return None
    root = root_length(path)
    if root >= len(path):
        return None
    end = _split_at_last(path)
    while end > root and path[end - 1] in _SEPARATORS:
        end -= 1
    return path[: max(end, root)].replace("/", "\\")


def is_rooted(path: str | None) -> bool:
    """Whether the path begins with a root or a drive."""
    return bool(path) and root_length(path or "") > 0


def combine(*parts: str) -> str:
    """Return Path.Combine: a rooted part begins anew."""
    made = ""
    for part in parts:
        if part is None:
            fail("System.ArgumentNullException", "Value cannot be null. (Parameter 'path2')")
        if not part:
            continue
        if not made or is_rooted(part):
            made = part
        elif made[-1] in "\\/:":
            made += part
        else:
            made += f"\\{part}"
    return made


def _combine_many(parts: list[str]) -> str:
    return combine(*parts)


def _join(*parts: str) -> str:
    made = ""
    for part in parts:
        if not part:
            continue
        joined = not made or made[-1] in _SEPARATORS or part[0] in _SEPARATORS
        made += part if joined else f"\\{part}"
    return made


def full_path(path: str, current: str) -> str:
    """Return Path.GetFullPath: rooted at `current`, dots resolved."""
    if not path:
        fail("System.ArgumentException", "The path is empty. (Parameter 'path')")
    text = path.replace("/", "\\")
    root = root_length(text)
    if root == 0:
        text = combine(current, text)
    elif text[0] == "\\" and not text.startswith("\\\\"):
        text = current[:2] + text
    root = root_length(text)
    kept: list[str] = []
    for piece in text[root:].split("\\"):
        if piece == "..":
            kept = kept[:-1]
        elif piece not in {"", "."}:
            kept.append(piece)
    tail = "\\" if text.endswith("\\") and kept else ""
    head = text[:root]
    return (head if head.endswith("\\") or not kept else f"{head}\\") + "\\".join(kept) + tail


def _random_name(call: Call) -> str:
    letters = "".join(_ALPHABET[byte & 31] for byte in call.surroundings.entropy(11))
    return f"{letters[:8]}.{letters[8:]}"


def _temp(call: Call) -> str:
    return call.surroundings.environment.get("TEMP", "C:\\Windows\\Temp").rstrip("\\") + "\\"


def _temp_of(call: Call) -> str:
    return _temp(call)


PATH_SURFACE: Final = Surface(
    type=PATH,
    static_properties=(
        constant("DirectorySeparatorChar", "char", Char("\\")),
        constant("AltDirectorySeparatorChar", "char", Char("/")),
        constant("PathSeparator", "char", Char(";")),
        constant("VolumeSeparatorChar", "char", Char(":")),
        StaticProperty(
            name="InvalidPathChars",
            type_name="char[]",
            get=lambda _: TypedArray(CHAR, map(Char, _INVALID)),
        ),
    ),
    statics=table(
        ("static string ChangeExtension(string path, string extension)", _change_extension),
        ("static string Combine(string path1, string path2)", combine),
        ("static string Combine(string path1, string path2, string path3)", combine),
        ("static string Combine(string path1, string path2, string path3, string path4)", combine),
        ("static string Combine(Params string[] paths)", _combine_many),
        ("static bool EndsInDirectorySeparator(string path)",
         lambda path: bool(path) and path[-1] in _SEPARATORS),
        ("static string GetDirectoryName(string path)", _directory),
        ("static string GetExtension(string path)", _extension),
        ("static string GetFileName(string path)", _file_name),
        ("static string GetFileNameWithoutExtension(string path)", _without_extension),
        ("static string GetFullPath(string path)",
         lambda call, path: full_path(path, call.surroundings.current_directory), True),
        ("static char[] GetInvalidFileNameChars()",
         lambda: TypedArray(CHAR, map(Char, _INVALID + ":*?\\/"))),
        ("static char[] GetInvalidPathChars()", lambda: TypedArray(CHAR, map(Char, _INVALID))),
        ("static string GetPathRoot(string path)", lambda path: path[: root_length(path)]),
        ("static string GetRandomFileName()", _random_name, True),
        ("static string GetTempPath()", _temp_of, True),
        ("static bool HasExtension(string path)", lambda path: bool(_extension(path))),
        ("static bool IsPathRooted(string path)", is_rooted),
        ("static bool IsPathFullyQualified(string path)", lambda path: root_length(path) >= 3),
        ("static string Join(string path1, string path2)", _join),
        ("static string Join(string path1, string path2, string path3)", _join),
        ("static string TrimEndingDirectorySeparator(string path)",
         lambda path: path[:-1] if len(path) > root_length(path) and path[-1:] in _SEPARATORS
         else path),
    ),
)  # fmt: skip

SURFACES: Final = (PATH_SURFACE,)
