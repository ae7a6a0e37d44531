"""Every declaration of the module is held against the catalogue of the real one."""

import pytest

from cmdlets.hyper_v import CMDLETS
from cmdlets.hyper_v.not_emulated import class_name, validator
from cmdlets.spec import Cmdlet, Parameter
from emulator.personas.catalogue import Catalogue
from emulator.powershell.metadata import Membership

CATALOGUE = Catalogue()


def name_of(cmdlet: type[Cmdlet]) -> str:
    return cmdlet.declaration.name


def row_of(parameter: Parameter) -> tuple[object, ...]:
    """A parameter as the catalogue writes it."""
    return (
        parameter.name,
        parameter.type_name,
        list(parameter.aliases),
        [(one.attribute, one.values) for one in parameter.validators],
        {name: membership_row(membership) for name, membership in parameter.sets.items()},
    )


def membership_row(membership: Membership) -> list[object]:
    return [
        membership.mandatory,
        membership.position,
        membership.from_pipeline,
        membership.from_pipeline_by_property_name,
    ]


@pytest.mark.parametrize("cmdlet", CMDLETS, ids=name_of)
def test_a_cmdlet_has_the_parameters_of_the_real_one(cmdlet: type[Cmdlet]) -> None:
    entry = CATALOGUE.cmdlets[name_of(cmdlet)]
    expected = {}
    for name, type_name, aliases, texts, sets in entry["parameters"]:
        checks = [validator(text) for text in texts]
        expected[name] = (
            name,
            type_name,
            aliases,
            [(one.attribute, one.values) for one in checks],
            sets,
        )
    declared = {one.name: row_of(one) for one in cmdlet.declaration.parameters}
    assert declared == expected


@pytest.mark.parametrize("cmdlet", CMDLETS, ids=name_of)
def test_a_cmdlet_says_of_itself_what_the_catalogue_says(cmdlet: type[Cmdlet]) -> None:
    declaration = cmdlet.declaration
    entry = CATALOGUE.cmdlets[declaration.name]
    assert declaration.module == "Hyper-V"
    assert declaration.class_name == class_name(declaration.name)
    assert declaration.default_set == entry["default"]
    assert declaration.supports_should_process == entry["shouldprocess"]
    assert declaration.confirm_impact.value == entry["impact"]
    assert list(declaration.output) == entry["output"]


@pytest.mark.parametrize("cmdlet", CMDLETS, ids=name_of)
def test_a_cmdlet_lists_its_parameters_in_the_order_of_the_real_one(
    cmdlet: type[Cmdlet],
) -> None:
    entry = CATALOGUE.cmdlets[name_of(cmdlet)]
    assert [one.name for one in cmdlet.declaration.parameters] == [
        row[0] for row in entry["parameters"]
    ]


@pytest.mark.parametrize("cmdlet", CMDLETS, ids=name_of)
def test_a_cmdlet_explains_itself_with_an_example(cmdlet: type[Cmdlet]) -> None:
    assert f"PS> {name_of(cmdlet)}" in cmdlet.declaration.doc or "PS> " in cmdlet.declaration.doc
    assert all(one.description.endswith(".") for one in cmdlet.declaration.parameters)
