"""Binding of calls of Hyper-V cmdlets. Expected answers: conformance hyperv-binding."""

import pytest

from emulator.objects.enums import EnumValue
from emulator.objects.psobject import PSObject, custom_object
from emulator.objects.typing_of import type_of
from emulator.powershell.binder import Argument
from tests.cmdlets.direct import Block
from tests.powershell.binder.hyper_v_calls import Thing, call, name, splat, value

VM = Thing("VirtualMachine", "VirtualMachine (Name = 'web01')")
GUID = "11111111-2222-3333-4444-555555555555"


@pytest.mark.parametrize(
    ("cmdlet", "arguments", "parameter_set", "bound"),
    [
        ("Get-VM", [], "Name", {}),
        ("Get-VM", [value("web01")], "Name", {"Name": ["web01"]}),
        ("Get-VM", [name("Name"), value(["a", "b"])], "Name", {"Name": ["a", "b"]}),
        ("Get-VM", [name("VMName"), value("a")], "Name", {"Name": ["a"]}),
        ("Get-VM", [name("na", "a")], "Name", {"Name": ["a"]}),
        ("New-VM", [value("w"), value(2 << 30)], "No VHD",
         {"Name": "w", "MemoryStartupBytes": 2 << 30}),
        ("New-VM", [name("VHDPath", "a")], "Existing VHD", {"VHDPath": "a"}),
        ("Restart-VM", [value("w"), name("Wait")], "NameWait", {"Name": ["w"], "Wait": True}),
        ("Stop-VM", [value("w"), name("T")], "Name", {"Name": ["w"], "TurnOff": True}),
        ("Start-VM", [value("w"), name("P")], "Name", {"Name": ["w"], "Passthru": True}),
        ("Start-VM", [value("w"), name("wi", bound=False)], "Name",
         {"Name": ["w"], "WhatIf": False}),
        ("Start-VM", [splat("Name", "a"), name("Name"), value("b")], "Name", {"Name": ["b"]}),
        ("Start-VM", [splat("VMName", "a"), splat("Pass", bound=True)], "Name",
         {"Name": ["a"], "Passthru": True}),
        ("Get-VM", [value(7, "007")], "Name", {"Name": ["007"]}),  # a bare number keeps its text
    ],
)  # fmt: skip
def test_a_call_binds(
    cmdlet: str, arguments: list[Argument], parameter_set: str, bound: dict[str, object]
) -> None:
    (result,) = call(cmdlet, *arguments)
    assert (result.error_id, result.parameter_set) == ("", parameter_set)
    assert result.values == bound


@pytest.mark.parametrize(
    ("cmdlet", "parameter", "given", "type_name", "text"),
    [
        ("Set-VMProcessor", "Count", 4, "System.Int64", "4"),
        ("Set-VMProcessor", "Count", 2.5, "System.Int64", "2"),
        ("Set-VMProcessor", "Count", "3.5", "System.Int64", "4"),
        ("Set-VMProcessor", "Count", "", "System.Int64", "0"),
        ("Set-VMMemory", "StartupBytes", "1GB", "System.Int64", "1073741824"),
        ("Set-VM", "AutomaticStartAction", "start",
         "Microsoft.HyperV.PowerShell.StartAction", "Start"),
        ("Set-VMMemory", "DynamicMemoryEnabled", 1, "System.Boolean", "True"),
    ],
)  # fmt: skip
def test_a_value_becomes_the_parameter_s_type(
    cmdlet: str, parameter: str, given: object, type_name: str, text: str
) -> None:
    (result,) = call(cmdlet, value("web01"), name(parameter), value(given))
    bound = result.values[parameter]
    assert type_of(bound).name == type_name
    assert (bound.name if isinstance(bound, EnumValue) else str(bound)) == text


