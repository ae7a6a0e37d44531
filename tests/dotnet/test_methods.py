"""Methods, statics and constructors as a real PowerShell answers them (conformance dotnet.jsonl)."""

import pytest

from emulator.dotnet.methods import definitions, has_method, methods_of
from emulator.dotnet.statics import invoke_static
from emulator.dotnet.surroundings import StillSurroundings
from emulator.objects.basic_types import CHAR, INT32, STRING
from emulator.objects.collections import Hashtable, OrderedDictionary, TypedArray
from emulator.objects.common_enums import FILE_ATTRIBUTES, STRING_COMPARISON
from emulator.objects.conversion import convert
from emulator.objects.enums import EnumValue
from emulator.objects.errors import ClrException
from emulator.objects.members import MISSING, get_property
from emulator.objects.numbers import Byte, Char, Int64
from emulator.objects.psobject import PSObject, ScriptMethod, custom_object
from emulator.objects.references import Reference
from emulator.objects.typing_of import type_of
from tests.dotnet.calls import call, error_of, made, member, new, shown, static, type_

LETTERS = TypedArray(CHAR, [Char(","), Char(";")])
TEXT_CALLS = [
    ("a,b;c", "Split", (",;",), "a,b;c"), ("a,b;c", "Split", (LETTERS,), "a|b|c"),
    ("a--b-c", "Split", ("--",), "a|b-c"), ("  a  b ", "Split", (), "||a||b|"),
    ("key=val=ue", "Split", ("=", 2), "key|val=ue"), ("a--b-c", "Split", (TypedArray(STRING, ["--"]), "None"), "a|b-c"),
    ("  x  ", "Trim", (), "x"), ("xxaxx", "Trim", ("x",), "a"), ("abcba", "Trim", ("a", "b"), "c"),
    ("abcba", "Trim", ("ab",), "c"), ("abc.txt", "TrimEnd", (".txt",), "abc"), ("test.txt", "TrimEnd", (".txt",), "tes"),
    ("hello", "Substring", (1,), "ello"), ("hello", "Substring", (1, 3), "ell"), ("abc", "Substring", ("1",), "bc"),
    ("abc", "Substring", (1.6,), "c"), ("abc", "Substring", (None,), "abc"), ("aAa", "Replace", ("a", "x"), "xAx"),
    ("abc", "Replace", ("a", None), "bc"), ("aAa", "Replace", ("a", "x", "OrdinalIgnoreCase"), "xxx"),
    ("hello", "IndexOf", ("l",), "2"), ("hello", "IndexOf", ("l", 3), "3"), ("hello", "IndexOf", ("L", EnumValue(STRING_COMPARISON, 5)), "2"),
    ("hello", "LastIndexOf", ("l",), "3"), ("hello", "StartsWith", ("HE",), "False"),
    ("hello", "StartsWith", ("HE", "CurrentCultureIgnoreCase"), "True"), ("hello", "StartsWith", ("HE", True, None), "True"),
    ("7", "PadLeft", (3, "0"), "007"), ("ab", "PadRight", (4, "."), "ab.."), ("abc", "ToCharArray", (), "a|b|c"),
    ("a", "CompareTo", ("b",), "-1"), ("a", "CompareTo", ("A",), "-1"), ("a", "Equals", ("A", "OrdinalIgnoreCase"), "True"),
    ("Straße", "ToUpper", (), "STRAßE"), ("abc", "Insert", (1, "-"), "a-bc"), ("abcd", "Remove", (1, 2), "ad"),
    ("abc", "Contains", ("ELL",), "False"), ("a", "GetType", (), "string"), (5, "CompareTo", (6,), "-1"),
    (5, "Equals", (5,), "True"), (5, "Equals", (Int64(5),), "False"), (5, "Equals", ("5",), "False"),
    (1234.567, "ToString", ("N1",), "1,234.6"), (255, "ToString", ("X2",), "FF"), (2 / 3, "ToString", (), "0.6666666666666666"),
    (5, "GetTypeCode", (), "Int32"), (True, "ToString", (), "True"),
]  # fmt: skip


