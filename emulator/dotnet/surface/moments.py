"""System.DateTime and System.TimeSpan: methods, statics, constructors."""

import re
from collections.abc import Callable
from typing import Final

from emulator.dotnet.cultures import culture_of
from emulator.dotnet.overloads import Call
from emulator.dotnet.signatures import StaticProperty, Surface, constant, overloads, table
from emulator.dotnet.surface.exact_dates import parse_exact
from emulator.dotnet.surface.numbers import try_parse
from emulator.objects.comparison import compare
from emulator.objects.date_formats import format_date, format_span
from emulator.objects.date_parsing import parse_date, parse_span
from emulator.objects.enums import EnumValue
from emulator.objects.exceptions import fail, fail_argument
from emulator.objects.moments import (
    DATE_TIME,
    LOCAL,
    MAX_DATE_TICKS,
    TICKS_PER_DAY,
    TICKS_PER_HOUR,
    TICKS_PER_MINUTE,
    TICKS_PER_MS,
    TICKS_PER_SECOND,
    TIME_SPAN,
    UTC,
    DateTime,
    TimeSpan,
    days_in_month,
    is_leap_year,
)
from emulator.objects.numbers import Int64

_ROUNDTRIP: Final = 128
_FILE_TIME_ZERO: Final = 504911232000000000  # 1601-01-01
_UNIX_ZERO: Final = 621355968000000000  # 1970-01-01
_OLE_ZERO: Final = 599264352000000000  # 1899-12-30


def _now(call: Call) -> DateTime:
    return DateTime(call.surroundings.utc_ticks(), LOCAL)


def _utc_now(call: Call) -> DateTime:
    return DateTime(call.surroundings.utc_ticks(), UTC)


def _today(call: Call) -> DateTime:
    now = _now(call)
    return DateTime(now.ticks - now.ticks_of_day, LOCAL)


def _parse(
    call: Call, text: str, provider: object = None, styles: EnumValue | None = None
) -> DateTime:
    keep = styles is not None and bool(styles.number & _ROUNDTRIP)
    return parse_date(text, culture_of(provider, call), today=_today(call), keep_utc=keep)


def _parse_exact(
    call: Call, text: str, templates: object, provider: object, styles: EnumValue | None = None
) -> DateTime:
    del styles
    formats = [str(it) for it in templates] if isinstance(templates, list) else [str(templates)]
    return parse_exact(text, formats, culture_of(provider, call))


def _adder(size: int) -> Callable[[DateTime, float], DateTime]:
    return lambda it, count: it.plus(round(count * size))


def _new(*parts: int) -> DateTime:
    """Return new DateTime(year, month, day[, hour, minute, second[, millisecond]])."""
    year, month, day, hour, minute, second, ms = (*parts, 0, 0, 0, 0)[:7]
    if not (0 <= hour < 24 and 0 <= minute < 60 and 0 <= second < 60 and 0 <= ms < 1000):
        fail(
            "System.ArgumentOutOfRangeException",
            "Hour, Minute, and Second parameters describe an un-representable DateTime.",
        )
    ticks = hour * TICKS_PER_HOUR + minute * TICKS_PER_MINUTE
    ticks += second * TICKS_PER_SECOND + ms * TICKS_PER_MS
    try:
        return DateTime.of(year, month, day, ticks)
    except ValueError:
        fail(
            "System.ArgumentOutOfRangeException",
            "Year, Month, and Day parameters describe an un-representable DateTime.",
        )


def _new_kind(*parts: object) -> DateTime:
    *numbers, kind = parts
    assert isinstance(kind, EnumValue)
    made = _new(*(part for part in numbers if isinstance(part, int)))
    return DateTime(made.ticks, kind.number)


