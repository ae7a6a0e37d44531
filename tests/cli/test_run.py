"""hvemu run: output, exit codes, arguments; each in a process of its own, as users call it."""

from pathlib import Path

import pytest

from tests.acceptance.service import hvemu


@pytest.mark.parametrize(("script", "stdout", "exit_code"), [
    ("'hello'",                             "hello\n",        0),
    ("exit 7",                              "",               7),
    ("Get-VM ghost 2>$null",                "",               0),   # the last `$?` does not count
    ("throw 'bad' 2>$null",                 "",               1),
    ("'a'; if (",                           "",               1),   # nothing ran
    ("(Get-VM db01).State",                 "Off\n",          0),
    ("$d = Get-Date; Start-Sleep 86400; ((Get-Date) - $d).TotalDays", "1\n", 0),
])  # fmt: skip
def test_a_script_ends_as_with_file(
    tmp_path: Path, script: str, stdout: str, exit_code: int
) -> None:
    file = tmp_path / "script.ps1"
    file.write_text(script, encoding="utf-8")
    ended = hvemu("run", str(file))
    assert (ended.stdout, ended.returncode) == (stdout, exit_code)
    assert bool(ended.stderr) == (exit_code == 1)
    assert "Traceback" not in ended.stderr


def test_arguments_are_bound_by_name_and_position(tmp_path: Path) -> None:
    file = tmp_path / "script.ps1"
    file.write_text(
        "param($First, [int] $Number = 1, [string[]] $List, [switch] $Flag)\n"
        "\"first=$First number=$Number list=$($List -join '|') ($($List.Count)) flag=$Flag\"",
        encoding="utf-8",
    )
    ended = hvemu("run", str(file), "a b", "-Number", "5", "-Flag", "x,y")
    assert ended.stdout == "first=a b number=5 list=x,y (1) flag=True\n", ended.stderr


def test_a_script_comes_from_stdin() -> None:
    assert hvemu("run", "-", stdin="1..3 -join '+'").stdout == "1+2+3\n"


def test_byte_order_marks_are_understood(tmp_path: Path) -> None:
    file = tmp_path / "script.ps1"
    file.write_text("'ü'", encoding="utf-16")
    assert hvemu("run", str(file)).stdout == "ü\n"


def test_what_cannot_be_read_is_one_sentence(tmp_path: Path) -> None:
    for arguments in (("nowhere.ps1",), ("--world", "nowhere.yaml", "-")):
        refused = hvemu("run", *arguments, folder=tmp_path)
        assert (refused.returncode, refused.stdout) == (2, "")
        assert "nowhere" in refused.stderr
        assert "Traceback" not in refused.stderr
