"""What a column or a line shows of an object: a property, or what a script block returns."""

from collections.abc import Callable
from dataclasses import dataclass

from emulator.objects.errors import ClrError, PowerShellError


@dataclass(frozen=True, slots=True)
class PropertyName:
    """A property by name; `* ? [` match several."""

    name: str


@dataclass(frozen=True, slots=True)
class Block:
    """A script block with the object as $_; `text` is its source, the default label.

    `call` returns the value; a PowerShellError or ClrError means that it failed.
    """

    call: Callable[[object], object]
    text: str = ""


PropertyExpression = PropertyName | Block


@dataclass(frozen=True, slots=True)
class Failed:
    """What stands for the value of an expression that failed."""

    error: Exception


def evaluated(call: Callable[[], object]) -> object:
    """Return the value of `call`, or Failed where PowerShell reported an error."""
    try:
        return call()
    except (PowerShellError, ClrError) as error:
        return Failed(error)


def label_of(expression: PropertyExpression) -> str:
    """Return the label that an expression has by itself."""
    match expression:
        case PropertyName(name=name):
            return name
        case Block(text=text):
            return text
