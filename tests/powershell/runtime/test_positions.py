"""Lines, columns, and the block that shows a place."""

from hypothesis import given
from hypothesis import strategies as st

from emulator.powershell.runtime.positions import LINE_WIDTH, Extent, Source, position_message

TEXTS = st.text(alphabet="ab \t\r\n", max_size=200)


def shown(text: str, start: int, end: int, *, core: bool = True) -> str:
    return position_message(Extent(source=Source(text, core=core), start=start, end=end))


def test_the_place_is_shown_below_its_line() -> None:
    assert shown("$x = 1\n1/0", 7, 10) == "At line:2 char:1\n+ 1/0\n+ ~~~"


def test_a_long_line_is_cut_around_the_place() -> None:
    text = "a" * 60 + "HERE" + "b" * 60
    lines = shown(text, 60, 64).split("\n")
    assert lines[1].count("\u2026") == 2
    assert lines[1][lines[2].index("~") :].startswith("HERE")


def test_a_tab_counts_as_four_blanks() -> None:
    assert shown("\tx y", 3, 4).split("\n")[1:] == ["+     x y", "+       ~"]


@given(TEXTS, st.integers(0, 200), st.integers(0, 200))
def test_every_place_can_be_shown(text: str, one: int, two: int) -> None:
    start, end = sorted((min(one, len(text)), min(two, len(text))))
    lines = shown(text, start, end).split("\n")
    assert lines[0].startswith("At line:")
    assert all(len(line) <= LINE_WIDTH + 8 + 3 * line.count(" ") for line in lines)


@given(TEXTS, st.integers(0, 200))
def test_line_and_column_lead_back_to_the_offset(text: str, at: int) -> None:
    offset = min(at, len(text))
    source = Source(text)
    line = source.line_number(offset)
    assert source.starts[line - 1] + source.column(offset) - 1 == offset