@pytest.mark.parametrize(("value", "name", "arguments", "expected"), TEXT_CALLS)
def test_a_method_answers_as_in_net(
    value: object, name: str, arguments: tuple[object, ...], expected: str
) -> None:
    assert shown(call(value, name, *arguments)) == expected


STATIC_CALLS = [
    ("math", "Max", (1, 2.5), "2"), ("math", "Max", ("3", 10), "10"), ("math", "Min", (3, 7.5), "3"),
    ("math", "Round", (2.5,), "2"), ("math", "Round", (2.345, 2), "2.35"), ("math", "Round", (2.675, 2), "2.68"),
    ("math", "Round", (2.345, 2, "AwayFromZero"), "2.35"), ("math", "Round", ("2.567", 1), "2.6"),
    ("math", "Floor", (-2.5,), "-3"), ("math", "Abs", ("-4",), "4"), ("math", "Sqrt", (-1,), "NaN"),
    ("math", "Log", (0,), "-Infinity"), ("math", "Pow", (2, 10), "1024"), ("math", "Clamp", (15, 0, 10), "10"),
    ("string", "Format", ("{0}-{1:D3}", 1, 7), "1-007"), ("string", "Join", (",", ["a", "b"]), "a,b"),
    ("string", "Join", ("-", [1, 2, 3]), "1-2-3"), ("string", "IsNullOrEmpty", (None,), "True"),
    ("string", "IsNullOrEmpty", ([],), "True"), ("string", "IsNullOrWhiteSpace", (" \t",), "True"),
    ("string", "Compare", ("a", "A", True), "0"), ("string", "Compare", ("a", "B"), "-1"),
    ("int", "Parse", (" 42 ",), "42"), ("double", "Parse", ("1,234.5",), "1234.5"), ("decimal", "Parse", ("1.10",), "1.10"),
    ("bool", "Parse", ("TRUE",), "True"), ("char", "IsDigit", ("5",), "True"), ("char", "IsDigit", ("a5", 1), "True"),
    ("datetime", "ParseExact", ("05.03.2024", "dd.MM.yyyy", None), "03/05/2024 00:00:00"),
    ("datetime", "ParseExact", ("20240305-143015", "yyyyMMdd-HHmmss", None), "03/05/2024 14:30:15"),
    ("datetime", "DaysInMonth", (2024, 2), "29"), ("datetime", "IsLeapYear", (2023,), "False"),
    ("datetime", "FromFileTimeUtc", (Int64(133543296000000000),), "03/08/2024 00:00:00"),
    ("datetime", "FromOADate", (45356,), "03/05/2024 00:00:00"), ("timespan", "FromMinutes", (90,), "01:30:00"),
    ("timespan", "FromDays", (1.5,), "1.12:00:00"), ("timespan", "Parse", ("6",), "6.00:00:00"),
    ("convert", "ToInt32", ("ff", 16), "255"), ("convert", "ToString", (255, 16), "ff"), ("convert", "ToString", (-1, 16), "ffffffff"),
    ("convert", "ToInt32", (2.5,), "2"), ("convert", "ToBoolean", ("true",), "True"), ("convert", "ToByte", ("0x1F", 16), "31"),
    ("convert", "ToBase64String", (TypedArray(CHAR, [Byte(72), Byte(105)]),), "SGk="),
    ("bitconverter", "ToString", ([1, 171, 255],), "01-AB-FF"), ("bitconverter", "GetBytes", (258,), "2|1|0|0"),
    ("bitconverter", "ToUInt16", ([1, 2], 0), "513"), ("regex", "Escape", ("C:\\a.b (1)",), "C:\\\\a\\.b\\ \\(1\\)"),
    ("regex", "Replace", ("a1b2", "(\\w)(\\d)", "$2$1"), "1a2b"), ("regex", "IsMatch", ("ABC", "abc", "IgnoreCase"), "True"),
    ("regex", "Split", ("a1b", "(\\d)"), "a|1|b"), ("io.path", "GetExtension", ("a/b.tar.gz",), ".gz"),
    ("io.path", "GetFileName", ("C:\\VMs\\web.vhdx",), "web.vhdx"), ("io.path", "ChangeExtension", ("a.vhd", "vhdx"), "a.vhdx"),
    ("io.path", "ChangeExtension", ("a.vhd", None), "a."), ("io.path", "Combine", ("C:\\VMs", "web"), "C:\\VMs\\web"),
    ("io.path", "Combine", ("a", "\\b"), "\\b"), ("io.path", "GetDirectoryName", ("C:\\VMs\\web.vhdx",), "C:\\VMs"),
    ("io.path", "GetFullPath", ("C:\\a\\..\\b",), "C:\\b"), ("io.path", "GetPathRoot", ("C:\\a",), "C:\\"),
    ("uri", "EscapeDataString", ("it's(1)!",), "it%27s%281%29%21"), ("bigint", "Pow", (2, 100), "1267650600228229401496703205376"),
    ("array", "IndexOf", ([3, 1, 2], 1), "1"), ("environment", "ExpandEnvironmentVariables", ("%nope%",), "%nope%"),
]  # fmt: skip


