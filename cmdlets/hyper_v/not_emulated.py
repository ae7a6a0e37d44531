"""The cmdlets of the module that have no class here: known, bound, and refused by name.

Their declaration is the catalogue's entry; it is read when the command is first called or looked
at, so that a session's start pays only for the names.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any, Final, NoReturn

from cmdlets.binding import Resolve
from cmdlets.hyper_v import CMDLETS
from cmdlets.spec import SWITCH
from emulator.objects.basic_types import OBJECT
from emulator.objects.errors import NotEmulated
from emulator.personas.catalogue import Catalogue
from emulator.powershell.binder import validators
from emulator.powershell.metadata import (
    CommandKind,
    CommandMetadata,
    ConfirmImpact,
    Membership,
    ParameterMetadata,
    Validator,
)
from emulator.powershell.ports import CommandRuntime

MODULE: Final = "Hyper-V"
VHD_NOUNS: Final = frozenset({"VHD", "VHDSet", "VHDSnapshot"})
"""Nouns whose classes stand in Microsoft.Vhd. Source: types.json exceptions.fqid_rule."""


def commands_not_emulated(catalogue: Catalogue, resolve: Resolve) -> list["NotEmulatedCommand"]:
    """Return the cmdlets of the catalogue that no class declares."""
    declared = {cmdlet.declaration.name for cmdlet in CMDLETS}
    return [
        NotEmulatedCommand(name, catalogue, resolve)
        for name in catalogue.cmdlet_names
        if name not in declared
    ]


class NotEmulatedCommand:
    """A cmdlet that is only declared."""

    def __init__(self, name: str, catalogue: Catalogue, resolve: Resolve) -> None:
        """Know the cmdlet `name` of `catalogue`; `resolve` finds types by name."""
        self.name: Final = name
        self.module: Final = MODULE
        self.kind: Final = CommandKind.CMDLET
        self._catalogue = catalogue
        self._resolve = resolve

    @cached_property
    def metadata(self) -> CommandMetadata:
        """What the catalogue says of the cmdlet."""
        return catalogue_metadata(self.name, self._catalogue.cmdlets[self.name], self._resolve)

    def start(self, runtime: CommandRuntime) -> "NotEmulatedRun":
        """Return a run, which refuses at its first step."""
        return NotEmulatedRun(self.metadata, runtime)


class NotEmulatedRun:
    """A run that refuses."""

    def __init__(self, metadata: CommandMetadata, runtime: CommandRuntime) -> None:
        """Refuse in the name of `metadata`."""
        self._metadata = metadata
        self._runtime = runtime

    def begin(self, bound: Mapping[str, object]) -> NoReturn:
        """Refuse."""
        del bound
        missing = NotEmulated(f"{self._metadata.name} (Hyper-V module)")
        record = missing.record(self._metadata.implementing_type, self._metadata.name)
        self._runtime.throw(record)

    def process(self, bound: Mapping[str, object]) -> Iterable[object]:
        """Do nothing: `begin` has ended the run."""
        del bound
        return ()

    end = process

    def close(self) -> None:
        """Hold nothing."""


def class_name(name: str) -> str:
    """Return the .NET class of a cmdlet. Source: types.json exceptions.fqid_rule."""
    verb, _, noun = name.partition("-")
    if noun in VHD_NOUNS:
        return f"Microsoft.Vhd.PowerShell.Cmdlets.{verb}{noun.capitalize()}"
    return f"Microsoft.HyperV.PowerShell.Commands.{verb}{noun}"


def catalogue_metadata(name: str, entry: Any, resolve: Resolve) -> CommandMetadata:
    """Return the metadata of a cmdlet of the catalogue."""
    return CommandMetadata(
        name=name,
        kind=CommandKind.CMDLET,
        parameters=tuple(_parameter(row, resolve) for row in entry["parameters"]),
        implementing_type=class_name(name),
        default_set=entry["default"],
        module=MODULE,
        supports_should_process=entry["shouldprocess"],
        confirm_impact=ConfirmImpact(entry["impact"]),
        output_types=tuple(entry["output"]),
        synopsis="This cmdlet is known by name only; calling it says NotEmulated.",
    )


def _parameter(row: Any, resolve: Resolve) -> ParameterMetadata:
    name, type_name, aliases, texts, sets = row
    return ParameterMetadata(
        name=name,
        type=resolve(type_name) or OBJECT,
        sets={
            set_name: Membership(
                mandatory=mandatory,
                position=position,
                from_pipeline=by_value,
                from_pipeline_by_property_name=by_property_name,
            )
            for set_name, (mandatory, position, by_value, by_property_name) in sets.items()
        },
        aliases=tuple(aliases),
        validators=tuple(validator(text) for text in texts),
        is_switch=type_name == SWITCH,
    )


def validator(text: str) -> Validator:
    """Return the validator that the catalogue writes as an attribute: ValidateRange(1, 2)."""
    call = re.fullmatch(r"(\w+)\((.*)\)", text)
    assert call is not None, f"the catalogue has a validator of unknown form: {text}"
    arguments = [part.strip().strip("'") for part in call[2].split(",")] if call[2] else []
    match call[1]:
        case "ValidateNotNull":
            return validators.not_null()
        case "ValidateNotNullOrEmpty":
            return validators.not_null_or_empty()
        case "ValidateSet":
            return validators.one_of(*arguments)
        case "ValidateRange":
            return validators.in_range(int(arguments[0]), int(arguments[1]))
        case "AllowNull":
            return validators.ALLOW_NULL
        case "AllowEmptyString":
            return validators.ALLOW_EMPTY_STRING
        case "PSTypeName":
            return validators.ps_type_name(arguments[0])
        case other:
            raise AssertionError(f"the catalogue has an unknown validator: {other}")
