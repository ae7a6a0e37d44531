"""CLIXML both ways, against the recorded documents of PowerShell 7.6.5."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from emulator.objects.clixml import BadClixml, deserialize, serialize, stderr_document
from emulator.objects.collections import Hashtable
from emulator.objects.common_enums import DAY_OF_WEEK
from emulator.objects.enums import EnumValue
from emulator.objects.errors import ClrException, ErrorCategory, ErrorRecord
from emulator.objects.members import get_property
from emulator.objects.moments import LOCAL, UTC, DateTime, TimeSpan
from emulator.objects.numbers import Char, Int64
from emulator.objects.psobject import PSObject, custom_object

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures" / "conformance"
ROOT = '<Objs Version="1.1.0.1" xmlns="http://schemas.microsoft.com/powershell/2004/04">'

NOT_KEPT = (
    "<SBK>",  # a script block comes back as text
    "<XD",  # an XML document comes back as text until the emulator has the type
    "<QUE>",
    "<STK>",
    "<IE>",  # what can only be enumerated comes back as a list
    "<PR>",  # a progress record comes back as its fields
    "DBNull",  # an empty text is written as an empty element there only
    "<URI",  # Uri is a known object of its own
)
"""What a reader does not keep, so that writing it again gives another document."""


def recorded() -> list[tuple[str, str]]:
    """Return the recorded documents that survive the way there and back."""
    text = (FIXTURES / "clixml.jsonl").read_text(encoding="utf-8")
    cases: list[dict[str, Any]] = [json.loads(line) for line in text.split("\n") if line]
    return [
        (case["id"], document)
        for case in cases
        for document in case["answer"].get("clixml") or ()
        if not any(mark in document for mark in NOT_KEPT)
    ]


def lines(text: str) -> str:
    """Return `text` with LF line ends and without the mark of deserialised types."""
    return text.replace("\r\n", "\n").replace("Deserialized.", "")


def test_recorded_documents_survive_reading_and_writing() -> None:
    different = [
        case
        for case, document in recorded()
        if lines(serialize(deserialize(document)[0], core=True)) != lines(document)
    ]
    assert different == []


def written(value: object, **options: Any) -> str:
    """Return what stands inside the root element, on one line."""
    text = serialize(value, indented=False, **options)
    return text.removeprefix(ROOT).removesuffix("</Objs>")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("a\nb", "<S>a_x000A_b</S>"),
        ("", "<S></S>"),
        ("_x000A_", "<S>_x005F_x000A_</S>"),
        ("\U0001f600", "<S>_xD83D__xDE00_</S>"),
        ("<a> & \"b\" 'c'", "<S>&lt;a&gt; &amp; \"b\" 'c'</S>"),
        (Char("A"), "<C>65</C>"),
        (None, "<Nil />"),
        (True, "<B>true</B>"),
        (5, "<I32>5</I32>"),
        (Int64(5), "<I64>5</I64>"),
        (TimeSpan(937845000000), "<TS>P1DT2H3M4.5S</TS>"),
        (TimeSpan(-10000000), "<TS>-PT1S</TS>"),
        (TimeSpan(0), "<TS>PT0S</TS>"),
        (DateTime(638452444291200000), "<DT>2024-03-05T14:07:09.12</DT>"),
        (DateTime(638452444290000000, UTC), "<DT>2024-03-05T14:07:09Z</DT>"),
        (DateTime(638452444290000000, LOCAL), "<DT>2024-03-05T14:07:09+00:00</DT>"),
        (float("-inf"), "<Db>-INF</Db>"),
    ],
)
def test_primitive_values_have_elements_of_their_own(value: object, expected: str) -> None:
    assert written(value) == expected


def test_whole_doubles_differ_by_edition() -> None:
    assert written(1e16, core=True) == "<Db>10000000000000000</Db>"
    assert written(1e16, core=False) == "<Db>1E+16</Db>"


def test_an_enumeration_value_is_its_name_and_number() -> None:
    assert written(EnumValue(DAY_OF_WEEK, 5)) == (
        '<Obj RefId="0"><TN RefId="0"><T>System.DayOfWeek</T><T>System.Enum</T>'
        "<T>System.ValueType</T><T>System.Object</T></TN><ToString>Friday</ToString>"
        "<I32>5</I32></Obj>"
    )


def test_the_same_object_is_referred_to() -> None:
    inner = custom_object(A=1)
    text = written([inner, inner])
    assert text.count("<Obj ") == 2
    assert '<Ref RefId="1" />' in text
    back = deserialize(serialize([inner, inner]))[0]
    assert isinstance(back, PSObject)
    assert isinstance(back.base, list)
    assert back.base[0] is back.base[1]


def test_an_object_that_holds_itself_is_written_once() -> None:
    value = custom_object(Name="n")
    value.add_note("Me", value)
    assert '<Ref N="Me" RefId="0" />' in written(value)


def test_properties_use_depth_and_containers_do_not() -> None:
    span = custom_object(When=Hashtable([("k", [TimeSpan(0)])]))
    assert "<TS>PT0S</TS>" in written(span, depth=1)
    record = ErrorRecord(
        exception=ClrException(type_name="System.InvalidOperationException", message="bad"),
        error_id="My.Id",
        category=ErrorCategory.InvalidData,
        target="web01",
    )
    text = written(record, depth=1)
    assert "<ToString>bad</ToString>" in text
    assert '<S N="FullyQualifiedErrorId">My.Id</S>' in text
    assert '<I32 N="ErrorCategory_Category">6</I32>' in text
    assert '<S N="ErrorCategory_Message">InvalidData: (web01:String) []' in text


def test_what_is_read_is_marked_as_deserialised() -> None:
    value = deserialize(serialize(custom_object(A=1, L=[1, "b"])))[0]
    assert isinstance(value, PSObject)
    assert value.type_names == [
        "Deserialized.System.Management.Automation.PSCustomObject",
        "Deserialized.System.Object",
    ]
    assert get_property(value, "a") == 1


def test_stderr_carries_one_element_per_line() -> None:
    text = stderr_document([("Error", "soft"), ("Error", " ")])
    assert text == (
        "#< CLIXML\r\n" + ROOT + '<S S="Error">soft_x000D__x000A_</S>'
        '<S S="Error"> _x000D__x000A_</S></Objs>'
    )
    assert stderr_document([]) == ""


@pytest.mark.parametrize(
    "text",
    [
        "",
        "no xml",
        "<Objs>",
        "<Other />",
        '<!DOCTYPE Objs [<!ENTITY a "b">]><Objs><S>&a;</S></Objs>',
        '<!DOCTYPE Objs SYSTEM "file:///etc/passwd"><Objs />',
        "<Objs>" + "<Obj><LST>" * 3000 + "</LST></Obj>" * 3000 + "</Objs>",
        '<Objs><Ref RefId="7" /></Objs>',
        "<Objs><I32>x</I32></Objs>",
        "<Objs><What>1</What></Objs>",
    ],
)
def test_what_is_no_clixml_is_refused(text: str) -> None:
    with pytest.raises(BadClixml):
        deserialize(text)


def test_unwritable_characters_are_an_argument_exception() -> None:
    from emulator.objects.errors import ClrError

    with pytest.raises(ClrError, match="hexadecimal value 0xFFFE, is an invalid character"):
        serialize("x\ufffe")


@given(st.text(alphabet=st.characters(exclude_characters="\ufffe\uffff"), max_size=30))
def test_every_text_survives(text: str) -> None:
    plain = (
        text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")
        if not any(0xD800 <= ord(c) <= 0xDFFF for c in text)
        else "x"
    )
    assert deserialize(serialize(plain)) == [plain]


@given(st.integers(min_value=-(2**63), max_value=2**63 - 1))
def test_every_timespan_survives(ticks: int) -> None:
    assert deserialize(serialize(TimeSpan(ticks))) == [TimeSpan(ticks)]


@given(st.floats(allow_nan=False), st.booleans())
def test_every_double_survives_in_7(value: float, core: bool) -> None:
    assert deserialize(serialize(value, core=core)) == [value]
