"""[System.Management.Automation.PSSerializer]: CLIXML from and to text."""

from typing import Final

from emulator.dotnet.lists import ARRAY_LIST, GrowingList
from emulator.objects.basic_types import OBJECT
from emulator.objects.clixml import BadClixml, deserialize, serialize
from emulator.objects.exceptions import fail
from emulator.objects.text import to_string
from emulator.objects.types import Method, PSType

DEFAULT_DEPTH: Final = 1
"""Depth of Serialize without one. Source: PowerShell 7, PSSerializer."""


def _serialize(_: None, value: object = None, depth: object = DEFAULT_DEPTH) -> str:
    levels = int(to_string(depth))
    if levels < 1:
        fail(
            "System.Management.Automation.PSArgumentException",
            "Value of depth parameter must be greater than or equal to 1.",
        )
    return serialize(value, depth=levels)


def _deserialize(_: None, text: object = None) -> object:
    try:
        objects = deserialize(to_string(text), make_list=make_list)
    except BadClixml as error:
        fail("System.Xml.XmlException", str(error))
    if not objects:
        return None
    return objects[0] if len(objects) == 1 else objects


def make_list(items: list[object]) -> GrowingList:
    """Return the ArrayList that an array comes back as."""
    return GrowingList(ARRAY_LIST, items)


PS_SERIALIZER: Final = PSType(
    name="System.Management.Automation.PSSerializer",
    base=OBJECT,
    static_methods=(
        Method(
            name="Serialize",
            call=_serialize,
            definitions=(
                "static string Serialize(System.Object source)",
                "static string Serialize(System.Object source, int depth)",
            ),
        ),
        Method(
            name="Deserialize",
            call=_deserialize,
            definitions=("static System.Object Deserialize(string source)",),
        ),
    ),
)
