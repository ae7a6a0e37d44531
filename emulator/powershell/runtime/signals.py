"""Ways out of a block of statements: as return values inside loops, as exceptions beyond them.

A statement that ends normally returns None. break, continue and return give a `Leave` to the
block around them, which costs nothing; where the block ends without anybody taking it (a script
block, a function), break and continue unwind the callers as `LoopControl`.
"""

from dataclasses import dataclass
from enum import Enum
from typing import Final


class LeaveKind(Enum):
    """How a block of statements is left before its end."""

    BREAK = "break"
    CONTINUE = "continue"
    RETURN = "return"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Leave:
    """One way out; `label` is lower case, None for the nearest loop."""

    kind: LeaveKind
    label: str | None = None


BREAK: Final = Leave(kind=LeaveKind.BREAK)
CONTINUE: Final = Leave(kind=LeaveKind.CONTINUE)
RETURN: Final = Leave(kind=LeaveKind.RETURN)


class LoopControl(Exception):  # noqa: N818 - it is no error
    """A break or continue that left its script block and looks for a loop of the callers."""

    def __init__(self, leave: Leave) -> None:
        """Carry `leave` up."""
        super().__init__(leave.kind.value)
        self.leave = leave


class ReturnValue(Exception):  # noqa: N818 - it is no error
    """A return inside `$( )` or another statement used as a value: it leaves the whole block.

    `items` are what was written by then; they are the block's output.
    """

    def __init__(self, items: list[object]) -> None:
        """Carry `items` out of the block."""
        super().__init__()
        self.items = items


class ExitScript(Exception):  # noqa: N818 - it is no error
    """`exit`: ends the script with `code`."""

    def __init__(self, code: int) -> None:
        """End with exit code `code`."""
        super().__init__(code)
        self.code = code


class StopUpstream(Exception):  # noqa: N818 - it is no error
    """A command wants no more input: the commands before it stop, their `end` does not run.

    Raised by a cmdlet after it has written its last object; the stage it runs in puts itself
    into `requester`. Source: reference/powershell.md section 1.8.
    """

    def __init__(self) -> None:
        """Leave the requester to the stage."""
        super().__init__()
        self.requester: object = None


def unwind_value(leave: Leave, items: list[object]) -> None:
    """Let a way out that a statement used as a value took go on as an exception."""
    if leave.kind is LeaveKind.RETURN:
        raise ReturnValue(items)
    raise LoopControl(leave)


def unwind(leave: Leave | None) -> None:
    """Let a break or continue that nobody took go on as an exception; return ends here."""
    if leave is not None and leave.kind is not LeaveKind.RETURN:
        raise LoopControl(leave)
