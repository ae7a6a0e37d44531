"""Shells from Create to Delete, with processes that really run."""

import pytest

from emulator.winrm import namespaces as ns
from emulator.winrm.authentication import BasicAuthentication
from emulator.winrm.shells import COMMANDS_PER_SHELL_MAX, SHELLS_PER_USER_MAX, ShellSettings
from tests.winrm.wsman import ACCOUNT, Answer, Client, Ticks, basic, service


@pytest.mark.parametrize(("line", "stdout", "stderr", "exit_code"), [
    # what runs       its output      its errors      its code
    ("echo one two",  b"one two\r\n", b"",            0),           # the plain case
    ("fail 3",        b"",            b"failed\r\n",  3),           # both streams and a code
    ("fail -1",       b"",            b"failed\r\n",  4294967295),  # negative codes are unsigned
    ("flood 300",     None,           b"",            0),           # 2.4 MB: more than a pipe holds
])  # fmt: skip
def test_a_command_gives_its_output_and_exit_code(
    line: str, stdout: bytes | None, stderr: bytes, exit_code: int
) -> None:
    client = Client(service())
    shell = client.open()
    got = client.receive_all(shell, client.start(shell, line))
    expected = stdout if stdout is not None else b"".join(b"%07d\n" % n * 1000 for n in range(300))
    assert (expected, stderr, exit_code) == got


def test_the_end_closes_both_streams_and_says_done() -> None:
    client = Client(service())
    shell = client.open()
    command = client.start(shell, "fail 2")
    while not (answer := client.receive(shell, command)).text(".//rsp:ExitCode"):
        pass
    ends = [e.get("Name") for e in answer.all(".//rsp:Stream") if e.get("End") == "true"]
    assert ends == ["stdout", "stderr"]
    assert [e.get("State") for e in answer.all(".//rsp:CommandState")] == [ns.COMMAND_DONE]


def test_input_reaches_the_command() -> None:
    client = Client(service())
    shell = client.open()
    command = client.start(shell, "cat")
    client.send(shell, command, b"first ", end=False)
    client.send(shell, command, b"second")
    assert client.receive_all(shell, command)[0] == b"first second"


def test_a_poll_without_news_gets_the_time_out_fault() -> None:
    client = Client(service())
    shell = client.open()
    answer = client.receive(shell, client.start(shell, "wait"), timeout="PT0.05S")
    assert (answer.reply.status, answer.fault) == (500, 2150858793)
    assert "within the time specified in OperationTimeout." in answer.text(".//s:Text")


def test_the_same_receive_again_gets_the_same_answer() -> None:
    client = Client(service())
    shell = client.open()
    command = client.start(shell, "echo once")
    first = client.receive(shell, command, message_id="uuid:again")
    again = client.receive(shell, command, message_id="uuid:again")
    assert first.output("stdout") == again.output("stdout") == b"once\r\n"


def test_an_answer_stays_within_the_clients_envelope() -> None:
    client = Client(service())
    shell = client.open()
    command = client.start(shell, "flood 4")
    answers: list[Answer] = []
    while not (answers and answers[-1].text(".//rsp:ExitCode")):
        answers.append(client.receive(shell, command, size="8192"))
    assert sum(len(answer.output("stdout")) for answer in answers) == 32_000
    assert max(len(answer.reply.body) for answer in answers) <= 8192


@pytest.mark.parametrize(("kind", "exit_code"), [
    ("ctrl_c", 0xC000013A), ("CTRL_BREAK", 0xC000013A), ("terminate", 1),
])  # fmt: skip
def test_a_signal_ends_a_command(kind: str, exit_code: int) -> None:
    shells = service()
    client = Client(shells)
    shell = client.open()
    command = client.start(shell, "wait")
    held = shells.shells.of(ACCOUNT.owner, shell).command(command)
    assert client.signal(shell, command, kind).reply.status == 200
    assert held.process.wait_for_end() == exit_code


def test_terminate_twice_is_lenient_and_an_unknown_command_is_87() -> None:
    client = Client(service())
    shell = client.open()
    command = client.start(shell, "echo x")
    statuses = [client.signal(shell, command).reply.status for _ in range(2)]
    assert statuses == [200, 200]
    assert client.signal(shell, "11111111-1111-1111-1111-111111111111").fault == 87
    assert client.receive(shell, command).fault == 87


def test_a_deleted_shell_is_gone_and_its_commands_are_stopped() -> None:
    shells = service()
    client = Client(shells)
    shell = client.open()
    held = shells.shells.of(ACCOUNT.owner, shell).command(client.start(shell, "wait"))
    assert client.delete(shell).reply.status == 200
    assert held.process.wait_for_end() == 1
    assert client.receive(shell, held.id).fault == 2150858843


def test_a_foreign_shell_is_as_good_as_none() -> None:
    shells = service()
    foreign = shells.shells.open(ShellSettings(owner="HV01\\somebody"))
    assert Client(shells).start(foreign.id, "echo x") == ""
    assert Client(shells).delete(foreign.id).fault == 2150858843


