"""The .NET number types that Python's own do not tell apart.

A plain `int` is System.Int32, a plain `float` System.Double, `decimal.Decimal` System.Decimal,
`bool` System.Boolean. The others are subclasses, so that they compute like Python numbers and
still know their type. Arithmetic on them goes through `objects.arithmetic`, which chooses the
type of the result; Python's own operators would fall back to `int`.
"""


class SByte(int):
    """System.SByte."""

    __slots__ = ()


class Byte(int):
    """System.Byte."""

    __slots__ = ()


class Int16(int):
    """System.Int16."""

    __slots__ = ()


class UInt16(int):
    """System.UInt16."""

    __slots__ = ()


class UInt32(int):
    """System.UInt32."""

    __slots__ = ()


class Int64(int):
    """System.Int64."""

    __slots__ = ()


class UInt64(int):
    """System.UInt64."""

    __slots__ = ()


class BigInteger(int):
    """System.Numerics.BigInteger."""

    __slots__ = ()


class Single(float):
    """System.Single."""

    __slots__ = ()


class Char(str):
    """System.Char: a string of one UTF-16 unit that is not a System.String."""

    __slots__ = ()
