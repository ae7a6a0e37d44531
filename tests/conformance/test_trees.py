"""What the real parser made of some 1,200 scripts, and what ours makes of them."""

from pathlib import Path

import pytest

from tests.conformance import trees

LIST = Path(__file__).with_name("passing") / "trees.txt"

LEAST_PASSING = 0.99
"""The share of the recorded scripts that must agree."""


@pytest.fixture(scope="module")
def outcome() -> dict[str, bool]:
    """Whether we agree, by id."""
    return {case.id: trees.agrees(case) for case in trees.cases()}


def test_what_once_agreed_with_the_real_parser_still_agrees(outcome: dict[str, bool]) -> None:
    listed = LIST.read_text(encoding="utf-8").split()
    assert [each for each in listed if not outcome[each]] == []


def test_the_list_names_all_that_agrees(outcome: dict[str, bool], update_golden: bool) -> None:
    passing = [each for each, agrees in outcome.items() if agrees]
    if update_golden:
        LIST.parent.mkdir(exist_ok=True)
        LIST.write_text("".join(f"{each}\n" for each in passing), encoding="utf-8")
    assert LIST.read_text(encoding="utf-8").split() == passing


def test_nearly_all_recorded_scripts_agree(outcome: dict[str, bool]) -> None:
    assert sum(outcome.values()) >= LEAST_PASSING * len(outcome)
