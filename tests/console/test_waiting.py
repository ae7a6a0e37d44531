"""Waiting for a client does not hold up the others."""

from threading import Thread

import pytest

from emulator.clock import Baton, Clock, Stopped


def test_while_one_turn_is_away_another_executes() -> None:
    baton = Baton(Clock())
    seen: list[str] = []
    with baton.turn() as first:
        with first.away(), baton.turn() as second:
            second.sleep(5)
            seen.append("second")
        seen.append("first")
    assert seen == ["second", "first"]


def test_a_turn_that_was_stopped_while_away_ends_when_it_comes_back() -> None:
    baton = Baton(Clock())
    with pytest.raises(Stopped):
        _go_away_and_be_stopped(baton)
    with baton.turn() as later:
        later.checkpoint()


def _go_away_and_be_stopped(baton: Baton) -> None:
    with baton.turn() as turn, turn.away():
        other = Thread(target=turn.stop)
        other.start()
        other.join()
