"""Tables: columns, widths, alignment, cutting, wrapping, groups."""

import pytest

from emulator.formatting.expressions import Block, PropertyName
from emulator.formatting.instructions import Alignment, Shape
from emulator.formatting.parameters import FormatParameters, Selected
from emulator.objects.members import get_property
from emulator.objects.numbers import Byte, Int16, Int64
from emulator.objects.psobject import PSObject, custom_object
from tests.formatting.answers import answer, shaped, text

VMS = (
    custom_object(Name="web01", State="Running", CPU=12, Memory=4096),
    custom_object(Name="db-primary", State="Off", CPU=0, Memory=0),
    custom_object(Name="dc", State="Paused", CPU=100, Memory=16384),
)
SIX = custom_object(
    FirstColumn="alpha-value",
    SecondColumn="bravo-value",
    ThirdColumn="charlie-value",
    FourthColumn="delta-value",
    FifthColumn="echo-value",
    SixthColumn="foxtrot-value",
)
FOX = custom_object(
    Name="short",
    Description="The quick brown fox jumps over the lazy dog and keeps running through the forest"
    " until nightfall",
    Tail="end",
)


def named(*names: str, **more: object) -> FormatParameters:
    """Return parameters with -Property `names`."""
    return FormatParameters(
        properties=tuple(Selected(expression=PropertyName(name)) for name in names),
        **more,  # type: ignore[arg-type]
    )


def of(*selected: Selected, **more: object) -> FormatParameters:
    """Return parameters with calculated properties."""
    return FormatParameters(properties=selected, **more)  # type: ignore[arg-type]


def prop(name: str, **more: object) -> Selected:
    """Return a calculated property of a name."""
    return Selected(expression=PropertyName(name), **more)  # type: ignore[arg-type]


@pytest.mark.parametrize("core", [True, False], ids=["core", "desktop"])
@pytest.mark.parametrize(
    ("case", "values"),
    [
        ("format-implicit-001", [custom_object(Name="web01")]),
        ("format-implicit-002", [custom_object(Id=7)]),
        ("format-implicit-008", [custom_object(A=1, B=2), custom_object(B=20, C=30)]),
        ("format-implicit-009", [custom_object(A=1), custom_object(Z=9)]),
        ("format-implicit-012", [custom_object(Name="x", Note=None)]),
        ("format-table-values-001", [custom_object(B=True, Name="x"), custom_object(B=False, Name="y")]),
        ("format-table-values-010", [custom_object(A=None, N=1), custom_object(A=5, N=2)]),
        ("format-table-values-011", [custom_object(Name="x", IPs=["10.0.0.1", "fe80::1"])]),
        (
            "format-table-values-012",
            [custom_object(Name="x", L=[1, 2, 3, 4]), custom_object(Name="y", L=[1, 2, 3, 4, 5])],
        ),
        ("format-table-values-018", [custom_object(Name="x", L=[]), custom_object(Name="y", L=[None])]),
        ("format-table-values-023", [custom_object(Name="x", P=custom_object(a=1, b="two"))]),
        ("format-table-width-031", [custom_object(Name="x" * 120)]),
    ],
)  # fmt: skip
def test_an_object_of_few_properties_prints_as_a_table(
    case: str, values: list[object], core: bool
) -> None:
    assert text(values, core=core) == answer(case, core=core)


@pytest.mark.parametrize("core", [True, False], ids=["core", "desktop"])
def test_doubles_and_decimals_have_three_decimals_in_cells_of_7_only(core: bool) -> None:
    value = custom_object(
        Byte=Byte(200),
        Short=Int16(-1),
        Long=Int64(9999999999),
        Dec=__import__("decimal").Decimal(0),
    )
    first = custom_object(
        Byte=Byte(1), Short=Int16(22), Long=Int64(333), Dec=__import__("decimal").Decimal("4.5")
    )
    assert text([first, value], core=core) == answer("format-table-values-007", core=core)


@pytest.mark.parametrize("core", [True, False], ids=["core", "desktop"])
@pytest.mark.parametrize(
    ("case", "parameters"),
    [
        ("format-table-basic-001", FormatParameters()),
        ("format-table-basic-002", named("Name", "CPU")),
        ("format-table-basic-003", named("CPU", "Name")),
        ("format-table-basic-004", FormatParameters(autosize=True)),
        ("format-table-basic-005", named("name", "STATE")),
        ("format-table-basic-006", named("N*")),
        ("format-table-basic-008", named("Name", "Missing")),
        ("format-table-calculated-005", of(prop("Name", alignment=Alignment.RIGHT), prop("CPU", alignment=Alignment.LEFT))),
        ("format-table-calculated-013", of(prop("Name", label="VM"), prop("State", label="St"))),
    ],
)  # fmt: skip
def test_format_table_shows_the_chosen_columns(
    case: str, parameters: FormatParameters, core: bool
) -> None:
    instructions = shaped(VMS, Shape.TABLE, parameters, core=core)
    assert text(instructions, core=core) == answer(case, core=core)


