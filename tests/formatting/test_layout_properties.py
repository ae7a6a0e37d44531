"""What holds for every text and every width."""

from hypothesis import given
from hypothesis import strategies as st

from emulator.formatting.column_widths import HIDDEN, fitted
from emulator.formatting.display_cells import cells_of, head, tail
from emulator.formatting.list_writer import list_lines
from emulator.formatting.wrapping import wrap
from emulator.objects.psobject import PSObject
from tests.formatting.answers import text

TEXTS = st.text(alphabet=st.characters(codec="utf-8"), max_size=60)
LINES = st.text(alphabet="ab 日é\t", max_size=80)
WIDTHS = st.lists(st.integers(min_value=0, max_value=60), min_size=1, max_size=8)


@given(WIDTHS, st.integers(min_value=5, max_value=200))
def test_fitted_columns_fit(widths: list[int], available: int) -> None:
    result = fitted(widths, available)
    shown = [width for width in result if width != HIDDEN]
    assert sum(shown) + max(len(shown) - 1, 0) <= available
    assert all(width >= 1 for width in shown)
    assert result == sorted(result, key=lambda width: width == HIDDEN)


@given(LINES, st.integers(min_value=2, max_value=40))
def test_wrapped_lines_fit_and_keep_the_text(line: str, width: int) -> None:
    pieces = wrap(line, width, width)
    assert "".join(pieces) == line
    assert all(cells_of(piece) <= width for piece in pieces)


@given(TEXTS, st.integers(min_value=0, max_value=80))
def test_head_and_tail_fit(text_: str, cells: int) -> None:
    assert cells_of(head(text_, cells)) <= cells
    assert cells_of(tail(text_, cells)) <= cells
    assert text_.startswith(head(text_, cells))
    assert text_.endswith(tail(text_, cells))


@given(st.lists(st.tuples(LINES, LINES), max_size=5), st.integers(min_value=8, max_value=60))
def test_list_lines_fit(fields: list[tuple[str, str]], width: int) -> None:
    assert all(cells_of(line) <= width for line in list_lines(fields, width))


@given(
    st.dictionaries(
        st.text(alphabet="abcdef", min_size=1, max_size=12), LINES, min_size=1, max_size=4
    ),
    st.integers(min_value=10, max_value=100),
    st.booleans(),
)
def test_no_line_of_a_table_is_wider_than_the_screen(
    notes: dict[str, str], width: int, core: bool
) -> None:
    value = PSObject()
    for name, held in notes.items():
        value.add_note(name, held)
    lines = text([value, value], core=core, width=width).split("\n")
    assert all(cells_of(line) <= width for line in lines)
