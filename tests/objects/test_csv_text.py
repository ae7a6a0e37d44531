"""CSV both ways."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from emulator.objects.collections import Hashtable, OrderedDictionary
from emulator.objects.csv_text import (
    CsvOptions,
    CsvReader,
    Quotes,
    column_names,
    data_line,
    header_line,
    type_line,
)
from emulator.objects.cultures import current_culture
from emulator.objects.errors import ClrError
from emulator.objects.members import get_property
from emulator.objects.moments import DateTime, TimeSpan
from emulator.objects.psobject import PSObject, custom_object

OPTIONS = CsvOptions(culture=current_culture(core=False), core=False)


def written(*values: object, options: CsvOptions = OPTIONS) -> list[str]:
    """Return header and lines of `values`."""
    columns = column_names(values[0], core=options.core)
    return [
        header_line(columns, options),
        *(data_line(value, columns, options) for value in values),
    ]


def read(*texts: str, header: list[str] | None = None) -> list[dict[str, object]]:
    """Return the objects as dictionaries."""
    reader = CsvReader(",", header)
    return [
        {member.name: get_property(found, member.name) for member in found.members.values()}
        for text in texts
        for found in reader.objects(text)
    ]


def test_every_value_has_its_text() -> None:
    # Source: conformance cmdlets-tocsv-004, desktop.
    value = custom_object(
        Q='say "hi"', C="a,b", N=None, E="", L=[1, 2], B=True, F=1.5, M="x\ny",
        D=DateTime(638397686450000000), H=Hashtable(), O=custom_object(z=1), T=TimeSpan.of(hours=1),
        X=Decimal("2.50"),
    )  # fmt: skip
    assert written(value)[1] == (
        '"say ""hi""","a,b",,"","System.Object[]","True","1.5","x\ny","1/2/2024 5:04:05 AM",'
        '"System.Collections.Hashtable","@{z=1}","01:00:00","2.50"'
    )


def test_the_first_object_gives_the_columns() -> None:
    # Source: conformance cmdlets-tocsv-006.
    values = [custom_object(A=1, B=2), custom_object(B=3, C=4), custom_object(C=5)]
    assert written(*values) == ['"A","B"', '"1","2"', ',"3"', ","]
    core = CsvOptions(culture=current_culture(core=True), core=True)
    assert written(OrderedDictionary([("A", 1)]), options=core) == ['"A"', '"1"']
    assert type_line(values[0]) == "#TYPE System.Management.Automation.PSCustomObject"


@pytest.mark.parametrize(
    ("quotes", "expected"),
    [(Quotes.AS_NEEDED, 'a,"b,c"'), (Quotes.NEVER, "a,b,c"), (Quotes.ALWAYS, '"a","b,c"')],
)
def test_quotes_stand_where_asked(quotes: Quotes, expected: str) -> None:
    options = CsvOptions(culture=current_culture(core=True), core=True, quotes=quotes)
    assert written(custom_object(A="a", B="b,c"), options=options)[1] == expected


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("a,b", "1,", '3,""', ",z"), [{"a": "1", "b": None}, {"a": "3", "b": ""}, {"a": "", "b": "z"}]),
        (("a,b", "", "1,2"), [{"a": "1", "b": "2"}]),
        ((" a , b ", "1 , 2"), [{"a ": "1 ", "b ": "2"}]),
        (('n,v\na,1\nb,"two\nlines"\nc,3',), [{"n": "a", "v": "1"}, {"n": "b", "v": "two\nlines"}, {"n": "c", "v": "3"}]),
        (("a", '"open', "x"), [{"a": "open"}, {"a": "x"}]),
        (("a,b", 'x"y",z'), [{"a": 'x"y"', "b": "z"}]),
        (("# comment", "a", "1"), [{"a": "1"}]),
        (("a,,c", "1,2,3"), [{"a": "1", "H1": "2", "c": "3"}]),
        (("a,b", "1"), [{"a": "1", "b": None}]),
    ],
)  # fmt: skip
def test_lines_are_read_as_the_real_cmdlet_does(
    texts: tuple[str, ...], expected: list[dict[str, object]]
) -> None:
    # Source: conformance cmdlets/fromcsv.
    assert read(*texts) == expected


def test_a_type_line_names_the_objects() -> None:
    reader = CsvReader(",")
    found = [one for text in ("#TYPE My.Thing", "a", "1") for one in reader.objects(text)]
    assert found[0].type_names == ["My.Thing", "CSV:My.Thing"]


def test_a_column_that_comes_twice_is_refused() -> None:
    with pytest.raises(ClrError, match='The member "a" is already present'):
        read("a,a", "1,2")


FIELDS = st.text(alphabet='ab", \n\ré', max_size=8)


@given(st.lists(st.tuples(FIELDS, FIELDS), min_size=1, max_size=4))
def test_what_is_written_reads_back_as_the_same(rows: list[tuple[str, str]]) -> None:
    values: list[PSObject] = [custom_object(A=a, B=b) for a, b in rows]
    assert read("\r\n".join(written(*values))) == [{"A": a, "B": b} for a, b in rows]