@pytest.mark.parametrize(("type_name", "name", "arguments", "expected"), STATIC_CALLS)
def test_a_static_method_answers_as_in_net(
    type_name: str, name: str, arguments: tuple[object, ...], expected: str
) -> None:
    assert shown(static(type_name, name, *arguments)) == expected


BAD = "The input string '{}' was not in a correct format."
CAST = 'Cannot convert argument "{}", with value: "{}", for "{}" to type "{}": "Cannot convert value "{}" to type "{}". Error: "{}""'
CASTED = "MethodArgumentConversionInvalidCastArgument"
ERRORS = [
    (lambda: call("abc", "NoSuch"), "MethodNotFound", "Method invocation failed because [System.String] does not contain a method named 'NoSuch'."),
    (lambda: call("abc", "Substring", 1, 2, 3), "MethodCountCouldNotFindBest", 'Cannot find an overload for "Substring" and the argument count: "3".'),
    (lambda: call("abc", "Substring", 9), "ArgumentOutOfRangeException", 'Exception calling "Substring" with "1" argument(s): "startIndex cannot be larger than length of string. (Parameter \'startIndex\')"'),
    (lambda: call("a,b", "Split", ",", ";"), CASTED, CAST.format("count", ";", "Split", "System.Int32", ";", "System.Int32", BAD.format(";"))),
    (lambda: call("abc", "PadLeft", 5, "xy"), CASTED, CAST.format("paddingChar", "xy", "PadLeft", "System.Char", "xy", "System.Char", "String must be exactly one character long.")),
    (lambda: static("math", "Round", "abc"), CASTED, CAST.format("a", "abc", "Round", "System.Double", "abc", "System.Double", BAD.format("abc"))),
    (lambda: static("math", "Round", -2.5, "AwayFromZero"), CASTED, CAST.format("digits", "AwayFromZero", "Round", "System.Int32", "AwayFromZero", "System.Int32", BAD.format("AwayFromZero"))),
    (lambda: static("math", "Round", 2.5, 20), "ArgumentOutOfRangeException", 'Exception calling "Round" with "2" argument(s): "Rounding digits must be between 0 and 15, inclusive. (Parameter \'digits\')"'),
    (lambda: static("int", "Parse"), "MethodCountCouldNotFindBest", 'Cannot find an overload for "Parse" and the argument count: "0".'),
    (lambda: static("int", "Parse", "x"), "FormatException", 'Exception calling "Parse" with "1" argument(s): "' + BAD.format("x") + '"'),
    (lambda: static("byte", "Parse", "256"), "OverflowException", 'Exception calling "Parse" with "1" argument(s): "Value was either too large or too small for an unsigned byte."'),
    (lambda: static("bool", "Parse", "yes"), "FormatException", 'Exception calling "Parse" with "1" argument(s): "String \'yes\' was not recognized as a valid Boolean."'),
    (lambda: static("convert", "ToInt32", "12", 5), "ArgumentException", 'Exception calling "ToInt32" with "2" argument(s): "Invalid Base."'),
    (lambda: static("timespan", "Parse", "25:00"), "OverflowException", 'Exception calling "Parse" with "1" argument(s): "The TimeSpan string \'25:00\' could not be parsed because at least one of the numeric components is out of range or contains too many digits."'),
    (lambda: static("datetime", "ParseExact", "2024/03/05", "yyyy-MM-dd", None), "FormatException", 'Exception calling "ParseExact" with "3" argument(s): "String \'2024/03/05\' was not recognized as a valid DateTime."'),
    (lambda: static("string", "Join", ",", 1, 2, 3), "ArgumentOutOfRangeException", 'Exception calling "Join" with "4" argument(s): "startIndex (\'2\') must be less than or equal to \'-2\'. (Parameter \'startIndex\')\nActual value was 2."'),
    (lambda: static("regex", "Match", "x", "("), "RegexParseException", 'Exception calling "Match" with "2" argument(s): "Invalid pattern \'(\' at offset 1. Not enough )\'s."'),
    (lambda: static("enum", "Parse", type_("System.DayOfWeek"), "monday"), "ArgumentException", 'Exception calling "Parse" with "2" argument(s): "Requested value \'monday\' was not found."'),
    (lambda: static("enum", "GetNames", INT32), "ArgumentException", 'Exception calling "GetNames" with "1" argument(s): "Type provided must be an Enum. (Parameter \'enumType\')"'),
    (lambda: new("datetime", 2024, 2, 30), "ArgumentOutOfRangeException", 'Exception calling ".ctor" with "3" argument(s): "Year, Month, and Day parameters describe an un-representable DateTime."'),
    (lambda: new("datetime", "x"), CASTED, CAST.format("ticks", "x", ".ctor", "System.Int64", "x", "System.Int64", BAD.format("x"))),
    (lambda: new("guid", "nope"), "FormatException", 'Exception calling ".ctor" with "1" argument(s): "Unrecognized Guid format."'),
    (lambda: new("System.Collections.ArrayList", 1, 2, 3), "MethodCountCouldNotFindBest", 'Cannot find an overload for "new" and the argument count: "3".'),
    (lambda: made("version", 1, 2, 3, 4, 5), "MethodCountCouldNotFindBest", 'Cannot find an overload for "Version" and the argument count: "5".'),
    (lambda: call([1, 2], "Add", 3), "NotSupportedException", 'Exception calling "Add" with "1" argument(s): "Collection was of a fixed size."'),
    (lambda: call(None, "Foo"), "InvokeMethodOnNull", "You cannot call a method on a null-valued expression."),
    (lambda: call(5.5, "ToString", "D"), "FormatException", 'Exception calling "ToString" with "1" argument(s): "Format specifier was invalid."'),
    (lambda: call(Hashtable([("a", 1)]), "Add", "a", 2), "ArgumentException", 'Exception calling "Add" with "2" argument(s): "Item has already been added. Key in dictionary: \'a\'  Key being added: \'a\'"'),
    (lambda: call(OrderedDictionary(), "ContainsKey", "a"), "MethodNotFound", "Method invocation failed because [System.Collections.Specialized.OrderedDictionary] does not contain a method named 'ContainsKey'."),
    (lambda: call(custom_object(Name="a"), "Start"), "MethodNotFound", "Method invocation failed because [System.Management.Automation.PSCustomObject] does not contain a method named 'Start'."),
]  # fmt: skip


