"""Cultures: how numbers and dates look. en-US differs between the two editions."""

from dataclasses import dataclass, replace
from typing import Final

_EN_DAYS: Final = (
    "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
)  # fmt: skip
_EN_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Culture:
    """A System.Globalization.CultureInfo as far as formatting needs it.

    `number_digits` and `percent_digits` are the places of N, F and P without a precision;
    `percent_pattern` and `currency_pattern` hold "n" for the number.
    """

    name: str
    lcid: int = 127
    english_name: str = ""
    decimal_separator: str = "."
    group_separator: str = ","
    number_digits: int = 2
    percent_digits: int = 2
    percent_pattern: str = "n %"
    currency_pattern: str = "¤n"
    currency_negative: str = "(¤n)"
    currency_symbol: str = "¤"
    infinity: str = "∞"
    days: tuple[str, ...] = _EN_DAYS
    short_days: tuple[str, ...] = tuple(day[:3] for day in _EN_DAYS)
    months: tuple[str, ...] = _EN_MONTHS
    short_months: tuple[str, ...] = tuple(month[:3] for month in _EN_MONTHS)
    am: str = "AM"
    pm: str = "PM"
    date_separator: str = "/"
    short_date: str = "MM/dd/yyyy"
    long_date: str = "dddd, dd MMMM yyyy"
    short_time: str = "HH:mm"
    long_time: str = "HH:mm:ss"
    month_day: str = "MMMM dd"
    year_month: str = "yyyy MMMM"
    day_first: bool = False
    exact_digits: bool = True
    """Doubles are rounded from all their digits (.NET Core 3.0 on), not from fifteen."""


INVARIANT: Final = Culture(name="", english_name="Invariant Language (Invariant Country)")

EN_US_FRAMEWORK: Final = Culture(
    name="en-US",
    lcid=1033,
    english_name="English (United States)",
    exact_digits=False,
    percent_pattern="n%",  # Windows 10 / Server 2016 and later. Source: assumed
    currency_pattern="$n",
    currency_negative="($n)",
    currency_symbol="$",
    short_date="M/d/yyyy",
    long_date="dddd, MMMM d, yyyy",
    short_time="h:mm tt",
    long_time="h:mm:ss tt",
    month_day="MMMM d",
    year_month="MMMM yyyy",
)
"""en-US of Windows PowerShell 5.1 (NLS)."""

EN_US_CORE: Final = replace(
    EN_US_FRAMEWORK,
    exact_digits=True,
    number_digits=3,
    percent_digits=3,
    currency_negative="-$n",
    short_time="h:mm\u202ftt",
    long_time="h:mm:ss\u202ftt",
)
"""en-US of PowerShell 7 (ICU). Source: conformance dotnet-number-format, dotnet-date-create."""

DE_DE: Final = Culture(
    name="de-DE",
    lcid=1031,
    english_name="German (Germany)",
    decimal_separator=",",
    group_separator=".",
    currency_pattern="n €",
    currency_negative="-n €",
    currency_symbol="€",
    days=(
        "Sonntag", "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag",
    ),
    short_days=("So", "Mo", "Di", "Mi", "Do", "Fr", "Sa"),
    months=(
        "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September",
        "Oktober", "November", "Dezember",
    ),
    short_months=(
        "Jan", "Feb", "Mrz", "Apr", "Mai", "Jun", "Jul", "Aug", "Sep", "Okt", "Nov", "Dez",
    ),
    date_separator=".",
    short_date="dd.MM.yyyy",
    long_date="dddd, d. MMMM yyyy",
    month_day="d. MMMM",
    year_month="MMMM yyyy",
    day_first=True,
)  # fmt: skip


def current_culture(*, core: bool) -> Culture:
    """Return the culture of a session: en-US of the edition."""
    return EN_US_CORE if core else EN_US_FRAMEWORK


def culture_named(name: str) -> Culture | None:
    """Return the culture with that name, or None where the emulator has none."""
    return {"": INVARIANT, "en-us": EN_US_FRAMEWORK, "de-de": DE_DE}.get(name.lower())
