"""Number literals have the .NET type and value that their text asks for."""

from decimal import Decimal

import pytest

from emulator.objects.numbers import (
    BigInteger,
    Byte,
    Int16,
    Int64,
    SByte,
    UInt16,
    UInt32,
    UInt64,
)  # fmt: skip
from emulator.powershell import tree
from emulator.powershell.parser import parse

VALUES = [
    # text          value                          why it is here
    ("0", 0, "the least"),
    ("007", 7, "leading zeros do not mean octal"),
    ("2147483647", 2147483647, "the largest Int32"),
    ("2147483648", Int64(2147483648), "one more is Int64"),
    ("-2147483648", -2147483648, "the sign belongs to the number"),
    ("9223372036854775808", Decimal(9223372036854775808), "beyond Int64 is Decimal"),
    ("79228162514264337593543950336", 7.922816251426434e28, "beyond Decimal is Double"),
    ("1.5", 1.5, "a fraction is Double"),
    (".5", 0.5, "the zero may be left out"),
    ("1e3", 1000.0, "an exponent makes a Double"),
    ("1.5d", Decimal("1.5"), "suffix d is Decimal"),
    ("10l", Int64(10), "suffix l is Int64"),
    ("0x1F", 31, "hexadecimal"),
    ("0xFFFFFFFF", -1, "eight hexadecimal digits carry a sign"),
    ("0x80000000", -2147483648, "eight hexadecimal digits carry a sign"),
    ("0xFFFFFFFFu", UInt32(4294967295), "u takes the sign away"),
    ("0xFFFFFFFFFFFFFFFF", Int64(-1), "sixteen hexadecimal digits are Int64"),
    ("0b101", 5, "binary"),
    ("1kb", 1024, "a multiplier"),
    ("2GB", Int64(2147483648), "a multiplier can widen the type"),
    ("1.5gb", 1610612736.0, "a real with a multiplier stays Double"),
    ("1lkb", Int64(1024), "suffix before multiplier"),
    ("1y", SByte(1), "SByte"),
    ("1uy", Byte(1), "Byte"),
    ("1s", Int16(1), "Int16"),
    ("1us", UInt16(1), "UInt16"),
    ("1u", UInt32(1), "UInt32"),
    ("4294967296u", UInt64(4294967296), "UInt64 where UInt32 is too small"),
    ("1ul", UInt64(1), "UInt64"),
    ("12n", BigInteger(12), "BigInteger"),
]


@pytest.mark.parametrize(("text", "value", "why"), VALUES, ids=[row[0] for row in VALUES])
def test_a_number_literal_has_its_value_and_type(text: str, value: object, why: str) -> None:
    result = parse(f"$x = {text}")
    assert not result.errors
    assignment = result.tree.end_block.statements[0] if result.tree.end_block else None
    assert isinstance(assignment, tree.AssignmentStatement)
    assert isinstance(assignment.right, tree.CommandExpression)
    constant = assignment.right.expression
    assert isinstance(constant, tree.ConstantExpression)
    assert (type(constant.value), constant.value, constant.text) == (type(value), value, text), why


@pytest.mark.parametrize("text", ["7z", "1.2.3", "0xZZ", "1kbx", "10.0.0.1"])
def test_an_argument_that_only_looks_like_a_number_is_a_word(text: str) -> None:
    result = parse(f"Get-Thing {text}")
    assert [token.kind for token in result.tokens] == ["Generic", "Generic", "EndOfInput"]


def test_a_number_beyond_its_suffix_is_an_error() -> None:
    (error,) = parse("300y * 2").errors[:1]
    assert (error.error_id, error.message) == (
        "BadNumericConstant",
        "The numeric constant 300y is not valid.",
    )
