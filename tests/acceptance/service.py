"""The service as a user starts it: a process of its own, its greeting read from stdout."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import requests
import winrm

ROOT = Path(__file__).resolve().parents[2]
HVEMU = (sys.executable, "-m", "emulator.cli")
QUIET: Any = {"ca_trust_path": None, "proxy": None}
"""Keeps pywinrm from warning about the environment's proxies and certificates."""

END_SECONDS = 20
"""How long a process may take to end before the test gives it up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """A running service."""

    process: "subprocess.Popen[str]"
    url: str
    user: str
    password: str

    def session(self, password: str | None = None) -> winrm.Session:
        """Return a pywinrm session."""
        secret = self.password if password is None else password
        return winrm.Session(self.url, auth=(self.user, secret), **QUIET)

    def run_ps(self, script: str) -> tuple[str, str, int]:
        """Run a script by pywinrm; line ends are single."""
        return _read(self.session().run_ps(script))

    def run_cmd(self, command: str, *arguments: str) -> tuple[str, str, int]:
        """Run a command by pywinrm; line ends are single."""
        return _read(self.session().run_cmd(command, arguments))

    def http(self, method: str, path: str, **how: Any) -> requests.Response:
        """Send a request as the right user."""
        how.setdefault("auth", (self.user, self.password))
        return requests.request(method, self.url + path, timeout=60, **how)

    def is_alive(self) -> bool:
        """Whether the process runs and answers."""
        return self.process.poll() is None and self.http("GET", "/api/clock").status_code == 200


def _read(answer: winrm.Response) -> tuple[str, str, int]:
    stdout = answer.std_out.decode("cp437").replace("\r\n", "\n")
    return stdout, answer.std_err.decode("utf-8"), answer.status_code


@contextmanager
def service(*options: str) -> Iterator[Service]:
    """Start `hvemu serve` on a free port, give it, end it as an administrator would."""
    process = subprocess.Popen(
        [*HVEMU, "serve", "--listen", "127.0.0.1:0", "--log", "warning", *options],
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env=_environment(),
    )
    try:
        yield _greeted(process)
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGTERM)
        code = process.wait(END_SECONDS)
        assert process.stdout is not None
        process.stdout.close()
    assert code == 0, "the service ended in order"


def hvemu(
    *arguments: str, stdin: str = "", folder: Path = ROOT
) -> "subprocess.CompletedProcess[str]":
    """Run `hvemu` to its end."""
    return subprocess.run(
        [*HVEMU, *arguments],
        input=stdin,
        capture_output=True,
        text=True,
        cwd=folder,
        env=_environment(),
        timeout=60,
        check=False,
    )


def _environment() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("HVEMU_")}
    return {**kept, "PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "error"}


def _greeted(process: "subprocess.Popen[str]") -> Service:
    greeting = "".join(_lines_of_greeting(process))
    found = {
        name: re.search(rf"^  {name} +(\S+)", greeting, re.MULTILINE)
        for name in ("WinRM", "user", "password")
    }
    assert all(found.values()), f"the greeting says it all: {greeting!r}"
    values = {name: match[1] for name, match in found.items() if match}
    return Service(
        process=process,
        url=values["WinRM"].removesuffix("/wsman"),
        user=values["user"],
        password=values["password"],
    )


def _lines_of_greeting(process: "subprocess.Popen[str]") -> Sequence[str]:
    assert process.stdout is not None
    lines: list[str] = []
    for line in process.stdout:
        lines.append(line)
        if line.startswith("Ctrl-C ends it."):
            break
    return lines
