"""Parameters that many cmdlets of the module share, written once."""

from typing import Any

from cmdlets.spec import Sets, at, param, switch
from emulator.powershell.binder.validators import not_null, not_null_or_empty

MACHINES = "Microsoft.HyperV.PowerShell.VirtualMachine[]"


def cim_session(*sets: str) -> Any:
    """Declare -CimSession in `sets`."""
    return param(
        "Microsoft.Management.Infrastructure.CimSession[]",
        "CIM sessions to the host; only sessions to the emulated host itself exist.",
        sets=sets,
        validators=(not_null_or_empty(),),
    )


def cim_session_by_property(*sets: str) -> Any:
    """Declare -CimSession as the metering cmdlets have it."""
    return param(
        "Microsoft.Management.Infrastructure.CimSession[]",
        "CIM sessions to the host; only sessions to the emulated host itself exist.",
        sets=dict.fromkeys(sets, at(by_property_name=True)),
        validators=(not_null_or_empty(),),
    )


def computer_name(*sets: str) -> Any:
    """Declare -ComputerName in `sets`."""
    return param(
        "System.String[]",
        "Hosts to ask; the emulated host knows only itself.",
        sets=sets,
        validators=(not_null_or_empty(),),
    )


def credential(*sets: str) -> Any:
    """Declare -Credential in `sets`; there is no second host to use it on."""
    return param(
        "System.Management.Automation.PSCredential[]",
        "Accounts to use on remote hosts.",
        sets=sets,
        validators=(not_null_or_empty(),),
        not_emulated=True,
    )


def as_job(*sets: str) -> Any:
    """Declare -AsJob in `sets`."""
    return switch("Run as a background job.", sets=sets, not_emulated=True)


def passthru(*sets: str) -> Any:
    """Declare -Passthru in `sets`."""
    return switch("Also return what was changed.", sets=sets)


def machine_objects(*sets: str) -> Any:
    """Declare -VM: machines as objects, first and from the pipeline, in `sets`."""
    return param(
        MACHINES,
        "The machines, as Get-VM returns them.",
        name="VM",
        sets=dict.fromkeys(sets, at(0, mandatory=True, by_value=True)),
        validators=(not_null_or_empty(),),
    )


def machine_names(*sets: str, by_value: bool = True) -> Any:
    """Declare -VMName: machines by name, first, in `sets`."""
    return param(
        "System.String[]",
        "Names of the machines; wildcards are allowed.",
        name="VMName",
        sets=dict.fromkeys(sets, at(0, mandatory=True, by_value=by_value)),
        validators=(not_null_or_empty(),),
    )


def names(*sets: str, mandatory: bool = True) -> Any:
    """Declare -Name (alias VMName): machines by name, first and from the pipeline, in `sets`."""
    return param(
        "System.String[]",
        "Names of the machines; wildcards are allowed.",
        sets=dict.fromkeys(sets, at(0, mandatory=mandatory, by_value=True)),
        aliases=("VMName",),
        validators=(not_null_or_empty(),),
    )


def snapshot_object(set_name: str) -> Any:
    """Declare -VMSnapshot; checkpoints are not emulated yet."""
    return param(
        "Microsoft.HyperV.PowerShell.VMSnapshot",
        "A checkpoint instead of the machine itself.",
        name="VMSnapshot",
        sets={set_name: at(0, mandatory=True, by_value=True)},
        aliases=("VMCheckpoint",),
        validators=(not_null_or_empty(),),
        not_emulated=True,
    )


def optional(type_name: str, description: str, sets: Sets, **more: Any) -> Any:
    """Declare a setting that is left alone when not given; null is refused."""
    return param(
        f"System.Nullable[{type_name}]",
        description,
        sets=sets,
        validators=(not_null(),),
        **more,
    )
