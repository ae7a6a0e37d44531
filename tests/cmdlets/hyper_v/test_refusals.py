"""Our words for refusals are those that were captured: the catalogue's, placeholders filled."""

import pytest

from cmdlets.hyper_v import refusals
from cmdlets.hyper_v.change import ALREADY_TEXT
from cmdlets.hyper_v.refusals import ErrorText
from emulator.inventory.commands import ChangeMemory, StartVM
from emulator.inventory.refusals import Reason, Refusal
from emulator.inventory.vm import VMId
from emulator.personas.catalogue import Catalogue

ID = VMId("5a8b0e1c-0d5a-4f5e-9c4b-0a1b2c3d4e5f")
CAPTURED = Catalogue().errors


def refused(reason: Reason, **facts: str | int) -> ErrorText:
    refusal = Refusal(reason=reason, vm=ID, vm_name="box", **facts)  # type: ignore[arg-type]
    changing = reason in (Reason.MEMORY_NOT_ALIGNED, Reason.WRONG_STATE)
    return refusals.text_of(refusal, ChangeMemory(vm=ID) if changing else StartVM(vm=ID))


@pytest.mark.parametrize(
    ("row", "text"),
    [
        ("err-001", refusals.vm_not_found("box", getting=True)),
        ("err-003", refusals.vm_not_found("box", getting=True, old=True)),
        ("err-005", refusals.vm_not_found("box", getting=False)),
        ("err-012", refusals.switch_not_found("box")),
        ("err-019", refused(Reason.OUT_OF_MEMORY, needed_mib=4096)),
        ("err-023", refused(Reason.INSUFFICIENT_RESOURCES, needed_mib=4096)),
        ("err-035", refusals.prompt_impossible()),
        ("err-041", refused(Reason.MEMORY_NOT_ALIGNED, value="4096")),
        ("err-042", refused(Reason.WRONG_STATE)),
        ("err-073", refusals.object_gone("HV01")),
    ],
)
def test_a_refusal_reads_as_it_was_captured(row: str, text: ErrorText) -> None:
    captured = CAPTURED[row]
    expected = captured["message"]
    for mark, value in {
        "{vm}": "box",
        "{name}": "box",
        "{MB}": "4096",
        "{ID}": ID.upper(),
        "{host}": "HV01",
    }.items():
        expected = expected.replace(mark, value)
    assert "\n".join(text.parts) == expected
    assert captured["fqid"].split(",")[0] == text.identifier
    assert captured["category"] in (None, refusals.CATEGORY_OF[text.identifier].name)


def test_the_warning_of_a_state_already_reached_is_the_captured_one() -> None:
    assert CAPTURED["err-037"]["message"] == ALREADY_TEXT
