"""The command line without a service: help, worlds, addresses, refusals."""

from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from emulator.cli.commands import SUBCOMMANDS, hvemu
from emulator.cli.listening import Address, AddressType


def run(*arguments: str) -> Result:
    return CliRunner().invoke(hvemu, arguments)


def test_help_names_every_subcommand() -> None:
    shown = run("--help")
    assert shown.exit_code == 0
    assert all(f"  {name} " in shown.output for name in SUBCOMMANDS)


@pytest.mark.parametrize(("text", "host", "port", "url"), [
    ("127.0.0.1:5985",  "127.0.0.1", 5985, "http://127.0.0.1:5985"),
    (":0",              "127.0.0.1", 0,    "http://127.0.0.1:0"),
    ("8080",            "127.0.0.1", 8080, "http://127.0.0.1:8080"),
    ("0.0.0.0:1",       "0.0.0.0",   1,    "http://127.0.0.1:1"),
    ("[::1]:5985",      "::1",       5985, "http://[::1]:5985"),
    ("localhost:5985",  "localhost", 5985, "http://localhost:5985"),
])  # fmt: skip
def test_an_address_is_read(text: str, host: str, port: int, url: str) -> None:
    address = AddressType().convert(text, None, None)
    assert (address, address.url) == (Address(host=host, port=port), url)


@pytest.mark.parametrize("text", ["nowhere", "a:b", "1.2.3.4:99999", "", "::1:5985"])
def test_a_bad_address_is_refused(text: str) -> None:
    with pytest.raises(click.BadParameter):
        AddressType().convert(text, None, None)


@pytest.mark.parametrize(("host", "is_loopback"), [
    ("127.0.0.1", True), ("127.1.2.3", True), ("::1", True), ("localhost", True),
    ("0.0.0.0", False), ("10.0.0.1", False), ("example.org", False),
])  # fmt: skip
def test_loopback_is_known(host: str, is_loopback: bool) -> None:
    assert Address(host=host, port=1).is_loopback == is_loopback


def test_the_default_world_is_written_and_checked(tmp_path: Path) -> None:
    world = tmp_path / "world.yaml"
    world.write_text(run("world", "dump").output, encoding="utf-8")
    checked = run("world", "check", str(world))
    assert (checked.exit_code, checked.stderr) == (0, "")
    assert "OK, host HV01 with 6 virtual machines" in checked.stdout


def test_a_wrong_world_is_told_by_line(tmp_path: Path) -> None:
    world = tmp_path / "typo.yaml"
    world.write_text("host:\n  name: HV01\n  memmory: 64 GB\n", encoding="utf-8")
    checked = run("world", "check", str(world))
    assert (checked.exit_code, checked.stdout) == (1, "")
    assert checked.stderr.startswith(f"{world}:3: ")


def test_a_missing_file_is_told() -> None:
    checked = run("world", "check", "/nowhere/at/all.yaml")
    assert checked.exit_code == 1
    assert "cannot be read" in checked.stderr
