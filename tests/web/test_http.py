"""The application as HTTP: addresses, methods, bodies, errors, authentication, the clock."""

import logging

import pytest
from flask.testing import FlaskClient

from emulator.web.app import create_app
from tests.web.services import bare_service
from tests.winrm.wsman import ACCOUNT, basic

PROBLEM = "application/problem+json"


@pytest.fixture
def client() -> FlaskClient:
    return create_app(bare_service()).test_client()


RIGHT = {"Authorization": basic(ACCOUNT.user, ACCOUNT.password)}


@pytest.mark.parametrize(("method", "path", "body", "status"), [
    ("GET",    "/api/nothing",        b"",                    404),
    ("GET",    "/nothing",            b"",                    404),
    ("DELETE", "/api/clock",          b"",                    405),
    ("GET",    "/wsman",              b"",                    405),
    ("POST",   "/api/clock/advance",  b"not json",            400),
    ("POST",   "/api/clock/advance",  b'{"seconds": 1,}',     400),
    ("POST",   "/api/clock/advance",  b"[1]",                 400),
    ("POST",   "/api/clock/advance",  b"\xff\xfe",            400),
    ("POST",   "/api/clock/advance",  b'{"seconds": NaN}',    400),
    ("POST",   "/api/clock/advance",  b"[" * 100_000,         400),
    ("POST",   "/api/clock/advance",  b'{"s":' * 90 + b"1" + b"}" * 90, 400),
    ("POST",   "/api/clock/advance",  b'{"seconds": ' + b"9" * 9999 + b"}", 400),
    ("POST",   "/api/clock/advance",  b'{"seconds": "x"}',    422),
    ("POST",   "/api/clock/advance",  b'{"seconds": -1}',     422),
    ("POST",   "/api/clock/advance",  b'{"hours": 1}',        422),
    ("PUT",    "/api/clock",          b'{"rate": "fast"}',    422),
    ("POST",   "/api/powershell",     b"{}",                  422),
    ("POST",   "/api/powershell",     b'{"script": 5}',       422),
    ("POST",   "/api/powershell",     b'{"script": "x", "time_limit_seconds": 0}', 422),
    ("POST",   "/api/cmdlets/Get-Nothing", b"{}",             404),
    ("POST",   "/api/powershell",     b" " * (10 << 20),      413),
    ("POST",   "/wsman",              b" " * (10 << 20),      413),
])  # fmt: skip
def test_a_bad_request_is_a_problem(
    client: FlaskClient, method: str, path: str, body: bytes, status: int
) -> None:
    answer = client.open(path, method=method, data=body, headers=RIGHT)
    assert (answer.status_code, answer.content_type) == (status, PROBLEM)
    assert answer.json is not None
    assert answer.json["status"] == status
    assert answer.json["detail"]


@pytest.mark.parametrize("header", [{}, {"Authorization": basic("Administrator", "wrong")}])
@pytest.mark.parametrize("path", ["/api/clock", "/api/openapi.json", "/api/nothing"])
def test_the_api_wants_a_password(client: FlaskClient, path: str, header: dict[str, str]) -> None:
    answer = client.get(path, headers=header)
    assert (answer.status_code, answer.content_type) == (401, PROBLEM)
    assert answer.headers["WWW-Authenticate"].startswith("Basic ")


def test_the_front_page_is_open(client: FlaskClient) -> None:
    answer = client.get("/")
    assert answer.status_code == 200
    assert "HV01" in answer.text


def test_wrong_method_says_which_are_right(client: FlaskClient) -> None:
    assert client.delete("/api/clock", headers=RIGHT).headers["Allow"] == "GET, HEAD, OPTIONS, PUT"


def test_the_clock_is_read_set_and_advanced(client: FlaskClient) -> None:
    before = {
        "now": "2026-01-05T08:00:00.000Z",
        "elapsed_ms": 0,
        "rate": "manual",
        "skip_sleeps": False,
    }
    assert client.get("/api/clock", headers=RIGHT).json == before
    advanced = client.post(
        "/api/clock/advance", json={"seconds": 90, "milliseconds": 5}, headers=RIGHT
    )
    later = {**before, "now": "2026-01-05T08:01:30.005Z", "elapsed_ms": 90_005}
    assert advanced.json == later
    answer = client.put("/api/clock", json={"skip_sleeps": True}, headers=RIGHT)
    assert answer.json == {**later, "skip_sleeps": True}


def test_openapi_lists_every_address(client: FlaskClient) -> None:
    document = client.get("/api/openapi.json", headers=RIGHT).json
    assert document is not None
    assert {"/api/powershell", "/api/clock", "/api/vms/{name}/memory"} <= set(document["paths"])


def test_the_log_has_one_line_and_no_secret(
    client: FlaskClient, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    client.post("/api/clock/advance?token=hush%0Aforged", data=b'{"secret": 1}', headers=RIGHT)
    (record,) = caplog.records
    assert record.getMessage().startswith("POST /api/clock/advance 422 ")
    for secret in ("hush", "secret", RIGHT["Authorization"], ACCOUNT.password):
        assert secret not in caplog.text
