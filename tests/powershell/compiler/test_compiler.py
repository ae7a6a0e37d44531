"""The compiler's cache, and that any text is compiled or refused."""

from hypothesis import given, settings
from hypothesis import strategies as st

from emulator.powershell.compiler.compiler import TEXTS_KEPT, Compiler

WORDS = st.sampled_from(
    [
        "$x", "=", "1", "+", "'a'", '"$x"', "(", ")", "{", "}", "[int]", ".Length", "|", ";",
        "if", "foreach", "in", "function f", "param", "@{", "@(", ",", "-eq", "return", "try",
        "catch", "finally", "switch", "Get-Date", "-Name", "@x", "::", "%", "?", "\n", "..",
    ]
)  # fmt: skip


def test_a_text_seen_before_is_not_compiled_again() -> None:
    compiler = Compiler(core=True)
    assert compiler.compile("1 + 1") is compiler.compile("1 + 1")


def test_the_oldest_texts_are_forgotten() -> None:
    compiler = Compiler(core=True)
    first = compiler.compile("0")
    for number in range(TEXTS_KEPT):
        compiler.compile(str(number + 1))
    assert compiler.compile("0") is not first


@settings(max_examples=200, deadline=None)
@given(st.lists(WORDS, max_size=12))
def test_any_text_compiles_or_has_errors(words: list[str]) -> None:
    compiled = Compiler(core=True).compile(" ".join(words))
    assert (compiled.body is None) == bool(compiled.errors)
