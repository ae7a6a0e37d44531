"""Every recorded binding of a Hyper-V cmdlet, through a session in bind-only mode."""

from collections.abc import Iterator
from typing import Final

import pytest

from emulator.powershell.runtime.threads import script_thread
from tests.conformance.cases import Case, cases_in
from tests.conformance.equality import differences
from tests.powershell.binder.recorded_bindings import answer_of

OPEN: Final = {
    "hyperv-binding-network-014": "a Boolean cast to an enum has a message of its own",
    "hyperv-binding-firmware-001": "a Boolean cast to an enum has a message of its own",
    "hyperv-binding-enum-005": "a comma list for an enum without flags is refused",
    "hyperv-binding-enum-007": "a fraction cast to an enum is read as a name",
    "hyperv-binding-other-019": "[securestring] is not there yet",
}
"""What does not agree yet, and why; a case that agrees is taken out."""

CASES: Final = {case.id: case for case in cases_in("hyperv-binding", core=True)}
TOPICS: Final = sorted({case.topic for case in CASES.values()})


def cases_of(topic: str) -> Iterator[Case]:
    return (case for case in CASES.values() if case.topic == topic)


def disagreements(topic: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}

    def run() -> None:
        for case in cases_of(topic):
            fields = [
                f"{one.field}: {one.expected!r} is {one.actual!r}"
                for one in differences(case.answer, answer_of(case), clixml=False)
                if not one.strict
            ]
            if fields:
                found[case.id] = fields

    script_thread(run, name="bindings").join()
    return found


@pytest.mark.parametrize("topic", TOPICS)
def test_the_binder_answers_as_the_real_one(topic: str) -> None:
    expected = {case.id for case in cases_of(topic)} & OPEN.keys()
    found = disagreements(topic)
    assert {key: found[key] for key in found if key not in expected} == {}
    assert expected <= found.keys(), "an open case agrees: take it out of OPEN"