def _from_ticks(ticks: int, kind: EnumValue | None = None) -> DateTime:
    if not 0 <= ticks <= MAX_DATE_TICKS:
        fail_argument(
            "System.ArgumentOutOfRangeException",
            "Ticks must be between DateTime.MinValue.Ticks and DateTime.MaxValue.Ticks.",
            "ticks",
        )
    return DateTime(ticks, 0 if kind is None else kind.number)


def _subtract(it: DateTime, other: DateTime) -> TimeSpan:
    return TimeSpan(it.ticks - other.ticks)


def _to_string(call: Call, it: DateTime, template: str | None = "", provider: object = None) -> str:
    return format_date(it, template or "", culture_of(provider, call))


def _to_string_with(call: Call, it: DateTime, provider: object) -> str:
    return format_date(it, "", culture_of(provider, call))


def _standard(letter: str) -> Callable[[Call, DateTime], str]:
    return lambda call, it: format_date(it, letter, call.culture)


def _equal(it: object, other: object) -> bool:
    return type(it) is type(other) and it == other


_DATE_ADDERS: Final = (
    ("AddDays", TICKS_PER_DAY), ("AddHours", TICKS_PER_HOUR), ("AddMinutes", TICKS_PER_MINUTE),
    ("AddSeconds", TICKS_PER_SECOND), ("AddMilliseconds", TICKS_PER_MS),
)  # fmt: skip
_YMD: Final = "int year, int month, int day"
_HMS: Final = f"{_YMD}, int hour, int minute, int second"

