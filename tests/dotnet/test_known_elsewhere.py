"""The list of types that only the real .NET has."""

import pytest

from emulator.dotnet.known_elsewhere import (
    FOREIGN_NAMES,
    FULL_NAMES,
    SHORT_NAMES,
    is_known_elsewhere,
)
from emulator.dotnet.typetable import TypeTable
from emulator.powershell.runtime.language_types import add_language_types


def test_no_type_is_both_here_and_said_to_be_missing() -> None:
    table = TypeTable()
    add_language_types(table)
    here = [
        name
        for name in (*SHORT_NAMES, *FULL_NAMES, *FOREIGN_NAMES)
        if table.resolve(name) is not None
    ]
    assert here == [], "take these out of emulator/dotnet/known_elsewhere.py"


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("IO.File", True),
        ("System.IO.File", True),
        ("system.net.dns", True),
        ("Microsoft.Win32.Registry", True),
        ("xml", True),
        ("IO.FileInfo[]", True),
        ("System.NoSuchType", False),
        ("File", False),
    ],
)
def test_a_name_is_known_with_and_without_its_namespace(name: str, known: bool) -> None:
    assert is_known_elsewhere(name) is known