@pytest.mark.parametrize(("action", "error_id", "message"), ERRORS)
def test_a_failing_call_has_powershells_id_and_words(
    action: object, error_id: str, message: str
) -> None:
    assert callable(action)
    assert error_of(action) == (error_id, message)


def test_the_first_argument_picks_the_overload_and_its_type() -> None:
    assert type_of(static("math", "Max", 1, Int64(2))) is INT32
    assert shown(type_of(static("math", "Round", 5))) == "decimal"
    assert shown(type_of(static("math", "Round", 2.5))) == "double"


def test_a_call_means_the_same_the_second_time() -> None:
    for _ in range(2):
        assert shown(call("a,b", "Split", ",")) == "a|b"
        assert shown(call("a, b", "Split", ", ")) == "a|b"
        assert call("abc", "IndexOf", "c") == 2
        assert error_of(lambda: call("abc", "PadLeft", "zz"))[0] == CASTED
        assert call("abc", "PadLeft", "5") == "  abc"


def test_a_reference_receives_the_answer() -> None:
    box = Reference.to_value(0)
    assert static("int", "TryParse", "42", box) is True
    assert shown(box.value) == "42"
    assert static("guid", "TryParse", "nope", box) is False
    assert shown(box.value) == "00000000-0000-0000-0000-000000000000"
    assert static("math", "DivRem", 17, 5, box) == 3
    assert shown(box.value) == "2"


