"""The committed copies equal what they are copies of, where both are here."""

import filecmp
from pathlib import Path

import pytest

from emulator.personas.generate import DATA, generate, rendered
from tests.tidy.house import ROOT

SHARED = ROOT.parent / "shared"
CONFORMANCE = ROOT / "fixtures" / "conformance"


def files_below(folder: Path) -> list[str]:
    return sorted(
        path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()
    )


@pytest.mark.skipif(
    not (SHARED / "conformance").is_dir(), reason="the original conformance folder is not here"
)
def test_the_conformance_cases_are_copied_as_they_are() -> None:
    names = files_below(SHARED / "conformance")
    assert files_below(CONFORMANCE) == names
    _, different, unreadable = filecmp.cmpfiles(
        SHARED / "conformance", CONFORMANCE, names, shallow=False
    )
    assert (different, unreadable) == ([], [])


@pytest.mark.skipif(
    not (SHARED / "reference" / "hyperv-module").is_dir(),
    reason="the reference catalogue is not here",
)
def test_the_personas_data_is_what_the_generator_makes() -> None:
    made = generate(SHARED / "reference" / "hyperv-module")
    assert sorted(path.name for path in DATA.iterdir()) == sorted(made)
    for name, content in made.items():
        assert (DATA / name).read_text(encoding="utf-8") == rendered(content), (
            f"{name} is stale: python -m emulator.personas.generate <catalogue>"
        )
