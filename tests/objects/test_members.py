"""Members: reading, writing, listing; dictionaries; what objects show of themselves."""

import pytest

from emulator.objects.basic_types import INT32, STRING
from emulator.objects.collections import Hashtable, OrderedDictionary, TypedArray, entries_of
from emulator.objects.enumeration import enumerate_value
from emulator.objects.errors import ClrError, ErrorCategory, ErrorRecord
from emulator.objects.exceptions import exception, lineage
from emulator.objects.members import (
    MISSING,
    get_property,
    properties,
    property_names,
    set_property,
)
from emulator.objects.psobject import (
    AliasProperty,
    PSObject,
    ScriptProperty,
    custom_object,
)
from emulator.objects.records import framework_message, record_of
from emulator.objects.text import to_string
from emulator.objects.types import ClrObject, Property, PSType
from emulator.objects.typing_of import type_names


class Machine(ClrObject):
    """A .NET-like class for these tests."""

    def __init__(self) -> None:
        self.size = 1


def _set_size(it: Machine, value: object) -> None:
    assert isinstance(value, int)
    it.size = value


Machine.ps_type = PSType(
    name="Test.Machine",
    aliases=(("VMSize", "Size"),),
    properties=(
        Property(name="Size", type_name="System.Int32", get=lambda it: it.size, set=_set_size),
        Property(name="Kind", type_name="System.String", get=lambda _: "small"),
    ),
)


def test_names_ignore_case_and_a_missing_property_is_missing() -> None:
    made = custom_object(Name="web")
    assert get_property(made, "NAME") == "web"
    assert get_property(made, "Nope") is MISSING
    assert get_property("abc", "length") == 3
    assert get_property(None, "x") is MISSING


def test_a_key_wins_over_a_property_of_the_dictionary() -> None:
    table = Hashtable([("Count", 7), ("a", 1)])
    assert get_property(table, "count") == 7
    base = get_property(table, "psbase")
    assert get_property(base, "Count") == 2


def test_alias_properties_come_first_and_speak_of_another() -> None:
    machine = Machine()
    assert property_names(machine) == ["VMSize", "Size", "Kind"]
    assert dict(properties(machine)) == {"VMSize": 1, "Size": 1, "Kind": "small"}
    set_property(machine, "vmsize", "5")
    assert machine.size == 5


def test_added_members_stand_on_the_object_alone() -> None:
    wrapped = PSObject(Machine())
    wrapped.add_note("Extra", 1)
    wrapped.members["twice"] = ScriptProperty("Twice", lambda it: get_property(it, "Size"))
    wrapped.members["also"] = AliasProperty("Also", "Extra")
    assert get_property(wrapped, "extra") == get_property(wrapped, "also") == 1
    assert get_property(wrapped, "Twice") == 1
    assert "Extra" in property_names(wrapped)


@pytest.mark.parametrize(
    ("value", "name", "error_id", "message"),
    [
        ("abc", "Length", "PropertyAssignmentException", "'Length' is a ReadOnly property."),
        (custom_object(a=1), "b", "ExceptionWhenSetting", "Exception setting \"b\": \"The property 'b' cannot be found on this object. Verify that the property exists and can be set.\""),
        (None, "x", "PropertyNotFound", "The property 'x' cannot be found on this object. Verify that the property exists and can be set."),
    ],
)  # fmt: skip
def test_a_refused_assignment_has_powershells_words(
    value: object, name: str, error_id: str, message: str
) -> None:
    with pytest.raises(ClrError) as caught:
        set_property(value, name, 1)
    assert (caught.value.error_id, caught.value.exception.message) == (error_id, message)


def test_psobject_shows_and_changes_the_properties() -> None:
    made = custom_object(Name="web", Cpu=4)
    view = get_property(made, "psobject")
    shown = get_property(view, "Properties")
    names = [get_property(one, "Name") for one in enumerate_value(shown) or ()]
    assert names == ["Name", "Cpu"]
    first = next(iter(enumerate_value(shown) or ()))
    assert to_string(get_property(first, "MemberType")) == "NoteProperty"
    assert get_property(first, "TypeNameOfValue") == "System.String"


def test_type_names_go_from_near_to_far() -> None:
    assert type_names(custom_object()) == [
        "System.Management.Automation.PSCustomObject",
        "System.Object",
    ]
    assert type_names([1]) == ["System.Object[]", "System.Array", "System.Object"]
    assert type_names(TypedArray(INT32, [1]))[0] == "System.Int32[]"
    assert type_names(5) == ["System.Int32", "System.ValueType", "System.Object"]


def test_a_hashtable_means_the_same_key_in_any_case_and_only_its_own_kind() -> None:
    table = Hashtable([("Key", 1), (1, "int")])
    assert table["KEY"] == 1
    assert table.get("1") is None
    assert 1 in table
    assert True not in table
    assert len(table) == 2


def test_an_ordered_dictionary_keeps_and_takes_positions() -> None:
    table = OrderedDictionary([("b", 1), ("a", 2), ("C", 3)])
    table.insert(0, "first", 0)
    table.remove("B")
    assert table.keys() == ["first", "a", "C"]
    assert table.at(1) == 2


def test_changing_a_dictionary_while_walking_it_is_nets_error() -> None:
    table = Hashtable([("a", 1), ("b", 2)])
    entries = entries_of(table)
    table[get_property(next(entries), "Key")] = 0
    with pytest.raises(ClrError, match="Collection was modified"):
        next(entries)


def test_a_record_of_a_cast_wraps_and_one_of_net_stands_for_itself() -> None:
    cast = ClrError(
        exception("System.Management.Automation.PSInvalidCastException", "no"), error_id="Id"
    )
    record = record_of(cast, core=True)
    assert record.exception.type_name == "System.Management.Automation.RuntimeException"
    assert record.category is ErrorCategory.InvalidArgument
    plain = record_of(ClrError(exception("System.IndexOutOfRangeException", "out")), core=True)
    assert plain.error_id == "System.IndexOutOfRangeException"
    assert plain.category is ErrorCategory.OperationStopped


def test_the_older_edition_words_some_messages_otherwise() -> None:
    assert framework_message("The input string 'x' was not in a correct format.") == (
        "Input string was not in a correct format."
    )
    assert framework_message("bad (Parameter 'p')") == "bad\r\nParameter name: p"


def test_an_error_record_shows_its_category_as_text() -> None:
    record = ErrorRecord(
        exception=exception("System.FormatException", "bad"),
        error_id="Id",
        category=ErrorCategory.InvalidData,
        target="web01",
        command_type="Cmd",
    )
    assert get_property(record, "FullyQualifiedErrorId") == "Id,Cmd"
    assert to_string(get_property(record, "CategoryInfo")) == (
        "InvalidData: (web01:String) [], FormatException"
    )
    assert to_string(record) == "bad"


def test_every_known_exception_ends_in_system_exception() -> None:
    assert lineage("System.Management.Automation.MethodInvocationException")[-2:] == (
        "System.SystemException",
        "System.Exception",
    )
    assert lineage("System.FormatException") == ("System.SystemException", "System.Exception")


def test_strings_and_dictionaries_are_not_unrolled() -> None:
    assert enumerate_value("abc") is None
    assert enumerate_value(Hashtable()) is None
    assert list(enumerate_value(TypedArray(STRING, ["a"])) or ()) == ["a"]
