"""Bad input against the real service: each a clear error, nothing lost, the process alive."""

import socket
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest
import winrm

from tests.acceptance.service import Service, hvemu, service


@pytest.fixture(scope="module")
def hv01() -> Iterator[Service]:
    """Serve the default world."""
    with service() as running:
        yield running
        assert running.is_alive()


def test_a_wrong_password_is_a_401(hv01: Service) -> None:
    with pytest.raises(winrm.exceptions.InvalidCredentialsError):
        hv01.session(password="wrong").run_ps("Get-VM")
    assert hv01.http("GET", "/api/vms", auth=(hv01.user, "wrong")).status_code == 401
    assert hv01.run_cmd("hostname") == ("HV01\n", "", 0)


@pytest.mark.parametrize(("path", "body", "status", "error_id"), [
    ("/api/powershell",            b"hello",                                  400, None),
    ("/api/powershell",            b'{"script": "Get-VM"',                    400, None),
    ("/api/powershell",            b'{"scripts": "Get-VM"}',                  422, None),
    ("/api/powershell",            b'{"script": "\'unclosed"}',               422,
     "TerminatorExpectedAtEndOfString"),
    ("/api/cmdlets/Get-VM",        b'{"Nam": ["web01"], "Colour": "blue"}',   422,
     "NamedParameterNotFound"),
    ("/api/cmdlets/Set-VMMemory",  b'{"VMName": ["web01"], "StartupBytes": "lots"}', 422,
     "CannotConvertArgumentNoMessage"),
    ("/api/cmdlets/Set-VMMemory",  b'{"VMName": ["web01"], "StartupBytes": {"a": 1}}', 422,
     "CannotConvertArgument"),
    ("/api/cmdlets/Get-VM",        b'{"Name": ["ghost"]}',                    422,
     "InvalidParameter"),
    ("/api/cmdlets/Get-Cheese",    b"{}",                                     404, None),
    ("/api/powershell",            b"x" * (10 << 20),                         413, None),
    ("/wsman",                     b"x" * (10 << 20),                         413, None),
])  # fmt: skip
def test_a_bad_request_is_a_problem_document(
    hv01: Service, path: str, body: bytes, status: int, error_id: str | None
) -> None:
    answer = hv01.http("POST", path, data=body)
    assert answer.headers["Content-Type"] == "application/problem+json"
    problem = answer.json()
    assert (answer.status_code, problem["status"]) == (status, status)
    if error_id is not None:
        assert problem["error"]["FullyQualifiedErrorId"].split(",")[0].startswith(error_id)
    assert hv01.is_alive()


def test_an_unknown_machine_is_a_404_at_its_address(hv01: Service) -> None:
    answer = hv01.http("GET", "/api/vms/ghost")
    assert answer.status_code == 404
    assert "ghost" in answer.json()["detail"]


def test_an_endless_loop_ends_at_its_limit_with_what_it_wrote(hv01: Service) -> None:
    script = {"script": "'begun'; while ($true) { }", "time_limit_seconds": 1}
    answer = hv01.http("POST", "/api/powershell", json=script)
    assert answer.status_code == 504
    assert answer.json()["output"] == ["begun"]
    assert "time limit" in answer.json()["detail"]
    assert hv01.is_alive()


def test_an_endless_loop_over_winrm_can_be_terminated(hv01: Service) -> None:
    protocol = hv01.session().protocol
    shell = protocol.open_shell()
    command = protocol.run_command(shell, 'powershell -Command "while ($true) { }"')
    protocol.cleanup_command(shell, command)
    protocol.close_shell(shell)
    assert hv01.run_ps("'alive'") == ("alive\n", "", 0)


def test_an_unclosed_string_over_winrm_is_exit_code_1(hv01: Service) -> None:
    assert hv01.run_ps("'unclosed") == ("", "", 1)


def test_the_port_is_in_use(hv01: Service) -> None:
    port = hv01.url.rpartition(":")[2]
    refused = hvemu("serve", "--listen", f"127.0.0.1:{port}")
    assert (refused.returncode, refused.stdout) == (2, "")
    assert f"127.0.0.1:{port} is in use already" in refused.stderr
    assert "Traceback" not in refused.stderr
    assert hv01.is_alive()


def test_a_typo_in_a_world_file_is_told_by_line(tmp_path: Path) -> None:
    world = tmp_path / "typo.yaml"
    world.write_text("host:\n  name: HV01\n  memmory: 64 GB\n", encoding="utf-8")
    for arguments, code in ((("serve", "--world"), 2), (("world", "check"), 1)):
        refused = hvemu(*arguments, str(world))
        assert refused.returncode == code
        assert f"{world}:3: " in refused.stderr
        assert "memmory" in refused.stderr
        assert "Traceback" not in refused.stderr


def test_a_state_file_has_one_process(tmp_path: Path) -> None:
    state = tmp_path / "state.db"
    with service("--state", str(state)) as first:
        assert first.run_ps("Stop-VM web01 -TurnOff -Force")[2] == 0
        refused = hvemu("serve", "--state", str(state), "--listen", "127.0.0.1:0")
        assert (refused.returncode, refused.stdout) == (2, "")
        assert str(state) in refused.stderr
        assert "Traceback" not in refused.stderr
        assert first.is_alive()
    with service("--state", str(state)) as second:
        assert second.run_ps("( Get-VM web01 ).State") == ("Off\n", "", 0)


def test_options_that_are_no_good_are_refused() -> None:
    for options, sentence in (
        (("--clock", "fast"), "--clock"),
        (("--persona", "1999"), "persona"),
        (("--listen", "nowhere"), "HOST:PORT"),
        (("--listen-tls", "127.0.0.1:0"), "not emulated"),
    ):
        refused = hvemu("serve", *options)
        assert (refused.returncode, refused.stdout) == (2, "")
        assert sentence in refused.stderr
        assert "Traceback" not in refused.stderr


def test_a_port_that_is_closed_is_said_so() -> None:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        held.listen()
        port = held.getsockname()[1]
        assert "in use" in hvemu("serve", "--listen", f"127.0.0.1:{port}").stderr


def test_the_service_ends_in_order_while_scripts_run_and_clients_wait() -> None:
    with service() as running:
        endless = {"script": "while ($true) { }", "time_limit_seconds": 60}
        answers: list[int] = []
        waiting = Thread(
            target=lambda: answers.append(
                running.http("POST", "/api/powershell", json=endless).status_code
            )
        )
        waiting.start()
        protocol = running.session().protocol
        shell = protocol.open_shell()
        command = protocol.run_command(shell, 'powershell -Command "Start-Sleep 3600"')
        assert command
    waiting.join()
    assert answers == [503]
