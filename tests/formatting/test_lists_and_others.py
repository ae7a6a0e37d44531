"""Lists, wide and custom layouts, dictionaries, and streams of mixed types."""

import pytest

from emulator.formatting.expressions import PropertyName
from emulator.formatting.instructions import Shape
from emulator.formatting.parameters import FormatParameters, Selected
from emulator.formatting.views import GroupBy, TableColumn, TableView
from emulator.objects.collections import Hashtable, OrderedDictionary
from emulator.objects.identifiers import Version
from emulator.objects.moments import DateTime, TimeSpan
from emulator.objects.psobject import PSObject, custom_object
from tests.formatting.answers import answer, shaped, text
from tests.formatting.test_tables import VMS, named, prop

MARCH_5 = DateTime(638452444290000000)
NARROW_SPACE = "\u202f"


@pytest.mark.parametrize("core", [True, False], ids=["core", "desktop"])
@pytest.mark.parametrize(
    ("case", "values", "parameters"),
    [
        ("format-list-001", VMS, FormatParameters()),
        ("format-list-002", VMS, named("Name", "CPU")),
        ("format-list-007", VMS[:1], named("NAME")),
        ("format-list-014", [custom_object(Name="x", Text="one\ntwo\nthree")], FormatParameters()),
        ("format-list-015", [custom_object(Name="x", Text="one\r\ntwo")], FormatParameters()),
        ("format-list-028", [custom_object(A=1, B=2), custom_object(LongerName=1)], FormatParameters()),
    ],
)  # fmt: skip
def test_format_list_shows_label_and_value(
    case: str, values: list[object], parameters: FormatParameters, core: bool
) -> None:
    instructions = shaped(values, Shape.LIST, parameters, core=core)
    assert text(instructions, core=core) == answer(case, core=core)


def test_a_property_that_is_missing_is_left_out_of_a_list() -> None:
    assert text(shaped(VMS[:1], Shape.LIST, named("Name", "Missing"))) == answer("format-list-005")
    assert text(shaped(VMS[:1], Shape.LIST, named("Missing"))) == answer("format-list-006")


@pytest.mark.parametrize(
    ("case", "value", "width"),
    [
        ("format-list-012", custom_object(Name="x", Text=" ".join(["word"] * 40)), 60),
        ("format-list-013", custom_object(Name="x", Text="y" * 150), 60),
        (
            "format-list-016",
            PSObject(),
            40,
        ),
        ("format-list-018", custom_object(L=[w * 4 for w in ("alpha", "bravo", "charlie", "delta")]), 50),
    ],
)  # fmt: skip
def test_long_values_wrap_under_the_value(case: str, value: PSObject, width: int) -> None:
    if case == "format-list-016":
        value.add_note("A property name that is quite long indeed", "v")
        value.add_note("B", 1)
    # The recorded text is a string that was printed, so one more line end follows it.
    assert text(shaped([value], Shape.LIST), width=width) + "\n" == answer(case)


@pytest.mark.parametrize("core", [True, False], ids=["core", "desktop"])
def test_a_timespan_is_a_list_of_eleven_lines(core: bool) -> None:
    span = TimeSpan(937845000000)
    assert text([span], core=core) == answer("format-default-scalars-013", core=core)


def test_a_timespan_as_table_has_five_columns() -> None:
    spans = [TimeSpan(0), TimeSpan.of(minutes=1)]
    assert text(shaped(spans, Shape.TABLE)) == answer("format-default-scalars-014")


def test_strings_and_numbers_print_as_they_are() -> None:
    assert text(["a", 5, 2.5, True, "b\nc"]) == "a\n5\n2.5\nTrue\nb\nc\n"
    assert text(shaped(["a", "bcd"], Shape.TABLE, named("Length"))) == "a\nbcd\n"
    assert text([None]) == ""


def test_a_date_prints_its_long_form_between_blank_lines() -> None:
    expected = answer("format-default-scalars-017")
    assert text(["first", MARCH_5, "last"]) == expected
    assert text([MARCH_5], core=False) == "\nTuesday, March 5, 2024 2:07:09 PM\n\n\n"


@pytest.mark.parametrize(
    ("case", "values"),
    [
        ("format-default-dictionaries-001", [Hashtable([("Name", "web01")])]),
        (
            "format-default-dictionaries-003",
            [OrderedDictionary([("A", 1)]), OrderedDictionary([("B", 2)])],
        ),
        ("format-default-dictionaries-005", [OrderedDictionary([("k" * 40, "v"), ("b", 1)])]),
        ("format-default-dictionaries-006", [OrderedDictionary([("A", "x" * 120)])]),
        ("format-default-dictionaries-007", [Hashtable()]),
        ("format-default-dictionaries-016", ["x", OrderedDictionary([("A", 1)]), "y"]),
        ("format-default-scalars-019", [Version(1, 2, 3, 4)]),
        ("format-mixed-001", [custom_object(A=1, B=2), "text", custom_object(A=3, B=4)]),
        ("format-mixed-002", ["text", custom_object(A=1, B=2)]),
        ("format-mixed-003", [custom_object(A=1, B=2), 42, "x"]),
        ("format-mixed-004", [custom_object(A=1, B=2), Version(1, 2)]),
        ("format-mixed-006", [Version(1, 2), custom_object(A=1, B=2)]),
        ("format-mixed-009", [custom_object(A=1), None, custom_object(A=2)]),
        ("format-default-scalars-006", [[1, 2, 3]]),
    ],
)
def test_streams_print_as_in_7(case: str, values: list[object]) -> None:
    assert text(values) == answer(case)