@pytest.mark.parametrize(
    ("cmdlet", "arguments", "error_id", "words"),
    [
        ("Get-VM", [name("Foo")], "NamedParameterNotFound", "parameter name 'Foo'"),
        ("Get-VM", [value("a"), value("b")], "PositionalParameterNotFound", "argument 'b'"),
        ("Get-VM", [name("V")], "MissingArgument", "'Name'. Specify a parameter of type"),
        ("Set-VMMemory", [value("w"), name("StartupBytes")], "MissingArgument",
         "'System.Nullable`1[System.Int64]'"),
        ("Get-VM", [name("E"), value("Stop")], "AmbiguousParameter",
         "-ErrorAction -ErrorVariable."),
        ("Start-VM", [value("w"), name("W")], "AmbiguousParameter",
         "-WarningAction -WarningVariable -WhatIf."),
        ("Get-VM", [name("Name", "a"), name("VMName", "b")], "ParameterAlreadyBound",
         "parameter 'Name' is specified more than once"),
        ("Start-VM", [splat("Name", "a"), splat("Name", "b")], "ParameterAlreadyBound", "'Name'"),
        ("New-VM", [name("NewVHDPath", "a")], "MissingMandatoryParameter", ": NewVHDSizeBytes."),
        ("Rename-VM", [], "MissingMandatoryParameter", ": Name NewName."),
        ("New-VM", [name("NoVHD"), name("VHDPath", "a")], "AmbiguousParameterSet",
         "insufficient number of parameters"),
        ("Start-VM", [name("Name", "a"), name("VM", VM)], "AmbiguousParameterSet", ""),
        ("Start-VM", [value("a"), name("VM", VM)], "PositionalParameterNotFound", "'a'"),
        ("Get-VM", [value("a"), name("Id", GUID)], "PositionalParameterNotFound", "'a'"),
        ("New-VM", [name("Generation", "two")], "CannotConvertArgumentNoMessage",
         "Cannot bind parameter 'Generation'. Cannot convert value \"two\""),
        ("New-VM", [name("Name", ["a", "b"])], "CannotConvertArgument",
         "required by parameter 'Name'. Specified method is not supported."),
        ("Set-VMProcessor", [value("w"), name("ExposeVirtualizationExtensions", "true")],
         "CannotConvertArgument", "'System.Nullable`1[System.Boolean]'"),
        ("Start-VM", [value(None)], "ParameterArgumentValidationError", "is null or empty."),
        ("Start-VM", [value("")], "ParameterArgumentValidationError", "an element of the"),
        ("Get-VM", [name("ErrorAction", "Foo")], "CannotConvertArgumentNoMessage", "Suspend, Bre"),
        ("Start-VM", [name("Name", Block(lambda it: it))], "ScriptBlockArgumentNoInput", "'Name'"),
        ("Get-VM", [name("WhatIf")], "NamedParameterNotFound", "'WhatIf'"),
    ],
)  # fmt: skip
def test_a_call_that_does_not_bind_says_why(
    cmdlet: str, arguments: list[Argument], error_id: str, words: str
) -> None:
    (result,) = call(cmdlet, *arguments)
    assert result.error_id == error_id
    assert words in result.message


def test_an_error_stands_where_its_argument_stands() -> None:
    (unknown,) = call("Get-VM", name("Foo"))
    (bad,) = call("New-VM", name("Generation"), value("two"))
    (whole,) = call("Start-VM")
    assert unknown.place is not None
    assert bad.place is not None
    assert whole.place is not None
    assert (unknown.place.start, bad.place.start, whole.place.start) == (10, 50, -1)


def test_5_1_says_less_about_an_ambiguous_set_and_has_no_break() -> None:
    (result,) = call("New-VM", name("NoVHD"), name("VHDPath", "a"), core=False)
    assert result.message.endswith("named parameters.")
    (result,) = call("Get-VM", name("ErrorAction", "Foo"), core=False)
    assert "Break" not in result.message


@pytest.mark.parametrize(
    ("cmdlet", "item", "parameter_set", "bound"),
    [
        ("Get-VM", "web01", "Name", {"Name": ["web01"]}),
        ("Start-VM", 1, "Name", {"Name": ["1"]}),
        ("Start-VM", ["a", "b"], "Name", {"Name": ["a", "b"]}),
        ("Start-VM", VM, "VMObject", {"VM": [VM]}),
        ("Get-VMMemory", VM, "VMObject", {"VM": [VM]}),
        ("Get-VM", custom_object(X=1), "Name", {"Name": ["@{X=1}"]}),
        ("Get-VM", custom_object(Id=GUID), "Name", {"Name": [f"@{{Id={GUID}}}"]}),
        ("Mount-VHD", custom_object(FullName="b"), "__AllParameterSets", {"Path": ["b"]}),
    ],
)
def test_a_pipeline_object_binds(
    cmdlet: str, item: object, parameter_set: str, bound: dict[str, object]
) -> None:
    (result,) = call(cmdlet, piped=[item])
    assert (result.error_id, result.parameter_set) == ("", parameter_set)
    assert result.values == bound


def test_a_bad_pipeline_object_leaves_the_others_alone() -> None:
    results = call("Start-VM", piped=["a", "", None, "b"])
    assert [one.error_id for one in results] == [
        "",
        "ParameterArgumentValidationError",
        "ParameterArgumentValidationError",
        "",
    ]
    assert results[3].values == {"Name": ["b"]}


def test_an_object_that_fits_nowhere_is_not_bound() -> None:
    assert call("Set-VMHost", piped=["x"])[0].error_id == "InputObjectNotBound"
    bound_by_name = call("Start-VM", name("Name", "web01"), piped=[VM])
    assert bound_by_name[0].error_id == "InputObjectNotBound"


def test_a_computer_name_rules_the_object_set_out() -> None:
    (result,) = call("Start-VM", name("ComputerName", "HV01"), piped=[VM])
    assert result.values["Name"] == [VM.text]


def test_missing_parameters_are_asked_for_before_the_pipeline_runs() -> None:
    (result,) = call("Add-VMNetworkAdapterAcl", piped=[VM])
    assert result.error_id == "MissingMandatoryParameter"
    assert result.message.endswith(": Action Direction.")


def test_a_script_block_is_run_for_each_object() -> None:
    block = Block(lambda item: item.members["n"].value)  # type: ignore[attr-defined]
    results = call(
        "Start-VM", name("Name", block), piped=[custom_object(n="a"), custom_object(n="b")]
    )
    assert [one.values["Name"] for one in results] == [["a"], ["b"]]


def test_a_script_block_that_says_nothing_or_fails_is_an_error() -> None:
    silent = call("Start-VM", name("Name", Block(lambda _: [])), piped=[PSObject(1)])
    assert silent[0].error_id == "ScriptBlockArgumentNoOutput"