def test_a_growing_list_converts_and_sorts() -> None:
    numbers = new("System.Collections.Generic.List[int]")
    call(numbers, "Add", "7")
    call(numbers, "AddRange", [3, 1])
    call(numbers, "Sort")
    assert shown(numbers) == "1|3|7"
    assert call(numbers, "Remove", 3) is True
    assert get_property(numbers, "Count") == 2
    assert shown(call(numbers, "FindAll", lambda it: it > 1)) == "7"
    assert error_of(lambda: call(numbers, "Insert", 5, 1))[1].endswith("(Parameter 'index')\"")


def test_an_array_list_counts_what_it_adds() -> None:
    made_list = new("System.Collections.ArrayList")
    assert call(made_list, "Add", "x") == 0
    assert call(made_list, "Add", "y") == 1
    cast = convert([3, 1, 2], type_("System.Collections.ArrayList"))
    call(cast, "Sort")
    assert shown(cast) == "1|2|3"


def test_sets_queues_and_stacks_do_their_work() -> None:
    names = new("System.Collections.Generic.HashSet[string]")
    assert call(names, "Add", "a") is True
    assert call(names, "Add", "a") is False
    queue = new("System.Collections.Generic.Queue[string]")
    call(queue, "Enqueue", "a")
    assert call(queue, "Dequeue") == "a"
    assert error_of(lambda: call(queue, "Dequeue"))[1] == 'Exception calling "Dequeue" with "0" argument(s): "Queue empty."'  # fmt: skip
    stack = new("System.Collections.Generic.Stack[int]")
    call(stack, "Push", 1)
    call(stack, "Push", 2)
    assert call(stack, "Pop") == 2


def test_a_generic_dictionary_minds_case_unless_told() -> None:
    plain = new("System.Collections.Generic.Dictionary[string,int]")
    call(plain, "Add", "a", 1)
    assert call(plain, "ContainsKey", "A") is False
    comparer = member("StringComparer", "OrdinalIgnoreCase")
    relaxed = new("System.Collections.Generic.Dictionary[string,object]", comparer)
    call(relaxed, "Add", "Key", 1)
    assert call(relaxed, "ContainsKey", "KEY") is True


def test_a_string_builder_grows_in_place() -> None:
    builder = new("text.stringbuilder")
    call(call(call(builder, "Append", "a"), "Append", 1), "AppendLine", "b")
    call(builder, "Insert", 0, ">")
    assert shown(builder) == ">a1b\r\n"
    assert get_property(builder, "Length") == 6


def test_encodings_turn_text_into_bytes_and_back() -> None:
    utf8 = member("text.encoding", "UTF8")
    assert shown(call(utf8, "GetBytes", "aé€")) == "97|195|169|226|130|172"
    assert call(utf8, "GetString", [97, 195, 169]) == "aé"
    assert shown(call(member("text.encoding", "ASCII"), "GetBytes", "aé")) == "97|63"


def test_the_clock_and_chance_are_those_of_the_surroundings() -> None:
    first = StillSurroundings(seed=1)
    second = StillSurroundings(seed=1)
    guid = type_("guid")
    assert invoke_static(guid, "NewGuid", [], first) == invoke_static(guid, "NewGuid", [], second)
    assert invoke_static(guid, "NewGuid", [], first) != invoke_static(guid, "NewGuid", [], StillSurroundings())  # fmt: skip
    assert shown(member("datetime", "UtcNow")) == "01/05/2026 08:00:00"
    assert member("environment", "MachineName") == "HV01"


