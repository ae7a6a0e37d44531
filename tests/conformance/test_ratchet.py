"""What has once answered as the real PowerShell does may not answer otherwise again.

One list of passing ids per file and edition stands in `passing/`; it only grows, by
`--update-golden`. `python -m tests.conformance FILE --show N` shows what is missing.
"""

from pathlib import Path

import pytest

from emulator.powershell.runtime.threads import script_thread
from tests.conformance.cases import cases_in
from tests.conformance.equality import differences
from tests.conformance.running import answer_of

PASSING = Path(__file__).with_name("passing")

JUDGED = [
    ("language", "core"),
    ("language", "desktop"),
    ("errors", "core"),
    ("errors", "desktop"),
    ("dotnet", "core"),
    ("programs", "core"),
    ("cmdlets", "core"),
    ("format", "core"),
    ("hyperv-format", "core"),
    ("hyperv-format", "desktop"),
]


def passing_ids(name: str, *, core: bool) -> list[str]:
    """Run a file's cases in a thread with room for deep scripts; return those that pass."""
    found: list[str] = []

    def judge() -> None:
        for case in cases_in(name, core=core):
            actual = answer_of(case, core=core)
            wrong = differences(case.answer, actual, clixml=False)
            if all(one.strict for one in wrong):
                found.append(case.id)

    script_thread(judge, name=f"{name} cases").join()
    return found


@pytest.mark.parametrize(("name", "edition"), JUDGED)
def test_what_once_answered_right_still_does(name: str, edition: str, update_golden: bool) -> None:
    path = PASSING / f"{name}.{edition}.txt"
    passing = passing_ids(name, core=edition == "core")
    listed = path.read_text(encoding="utf-8").split() if path.exists() else []
    lost = [each for each in listed if each not in set(passing)]
    assert lost == []
    if update_golden:
        path.write_text("".join(f"{each}\n" for each in passing), encoding="utf-8")
    assert path.exists(), f"make {path.name} with --update-golden"
