"""How error records read in both editions."""

import pytest

from emulator.formatting.error_view import ErrorView, prefixed, render
from emulator.objects.errors import ClrException, ErrorCategory, ErrorRecord, InvocationInfo

GET_VM = ErrorRecord(
    exception=ClrException(
        type_name="Microsoft.HyperV.PowerShell.VirtualizationException",
        message='Hyper-V was unable to find a virtual machine with name "minikube".',
    ),
    error_id="InvalidParameter",
    category=ErrorCategory.InvalidArgument,
    target="minikube",
    command_type="Microsoft.HyperV.PowerShell.Commands.GetVM",
    activity="Get-VM",
    invocation=InvocationInfo(
        command_name="Get-VM",
        invocation_name="Hyper-V\\Get-VM",
        line="( Hyper-V\\Get-VM minikube ).state",
        line_number=1,
        offset_in_line=3,
        position_message="At line:1 char:3\n+ ( Hyper-V\\Get-VM minikube ).state\n"
        "+   ~~~~~~~~~~~~~~~~~~~~~~~",
    ),
)


def plain(message: str, **more: object) -> ErrorRecord:
    """Return a record of a RuntimeException outside any command."""
    return ErrorRecord(
        **{
            "exception": ClrException(
                type_name="System.Management.Automation.RuntimeException", message=message
            ),
            "error_id": "RuntimeException",
            "category": ErrorCategory.NotSpecified,
            **more,
        }  # type: ignore[arg-type]
    )


def test_normal_view_of_5_1_is_that_of_the_capture() -> None:
    # Source: reference/hyperv-module/transcripts.jsonl, tr-079.
    assert render(GET_VM, width=120, core=False) == [
        'Hyper-V\\Get-VM : Hyper-V was unable to find a virtual machine with name "minikube".',
        "At line:1 char:3",
        "+ ( Hyper-V\\Get-VM minikube ).state",
        "+   ~~~~~~~~~~~~~~~~~~~~~~~",
        (
            "    + CategoryInfo          : InvalidArgument: (minikube:String) [Get-VM],"
            " VirtualizationException"
        ),
        "    + FullyQualifiedErrorId : InvalidParameter,Microsoft.HyperV.PowerShell.Commands.GetVM",
        " ",
    ]


def test_5_1_cuts_long_lines_before_the_edge_and_goes_on_after_three_blanks() -> None:
    record = ErrorRecord(
        exception=ClrException(type_name="x.ParentContainsErrorRecordException", message="bad"),
        error_id="Some",
        category=ErrorCategory.ParserError,
    )
    assert render(record, width=80, core=False)[1:3] == [
        "    + CategoryInfo          : ParserError: (:) [], ParentContainsErrorRecordEx ",
        "   ception",
    ]


def test_5_1_shows_no_blank_lines_between_the_parts_of_a_message() -> None:
    record = plain("'web01' failed to start.\r\n\r\nNot enough memory.")
    assert render(record, width=120, core=False)[:2] == [
        "'web01' failed to start.",
        "Not enough memory.",
    ]
    assert render(record, width=120, core=True)[1] == ""


def test_5_1_wraps_messages_at_words() -> None:
    message = (
        "Not enough memory in the system to start the virtual machine regular-meadowlark with ram"
        " size 12000 megabytes. (Virtual machine ID C986878F-3887-4B98-BBB4-1CE9256AEC02)"
    )
    # Source: reference/hyperv-module/transcripts.jsonl, tr-084.
    assert render(plain(message), width=120, core=False)[:2] == [
        (
            "Not enough memory in the system to start the virtual machine regular-meadowlark with ram"
            " size 12000 megabytes. "
        ),
        "(Virtual machine ID C986878F-3887-4B98-BBB4-1CE9256AEC02)",
    ]


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        (plain("Attempted to divide by zero."), "RuntimeException: Attempted to divide by zero."),
        (
            plain(
                "plain",
                exception=ClrException(
                    type_name="System.Management.Automation.RuntimeException",
                    message="plain",
                    properties=(("WasThrownFromThrowStatement", True),),
                ),
            ),
            "Exception: plain",
        ),
        (plain("soft", activity="Write-Error"), "Write-Error: soft"),
        (plain("bad", category=ErrorCategory.InvalidData), "InvalidData: bad"),
        (plain("raw", error_id="NativeCommandError"), "raw"),
    ],
)
def test_concise_view_names_who_failed(record: ErrorRecord, expected: str) -> None:
    assert render(record, width=120, core=True) == [expected]


def test_concise_view_shows_the_line_of_a_script() -> None:
    record = plain(
        "bad",
        exception=ClrException(
            type_name="System.Management.Automation.RuntimeException",
            message="bad",
            properties=(("WasThrownFromThrowStatement", True),),
        ),
        invocation=InvocationInfo(
            script_name="/f/e.ps1",
            line="throw 'bad'",
            line_number=2,
            position_message="At /f/e.ps1:2 char:1\n+ throw 'bad'\n+ ~~~~~~~~~~~",
        ),
    )
    # Source: conformance process-file-008.
    assert render(record, width=120, core=True) == [
        "Exception: /f/e.ps1:2",
        "Line |",
        "   2 |  throw 'bad'",
        "     |  ~~~~~~~~~~~",
        "     | bad",
    ]


def test_the_other_views_can_be_asked_for() -> None:
    category = "InvalidArgument: (minikube:String) [Get-VM], VirtualizationException"
    assert render(GET_VM, width=120, core=True, view=ErrorView.CATEGORY) == [category]
    normal = render(GET_VM, width=120, core=True, view=ErrorView.NORMAL)
    assert normal[-2:] == [
        f"+ CategoryInfo          : {category}",
        "+ FullyQualifiedErrorId : InvalidParameter,Microsoft.HyperV.PowerShell.Commands.GetVM",
    ]


def test_other_streams_have_a_prefix() -> None:
    assert prefixed("warning", "careful", width=80) == ["WARNING: careful"]
