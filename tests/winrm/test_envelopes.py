"""Envelopes of strangers: what is refused, and with which fault."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from emulator.winrm import namespaces as ns
from emulator.winrm.durations import duration_ms, duration_text, long_duration_text
from tests.winrm.wsman import Client, How, envelope, service

BOMB = "<!DOCTYPE x [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]><x>&b;</x>"
XXE = "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><x>&a;</x>"


@pytest.mark.parametrize(("body", "charset", "code"), [
    (b"hello",                            "utf-8",    2150858817),  # no XML
    (b"<a><b></a>",                       "utf-8",    2150858817),  # not well-formed
    (b"<a/>",                             "utf-8",    2150858817),  # no envelope
    (BOMB.encode(),                       "utf-8",    2150858817),
    (XXE.encode(),                        "utf-8",    2150858817),
    (BOMB.encode("utf-16"),               "utf-16",   2150858817),
    (b"<a>" * 50_000,                     "utf-8",    2150858817),
    (b"<a>" * 200 + b"</a>" * 200,        "utf-8",    2150858817),  # well-formed, too deep
    (b"\xff\xff\xff",                     "utf-8",    2150858817),
    (b"<a>\x00</a>",                      "utf-8",    2150858817),
    (b"<a/>",                             "idna",     2150858817),  # no codec but those we know
    (b"<a>" + b"x" * 512_000 + b"</a>",   "utf-8",    2150858825),
])  # fmt: skip
def test_a_hostile_body_is_refused(body: bytes, charset: str, code: int) -> None:
    answer = Client(service()).post(body, content_type=f"application/soap+xml;charset={charset}")
    assert (answer.reply.status, answer.fault) == (500, code)
    assert b"root:" not in answer.reply.body


PUT = f"{ns.TRANSFER}/Put"
PSRP = "http://schemas.microsoft.com/powershell/Microsoft.PowerShell"


@pytest.mark.parametrize(("action", "how", "code"), [
    (ns.CREATE,        How(timeout="PT-5S"),                2150858767),
    (ns.CREATE,        How(timeout="soon"),                 2150858767),
    (ns.CREATE,        How(size="lots"),                    2150858767),
    (ns.CREATE,        How(size="100"),                     2150858824),
    ("",               How(),                               2150858769),
    (ns.CREATE,        How(resource=""),                    2150858769),
    (ns.CREATE,        How(message_id=" "),                 2150858769),
    (ns.CREATE,        How(resource="http://nobody"),       2150858811),
    ("http://nothing", How(),                               2150858753),
    (ns.CREATE,        How(resource=PSRP),                  2150858811),
    (PUT,              How(resource=ns.CONFIG_RESOURCE),    5),
])  # fmt: skip
def test_a_wrong_header_gets_its_fault(action: str, how: How, code: int) -> None:
    answer = Client(service()).call(action, "<rsp:Shell/>", **how)
    assert (answer.reply.status, answer.fault) == (500, code)


def test_what_is_not_emulated_says_so() -> None:
    answer = Client(service()).call(ns.CREATE, "<rsp:Shell/>", resource=PSRP)
    assert "PSRP) is not emulated" in answer.text(".//s:Text")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
def test_windows_encodings_are_understood(encoding: str) -> None:
    text = envelope(
        ns.CREATE, "<rsp:Shell/>", shell="", resource=ns.CMD_RESOURCE, timeout="PT1S",
        size="512000", options={}, message_id="uuid:1",
    )  # fmt: skip
    charset = "UTF-16" if "16" in encoding else "UTF-8"
    answer = Client(service()).post(
        text.encode(encoding), content_type=f'application/soap+xml; charset="{charset}"'
    )
    assert answer.reply.status == 200
    assert dict(answer.reply.headers)["Content-Type"] == "application/soap+xml;charset=UTF-8"


def test_the_message_id_comes_back_verbatim() -> None:
    client = Client(service())
    for action, status in ((ns.CREATE, 200), ("http://nothing", 500)):
        answer = client.call(action, "<rsp:Shell/>", message_id="uuid:Any Thing-ß")
        assert (answer.reply.status, answer.text(".//a:RelatesTo")) == (status, "uuid:Any Thing-ß")


def test_an_encrypted_body_without_context_is_a_bad_request() -> None:
    answer = Client(service()).post(b"--x", content_type="multipart/encrypted;boundary=x")
    assert (answer.reply.status, answer.reply.body) == (400, b"")


@pytest.mark.parametrize(("authorization", "header", "version"), [
    (True,  "",                "OS: 10.0.20348 SP: 0.0 Stack: 3.0"),
    (False, "unauthenticated", "OS: 0.0.0 SP: 0.0 Stack: 3.0"),
])  # fmt: skip
def test_identify_hides_the_version_from_strangers(
    authorization: bool, header: str, version: str
) -> None:
    body = (
        f'<s:Envelope xmlns:s="{ns.SOAP}" xmlns:i="{ns.IDENTITY}"><s:Header/>'
        "<s:Body><i:Identify/></s:Body></s:Envelope>"
    )
    client = Client(service())
    if not authorization:
        client.authorization = ""
    answer = client.post(body.encode(), wsmanidentify=header)
    assert version in answer.reply.body.decode()


def test_the_unauthenticated_way_answers_nothing_but_identify() -> None:
    text = envelope(
        ns.CREATE, "<rsp:Shell/>", shell="", resource=ns.CMD_RESOURCE, timeout="PT1S",
        size="512000", options={}, message_id="uuid:1",
    )  # fmt: skip
    client = Client(service(), authorization="")
    assert client.post(text.encode(), wsmanidentify="unauthenticated").reply.status == 401


def test_the_configuration_says_what_is_true() -> None:
    answer = Client(service()).call(ns.GET, resource=ns.CONFIG_RESOURCE)
    assert answer.text(".//cfg:MaxEnvelopeSizekb") == "500"
    assert answer.text(".//cfg:Basic") == "true"
    assert answer.text(".//cfg:Negotiate") == "false"


@pytest.mark.parametrize(("text", "length_ms"), [
    ("PT20S", 20_000), ("PT180.000S", 180_000), ("PT0.0505S", 50), ("P1DT1H1M1S", 90_061_000),
    ("P0DT0H2M", 120_000), ("PT", None), ("P", None), ("20", None), ("-PT5S", None), ("", None),
])  # fmt: skip
def test_durations(text: str, length_ms: int | None) -> None:
    assert duration_ms(text) == length_ms


@given(st.integers(min_value=0, max_value=10**11))
def test_a_duration_we_write_is_read_back(length_ms: int) -> None:
    assert duration_ms(duration_text(length_ms)) == length_ms
    assert duration_ms(long_duration_text(length_ms)) == length_ms // 1000 * 1000


@given(st.binary(max_size=200))
def test_no_body_crashes_the_service(body: bytes) -> None:
    assert Client(service()).post(body).reply.status in {200, 500}
