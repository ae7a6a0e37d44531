"""What holds for all declared cmdlets together."""

from cmdlets.hyper_v.live_classes import LIVE_CLASSES
from cmdlets.hyper_v.types import HyperVTypes
from cmdlets.known_elsewhere import known_elsewhere
from cmdlets.registry import cmdlet_classes
from emulator.personas.catalogue import Catalogue
from tests.emulated import emulation


def test_every_declared_command_can_say_what_it_is() -> None:
    with emulation() as composed:
        names = [command.metadata.name for command in composed.commands]
    assert len(names) == len(set(names)) > 240


def test_no_cmdlet_is_both_declared_and_said_to_be_missing() -> None:
    missing = known_elsewhere()
    declared = [cmdlet.declaration for cmdlet in cmdlet_classes()]
    both = [one.name for one in declared if one.name.lower() in missing]
    aliased = [alias for one in declared for alias in one.aliases if alias.lower() in missing]
    assert (both, aliased) == ([], []), "take these out of cmdlets/known_elsewhere.py"


def test_every_property_of_a_live_class_can_be_read() -> None:
    types = HyperVTypes(Catalogue(), LIVE_CLASSES)
    for name, live in LIVE_CLASSES.items():
        declared = {one.name for one in types[name].properties}
        assert declared == set(live.getters), name