def test_a_layout_begins_anew_for_each_format_command() -> None:
    first = shaped([custom_object(A=1)], Shape.LIST)
    second = shaped([custom_object(A=2)], Shape.TABLE)
    assert text([*first, *second, "x"]) == answer("format-mixed-011")
    raw_then_table = [custom_object(A=1), *second]
    assert text(raw_then_table) == "\nA\n-\n1\n\n\nA\n-\n2\n\n"


@pytest.mark.parametrize(
    ("case", "parameters"),
    [
        ("format-wide-001", FormatParameters()),
        ("format-wide-002", named("State", columns=3)),
        ("format-wide-003", named("Name", autosize=True)),
        ("format-table-groupby-009", named("Name", group_by=prop("State"))),
    ],
)
def test_format_wide_puts_objects_side_by_side(case: str, parameters: FormatParameters) -> None:
    assert text(shaped(VMS, Shape.WIDE, parameters)) == answer(case)


@pytest.mark.parametrize(
    ("case", "value", "parameters"),
    [
        ("format-custom-001", custom_object(A=1, B="two"), FormatParameters()),
        ("format-custom-002", custom_object(A=1, L=[1, 2], P=custom_object(X=5)), FormatParameters()),
        (
            "format-custom-003",
            custom_object(A=1, P=custom_object(X=custom_object(Y=1))),
            FormatParameters(depth=1),
        ),
        ("format-custom-004", custom_object(A=1, B=2), named("B")),
    ],
)  # fmt: skip
def test_format_custom_draws_a_tree(
    case: str, value: PSObject, parameters: FormatParameters
) -> None:
    assert text(shaped([value], Shape.CUSTOM, parameters)) == answer(case)


def disk(**notes: object) -> PSObject:
    """Return an object of the type Lab.Disk."""
    made = custom_object(**notes)
    made.type_names = ["Lab.Disk", "System.Management.Automation.PSCustomObject", "System.Object"]
    return made


DISKS = (
    disk(Name="os", Size=64, Kind="Fixed", Used=0.456),
    disk(Name="data-volume-01", Size=2048, Kind="Dynamic", Used=0.02),
)


@pytest.mark.parametrize(
    ("case", "view"),
    [
        (
            "format-formatdata-009",
            TableView(
                name="Lab",
                types=("Lab.Disk",),
                columns=(TableColumn("A", "Name", width=10), TableColumn("B", "Kind")),
                hide_header=True,
            ),
        ),
        (
            "format-formatdata-020",
            TableView(
                name="Lab",
                types=("Lab.Disk",),
                columns=(TableColumn("Disk", "Name"),),
                group_by=GroupBy(expression="Kind"),
            ),
        ),
        (
            "format-formatdata-024",
            TableView(
                name="Lab",
                types=("Lab.Disk",),
                columns=(
                    TableColumn("Disk", "Name", width=10),
                    TableColumn("Miss", "NoSuch", width=10),
                ),
            ),
        ),
    ],
)
def test_a_declared_view_decides(case: str, view: TableView) -> None:
    expected = answer(case)
    assert text(DISKS, views=[view]) == expected


def test_a_view_is_for_deserialised_objects_too() -> None:
    view = TableView(name="v", types=("Lab.Disk",), columns=(TableColumn("Base", "Name"),))
    value = custom_object(Name="x", Size=1)
    value.type_names = ["Deserialized.Lab.Disk"]
    assert text([value], views=[view]) == "\nBase\n----\nx\n\n"


def test_an_object_of_another_type_prints_as_a_list_after_a_view() -> None:
    view = TableView(name="v", types=("Lab.Disk",), columns=(TableColumn("Disk", "Name"),))
    values = [disk(Name="x"), custom_object(Name="other", Z=2)]
    assert text(values, views=[view]) == answer("format-formatdata-026")


def test_the_name_of_a_view_is_checked() -> None:
    from emulator.objects.errors import Terminating

    with pytest.raises(Terminating) as raised:
        shaped([custom_object(Name="x")], Shape.TABLE, FormatParameters(view="nosuch"))
    assert raised.value.record.error_id == "FormatViewNotFound"
    assert raised.value.record.message == (
        "The view name nosuch cannot be found. There are no existing Table views for"
        " System.Management.Automation.PSCustomObject objects."
    )


def test_selected_properties_keep_their_order() -> None:
    chosen = FormatParameters(
        properties=(Selected(expression=PropertyName("B")), Selected(expression=PropertyName("A")))
    )
    assert text(shaped([custom_object(A=1, B=2)], Shape.LIST, chosen)) == "\nB : 2\nA : 1\n\n"
