"""Declarations: what a class says and what the language makes of it."""

from collections.abc import Iterable

import pytest

from cmdlets.binding import metadata_of
from cmdlets.context import Context
from cmdlets.own_types import OWN_TYPES
from cmdlets.registry import cmdlet_classes
from cmdlets.spec import Cmdlet, at, param, pascal_case, read_docstring, switch
from emulator.dotnet.typetable import TypeTable
from emulator.objects.enums import numbered_enum
from emulator.powershell.binder.validators import in_range
from emulator.powershell.metadata import ALL_SETS, CommandKind
from emulator.powershell.runtime.language_types import LANGUAGE_TYPES
from tests.cmdlets.direct import run

COLOURS = numbered_enum("Lab.Colour", "Red", "Green")
TYPES = TypeTable([*OWN_TYPES, *LANGUAGE_TYPES])


class Shared(Cmdlet):
    """Not a cmdlet: what its subclasses share."""

    computer_name: list[str] | None = param("System.String[]", "Where.", aliases=("cn",))


class GetLab(
    Shared,
    name="Get-Lab",
    module="Lab",
    class_name="Lab.GetLab",
    default_set="Name",
    supports_should_process=True,
):
    """Get things of the lab.

    They are
    many.

    PS> Get-Lab x

    PS> Get-Lab -Id 3
    """

    name: str | None = param("System.String", "Which.", sets={"Name": at(0, by_value=True)})
    for_: int = param("int", "How long.", validators=(in_range(1, 9),), default=3)
    id: int | None = param("System.Int32", "Which one.", sets={"Id": at(mandatory=True)})
    colour: object = param(COLOURS, "Of what colour.", sets=("Name", "Id"))
    force: bool = switch("Really.", aliases=("f",))
    snapshot: object = param("System.Object", "A checkpoint.", not_emulated=True)
    new: bool = switch("Only in 7.", core_only=True)

    def process(self, ps: Context) -> Iterable[object]:
        """Say what is bound."""
        yield (self.name, self.for_, self.force, ps.is_bound("force"))


def test_a_class_declares_its_parameters_and_those_it_shares() -> None:
    assert [one.name for one in GetLab.declaration.parameters] == [
        "ComputerName", "Name", "For", "Id", "Colour", "Force", "Snapshot", "New",
    ]  # fmt: skip


def test_the_language_sees_types_sets_and_help() -> None:
    metadata = metadata_of(GetLab.declaration, TYPES.resolve)
    by_name = {one.name: one for one in metadata.parameters}
    assert (metadata.kind, metadata.default_set) == (CommandKind.CMDLET, "Name")
    assert by_name["For"].type.name == "System.Int32"
    assert by_name["Colour"].type is COLOURS
    assert set(by_name["Colour"].sets) == {"Name", "Id"}
    assert set(by_name["For"].sets) == {ALL_SETS}
    assert by_name["Force"].is_switch
    assert metadata.synopsis == "Get things of the lab."
    assert metadata.description == "They are many."
    assert metadata.examples == ("PS> Get-Lab x", "PS> Get-Lab -Id 3")


@pytest.mark.parametrize(
    ("attribute", "name"), [("startup_bytes", "StartupBytes"), ("for_", "For"), ("id", "Id")]
)
def test_a_parameter_is_called_after_its_attribute(attribute: str, name: str) -> None:
    assert pascal_case(attribute) == name


def test_a_docstring_without_examples_has_none() -> None:
    assert read_docstring("Do it.") == ("Do it.", "", ())


@pytest.mark.parametrize(
    ("named", "output"),
    [
        ({}, (None, 3, False, False)),
        ({"Name": "a", "For": 5}, ("a", 5, False, False)),
        ({"Force": False}, (None, 3, False, True)),
    ],
)
def test_a_cmdlet_reads_what_is_bound(named: dict[str, object], output: object) -> None:
    assert run(GetLab, **named).output == [output]


def test_an_object_without_a_value_gives_the_default_back() -> None:
    result = run(GetLab, piped=["a", "b"])
    assert [one[0] for one in result.output if isinstance(one, tuple)] == ["a", "b"]


def test_what_is_not_emulated_says_so_by_name() -> None:
    (record,) = run(GetLab, Snapshot=1).errors
    assert record.fully_qualified_error_id == "NotEmulated,Lab.GetLab"
    assert "parameter -Snapshot of Get-Lab" in record.message


@pytest.mark.parametrize("core", [True, False])
def test_what_only_7_has_is_unknown_to_5_1(core: bool) -> None:
    result = run(GetLab, core=core, New=True)
    assert result.error_ids == ([] if core else ["NamedParameterNotFound,Lab.GetLab"])


OWN = [one for one in cmdlet_classes() if one.declaration.module != "Hyper-V"]


@pytest.mark.parametrize("cmdlet", OWN, ids=lambda one: one.declaration.name)
def test_every_cmdlet_resolves_and_explains_itself(cmdlet: type[Cmdlet]) -> None:
    metadata = metadata_of(cmdlet.declaration, TYPES.resolve)
    assert metadata.implementing_type.startswith("Microsoft.")
    assert metadata.module.startswith("Microsoft.PowerShell.")
    assert metadata.synopsis.endswith(".")
    assert all(one.description for one in metadata.parameters)
    names = [one.name.lower() for one in metadata.parameters]
    aliases = [alias.lower() for one in metadata.parameters for alias in one.aliases]
    assert len({*names, *aliases}) == len(names) + len(aliases)