DATE_SURFACE: Final = Surface(
    type=DATE_TIME,
    methods=table(
        ("datetime Add(timespan value)", lambda it, span: it.plus(span.ticks)),
        *((f"datetime {name}(double value)", _adder(size)) for name, size in _DATE_ADDERS),
        ("datetime AddMonths(int months)", lambda it, count: it.plus_months(count)),
        ("datetime AddTicks(long value)", lambda it, count: it.plus(int(count))),
        ("datetime AddYears(int value)", lambda it, count: it.plus_months(12 * count)),
        ("int CompareTo(System.Object value)", compare),
        ("int CompareTo(datetime value)", compare),
        ("bool Equals(System.Object value)", _equal),
        ("timespan Subtract(datetime value)", _subtract),
        ("datetime Subtract(timespan value)", lambda it, span: it.plus(-span.ticks)),
        ("bool IsDaylightSavingTime()", lambda _: False),
        ("long ToBinary()", lambda it: Int64(it.ticks | it.kind << 62 if it.kind == 1 else it.ticks)),
        ("long ToFileTime()", lambda it: Int64(it.ticks - _FILE_TIME_ZERO)),
        ("long ToFileTimeUtc()", lambda it: Int64(it.ticks - _FILE_TIME_ZERO)),
        ("datetime ToLocalTime()", lambda it: DateTime(it.ticks, LOCAL)),
        ("datetime ToUniversalTime()", lambda it: DateTime(it.ticks, UTC)),
        ("string ToLongDateString()", _standard("D"), True),
        ("string ToLongTimeString()", _standard("T"), True),
        ("string ToShortDateString()", _standard("d"), True),
        ("string ToShortTimeString()", _standard("t"), True),
        ("double ToOADate()", lambda it: (it.ticks - _OLE_ZERO) / TICKS_PER_DAY),
        ("string ToString()", _to_string, True),
        ("string ToString(string format)", _to_string, True),
        ("string ToString(System.IFormatProvider provider)", _to_string_with, True),
        ("string ToString(string format, System.IFormatProvider provider)", _to_string, True),
    ),
    static_properties=(
        StaticProperty(name="Now", type_name="datetime", get=_now),
        StaticProperty(name="UtcNow", type_name="datetime", get=_utc_now),
        StaticProperty(name="Today", type_name="datetime", get=_today),
        constant("MinValue", "datetime", DateTime(0)),
        constant("MaxValue", "datetime", DateTime(MAX_DATE_TICKS)),
        constant("UnixEpoch", "datetime", DateTime(_UNIX_ZERO, UTC)),
    ),
    statics=table(
        ("static datetime Parse(string s)", _parse, True),
        ("static datetime Parse(string s, System.IFormatProvider provider)", _parse, True),
        (("static datetime Parse(string s, System.IFormatProvider provider, "
         "System.Globalization.DateTimeStyles styles)"), _parse, True),
        ("static datetime ParseExact(string s, string format, System.IFormatProvider provider)",
         _parse_exact, True),
        (("static datetime ParseExact(string s, string format, System.IFormatProvider provider, "
         "System.Globalization.DateTimeStyles style)"), _parse_exact, True),
        (("static datetime ParseExact(string s, string[] formats, System.IFormatProvider provider, "
         "System.Globalization.DateTimeStyles style)"), _parse_exact, True),
        ("static bool TryParse(string s, [ref] datetime result)",
         try_parse(parse_date, DateTime(0))),
        (("static bool TryParse(string s, System.IFormatProvider provider, "
         "System.Globalization.DateTimeStyles styles, [ref] datetime result)"),
         lambda text, _provider, _styles, result: try_parse(parse_date, DateTime(0))(text, result)),
        (("static bool TryParseExact(string s, string format, System.IFormatProvider provider, "
         "System.Globalization.DateTimeStyles style, [ref] datetime result)"),
         lambda call, text, template, provider, style, result: try_parse(
             lambda it: _parse_exact(call, it, template, provider, style), DateTime(0))(
                 text, result), True),
        ("static int DaysInMonth(int year, int month)", days_in_month),
        ("static bool IsLeapYear(int year)", is_leap_year),
        ("static int Compare(datetime t1, datetime t2)", compare),
        ("static datetime SpecifyKind(datetime value, System.DateTimeKind kind)",
         lambda it, kind: DateTime(it.ticks, kind.number)),
        ("static datetime FromFileTime(long fileTime)",
         lambda count: DateTime(int(count) + _FILE_TIME_ZERO, LOCAL)),
        ("static datetime FromFileTimeUtc(long fileTime)",
         lambda count: DateTime(int(count) + _FILE_TIME_ZERO, UTC)),
        ("static datetime FromOADate(double d)",
         lambda days: DateTime(_OLE_ZERO + round(days * 86400000) * TICKS_PER_MS)),
        ("static datetime FromBinary(long dateData)",
         lambda data: DateTime(int(data) & ((1 << 62) - 1), (int(data) >> 62) & 3)),
    ),
    constructors=overloads(
        ("datetime new(long ticks)", _from_ticks),
        ("datetime new(long ticks, System.DateTimeKind kind)", _from_ticks),
        (f"datetime new({_YMD})", _new),
        (f"datetime new({_HMS})", _new),
        (f"datetime new({_HMS}, int millisecond)", _new),
        (f"datetime new({_HMS}, System.DateTimeKind kind)", _new_kind),
        (f"datetime new({_HMS}, int millisecond, System.DateTimeKind kind)", _new_kind),
    ),
)  # fmt: skip


def _span_text(call: Call, it: TimeSpan, template: str | None = "", provider: object = None) -> str:
    return format_span(it, template or "", culture_of(provider, call))


def _span_exact(text: str, template: str, *_: object) -> TimeSpan:
    """Return TimeSpan.ParseExact for custom formats made of d, h, m, s, f and quoted text."""
    names = {"d": 0, "h": 0, "m": 0, "s": 0}
    from emulator.objects.date_formats import pieces  # noqa: PLC0415 - one use

    if len(template) == 1:
        return parse_span(text)
    pattern = "".join(
        f"(?P<{kind}>\\d{{{len(run)},}})" if kind in names else re.escape(run)
        for kind, run in pieces(template.removeprefix("%"))
    )
    found = re.fullmatch(pattern, text)
    if found is None:
        fail("System.FormatException", "Input string was not in a correct format.")
    parts = {name: int(value) for name, value in found.groupdict().items()}
    return TimeSpan.of(
        days=parts.get("d", 0),
        hours=parts.get("h", 0),
        minutes=parts.get("m", 0),
        seconds=parts.get("s", 0),
    )


