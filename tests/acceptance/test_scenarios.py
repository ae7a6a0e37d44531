"""Scenarios S1, S2, S8 and S9 of reference/scenarios.md, sent by pywinrm to the real service."""

import json
from collections.abc import Iterator

import pytest

from tests.acceptance.service import Service, service


@pytest.fixture(scope="module")
def hv01() -> Iterator[Service]:
    """Serve the default world; each scenario speaks of machines of its own."""
    with service() as running:
        yield running


STATES = [
    # sent by run_ps                                                            stdout      exit
    ("( Hyper-V\\Get-VM web01 ).state",                                         "Running\n", 0),
    ("( Hyper-V\\Get-VM db01 ).state",                                          "Off\n",     0),
    ("Hyper-V\\Save-VM web01; ( Hyper-V\\Get-VM web01 ).state",                 "Saved\n",   0),
    ("Hyper-V\\Start-VM web01; Hyper-V\\Suspend-VM web01; ( Hyper-V\\Get-VM web01 ).state",
     "Paused\n", 0),
    ("Hyper-V\\Resume-VM web01; ( Hyper-V\\Get-VM web01 ).state",               "Running\n", 0),
]  # fmt: skip


def test_s1_the_state_of_a_machine_is_one_word(hv01: Service) -> None:
    got = [(script, *hv01.run_ps(script)) for script, _, _ in STATES]
    assert got == [(script, stdout, "", code) for script, stdout, code in STATES]


@pytest.mark.parametrize(("script", "exit_code"), [
    ("( Hyper-V\\Get-VM ghost ).state", 0),   # parentheses make `$?` true
    ("Hyper-V\\Get-VM ghost",           1),
])  # fmt: skip
def test_s1_an_unknown_machine_is_an_error_on_stderr(
    hv01: Service, script: str, exit_code: int
) -> None:
    stdout, stderr, code = hv01.run_ps(script)
    assert (stdout, code) == ("", exit_code)
    assert "Hyper-V was unable to find a virtual machine with name" in stderr
    assert "ghost" in stderr
    assert "#< CLIXML" not in stderr, "pywinrm could read the CLIXML"


BOX = """
$vm = Hyper-V\\New-VM box -Path 'C:\\machines\\box' -SwitchName 'Default Switch' -MemoryStartupBytes '4096MB'
Hyper-V\\Set-VMMemory -VMName box -DynamicMemoryEnabled $false
Hyper-V\\Set-VMProcessor box -Count 2
Hyper-V\\Start-VM box
( Hyper-V\\Get-VM box ).state; ( Hyper-V\\Get-VM box ).MemoryAssigned; ( Hyper-V\\Get-VM box ).ProcessorCount; ( Hyper-V\\Get-VM box ).DynamicMemoryEnabled
"""


def test_s2_a_static_machine_is_made_and_started(hv01: Service) -> None:
    assert hv01.run_ps(BOX) == ("Running\n4294967296\n2\nFalse\n", "", 0)
    again = "$null = Hyper-V\\New-VM box -MemoryStartupBytes 512MB; ( Hyper-V\\Get-VM box ).Count"
    assert hv01.run_ps(again) == ("2\n", "", 0)


SELECT = (
    " | Select-Object DynamicMemoryEnabled, Startup, Minimum, Maximum, Buffer, Priority"
    " | ConvertTo-Json"
)
WEB = {
    "DynamicMemoryEnabled": True,
    "Startup": 1073741824,
    "Minimum": 536870912,
    "Maximum": 4294967296,
    "Buffer": 20,
    "Priority": 50,
}


def test_s8_memory_settings_are_json(hv01: Service) -> None:
    one, stderr, code = hv01.run_ps(f"Get-VMMemory -VMName web01{SELECT}")
    assert (json.loads(one), stderr, code) == (WEB, "", 0)
    assert '"Startup":  1073741824' in one, "5.1 writes two blanks after the colon"
    two, stderr, code = hv01.run_ps(f"Get-VMMemory -VMName web01, file01{SELECT}")
    assert (json.loads(two), stderr, code) == ([WEB, {**WEB, "Maximum": 8589934592}], "", 0)
    none, stderr, _ = hv01.run_ps(f"Get-VMMemory -VMName ghost{SELECT}")
    assert none == ""
    assert "ghost" in stderr


READ_BACK = (
    "$m = Get-VMMemory web02; $m.Minimum; $m.Maximum; $m.Startup; $m.Priority;"
    " ( Get-VM web02 ).State"
)


def test_s9_memory_is_changed_while_off_and_read_back(hv01: Service) -> None:
    set_memory = (
        "Set-VMMemory -VMName web02 -DynamicMemoryEnabled $true -MinimumBytes 768MB"
        " -MaximumBytes 6GB -StartupBytes {} -Priority 80\n"
    )
    script = f'Stop-VM -Name web02 -Force\n{set_memory.format("1536MB")}"$?"; {READ_BACK}'
    settled = "805306368\n6442450944\n1610612736\n80\nOff\n"
    assert hv01.run_ps(script) == (f"True\n{settled}", "", 0)

    odd = set_memory.format("1537MB").replace("Priority 80", "Priority 10")
    stdout, stderr, code = hv01.run_ps(f'{odd}"$?"; {READ_BACK}')
    assert (stdout, code) == (f"False\n{settled}", 0)
    assert "1537" in stderr


def test_run_cmd_runs_what_cmd_runs(hv01: Service) -> None:
    assert hv01.run_cmd("hostname") == ("HV01\n", "", 0)
    assert hv01.run_cmd("echo", "%COMPUTERNAME%") == ("HV01\n", "", 0)
    line = ["-NoProfile", "-NonInteractive", "(", "Hyper-V\\Get-VM", "db01", ").state"]
    assert hv01.run_cmd("powershell", *line) == ("Off\n", "", 0)
    assert hv01.run_cmd("powershell", "-Command", "exit", "3") == ("", "", 3)


def test_memory_moves_while_a_client_watches(hv01: Service) -> None:
    before = hv01.http("GET", "/api/vms/sql01").json()["MemoryAssigned"]
    assert before == 8 << 30, "static memory"
    advanced = hv01.http("POST", "/api/clock/advance", json={"seconds": 3600})
    assert advanced.status_code == 200
    uptime = hv01.http("GET", "/api/vms/sql01").json()["Uptime"]
    assert uptime.startswith("01:"), uptime


def test_the_same_call_gives_the_same_objects_by_http_and_winrm(hv01: Service) -> None:
    by_winrm = json.loads(hv01.run_ps(f"Get-VMMemory -VMName file01{SELECT}")[0])
    by_cmdlet = hv01.http("POST", "/api/cmdlets/Get-VMMemory", json={"VMName": ["file01"]})
    by_address = hv01.http("GET", "/api/vms/file01/memory").json()
    (found,) = by_cmdlet.json()["output"]
    assert {name: found[name] for name in by_winrm} == by_winrm
    assert found == by_address
