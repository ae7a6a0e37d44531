"""The baton: one turn executes at a time, in a fixed order, and every one of them can be stopped."""

import threading
from collections.abc import Callable

import pytest

from emulator.clock import Baton, Clock, Rate, Stopped, StopReason, TooManyTurns, Turn
from emulator.clock.order import TURNS_MOST
from emulator.clock.turn import SHIELD_CHECKPOINTS, SLICE_CHECKPOINTS

JOIN_SECONDS = 30.0


class Stage:
    """Runs scripts in threads, one per turn, and keeps what they say in the order they say it."""

    def __init__(self, *, skip_sleeps: bool = True) -> None:
        self.clock = Clock(skip_sleeps=skip_sleeps)
        self.baton = Baton(self.clock)
        self.said: list[str] = []
        self.threads: list[threading.Thread] = []

    def play(self, script: Callable[[Turn], None], *, limit_ms: int | None = None) -> Turn:
        turn = self.baton.turn(limit_ms=limit_ms)

        def run() -> None:
            try:
                with turn:
                    script(turn)
            except Stopped as stopped:
                self.said.append(f"stopped:{stopped.reason.name}")

        self.threads.append(threading.Thread(target=run, daemon=True))
        self.threads[-1].start()
        return turn

    def say(self, text: str) -> None:
        self.said.append(f"{self.clock.now_ms()} {text}")

    def wait(self) -> list[str]:
        for thread in self.threads:
            thread.join(JOIN_SECONDS)
            assert not thread.is_alive()
        return self.said


def sleeper(stage: Stage, name: str, *naps_ms: int) -> Callable[[Turn], None]:
    def script(turn: Turn) -> None:
        for nap_ms in naps_ms:
            turn.sleep(nap_ms)
            stage.say(name)

    return script


def until_asleep(stage: Stage) -> None:
    """Wait until the turns before us let go of the baton, which they do when they sleep."""
    with stage.baton.turn():
        pass


def test_when_all_sleep_the_clock_jumps_to_the_first_wake_up() -> None:
    stage = Stage()
    with stage.baton.turn():
        stage.play(sleeper(stage, "a", 300_000, 1))
        stage.play(sleeper(stage, "b", 200_000, 200_000))
    assert stage.wait() == ["200000 b", "300000 a", "300001 a", "400000 b"]


def test_sleeps_that_end_together_end_in_the_order_they_began() -> None:
    stage = Stage()
    with stage.baton.turn():
        for name in "abcd":
            stage.play(sleeper(stage, name, 10, 10))
    assert stage.wait() == [f"{at} {name}" for at in (10, 20) for name in "abcd"]


def test_busy_turns_take_equal_slices_in_the_order_they_came() -> None:
    stage = Stage()

    def busy(name: str) -> Callable[[Turn], None]:
        def script(turn: Turn) -> None:
            for _ in range(2 * SLICE_CHECKPOINTS):
                stage.said.append(name)
                turn.checkpoint()

        return script

    with stage.baton.turn():
        for name in "abc":
            stage.play(busy(name))
    assert "".join(stage.wait()[::SLICE_CHECKPOINTS]) == "abcabc"


def test_a_turn_alone_is_never_called_to_attention() -> None:
    with Baton(Clock()).turn() as turn:
        turn.checkpoint()
        turn.sleep(5)
        assert not turn.attention


def test_a_turn_that_waits_calls_the_holder_to_attention_and_leaving_ends_it() -> None:
    baton = Baton(Clock())
    with baton.turn() as turn:
        other = baton.turn()
        assert turn.attention
        other.withdraw()
        turn.checkpoint()
        assert not turn.attention


def test_on_a_standing_clock_a_sleep_lasts_until_somebody_advances_it() -> None:
    stage = Stage(skip_sleeps=False)
    stage.play(sleeper(stage, "a", 1_000))
    until_asleep(stage)
    stage.clock.advance(999)
    with stage.baton.turn():
        assert stage.said == []
    stage.clock.advance(1)
    assert stage.wait() == ["1000 a"]


def test_turning_on_skip_sleeps_ends_a_wait_on_a_standing_clock() -> None:
    stage = Stage(skip_sleeps=False)
    stage.play(sleeper(stage, "a", 1_000))
    until_asleep(stage)
    stage.clock.set_skip_sleeps(skip_sleeps=True)
    assert stage.wait() == ["1000 a"]