def test_static_members_of_enums_and_unknown_ones() -> None:
    assert shown(member("System.DayOfWeek", "friday")) == "Friday"
    assert member("System.DayOfWeek", "Nope") is MISSING
    assert shown(static("enum", "GetNames", type_("System.DayOfWeek"))).startswith("Sunday|Monday")
    flags = EnumValue(FILE_ATTRIBUTES, 3)
    assert call(flags, "HasFlag", EnumValue(FILE_ATTRIBUTES, 2)) is True
    assert call(flags, "ToString") == "ReadOnly, Hidden"


def test_matches_show_their_groups() -> None:
    found = static("regex", "Match", "vm-web01 (Running)", r"(?<name>\w+\d+) \((\w+)\)")
    assert get_property(found, "Index") == 3
    groups = get_property(found, "Groups")
    index = groups.ps_index  # type: ignore[attr-defined]
    assert get_property(index(1), "Value") == "Running"
    assert get_property(index("name"), "Value") == "web01"
    assert get_property(index("nope"), "Success") is False


@pytest.mark.parametrize(
    ("type_name", "arguments", "message", "properties"),
    [
        ("System.Exception", (), "Exception of type 'System.Exception' was thrown.", {}),
        ("System.Exception", ("m",), "m", {}),
        ("System.ArgumentException", ("bad", "p"), "bad (Parameter 'p')", {"ParamName": "p"}),
        ("System.ArgumentNullException", ("p",), "Value cannot be null. (Parameter 'p')", {"ParamName": "p"}),
        ("System.IO.FileNotFoundException", ("m", "f"), "m", {"FileName": "f"}),
    ],
)  # fmt: skip
def test_exceptions_are_made_as_in_net(
    type_name: str, arguments: tuple[object, ...], message: str, properties: dict[str, object]
) -> None:
    made_exception = new(type_name, *arguments)
    assert isinstance(made_exception, ClrException)
    assert made_exception.message == message
    assert dict(made_exception.properties) == properties
    assert made_exception.lineage[-1:] in {("System.Exception",), ()}


def test_an_exception_keeps_the_inner_one() -> None:
    outer = new("System.IO.IOException", "io", new("System.Exception", "root"))
    inner = get_property(outer, "InnerException")
    assert get_property(inner, "Message") == "root"


def test_new_arrays_hold_zeros_or_nulls() -> None:
    assert shown(new("int[]", 3)) == "0|0|0"
    assert new("object[]", 2) == [None, None]
    assert made("int") == 0


def test_added_methods_come_first() -> None:
    thing = PSObject("abc")
    thing.members["twice"] = ScriptMethod("Twice", lambda this, count: f"{this.base}{count}")
    assert call(thing, "Twice", 2) == "abc2"
    assert call(thing, "ToUpper") == "ABC"
    assert has_method(thing, "twice")
    assert not has_method("abc", "Nope")


def test_definitions_are_what_powershell_prints() -> None:
    assert definitions("abc", "substring") == (
        "string Substring(int startIndex)",
        "string Substring(int startIndex, int length)",
    )
    names = [name for name, _ in methods_of(STRING)]
    assert {"Clone", "GetHashCode", "GetType", "Split", "Trim"} <= set(names)


def test_accessors_reach_properties() -> None:
    assert call("abc", "get_Length") == 3
    assert call(Hashtable([("a", 1)]), "get_Count") == 1
    moment = convert("2024-03-05", type_("datetime"))
    assert call(moment, "get_Year") == 2024


MOMENTS = [
    ("AddDays", (1,), "2/1/2024 12:00:00 AM"), ("AddMonths", (1,), "2/29/2024 12:00:00 AM"),
    ("AddHours", (25,), "2/1/2024 1:00:00 AM"), ("Add", ("1.02:00:00",), "2/1/2024 2:00:00 AM"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "arguments", "expected"), MOMENTS)
def test_moments_move(name: str, arguments: tuple[object, ...], expected: str) -> None:
    start = convert("2024-01-31", type_("datetime"))
    moved = call(start, name, *arguments)
    assert str(call(moved, "ToString")).replace("\u202f", " ") == expected
