"""What the language does not have yet says so by name, and never succeeds in silence."""

import pytest

from tests.emulated import run


@pytest.mark.parametrize(
    ("script", "missing"),
    [
        ("class A { [int]$x }", "class A"),
        ("enum E { One }", "enum E"),
        ("workflow w { 1 }", "workflow w"),
        ("configuration c { }", "configuration c"),
        ("data { 'x' }", "a data section"),
        ("function f { param($a) dynamicparam { } end { 1 } }; f 1", "a dynamicparam block"),
        ("switch -File C:\\x.txt { default { 1 } }", "switch -File"),
        ("'x' > C:\\x.txt", "a redirection to the file C:\\x.txt"),
        ("[IO.File]::ReadAllText('C:\\x.txt')", "the type [IO.File]"),
        ("[xml]'<a/>'", "the type [xml]"),
        ("Add-Type -TypeDefinition 'class X {}'", "Add-Type (Microsoft.PowerShell.Utility)"),
        ("Invoke-Command { 1 }", "Invoke-Command (Microsoft.PowerShell.Core)"),
        ("Get-VMSwitch", "Get-VMSwitch (Hyper-V module)"),
        ("Start-VM db01 -AsJob", "parameter -AsJob of Start-VM"),
    ],
)
def test_what_is_missing_is_named(script: str, missing: str) -> None:
    ran = run(script + "\n'after'")
    assert ran.errors[0].message == f"{missing} is not emulated."
    assert ran.errors[0].error_id == "NotEmulated"
    assert ran.text.endswith("after")


def test_a_refusal_can_be_caught_like_any_error() -> None:
    ran = run('try { Get-VMSwitch } catch { "caught: $($_.FullyQualifiedErrorId)" }')
    assert ran.text == "caught: NotEmulated,Microsoft.HyperV.PowerShell.Commands.GetVMSwitch"
    assert ran.errors == ()


def test_a_script_that_begins_with_using_is_refused_as_a_whole() -> None:
    ran = run("using namespace System.Text\n'not run'")
    assert [error.message for error in ran.errors] == ["using namespace is not emulated."]
    assert ran.text == ""