@pytest.mark.parametrize(
    ("case", "parameters"),
    [
        ("format-table-calculated-007", of(prop("Name", width=5), prop("State"))),
        ("format-table-calculated-008", of(prop("Name", width=20), prop("CPU", width=10), prop("State"))),
        ("format-table-calculated-009", of(prop("Name", width=3), prop("State"))),
        ("format-table-calculated-010", of(prop("Name", width=1), prop("State"))),
        ("format-table-calculated-011", of(prop("Name", width=5), prop("State"), wrap=True)),
        ("format-table-calculated-012", of(prop("Name", width=5), prop("State"), autosize=True)),
        ("format-table-groupby-003", named("Name", group_by=prop("State"))),
        ("format-table-groupby-010", named("Name", group_by=prop("State"), hide_headers=True)),
        (
            "format-table-groupby-005",
            named("Name", group_by=Selected(expression=Block(lambda vm: get_property(vm, "CPU") > 5, "$_.CPU -gt 5"))),  # type: ignore[operator]
        ),
        ("format-table-calculated-002", of(prop("Name"), Selected(expression=Block(lambda vm: get_property(vm, "Memory") / 1024, ""), label="GB", format_string="N2"))),  # type: ignore[operator]
    ],
)  # fmt: skip
def test_widths_wrapping_and_groups_are_as_in_7(case: str, parameters: FormatParameters) -> None:
    values = (*VMS, VMS[0]) if case == "format-table-groupby-003" else VMS
    assert text(shaped(values, Shape.TABLE, parameters)) == answer(case)


@pytest.mark.parametrize(
    ("case", "value", "parameters", "width"),
    [
        ("format-table-width-001", FOX, FormatParameters(), 40),
        ("format-table-width-002", FOX, FormatParameters(), 80),
        ("format-table-width-006", FOX, FormatParameters(wrap=True), 40),
        ("format-table-width-008", FOX, named("Name", "Tail", "Description"), 40),
        ("format-table-width-015", SIX, FormatParameters(), 60),
        ("format-table-width-017", SIX, FormatParameters(), 40),
        ("format-table-width-019", SIX, FormatParameters(), 20),
        ("format-table-width-021", SIX, FormatParameters(wrap=True), 40),
        ("format-table-width-024", custom_object(N=Int64(123456789012), C="z" * 30), of(prop("N", width=6), prop("C")), 60),
        ("format-table-width-026", custom_object(N="abcdefghij"), of(prop("N", width=6, alignment=Alignment.RIGHT)), 60),
        ("format-table-width-027", custom_object(N="abcdefghij"), of(prop("N", width=6, alignment=Alignment.CENTER)), 60),
        ("format-table-width-034", custom_object(Name="日本語日本語日本語", Z="abc"), FormatParameters(), 12),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_cut_or_dropped_from_the_right(
    case: str, value: PSObject, parameters: FormatParameters, width: int
) -> None:
    # The recorded text is a string that was printed, so one more line end follows it.
    assert text(shaped([value], Shape.TABLE, parameters), width=width) + "\n" == answer(case)


def test_a_table_without_chosen_columns_has_ten_at_most() -> None:
    twelve = PSObject()
    for number in range(1, 13):
        twelve.add_note(f"P{number}", number)
    assert text(shaped([twelve], Shape.TABLE)) == answer("format-table-basic-015")
    every = shaped([twelve], Shape.TABLE, named("*"))
    assert text(every) == answer("format-table-basic-016")


def test_the_instructions_are_those_of_the_real_cmdlet() -> None:
    kinds = [type(one).__name__ for one in shaped(VMS, Shape.TABLE)]
    assert kinds == [
        "FormatStartData",
        "GroupStartData",
        *["FormatEntryData"] * 3,
        "GroupEndData",
        "FormatEndData",
    ]


def test_a_failing_expression_leaves_its_cell_empty() -> None:
    from emulator.objects.exceptions import fail

    failing = Selected(
        expression=Block(lambda _: fail("System.Exception", "no"), "throw 'no'"), label="x"
    )
    assert text(shaped(VMS, Shape.TABLE, of(failing, prop("Name")))) == answer(
        "format-table-calculated-016"
    )


def test_the_enumeration_limit_says_how_many_elements_show() -> None:
    value = custom_object(Name="x", L=[1, 2, 3, 4, 5])
    assert text([value], limit=2) == answer("format-table-values-013")
    assert "{1, 2, 3, 4, 5}" in text([value], limit=-1)
    assert "{…}" in text([value], limit=0)
