"""cmd.exe as a process: what it prints, its exit codes."""

from typing import Any

import pytest

from emulator.clock import Baton, Clock
from emulator.console.launch import Launch
from emulator.console.machine import Machine
from emulator.console.process import EXIT_INTERNAL_ERROR, Process, Signal, StandardStreams
from emulator.console.starting import MachineLauncher
from emulator.formatting.view_table import ViewTable


def _no_session(*arguments: object, **names: object) -> Any:
    raise AssertionError(f"cmd.exe alone asks for no session: {arguments} {names}")


MACHINE = Machine(
    name="HV01",
    user="Administrator",
    os_version="10.0.20348",
    processors=16,
    baton=Baton(Clock()),
    views=ViewTable(()),
    new_session=_no_session,
)

NOT_RECOGNIZED = (
    "'{}' is not recognized as an internal or external command,\r\n"
    "operable program or batch file.\r\n"
)


def run(line: str, **how: object) -> tuple[str, str, int]:
    process = MachineLauncher(MACHINE)(Launch(command_line=line, **how))  # type: ignore[arg-type]
    code = process.wait_for_end()
    assert code is not None
    stdout = process.streams.stdout.read(1 << 20).decode("cp437")
    return stdout, process.streams.stderr.read(1 << 20).decode("cp437"), code


@pytest.mark.parametrize(("line", "stdout", "exit_code"), [
    ("echo hello",                     "hello\r\n",                          0),
    ("ECHO  two  blanks ",             " two  blanks \r\n",                  0),
    ("echo.",                          "\r\n",                               0),
    ("echo",                           "ECHO is on.\r\n",                    0),
    ('echo "a & b" c',                 '"a & b" c\r\n',                      0),
    ("echo %COMPUTERNAME%",            "HV01\r\n",                           0),
    ("echo %comspec% %nope%",          "C:\\Windows\\system32\\cmd.exe %nope%\r\n", 0),
    ("hostname",                       "HV01\r\n",                           0),
    ("whoami",                         "hv01\\administrator\r\n",            0),
    ("C:\\Windows\\System32\\HOSTNAME.EXE", "HV01\r\n",                      0),
    ("ver",                            "\r\nMicrosoft Windows [Version 10.0.20348.1]\r\n", 0),
    ("cd",                             "C:\\Users\\Administrator\r\n",       0),
    ("exit 7",                         "",                                   7),
    ("exit /b -1",                     "",                                   4294967295),
    ("echo a & exit 3 & echo b",       "a \r\n",                             3),
    ("exit",                           "",                                   0),
    ("nope 2>nul || echo caught",      "caught\r\n",                         0),
    ("echo a && echo b",               "a \r\nb\r\n",                        0),
    ("nope 2>nul && echo never",       "",                                   1),
    ("echo gone >nul",                 "",                                   0),
    ("set ZEBRA=1& set z",             "ZEBRA=1\r\n",                      0),
    ("rem nothing",                    "",                                   0),
    ("chcp",                           "Active code page: 437\r\n",          0),
    ("cmd /c echo inner",              "inner\r\n",                          0),
    ('cmd /c "exit 4"',                "",                                   4),
    ('"echo quoted"',                  "quoted\r\n",                         0),
])  # fmt: skip
def test_a_line_prints_and_ends(line: str, stdout: str, exit_code: int) -> None:
    assert run(line) == (stdout, "", exit_code)


@pytest.mark.parametrize(("line", "stderr", "exit_code"), [
    ("nope",            NOT_RECOGNIZED.format("nope"),                          1),
    ("pwsh.exe2 -c x",  NOT_RECOGNIZED.format("pwsh.exe2"),                     1),
    ("set nope",        "Environment variable nope not defined\r\n",            1),
    ("ipconfig /all",   "hvemu: the command ipconfig of cmd.exe is not emulated.\r\n", 1),
    ("dir | more",      "hvemu: a pipe in cmd.exe is not emulated.\r\n",        1),
    ("x" * 8192,        "The command line is too long.\r\n",                    1),
])  # fmt: skip
def test_a_line_is_refused_aloud(line: str, stderr: str, exit_code: int) -> None:
    assert run(line) == ("", stderr, exit_code)


def test_the_shells_environment_is_seen() -> None:
    assert run("echo %COLOUR%", environment={"COLOUR": "blue"})[0] == "blue\r\n"


def test_output_is_in_the_code_page() -> None:
    process = MachineLauncher(MACHINE)(Launch(command_line="echo Ü ☃"))
    process.wait_for_end()
    assert process.streams.stdout.read(99) == b"\x9a ?\r\n"


def test_without_cmd_a_line_is_one_program() -> None:
    assert run("hostname", direct=True)[0] == "HV01\r\n"
    assert run("echo x", direct=True)[2] == 2


def test_a_long_output_waits_for_its_reader() -> None:
    def flood(streams: StandardStreams) -> int:
        for _ in range(64):
            streams.stdout.write(b"x" * 65536)
        return 0

    process = Process.start(flood, name="flood")
    taken = 0
    while process.exit_code is None or len(process.streams.stdout):
        taken += len(process.streams.stdout.read(65536))
    assert taken == 64 * 65536


def test_a_stopped_process_has_ended_at_once() -> None:
    process = Process.start(lambda streams: len(streams.stdin.read_to_end()), name="cat")
    process.stop(Signal.CTRL_C)
    assert process.exit_code == 0xC000013A


def test_an_internal_error_is_an_end() -> None:
    def crash(streams: StandardStreams) -> int:
        raise AssertionError(streams.stop.signal)

    assert Process.start(crash, name="crash").wait_for_end() == EXIT_INTERNAL_ERROR
