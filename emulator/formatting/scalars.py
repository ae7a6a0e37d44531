"""Which objects print as they are."""

from collections.abc import Sequence
from typing import Final

from emulator.formatting.view_table import DESERIALIZED

SCALARS: Final = frozenset(
    f"System.{name}"
    for name in (
        "String",
        "SByte",
        "Byte",
        "Int16",
        "UInt16",
        "Int32",
        "UInt32",
        "Int64",
        "UInt64",
        "Char",
        "Single",
        "Double",
        "Boolean",
        "Decimal",
        "IntPtr",
        "Security.SecureString",
        "Numerics.BigInteger",
    )
)
"""Types whose values are texts by themselves; enumerations are scalars too.

Source: PowerShell 7, DefaultScalarTypes.
"""


def is_scalar(type_names: Sequence[str]) -> bool:
    """Return whether an object with these type names prints as its text."""
    if not type_names:
        return False
    if len(type_names) > 1 and type_names[1] == "System.Enum":
        return True
    return type_names[0].removeprefix(DESERIALIZED) in SCALARS