def test_a_user_has_thirty_shells_and_a_shell_twenty_five_commands() -> None:
    client = Client(service())
    shells = [client.open() for _ in range(SHELLS_PER_USER_MAX)]
    assert len(set(shells)) == SHELLS_PER_USER_MAX
    refused = client.call(ns.CREATE, "<rsp:Shell/>")
    assert (refused.reply.status, refused.fault) == (500, 2150859173)
    for _ in range(COMMANDS_PER_SHELL_MAX):
        assert client.start(shells[0], "echo x")
    line = "<rsp:CommandLine><rsp:Command>echo x</rsp:Command></rsp:CommandLine>"
    assert client.call(ns.COMMAND, line, shell=shells[0]).fault == 2150859241
    client.delete(shells[1])
    assert client.open()


@pytest.mark.parametrize(("inside", "seconds", "alive"), [
    # what Create says                              passes  still there
    ("",                                              7199, True),   # two hours is the default
    ("",                                              7200, False),
    ("<rsp:IdleTimeOut>PT60S</rsp:IdleTimeOut>",        59, True),
    ("<rsp:IdleTimeOut>PT60S</rsp:IdleTimeOut>",        60, False),
    ("<rsp:Lifetime>PT10.5S</rsp:Lifetime>",            10, True),
    ("<rsp:Lifetime>PT10.5S</rsp:Lifetime>",            11, False),
])  # fmt: skip
def test_an_idle_or_old_shell_is_closed(inside: str, seconds: int, alive: bool) -> None:
    clock = Ticks()
    client = Client(service(clock))
    shell = client.open(inside=inside)
    clock.now += seconds
    answer = client.call(ns.GET, shell=shell)
    assert answer.fault == (None if alive else 2150858843)


def test_a_service_that_ends_opens_no_more_shells() -> None:
    shells = service()
    client = Client(shells)
    shell = client.open()
    shells.close()
    assert client.call(ns.CREATE, "<rsp:Shell/>").fault == 995
    assert client.delete(shell).fault == 2150858843


def test_using_a_shell_keeps_it() -> None:
    clock = Ticks()
    client = Client(service(clock))
    shell = client.open()
    for _ in range(3):
        clock.now += 7000
        assert client.start(shell, "echo x")


def test_environment_and_code_page_belong_to_the_shell() -> None:
    client = Client(service())
    inside = '<rsp:Environment><rsp:Variable Name="COLOUR">blue</rsp:Variable></rsp:Environment>'
    shell = client.open({"WINRS_CODEPAGE": "65001"}, inside)
    assert client.receive_all(shell, client.start(shell, "env COLOUR"))[0] == b"blue"
    answer = client.call(ns.CREATE, "<rsp:Shell/>", options={"WINRS_CODEPAGE": "4711"})
    assert answer.fault == 87


def test_a_fault_of_ours_is_said_and_is_not_hyper_vs(caplog: pytest.LogCaptureFixture) -> None:
    client = Client(service())
    shell = client.open()
    stdout, stderr, code = client.receive_all(shell, client.start(shell, "crash"))
    assert (stdout, code) == (b"", 70)
    assert stderr.startswith(b"hvemu: internal error")
    assert "a fault of ours" in caplog.text


def test_basic_is_per_request() -> None:
    shells = service()
    assert Client(shells).open()
    stranger = Client(shells, authorization="")
    answer = stranger.post(b"x")
    assert (answer.reply.status, answer.reply.body) == (401, b"")
    assert dict(answer.reply.headers) == {"WWW-Authenticate": 'Basic realm="WSMAN"'}


@pytest.mark.parametrize(("user", "password", "encoding", "right"), [
    # as typed                    by whom          in what    let in
    ("Administrator",             "Pa:ss wörd",    "utf-8",   True),
    ("ADMINISTRATOR",             "Pa:ss wörd",    "latin-1", True),   # requests does this
    ("HV01\\Administrator",       "Pa:ss wörd",    "utf-8",   True),
    (".\\administrator",          "Pa:ss wörd",    "utf-8",   True),
    ("HV02\\Administrator",       "Pa:ss wörd",    "utf-8",   False),
    ("Administrator",             "pa:ss wörd",    "utf-8",   False),  # passwords have case
    ("Administrator",             "",              "utf-8",   False),
    ("somebody",                  "Pa:ss wörd",    "utf-8",   False),
])  # fmt: skip
def test_only_the_right_name_and_password_are_let_in(
    user: str, password: str, encoding: str, right: bool
) -> None:
    answer = Client(service(), authorization=basic(user, password, encoding)).post(b"")
    assert answer.reply.status == (200 if right else 401)


@pytest.mark.parametrize(
    "header", ["Basic", "Basic !!!", "Basic YWJj", "Bearer x", "Negotiate TlRM", "Basic " * 999]
)
def test_a_header_that_is_no_basic_is_a_401(header: str) -> None:
    assert Client(service(), authorization=header).post(b"x").reply.status == 401


def test_many_wrong_passwords_make_the_service_deaf_for_a_while() -> None:
    clock = Ticks()
    authentication = BasicAuthentication(ACCOUNT, monotonic=clock)
    right, wrong = basic("Administrator", "Pa:ss wörd"), basic("Administrator", "no")
    for _ in range(6):
        assert authentication.user(wrong, "10.0.0.1") is None
    assert authentication.user(right, "10.0.0.1") is None
    assert authentication.user(right, "10.0.0.2") == "HV01\\Administrator"
    clock.now += 1
    assert authentication.user(right, "10.0.0.1") == "HV01\\Administrator"


def test_secrets_do_not_show() -> None:
    assert "Pa:ss" not in repr(ACCOUNT)
    assert "Pa:ss" not in repr(service())
