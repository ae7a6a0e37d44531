"""Generate `data/` from the reference catalogue: `python -m emulator.personas.generate FOLDER`.

FOLDER holds the catalogue of the Hyper-V module (hyperv-module.json, corrections.json,
types.json, inheritance.json, formats.json, errors.jsonl). A development tool: the installed
product never runs it.
"""

import json
import sys
from pathlib import Path
from typing import Any, Final

from emulator.personas.generate_cmdlets import compact_cmdlets
from emulator.personas.generate_types import compact_types
from emulator.personas.generate_views import compact_views

DATA: Final = Path(__file__).parent / "data"


def generate(catalogue: Path) -> dict[str, object]:
    """Return the content of every data file by name, made from the catalogue's files."""
    module = _read(catalogue / "hyperv-module.json")
    cmdlets = compact_cmdlets(module, _read(catalogue / "corrections.json"))
    return {
        "names.json": {"cmdlets": sorted(cmdlets), "aliases": module["meta"]["module"]["aliases"]},
        "cmdlets.json": cmdlets,
        "types.json": compact_types(
            _read(catalogue / "types.json"), _read(catalogue / "inheritance.json")
        ),
        "views.json": compact_views(_read(catalogue / "formats.json")),
        "errors.json": _compact_errors(catalogue / "errors.jsonl"),
    }


def rendered(content: object) -> str:
    """Return `content` as the text of a data file: one entry a line, for readable diffs."""
    if isinstance(content, dict):
        lines = [f"{json.dumps(key)}: {_compact(value)}" for key, value in content.items()]
        return "{\n" + ",\n".join(lines) + "\n}\n"
    assert isinstance(content, list), f"a data file is an object or a list, not {type(content)}"
    return "[\n" + ",\n".join(_compact(value) for value in content) + "\n]\n"


def _compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _read(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def _compact_errors(path: Path) -> dict[str, dict[str, object]]:
    found: dict[str, dict[str, object]] = {}
    for line in path.read_text(encoding="utf-8").split("\n"):
        if not line:
            continue
        row = json.loads(line)
        found[row["id"]] = {
            "message": row["message"],
            "fqid": row["fqid"],
            "category": (row["category"] or "").split(":")[0].strip() or None,
            "exception": row["exception_type"],
            "cmdlet": row["cmdlet"],
            "evidence": row["completeness"],
        }
    return found


def main(arguments: list[str]) -> int:
    """Write the data files; return the exit code."""
    if len(arguments) != 1:
        sys.stderr.write("usage: python -m emulator.personas.generate FOLDER\n")
        return 2
    DATA.mkdir(exist_ok=True)
    for name, content in generate(Path(arguments[0])).items():
        (DATA / name).write_text(rendered(content), encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
