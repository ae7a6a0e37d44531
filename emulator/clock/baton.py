"""The baton: many scripts run in threads of their own, and at most one executes at a time.

A script is a `Turn`. It hands the baton on at checkpoints, when it sleeps and when it ends, to
the one that has waited longest, so the same scripts interleave the same way every time.
"""

from emulator.clock.order import Order
from emulator.clock.turn import Turn
from emulator.clock.virtual import Clock


class Baton:
    """Hands the right to execute from turn to turn; one per clock.

    Under the clock's `skip_sleeps` the clock jumps to the earliest wake-up as soon as every
    turn sleeps.
    """

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self._order = Order(clock)

    def turn(self, *, limit_ms: int | None = None) -> Turn:
        """Queue a new turn and return it; `with turn:` in its thread waits for the baton.

        It stands in the queue from now on, whenever its thread begins: the order of calls is
        the order of turns. `limit_ms` is real time, counted from the first hold of the baton.
        A turn whose thread cannot begin must be given up with `Turn.withdraw`, or all wait.
        """
        with self.clock.lock:
            turn = Turn(self._order, limit_ms=limit_ms)
            self._order.join(turn)
            return turn
