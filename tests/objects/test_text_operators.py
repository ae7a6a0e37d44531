"""-like, -match, -replace, -split, -join (conformance operators/*)."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from emulator.objects import text_operators as op
from emulator.objects.errors import ClrError, NotEmulated
from emulator.objects.matches import Match
from emulator.objects.numbers import Char
from emulator.objects.regexes import Regex, regex


@pytest.mark.parametrize(
    ("text", "pattern", "expected"),
    [
        ("VM-Web01", "vm-*", True), ("abc", "a?c", True), ("abc", "[a-c]bc", True),
        ("a[1]", "a`[1`]", True), ("a*b", "a`*b", True), ("abc", "b", False), ("", "*", True),
        (None, "*", True), (None, "", True), (15, "1*", True), ("x-", "[-x]-", True),
    ],
)  # fmt: skip
def test_like_matches_the_whole_text(text: object, pattern: str, expected: bool) -> None:
    assert op.like(text, pattern) is expected


def test_like_filters_and_minds_case_when_asked() -> None:
    assert op.like(["web1", "db1", "web2"], "web*") == ["web1", "web2"]
    assert op.like("VM", "vm", case_sensitive=True) is False
    assert op.like(["a", "b"], "a", negated=True) == ["b"]


def test_an_unclosed_wildcard_set_is_refused() -> None:
    with pytest.raises(ClrError, match="The specified wildcard character pattern is not valid"):
        op.like("abc", "[a")


def test_match_gives_groups_by_name_and_number() -> None:
    found, groups = op.match("key = value", r"(?<k>\w+)\s*=\s*(?<v>.*)")
    assert found is True
    assert groups is not None
    assert groups["K"] == "key"
    assert groups["v"] == "value"
    assert groups[0] == "key = value"


def test_match_leaves_the_groups_alone_without_success_or_over_collections() -> None:
    assert op.match("a", "b") == (False, None)
    assert op.match(["a", "b"], "b") == (["b"], None)
    found, groups = op.match("aXb", "x(?<opt>z)?")
    assert found is True
    assert groups is not None
    assert "opt" not in groups


@pytest.mark.parametrize(
    ("text", "arguments", "expected"),
    [
        ("abcABC", ["b", "x"], "axcAxC"), ("a.b", [".", "-"], "---"), ("abc", "b", "ac"),
        ("John Smith", [r"(\w+) (\w+)", "$2, $1"], "Smith, John"), ("price 5", [r"(\d)", "$$$1"], "price $5"),
        ("x1", [r"(?<n>\d)", "<${n}>"], "x<1>"), ("aaa", ["a", "$0$0"], "aaaaaa"),
        (None, ["a", "b"], ""), (123, [2, "x"], "1x3"), ("abc", ["b", "[z]$"], "a[z]$c"),
        ("abc", ["", "-"], "-a-b-c-"), (["web1", "web2"], ["web", "db"], ["db1", "db2"]),
    ],
)  # fmt: skip
def test_replace_uses_nets_substitutions(text: object, arguments: object, expected: object) -> None:
    assert op.replace(text, arguments) == expected


def test_replace_runs_a_script_block_for_each_match() -> None:
    block = object()

    def run(given_block: object, found: Match) -> object:
        assert given_block is block
        return int(found.value) * 2

    assert op.replace("a1b22", [r"\d+", block], evaluate=run) == "a2b44"


@pytest.mark.parametrize(
    ("text", "arguments", "expected"),
    [
        ("a,b,,c", ",", ["a", "b", "", "c"]), ("a1b2c", r"(\d)", ["a", "1", "b", "2", "c"]),
        ("a,b,c,d", [",", 2], ["a", "b,c,d"]), ("aXbxc", "x", ["a", "b", "c"]),
        ("abc", "", ["", "a", "b", "c", ""]), ("a.b", [".", 0, "SimpleMatch"], ["a", "b"]),
        ("a,b,c,d", [",", -2], ["a,b,c", "d"]), ("", ",", [""]), (["a,b", "c,d"], ",", ["a", "b", "c", "d"]),
    ],
)  # fmt: skip
def test_split_gives_the_parts(text: object, arguments: object, expected: list[str]) -> None:
    assert op.split(text, arguments) == expected


def test_split_without_pattern_takes_words() -> None:
    assert op.split_unary("  one two\tthree ") == ["one", "two", "three"]
    assert op.split_unary("") == [""]


@pytest.mark.parametrize(
    ("items", "separator", "expected"),
    [
        ([1, 2, 3], "-", "1-2-3"), ([], ",", ""), ("one", ",", "one"), ([1, None, 3], ",", "1,,3"),
        (None, "x", ""), ([1.5, True, Char("c")], " ", "1.5 True c"), ([[1, 2], 3], ",", "System.Object[],3"),
    ],
)  # fmt: skip
def test_join_puts_the_separator_between(items: object, separator: str, expected: str) -> None:
    assert op.join(items, separator) == expected


@pytest.mark.parametrize(
    ("pattern", "message"),
    [
        ("(", "Invalid pattern '(' at offset 1. Not enough )'s."),
        ("[", "Invalid pattern '[' at offset 1. Unterminated [] set."),
        ("*", "Invalid pattern '*' at offset 1. Quantifier '*' following nothing."),
    ],
)
def test_a_bad_pattern_is_nets_parse_error(pattern: str, message: str) -> None:
    with pytest.raises(ClrError) as caught:
        op.match("a", pattern)
    assert caught.value.exception.message == message
    assert caught.value.exception.type_name.endswith("RegexParseException")


def test_a_bad_pattern_of_replace_is_powershells_error() -> None:
    with pytest.raises(ClrError, match=r"The regular expression pattern \( is not valid"):
        op.replace("abc", ["(", "x"])
    with pytest.raises(ClrError, match="allows only two elements to follow it, not 3"):
        op.replace("a", ["a", "b", "c"])


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        (r"^\d{3}\z", "123", "123"), (r"a(?i)B", "ab", "ab"), (r"(?<y>\d+)-\k<y>", "12-12", "12-12"),
        (r"\p{Lu}+", "abCD", "CD"), (r"[a-z-[aeiou]]+", "aebcd", "bcd"), (r"a{,2}", "a{,2}", "a{,2}"),
        (r"(?>a+)b", "aab", "aab"), (r"(?'q'x)", "x", "x"), (r"end\Z", "end\n", "end"), (r"[\w.]+", "a.b", "a.b"),
    ],
)  # fmt: skip
def test_nets_patterns_mean_here_what_they_mean_there(
    pattern: str, text: str, expected: str
) -> None:
    found = regex(pattern).python.search(text)
    assert found is not None
    assert found.group() == expected


def test_unnamed_groups_are_numbered_before_named_ones() -> None:
    made = Regex(r"(?<name>\w+) \((\w+)\)")
    assert [name for name, _ in made.groups] == ["0", "1", "name"]


def test_what_python_cannot_match_is_not_emulated() -> None:
    with pytest.raises(NotEmulated):
        regex(r"(?<open-close>x)")
    with pytest.raises(NotEmulated):
        regex(r"(?<=a+)b")


@given(st.text(alphabet="ab()[]{}*+?|^$\\d.,1-", max_size=10))
def test_no_pattern_fails_otherwise_than_as_net_or_openly(pattern: str) -> None:
    refusal = refusal_of(lambda: regex(pattern))
    assert refusal is None or isinstance(refusal, NotEmulated | ClrError)


def refusal_of(action: Callable[[], object]) -> Exception | None:
    try:
        action()
    except (ClrError, NotEmulated) as refusal:
        return refusal
    return None


@given(st.text(max_size=20), st.text(alphabet="*?[]`ab-", max_size=8))
def test_no_wildcard_fails_otherwise_than_as_powershell(text: str, pattern: str) -> None:
    refusal = refusal_of(lambda: op.like(text, pattern))
    assert refusal is None or "wildcard" in str(refusal)
