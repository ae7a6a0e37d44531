"""The server on a real socket: pywinrm, kept connections, bad and slow clients."""

import socket
from typing import Any

import pytest
import requests
import winrm
from winrm.protocol import Protocol

from tests.web.services import bare_service
from tests.web.serving import serving
from tests.winrm.wsman import ACCOUNT

QUIET: Any = {"ca_trust_path": None, "proxy": None}
"""Keeps pywinrm from reading, and warning about, proxies and certificates of the environment."""


def test_pywinrm_runs_a_command() -> None:
    with serving(bare_service()) as url:
        session = winrm.Session(url, auth=(ACCOUNT.user, ACCOUNT.password), **QUIET)
        answer = session.run_cmd("echo", ["over", "the", "wire"])
        assert (answer.std_out, answer.std_err, answer.status_code) == (
            b"over the wire\r\n",
            b"",
            0,
        )
        assert session.run_cmd("fail", ["9"]).status_code == 9


def test_pywinrm_waits_through_time_outs_and_sends_input() -> None:
    with serving(bare_service()) as url:
        protocol = Protocol(
            f"{url}/wsman",
            username=ACCOUNT.user,
            password=ACCOUNT.password,
            operation_timeout_sec=1,
            read_timeout_sec=5,
            **QUIET,
        )
        shell = protocol.open_shell()
        command = protocol.run_command(shell, "cat")
        with pytest.raises(winrm.exceptions.WinRMOperationTimeoutError):
            protocol.get_command_output_raw(shell, command)
        protocol.send_command_input(shell, command, "typed", end=True)
        assert protocol.get_command_output(shell, command) == (b"typed", b"", 0)
        protocol.cleanup_command(shell, command)
        protocol.close_shell(shell)


def test_a_wrong_password_is_a_401() -> None:
    with serving(bare_service()) as url:
        session = winrm.Session(url, auth=(ACCOUNT.user, "wrong"), **QUIET)
        with pytest.raises(winrm.exceptions.InvalidCredentialsError):
            session.run_cmd("echo")


def test_an_oversized_body_is_refused_and_the_service_lives() -> None:
    with serving(bare_service()) as url:
        auth = (ACCOUNT.user, ACCOUNT.password)
        with requests.Session() as session:
            refused = session.post(f"{url}/api/powershell", data=b"x" * (10 << 20), auth=auth)
            assert (refused.status_code, refused.json()["status"]) == (413, 413)
            chunked = session.post(
                f"{url}/api/powershell", data=iter([b"x" * 65536] * 40), auth=auth
            )
            assert chunked.status_code == 413
            assert session.get(f"{url}/api/clock", auth=auth).status_code == 200


@pytest.mark.parametrize("sent", [
    b"GARBAGE\r\n\r\n",
    b"POST /wsman HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n",
    b"POST /wsman HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: x\r\nX: " + b"y" * 100_000 + b"\r\n\r\n",
])  # fmt: skip
def test_broken_http_gets_a_4xx(sent: bytes) -> None:
    with serving(bare_service()) as url:
        host, _, port = url.removeprefix("http://").partition(":")
        with socket.create_connection((host, int(port)), timeout=10) as client:
            client.sendall(sent)
            assert client.recv(65536).startswith(b"HTTP/1.1 4")


def test_silent_connections_take_no_worker() -> None:
    with serving(bare_service()) as url:
        host, _, port = url.removeprefix("http://").partition(":")
        silent = [socket.create_connection((host, int(port))) for _ in range(300)]
        try:
            auth = (ACCOUNT.user, ACCOUNT.password)
            assert requests.get(f"{url}/api/clock", auth=auth, timeout=10).status_code == 200
        finally:
            for connection in silent:
                connection.close()