def test_on_a_running_clock_a_sleep_really_waits() -> None:
    clock = Clock(rate=Rate(factor=1_000), skip_sleeps=False)
    with Baton(clock).turn() as turn:
        turn.sleep(2_000)
        assert clock.now_ms() >= 2_000


def test_speeding_up_the_clock_shortens_the_wait_of_who_sleeps() -> None:
    stage = Stage(skip_sleeps=False)
    stage.clock.set_rate(Rate(factor=1))
    stage.play(lambda turn: turn.sleep(50_000_000))
    until_asleep(stage)
    stage.clock.set_rate(Rate(factor=1_000_000))
    stage.wait()
    assert stage.clock.now_ms() >= 50_000_000


def test_stopping_wakes_a_sleeper() -> None:
    stage = Stage(skip_sleeps=False)
    turn = stage.play(lambda turn: turn.sleep(10**9))
    until_asleep(stage)
    turn.stop()
    assert stage.wait() == ["stopped:ASKED"]
    assert turn.stopping
    assert stage.clock.now_ms() == 0


def test_stopping_ends_an_endless_loop() -> None:
    stage = Stage()
    looping = threading.Event()

    def endless(turn: Turn) -> None:
        while True:
            looping.set()
            turn.checkpoint()

    turn = stage.play(endless)
    assert looping.wait(JOIN_SECONDS)
    turn.stop()
    assert stage.wait() == ["stopped:ASKED"]


def test_a_turn_stopped_before_it_began_never_executes() -> None:
    stage = Stage()
    with stage.baton.turn():
        stage.play(sleeper(stage, "a", 0)).stop()
    assert stage.wait() == ["stopped:ASKED"]


@pytest.mark.parametrize("nap_ms", [0, 10**9])
def test_a_turn_over_its_real_time_limit_is_stopped(nap_ms: int) -> None:
    stage = Stage(skip_sleeps=False)

    def endless(turn: Turn) -> None:
        while True:
            turn.sleep(nap_ms)

    stage.play(endless, limit_ms=1)
    assert stage.wait() == ["stopped:TIME_LIMIT"]


def test_the_first_reason_to_stop_is_the_one_that_counts() -> None:
    with Baton(Clock()).turn() as turn:
        turn.stop()
        turn._expire()
        with pytest.raises(Stopped) as stopped:
            turn.checkpoint()
    assert stopped.value.reason is StopReason.ASKED


def test_a_shielded_stretch_goes_on_after_a_stop_but_not_for_ever() -> None:
    with Baton(Clock(skip_sleeps=False)).turn() as turn:
        turn.stop()
        with turn.shield():
            turn.sleep(10**9)  # returns at once
            for _ in range(SHIELD_CHECKPOINTS - 1):
                turn.checkpoint()
            with pytest.raises(Stopped):
                turn.checkpoint()
        with pytest.raises(Stopped):
            turn.checkpoint()


def test_an_error_in_a_script_frees_the_baton() -> None:
    baton = Baton(Clock())
    with pytest.raises(KeyError), baton.turn():
        raise KeyError
    with baton.turn() as turn:
        assert not turn.attention


def test_there_is_a_limit_to_how_many_scripts_wait() -> None:
    baton = Baton(Clock())
    turns = [baton.turn() for _ in range(TURNS_MOST)]
    with pytest.raises(TooManyTurns):
        baton.turn()
    turns[-1].withdraw()
    baton.turn()


def test_a_turn_runs_once() -> None:
    turn = Baton(Clock()).turn()
    with turn:
        pass
    with pytest.raises(AssertionError, match="once"), turn:
        pass


def test_while_a_turn_is_away_others_execute_and_the_clock_skips() -> None:
    stage = Stage()
    come_back = threading.Event()

    def away(turn: Turn) -> None:
        with turn.away():
            assert come_back.wait(JOIN_SECONDS)
        stage.say("back")

    def napping(turn: Turn) -> None:
        turn.sleep(1_000)
        stage.say("slept")
        come_back.set()

    with stage.baton.turn():
        stage.play(away)
        stage.play(napping)
    assert stage.wait() == ["1000 slept", "1000 back"]


def test_a_turn_stopped_while_it_is_away_stops_when_it_is_back() -> None:
    with Baton(Clock()).turn() as turn:
        with pytest.raises(Stopped), turn.away():
            turn.stop()
        assert turn.stopping
