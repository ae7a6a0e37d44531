"""Types by name, and that the table of surfaces tells the truth about its modules."""

from importlib import import_module

import pytest
from hypothesis import given
from hypothesis import strategies as st

from emulator.dotnet.signature_types import signature_type
from emulator.dotnet.signatures import Surface
from emulator.dotnet.surfaces import MODULES
from emulator.dotnet.typetable import TypeTable
from emulator.objects.basic_types import INT32, OBJECT, nullable_of
from emulator.objects.exceptions import is_exception_name
from emulator.objects.members import get_property
from emulator.objects.text import to_string
from emulator.objects.types import PSType

TABLE = TypeTable()
GENERIC = "System.Collections.Generic."


@pytest.mark.parametrize(
    ("name", "full"),
    [
        ("int", "System.Int32"), ("INT", "System.Int32"), ("System.Int32", "System.Int32"),
        ("int32", "System.Int32"), ("Int32[]", "System.Int32[]"), ("int[,]", "System.Int32[,]"),
        ("string[][]", "System.String[][]"), ("math", "System.Math"), ("io.path", "System.IO.Path"),
        ("text.encoding", "System.Text.Encoding"), ("pscustomobject", "System.Management.Automation.PSObject"),
        ("ordered", "System.Collections.Specialized.OrderedDictionary"), ("FormatException", "System.FormatException"),
        (GENERIC + "List[string]", GENERIC + "List`1[System.String]"),
        (GENERIC + "Dictionary[string, int]", GENERIC + "Dictionary`2[System.String,System.Int32]"),
        (GENERIC + "List[" + GENERIC + "List[int]]", GENERIC + "List`1[" + GENERIC + "List`1[System.Int32]]"),
        (GENERIC + "Dictionary`2[[System.String, mscorlib],[System.Int32, mscorlib]]", GENERIC + "Dictionary`2[System.String,System.Int32]"),
        ("nullable[int]", "System.Nullable`1[System.Int32]"), ("System.DayOfWeek", "System.DayOfWeek"),
        ("collections.arraylist", "System.Collections.ArrayList"), ("exception", "System.Exception"),
        ("nosuch", None), (GENERIC + "List[nosuch]", None), ("", None), ("[]", None), ("int[", None),
    ],
)  # fmt: skip
def test_a_name_means_the_type_that_powershell_takes(name: str, full: str | None) -> None:
    found = TABLE.resolve(name)
    assert (None if found is None else found.name) == full


def test_a_type_is_one_and_the_same_each_time() -> None:
    assert TABLE.resolve("nullable[int]") is nullable_of(INT32)
    assert TABLE.resolve(GENERIC + "List[int]") is TABLE.resolve(GENERIC + "List[int32]")


def test_namespaces_of_using_are_tried() -> None:
    assert TABLE.resolve("StringBuilder") is None
    found = TABLE.resolve("StringBuilder", ["System.Text"])
    assert found is not None
    assert found.name == "System.Text.StringBuilder"


def test_types_of_others_join_the_table() -> None:
    extra = PSType(name="Microsoft.HyperV.PowerShell.VMState", base=OBJECT)
    table = TypeTable([extra])
    assert table.resolve("microsoft.hyperv.powershell.vmstate") is extra
    assert table.near("Microsoft.HyperV.PowerShell.VMStat") == extra.name
    mine = PSType(name="Disk", base=OBJECT)
    table.add(mine)
    assert table.resolve("disk") is mine


@pytest.mark.parametrize("module", MODULES)
def test_the_list_of_surfaces_names_what_the_module_has(module: str) -> None:
    surfaces: tuple[Surface, ...] = import_module(f"emulator.dotnet.{module}").SURFACES
    assert {surface.type.name for surface in surfaces} == set(MODULES[module])
    for surface in surfaces:
        for methods in (surface.methods or {}, surface.statics or {}):
            for key, overloads in methods.items():
                assert all(overload.name.lower() == key for overload in overloads)
        every = [*(surface.methods or {}).values(), *(surface.statics or {}).values()]
        for overload in [one for group in every for one in group] + list(surface.constructors):
            names = [parameter.name for parameter in overload.parameters]
            assert all(names), overload.definition
            for parameter in overload.parameters:
                signature_type(parameter.type_name, {})


def test_a_type_shows_its_properties() -> None:
    array = TABLE.resolve("int[]")
    assert array is not None
    assert get_property(array, "IsArray") is True
    assert get_property(INT32, "IsValueType") is True
    assert to_string(get_property(INT32, "BaseType")) == "System.ValueType"
    generic = TABLE.resolve(GENERIC + "List[int]")
    assert get_property(generic, "Name") == "List`1"
    assert get_property(generic, "FullName") == GENERIC + "List`1[[System.Int32]]"
    assert to_string(generic) == GENERIC + "List[int]"


def test_exceptions_are_types_with_their_bases() -> None:
    found = TABLE.resolve("System.IO.FileNotFoundException")
    assert found is not None
    assert [base.name for base in found.lineage()] == [
        "System.IO.FileNotFoundException", "System.IO.IOException", "System.SystemException",
        "System.Exception", "System.Object",
    ]  # fmt: skip
    assert is_exception_name("System.FormatException")
    assert not is_exception_name("System.NoSuchException")


@given(st.text(alphabet="int[],`2 .Lst", max_size=16))
def test_no_name_breaks_the_table(name: str) -> None:
    assert TABLE.resolve(name) is None or isinstance(TABLE.resolve(name), PSType)
