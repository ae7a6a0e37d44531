"""System.DateTime and System.TimeSpan: whole 100-nanosecond ticks."""

from collections.abc import Callable
from datetime import date
from typing import Any, Final

from emulator.objects.basic_types import VALUE_TYPE
from emulator.objects.common_enums import DATE_TIME_KIND, DAY_OF_WEEK
from emulator.objects.enums import EnumValue
from emulator.objects.exceptions import fail
from emulator.objects.numbers import Int64
from emulator.objects.types import ClrObject, Property, PSType

TICKS_PER_MS: Final = 10_000
TICKS_PER_SECOND: Final = 10_000_000
TICKS_PER_MINUTE: Final = 60 * TICKS_PER_SECOND
TICKS_PER_HOUR: Final = 60 * TICKS_PER_MINUTE
TICKS_PER_DAY: Final = 24 * TICKS_PER_HOUR
MAX_DATE_TICKS: Final = 3_155_378_975_999_999_999
_MAX_SPAN: Final = (1 << 63) - 1

UNSPECIFIED: Final = 0
UTC: Final = 1
LOCAL: Final = 2


class TimeSpan(ClrObject):
    """System.TimeSpan: a length of time in ticks, negative too. Immutable."""

    __slots__ = ("ticks",)

    def __init__(self, ticks: int) -> None:
        """Hold `ticks` of 100 ns; beyond 64 bits is .NET's OverflowException."""
        if not -_MAX_SPAN - 1 <= ticks <= _MAX_SPAN:
            fail(
                "System.OverflowException", "TimeSpan overflowed because the duration is too long."
            )
        self.ticks = int(ticks)

    @classmethod
    def of(
        cls,
        *,
        days: int = 0,
        hours: int = 0,
        minutes: int = 0,
        seconds: int = 0,
        milliseconds: int = 0,
    ) -> "TimeSpan":
        """Return the sum of the parts."""
        return cls(
            days * TICKS_PER_DAY
            + hours * TICKS_PER_HOUR
            + minutes * TICKS_PER_MINUTE
            + seconds * TICKS_PER_SECOND
            + milliseconds * TICKS_PER_MS
        )

    def part(self, size: int, modulus: int) -> int:
        """Return one component, cut towards zero, with the sign of the whole."""
        value = abs(self.ticks) // size
        value = value % modulus if modulus else value
        return -value if self.ticks < 0 else value

    def __eq__(self, other: object) -> bool:
        return isinstance(other, TimeSpan) and other.ticks == self.ticks

    def __hash__(self) -> int:
        return hash(("TimeSpan", self.ticks))

    def __repr__(self) -> str:
        return f"TimeSpan({self.to_text()})"

    def to_text(self) -> str:
        """Return the constant format, [-][d.]hh:mm:ss[.fffffff]."""
        ticks = abs(self.ticks)
        days, rest = divmod(ticks, TICKS_PER_DAY)
        seconds, fraction = divmod(rest, TICKS_PER_SECOND)
        text = f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"
        if days:
            text = f"{days}.{text}"
        if fraction:
            text = f"{text}.{fraction:07}"
        return f"-{text}" if self.ticks < 0 else text


def _part(name: str, size: int, modulus: int) -> Property:
    return Property(name=name, type_name="System.Int32", get=lambda it: it.part(size, modulus))


def _total(name: str, size: int) -> Property:
    return Property(name=name, type_name="System.Double", get=lambda it: it.ticks / size)


TIME_SPAN: Final = PSType(
    name="System.TimeSpan",
    base=VALUE_TYPE,
    python=TimeSpan,
    interfaces=("System.IComparable", "System.IFormattable"),
    value_type=True,
    properties=(
        Property(name="Ticks", type_name="System.Int64", get=lambda it: Int64(it.ticks)),
        _part("Days", TICKS_PER_DAY, 0),
        _part("Hours", TICKS_PER_HOUR, 24),
        _part("Milliseconds", TICKS_PER_MS, 1000),
        _part("Minutes", TICKS_PER_MINUTE, 60),
        _part("Seconds", TICKS_PER_SECOND, 60),
        _total("TotalDays", TICKS_PER_DAY),
        _total("TotalHours", TICKS_PER_HOUR),
        _total("TotalMilliseconds", TICKS_PER_MS),
        _total("TotalMinutes", TICKS_PER_MINUTE),
        _total("TotalSeconds", TICKS_PER_SECOND),
    ),
)
TimeSpan.ps_type = TIME_SPAN


