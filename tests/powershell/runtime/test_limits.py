"""Deep calls, stops from outside, and the limits on what a script holds."""

import threading

import pytest

from emulator.clock import Stopped
from emulator.powershell.runtime.threads import script_thread
from tests.conformance.running import Collected, bench
from tests.powershell.runtime.scripts import Ran, ran


def in_script_thread(script: str) -> Ran:
    found: list[Ran] = []
    thread = script_thread(lambda: found.append(ran(script)), name="test")
    thread.join()
    return found[0]


def test_nine_hundred_nested_calls_are_no_problem() -> None:
    found = in_script_thread("function r($n) { if ($n) { 1 + (r ($n - 1)) } else { 0 } }; r 900")
    assert (found.texts, found.ids) == (["900"], [])


def test_endless_recursion_is_call_depth_overflow() -> None:
    found = in_script_thread("function r { r }; try { r } catch { $_.FullyQualifiedErrorId }")
    assert found.texts == ["CallDepthOverflow"]


@pytest.mark.parametrize(
    "loop",
    [
        "while ($true) { }",
        "for (;;) { $i++ }",
        "while ($true) { 1 | ForEach-Object { $_ } | Out-Null }",
        "function f { }; while ($true) { f }",
    ],
)
def test_a_stop_ends_a_loop_and_finally_runs(loop: str) -> None:
    here = bench(core=True)
    streams = Collected()
    turn = here.baton.turn()
    begun = threading.Event()
    stopped: list[bool] = []

    def run() -> None:
        with turn:
            begun.set()
            try:
                here.session.run(f"try {{ {loop} }} finally {{ 'last' }}", streams, turn)
            except Stopped:
                stopped.append(True)

    thread = script_thread(run, name="test")
    begun.wait()
    turn.stop()
    thread.join()
    assert stopped == [True]
    assert streams.values in (["last"], [])  # the stop may come before the try began


@pytest.mark.parametrize("script", ["'x' * 1gb", "1..100000000", "@(1) * 100000000"])
def test_too_large_a_value_is_an_error_not_a_dead_process(script: str) -> None:
    found = ran(f"{script}; 'on'")
    assert found.texts == ["on"]
    assert found.ids == ["EmulatorLimitExceeded"]
