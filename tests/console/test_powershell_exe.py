"""powershell.exe 5.1 as a process of the default host, started by cmd.exe as WinRS does."""

import base64
import time
import xml.etree.ElementTree as ET

import pytest

from emulator.cli.compose import Emulation, compose
from emulator.cli.config import Config
from emulator.console.launch import Launch
from emulator.console.process import Process, Signal
from emulator.console.starting import MachineLauncher

SECONDS_MAX = 20
BAD_ARGUMENT = 4294770688


@pytest.fixture(scope="module")
def host() -> Emulation:
    return compose(Config(), serving=False)


def start(host: Emulation, line: str, code_page: int = 437) -> Process:
    return MachineLauncher(host.machine)(Launch(command_line=line, code_page=code_page))


def ended(process: Process) -> tuple[str, str, int]:
    code = process.wait_for_end(time.monotonic() + SECONDS_MAX)
    assert code is not None, "the process ends"
    stdout, stderr = process.streams.stdout, process.streams.stderr
    return stdout.read(1 << 20).decode("cp437"), stderr.read(1 << 20).decode("cp437"), code


def encoded(script: str) -> str:
    return "powershell -encodedcommand " + base64.b64encode(script.encode("utf-16-le")).decode()


@pytest.mark.parametrize(("script", "stdout", "exit_code"), [
    ("'ps'",                                   "ps\r\n",              0),
    ("exit 3",                                 "",                    3),
    ("exit -1",                                "",                    4294967295),
    ("Get-VM ghost -ErrorAction SilentlyContinue", "",                1),
    ("Get-VM ghost -ea 0; 'after'",            "after\r\n",           0),
    ("Write-Host a -NoNewline; Write-Host b",  "ab\r\n",              0),
    ("$PSVersionTable.PSVersion.Major",        "5\r\n",               0),
    ("$env:COMPUTERNAME; $env:USERNAME",       "HV01\r\nAdministrator\r\n", 0),
    ("'Ü'; [char]0x2603",                      "Ü\r\n?\r\n",          0),
    ("(Get-VM web01).State",                   "Running\r\n",         0),
    ("if (",                                   "",                    1),  # refused without a word
])  # fmt: skip
def test_an_encoded_command_prints_and_ends(
    host: Emulation, script: str, stdout: str, exit_code: int
) -> None:
    assert ended(start(host, encoded(script))) == (stdout, "", exit_code)


@pytest.mark.parametrize(("line", "stdout", "exit_code"), [
    ("powershell -NoProfile -Command \"'one'; 'two'\"",           "one\r\ntwo\r\n",  0),
    ('powershell.exe -c Write-Output "a b" c',                  "a\r\nb\r\nc\r\n", 0),
    ("powershell ( Hyper-V\\Get-VM db01 ).state",                 "Off\r\n",         0),
    ('"C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe" -c 1', "1\r\n", 0),
    ("powershell -c exit 4 & echo after",                         "after\r\n",       0),
    ("powershell -c exit 4 && echo never",                        "",                4),
    ("powershell -c \"$x = 'a & b'; $x\"",                        "a & b\r\n",       0),
    ("powershell -Version 5.1 -ExecutionPolicy Bypass -c 1+1",    "2\r\n",           0),
])  # fmt: skip
def test_a_line_runs(host: Emulation, line: str, stdout: str, exit_code: int) -> None:
    assert ended(start(host, line)) == (stdout, "", exit_code)


def test_errors_of_an_encoded_command_are_clixml(host: Emulation) -> None:
    stdout, stderr, code = ended(start(host, encoded("'out'; Get-VM ghost; Write-Warning w")))
    assert (stdout, code) == ("out\r\n", 0)
    mark, _, document = stderr.partition("\r\n")
    assert mark == "#< CLIXML"
    found = [(node.get("S"), node.text or "") for node in ET.fromstring(document)]
    errors = "".join(text for stream, text in found if stream == "Error")
    assert errors.startswith("Get-VM : Hyper-V was unable to find a virtual machine with name")
    assert all(text.endswith("_x000D__x000A_") for stream, text in found if stream == "Error")
    assert found[-1] == ("warning", "w")


def test_errors_of_a_plain_command_are_text(host: Emulation) -> None:
    line = 'powershell -c "Get-VM ghost; Write-Warning w"'
    stdout, stderr, code = ended(start(host, line))
    assert (stdout, code) == ("WARNING: w\r\n", 0)
    assert stderr.startswith("Get-VM : Hyper-V was unable to find")
    assert "+ FullyQualifiedErrorId : InvalidParameter,Microsoft.HyperV" in stderr


def test_output_format_text_keeps_an_encoded_commands_errors_text(host: Emulation) -> None:
    line = encoded("Get-VM ghost").replace("powershell", "powershell -OutputFormat Text")
    assert ended(start(host, line))[1].startswith("Get-VM : ")


@pytest.mark.parametrize(("line", "stderr", "exit_code"), [
    ("powershell -e !!!",       "properly encoded",                        BAD_ARGUMENT),
    ("powershell -Command",     "A command must follow -Command.",         BAD_ARGUMENT),
    ("powershell -File x.ps1",  "-File x.ps1 (the host has no files yet)", 1),
    ("powershell",              "the prompt of powershell.exe",            1),
    ("powershell -of xml -c 1", "the format XML of powershell.exe",        1),
])  # fmt: skip
def test_what_cannot_run_is_said(host: Emulation, line: str, stderr: str, exit_code: int) -> None:
    stdout, said, code = ended(start(host, line))
    assert (stdout, code) == ("", exit_code)
    assert stderr in said


def test_input_arrives_as_lines(host: Emulation) -> None:
    process = start(host, 'powershell -c "$input | ForEach-Object { \\"[$_]\\" }"')
    process.streams.stdin.write("Ü\r\nb\n\nc".encode("cp437"))
    process.streams.stdin.close()
    assert ended(process)[0] == "[Ü]\r\n[b]\r\n[]\r\n[c]\r\n"


def test_commands_from_stdin_share_a_session(host: Emulation) -> None:
    process = start(host, "powershell -NoProfile -NonInteractive -Command -")
    process.streams.stdin.write(b"$x = 3\nif ($x) {\n  'yes'\n}\n\n$x + 1\nexit 5\n'no'\n")
    assert ended(process) == ("yes\r\n4\r\n", "", 5)


def test_a_client_that_does_not_read_holds_up_nobody(host: Emulation) -> None:
    flood = start(host, encoded("1..100000 | ForEach-Object { 'x' * 200 }"))
    waiting = start(host, "powershell -Command -")
    assert ended(start(host, encoded("'meanwhile'")))[0] == "meanwhile\r\n"
    for process in (flood, waiting):
        process.stop(Signal.TERMINATE)
    assert ended(start(host, encoded("'afterwards'")))[0] == "afterwards\r\n"


def test_a_stopped_script_leaves_the_machine_free(host: Emulation) -> None:
    endless = start(host, encoded("while ($true) { }"))
    endless.stop(Signal.CTRL_C)
    assert endless.exit_code == 0xC000013A
    assert ended(start(host, encoded("'free'")))[0] == "free\r\n"


def test_deep_recursion_is_an_error_and_no_crash(host: Emulation) -> None:
    script = "function f($n) { if ($n) { f ($n - 1) } else { 'bottom' } }; f 300"
    assert ended(start(host, encoded(script))) == ("bottom\r\n", "", 0)
    endless = ended(start(host, encoded("function f { f }; f; 'after'")))
    assert endless[2] in {0, 1}
    assert "call depth" in endless[1].lower() or "CallDepthOverflow" in endless[1]