class DateTime(ClrObject):
    """System.DateTime: ticks since 0001-01-01 and a kind (UNSPECIFIED, UTC, LOCAL). Immutable.

    The emulated host's time zone is UTC unless a session says otherwise, so Local and Utc
    differ in name only. Source: assumed
    """

    __slots__ = ("kind", "ticks")

    def __init__(self, ticks: int, kind: int = UNSPECIFIED) -> None:
        """Hold the moment; one outside years 1 to 9999 is .NET's ArgumentOutOfRangeException."""
        if not 0 <= ticks <= MAX_DATE_TICKS:
            fail(
                "System.ArgumentOutOfRangeException",
                "The added or subtracted value results in an un-representable DateTime. "
                "(Parameter 'value')",
            )
        self.ticks = int(ticks)
        self.kind = kind

    @classmethod
    def of(
        cls, year: int, month: int, day: int, ticks_of_day: int = 0, kind: int = UNSPECIFIED
    ) -> "DateTime":
        """Return midnight of that day plus `ticks_of_day`; ValueError where no such day is."""
        days = date(year, month, day).toordinal() - 1
        return cls(days * TICKS_PER_DAY + ticks_of_day, kind)

    @property
    def day_number(self) -> date:
        """The calendar day."""
        return date.fromordinal(self.ticks // TICKS_PER_DAY + 1)

    @property
    def ticks_of_day(self) -> int:
        """Ticks since midnight."""
        return self.ticks % TICKS_PER_DAY

    def plus(self, ticks: int) -> "DateTime":
        """Return the moment `ticks` later, of the same kind."""
        return DateTime(self.ticks + ticks, self.kind)

    def plus_months(self, months: int) -> "DateTime":
        """Return the same day `months` later, or the last day of that month."""
        day = self.day_number
        year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
        if not 1 <= year <= 9999:
            fail(
                "System.ArgumentOutOfRangeException",
                "The added or subtracted value results in an un-representable DateTime. "
                "(Parameter 'months')",
            )
        last = days_in_month(year, month + 1)
        return DateTime.of(year, month + 1, min(day.day, last), self.ticks_of_day, self.kind)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, DateTime) and other.ticks == self.ticks

    def __hash__(self) -> int:
        return hash(("DateTime", self.ticks))

    def __repr__(self) -> str:
        return f"DateTime({self.to_text()})"

    def to_text(self) -> str:
        """Return the invariant general form, MM/dd/yyyy HH:mm:ss."""
        day = self.day_number
        seconds = self.ticks_of_day // TICKS_PER_SECOND
        clock = f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"
        return f"{day.month:02}/{day.day:02}/{day.year:04} {clock}"


def days_in_month(year: int, month: int) -> int:
    """Return how many days the month has."""
    if month == 2:
        return 29 if is_leap_year(year) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def is_leap_year(year: int) -> bool:
    """Whether the year has a 29 February."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def day_of_week(moment: DateTime) -> int:
    """Return the number of the weekday, Sunday = 0."""
    return (moment.ticks // TICKS_PER_DAY + 1) % 7


def long_text(moment: DateTime) -> str:
    """Return the ETS property DateTime: long date and long time of en-US."""
    from emulator.objects.cultures import EN_US_FRAMEWORK  # noqa: PLC0415 - see date_formats
    from emulator.objects.date_formats import format_date  # noqa: PLC0415 - it needs DateTime

    return format_date(moment, "F", EN_US_FRAMEWORK)


def _date_part(name: str, get: Callable[[Any], object], type_name: str = "Int32") -> Property:
    return Property(name=name, type_name=f"System.{type_name}", get=get)


def _clock_part(name: str, size: int, modulus: int) -> Property:
    return _date_part(name, lambda it: it.ticks_of_day // size % modulus)


DATE_TIME: Final = PSType(
    name="System.DateTime",
    base=VALUE_TYPE,
    python=DateTime,
    interfaces=("System.IComparable", "System.IFormattable", "System.IConvertible"),
    value_type=True,
    properties=(
        _date_part("DateTime", long_text, "Object"),
        _date_part("Date", lambda it: DateTime(it.ticks - it.ticks_of_day, it.kind), "DateTime"),
        _date_part("Day", lambda it: it.day_number.day),
        _date_part("DayOfWeek", lambda it: EnumValue(DAY_OF_WEEK, day_of_week(it)), "DayOfWeek"),
        _date_part("DayOfYear", lambda it: it.day_number.timetuple().tm_yday),
        _clock_part("Hour", TICKS_PER_HOUR, 24),
        _date_part("Kind", lambda it: EnumValue(DATE_TIME_KIND, it.kind), "DateTimeKind"),
        _clock_part("Millisecond", TICKS_PER_MS, 1000),
        _clock_part("Minute", TICKS_PER_MINUTE, 60),
        _date_part("Month", lambda it: it.day_number.month),
        _clock_part("Second", TICKS_PER_SECOND, 60),
        _date_part("Ticks", lambda it: Int64(it.ticks), "Int64"),
        _date_part("TimeOfDay", lambda it: TimeSpan(it.ticks_of_day), "TimeSpan"),
        _date_part("Year", lambda it: it.day_number.year),
    ),
)
DateTime.ps_type = DATE_TIME
