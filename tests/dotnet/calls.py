"""Short ways for the tests of this room to call methods and read the answer as text."""

from collections.abc import Callable

from emulator.dotnet.construct import new_object
from emulator.dotnet.methods import invoke_method
from emulator.dotnet.statics import get_static, invoke_static
from emulator.dotnet.surroundings import StillSurroundings
from emulator.dotnet.typetable import TypeTable
from emulator.objects.collections import DictionaryView
from emulator.objects.enumeration import enumerate_value
from emulator.objects.errors import ClrError
from emulator.objects.text import plain_text, to_string
from emulator.objects.types import PSType

TABLE = TypeTable()
CORE = StillSurroundings(core=True)


def type_(name: str) -> PSType:
    """Return the type of that name."""
    found = TABLE.resolve(name)
    assert found is not None, name
    return found


def shown(value: object) -> str:
    """Return a value as text: elements joined by |."""
    if enumerate_value(value) is None or isinstance(value, DictionaryView):
        return to_string(value)
    return to_string(value, "|")


def call(value: object, name: str, *arguments: object) -> object:
    """Return value.name(arguments) under edition Core."""
    return invoke_method(value, name, list(arguments), CORE)


def static(type_name: str, name: str, *arguments: object) -> object:
    """Return [type_name]::name(arguments) under edition Core."""
    return invoke_static(type_(type_name), name, list(arguments), CORE)


def member(type_name: str, name: str) -> object:
    """Return [type_name]::name."""
    return get_static(type_(type_name), name, CORE)


def new(type_name: str, *arguments: object) -> object:
    """Return [type_name]::new(arguments)."""
    return invoke_static(type_(type_name), "new", list(arguments), CORE)


def made(type_name: str, *arguments: object) -> object:
    """Return New-Object type_name arguments."""
    return new_object(type_(type_name), list(arguments), CORE)


def error_of(action: Callable[[], object]) -> tuple[str | None, str]:
    """Return id and message of the error that `action` ends in."""
    try:
        action()
    except ClrError as error:
        return error.error_id, error.exception.message
    raise AssertionError("no error")


__all__ = ["call", "error_of", "made", "member", "new", "plain_text", "shown", "static", "type_"]