def _from(size: int) -> Callable[[float], TimeSpan]:
    return lambda count: TimeSpan(round(count * size))


def _new_span(*parts: int) -> TimeSpan:
    if len(parts) == 3:
        parts = (0, *parts)
    names = ("days", "hours", "minutes", "seconds", "milliseconds")
    return TimeSpan.of(**dict(zip(names, (int(part) for part in parts), strict=False)))


_SPAN_MAKERS: Final = (
    ("FromDays", TICKS_PER_DAY), ("FromHours", TICKS_PER_HOUR), ("FromMinutes", TICKS_PER_MINUTE),
    ("FromSeconds", TICKS_PER_SECOND), ("FromMilliseconds", TICKS_PER_MS),
)  # fmt: skip

SPAN_SURFACE: Final = Surface(
    type=TIME_SPAN,
    methods=table(
        ("timespan Add(timespan ts)", lambda it, other: TimeSpan(it.ticks + other.ticks)),
        ("int CompareTo(System.Object value)", compare),
        ("int CompareTo(timespan value)", compare),
        ("timespan Divide(double divisor)", lambda it, by: TimeSpan(round(it.ticks / by))),
        ("timespan Duration()", lambda it: TimeSpan(abs(it.ticks))),
        ("bool Equals(System.Object value)", _equal),
        ("timespan Multiply(double factor)", lambda it, by: TimeSpan(round(it.ticks * by))),
        ("timespan Negate()", lambda it: TimeSpan(-it.ticks)),
        ("timespan Subtract(timespan ts)", lambda it, other: TimeSpan(it.ticks - other.ticks)),
        ("string ToString()", _span_text, True),
        ("string ToString(string format)", _span_text, True),
        ("string ToString(string format, System.IFormatProvider formatProvider)", _span_text, True),
    ),
    static_properties=(
        constant("Zero", "timespan", TimeSpan(0)),
        constant("MaxValue", "timespan", TimeSpan((1 << 63) - 1)),
        constant("MinValue", "timespan", TimeSpan(-(1 << 63))),
        constant("TicksPerDay", "long", Int64(TICKS_PER_DAY)),
        constant("TicksPerHour", "long", Int64(TICKS_PER_HOUR)),
        constant("TicksPerMinute", "long", Int64(TICKS_PER_MINUTE)),
        constant("TicksPerSecond", "long", Int64(TICKS_PER_SECOND)),
        constant("TicksPerMillisecond", "long", Int64(TICKS_PER_MS)),
    ),
    statics=table(
        *((f"static timespan {name}(double value)", _from(size)) for name, size in _SPAN_MAKERS),
        ("static timespan FromTicks(long value)", lambda count: TimeSpan(int(count))),
        ("static timespan Parse(string s)", parse_span),
        ("static timespan Parse(string input, System.IFormatProvider formatProvider)",
         lambda text, _: parse_span(text)),
        (("static timespan ParseExact(string input, string format, "
         "System.IFormatProvider formatProvider)"), _span_exact),
        ("static bool TryParse(string s, [ref] timespan result)",
         try_parse(parse_span, TimeSpan(0))),
        ("static int Compare(timespan t1, timespan t2)", compare),
    ),
    constructors=overloads(
        ("timespan new(long ticks)", lambda count: TimeSpan(int(count))),
        ("timespan new(int hours, int minutes, int seconds)", _new_span),
        ("timespan new(int days, int hours, int minutes, int seconds)", _new_span),
        ("timespan new(int days, int hours, int minutes, int seconds, int milliseconds)",
         _new_span),
    ),
)  # fmt: skip

SURFACES: Final = (DATE_SURFACE, SPAN_SURFACE)
