"""What differs between Windows Server versions."""

import pytest

from emulator.cli.compose import compose
from emulator.cli.config import Config
from emulator.personas.versions import PERSONAS
from tests.emulated import run_on


@pytest.mark.parametrize("persona", PERSONAS)
def test_every_version_of_the_host_starts_its_machines(persona: str) -> None:
    composed = compose(Config(persona=persona), serving=False)
    ran = run_on(composed, "Start-VM db01; (Get-VM db01).State; (New-VM box).Version")
    composed.close()
    assert ran.text.split() == ["Running", PERSONAS[persona].newest_vm_version]
    assert ran.errors == ()


def test_2012_r2_names_the_classes_of_its_commands_in_its_own_way() -> None:
    composed = compose(Config(persona="2012R2"), serving=False)
    ran = run_on(composed, "Get-VM ghost; Start-VM ghost; Get-VM db01")
    composed.close()
    assert ran.error_ids == (
        "InvalidParameter,Microsoft.HyperV.PowerShell.Commands.GetVMCommand",
        "ObjectNotFound,Microsoft.HyperV.PowerShell.Commands.StartVMCommand",
    )
    assert ran.errors[0].message == (
        "A parameter is invalid. Hyper-V was unable to find a virtual machine with name ghost."
    )
    assert "Version" not in ran.text, "its table has no such column"
