"""Write-*, Start-Sleep, Get-Date, Get-Member. Expected answers: conformance cmdlets/*."""

import pytest

from cmdlets.spec import Cmdlet
from cmdlets.utility.get_date import GetDate
from cmdlets.utility.get_member import GetMember
from cmdlets.utility.member_definition import MemberDefinition
from cmdlets.utility.start_sleep import StartSleep
from cmdlets.utility.write_debug import WriteDebug
from cmdlets.utility.write_error import WriteError
from cmdlets.utility.write_host import WriteHost
from cmdlets.utility.write_output import WriteOutput
from cmdlets.utility.write_progress import WriteProgress
from cmdlets.utility.write_verbose import WriteVerbose
from cmdlets.utility.write_warning import WriteWarning
from emulator.objects.collections import Hashtable
from emulator.objects.moments import DateTime
from emulator.objects.psobject import PSObject, custom_object
from emulator.powershell.runtime.messages import HostInformationMessage
from tests.cmdlets.direct import run


@pytest.mark.parametrize(
    ("positional", "named", "expected"),
    [
        (([1, 2],), {}, [1, 2]),
        (([1, 2],), {"NoEnumerate": True}, [[1, 2]]),
        (("a", "b", "c"), {}, ["a", "b", "c"]),
        ((None,), {}, [None]),
        (([],), {}, []),
    ],
)
def test_write_output_unrolls_once(
    positional: tuple[object, ...], named: dict[str, object], expected: list[object]
) -> None:
    assert run(WriteOutput, *positional, **named).output == expected


@pytest.mark.parametrize(
    ("cmdlet", "kind"),
    [(WriteWarning, "warning"), (WriteVerbose, "verbose"), (WriteDebug, "debug")],
)
def test_a_message_goes_to_its_stream(cmdlet: type[Cmdlet], kind: str) -> None:
    assert run(cmdlet, "m").messages == [(kind, "m")]
    assert run(cmdlet, piped=["a", ""]).messages == [(kind, "a"), (kind, "")]


@pytest.mark.parametrize(
    ("positional", "named", "text"),
    [
        (("plain",), {}, "plain"),
        (("a", "b", "c"), {}, "a b c"),
        (([1, 2],), {"Separator": "-"}, "1-2"),
        ((), {}, ""),
        ((None,), {}, ""),
        ((Hashtable([("a", 1)]),), {}, "[a, 1]"),
        ((custom_object(A=1, B="x"),), {}, "@{A=1; B=x}"),
    ],
)
def test_write_host_shows_things_side_by_side(
    positional: tuple[object, ...], named: dict[str, object], text: str
) -> None:
    ((kind, message),) = run(WriteHost, *positional, **named).messages
    assert kind == "information"
    assert isinstance(message, HostInformationMessage)
    assert message.message == text


def test_write_error_makes_a_record_of_its_parts() -> None:
    result = run(
        WriteError, "m", ErrorId="Vm.NotFound", Category="ObjectNotFound", TargetObject="web01"
    )
    (record,) = result.errors
    assert record.fully_qualified_error_id == "Vm.NotFound"
    assert record.category.name == "ObjectNotFound"
    assert record.target == "web01"
    assert record.activity == "Write-Error"


def test_write_error_has_an_exception_of_its_own() -> None:
    (record,) = run(WriteError, "m").errors
    assert record.exception.type_name == "Microsoft.PowerShell.Commands.WriteErrorException"
    assert record.fully_qualified_error_id == record.exception.type_name


def test_write_progress_wants_an_activity() -> None:
    assert run(WriteProgress).error_ids == [
        "MissingActivity,Microsoft.PowerShell.Commands.WriteProgressCommand"
    ]
    assert run(WriteProgress, "a", PercentComplete=50).messages[0][0] == "progress"


@pytest.mark.parametrize(
    ("named", "core", "slept_ms"),
    [
        ({"Seconds": 300}, False, 300_000),
        ({"Milliseconds": 20}, False, 20),
        ({"Seconds": 1.5}, True, 1500),
        ({"Seconds": 1.5}, False, 2000),  # 5.1 has whole seconds
    ],
)
def test_start_sleep_lets_time_pass(named: dict[str, object], core: bool, slept_ms: int) -> None:
    assert run(StartSleep, core=core, **named).slept_ms == slept_ms


MOMENT = "2024-03-05 14:07:09"


@pytest.mark.parametrize(
    ("template", "text"),
    [
        ("yyyy-MM-dd HH:mm:ss", "2024-03-05 14:07:09"),
        ("d", "3/5/2024"),
        ("s", "2024-03-05T14:07:09"),
        ("FileDate", "20240305"),
        ("FileDateTime", "20240305T1407090000"),
    ],
)
def test_get_date_writes_a_format(template: str, text: str) -> None:
    assert run(GetDate, MOMENT, Format=template).output == [text]


@pytest.mark.parametrize(
    ("template", "text"),
    [
        ("%Y-%m-%d", "2024-03-05"),
        ("%y%j", "24065"),
        ("%A %B", "Tuesday March"),
        ("%e|%k|%l", " 5|14| 2"),
        ("%u %w", "2 2"),
        ("%V %U %W", "10 9 9"),
        ("%I %p", "02 PM"),
        ("%%", "%"),
        ("%s", "1709647629"),
    ],
)
def test_get_date_writes_a_unix_format(template: str, text: str) -> None:
    assert run(GetDate, MOMENT, UFormat=template).output == [text]


def test_get_date_puts_parts_in() -> None:
    (made,) = run(GetDate, "2024-03-05", Hour=5, Day=7).output
    assert isinstance(made, DateTime)
    assert made.to_text() == "03/07/2024 05:00:00"
    (hinted,) = run(GetDate, MOMENT, DisplayHint="Date").output
    assert isinstance(hinted, PSObject)


def test_get_date_now_is_the_virtual_clock_s() -> None:
    (now,) = run(GetDate).output
    assert isinstance(now, DateTime)
    assert now.to_text() == "01/05/2026 08:00:00"


def test_get_member_lists_by_kind_and_name() -> None:
    result = run(GetMember, piped=[custom_object(Size=5, Name="x", None_=None)])
    notes = [
        one.definition
        for one in result.output
        if isinstance(one, MemberDefinition) and one.member_type.name == "NoteProperty"
    ]
    assert notes == ["string Name=x", "object None_=null", "int Size=5"]


def test_get_member_without_an_object_is_an_error() -> None:
    assert run(GetMember, piped=[]).error_ids == [
        "NoObjectInGetMember,Microsoft.PowerShell.Commands.GetMemberCommand"
    ]
