"""How a value is written in a world file: sizes, durations, numbers, words.

A kind reads what YAML holds (text, whole number, true/false, nothing) and writes it back; what
it cannot read is a ValueError that says what is allowed. It is the one place that knows: the
marshmallow schemas ask it.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final, Protocol

from emulator.clock import Rate
from emulator.units import GIB, KIB, MIB, TIB

NUMBER_MOST: Final = 2**63 - 1
"""The engine's columns hold 63 bits."""
TEXT_MOST: Final = 4_096
"""Longer than every text Hyper-V accepts in a setting."""
SIZES: Final = {"B": 1, "KB": KIB, "MB": MIB, "GB": GIB, "TB": TIB}
DURATIONS: Final = {"s": 1, "min": 60, "h": 3_600, "d": 86_400}
QUANTITY: Final = re.compile(r"([0-9]{1,18})(?:\.([0-9]{1,9}))?\s*([A-Za-z]+|%)?")
MOMENT: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z")
ZERO: Final = datetime(1, 1, 1, tzinfo=UTC)


class Kind(Protocol):
    """One way to write a value."""

    @property
    def allowed(self) -> str:
        """What may be written, for messages."""

    def read(self, raw: object) -> object:
        """Return the value; ValueError tells what is wrong."""

    def write(self, value: object) -> object:
        """Return what a world file says for it."""


def wrong(raw: object, allowed: str) -> ValueError:
    """Return the error for a value that is not allowed."""
    shown = "nothing" if raw is None else repr(raw)
    return ValueError(f"{shown:.200} is not allowed; write {allowed}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """Any text of `least` to `most` characters."""

    least: int = 0
    most: int = TEXT_MOST

    @property
    def allowed(self) -> str:
        """What may be written."""
        return f"a text of {self.least} to {self.most} characters"

    def read(self, raw: object) -> str:
        """Return the text; a whole number was meant as text too."""
        if isinstance(raw, int) and not isinstance(raw, bool):
            raw = str(raw)
        if not isinstance(raw, str) or not self.least <= len(raw) <= self.most:
            raise wrong(raw, self.allowed)
        return raw

    def write(self, value: object) -> object:
        """Return the text."""
        return value


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A whole number from `least` to `most`, with or without a unit of `units`."""

    least: int = 0
    most: int = NUMBER_MOST
    units: Mapping[str, int]
    noun: str

    @property
    def allowed(self) -> str:
        """What may be written."""
        examples = {"size": " such as 512 MB or 4 GB", "duration": " such as 90 s or 10 min"}
        return f"a {self.noun} from {self._shown(self.least)} to {self._shown(self.most)}" + (
            examples.get(self.noun, "")
        )

    def read(self, raw: object) -> int:
        """Return the amount in the smallest unit; a fraction must come out whole."""
        amount = self._amount(raw)
        if amount is None or not self.least <= amount <= self.most:
            raise wrong(raw, self.allowed)
        return amount

    def write(self, value: object) -> object:
        """Return the amount in the largest unit that leaves nothing."""
        assert isinstance(value, int)
        return self._shown(value) if self.noun in ("size", "duration") else value

    def _amount(self, raw: object) -> int | None:
        if isinstance(raw, int) and not isinstance(raw, bool):
            return raw
        found = QUANTITY.fullmatch(raw.strip()) if isinstance(raw, str) else None
        if found is None:
            return None
        whole, fraction, unit = found[1], found[2] or "", found[3]
        factor = self._factor(unit)
        if factor is None:
            return None
        amount, rest = divmod(int(whole + fraction) * factor, 10 ** len(fraction))
        return amount if rest == 0 else None

    def _factor(self, unit: str | None) -> int | None:
        if unit is None:
            return 1
        folded = {name.casefold(): factor for name, factor in self.units.items()}
        return folded.get(unit.casefold())

    def _shown(self, amount: int) -> str:
        name, factor = "", 1
        for unit, size in self.units.items():
            if amount and amount % size == 0:
                name, factor = unit, size
        return f"{amount // factor} {name}".strip() if self.noun != "number" else str(amount)


def number(least: int = 0, most: int = NUMBER_MOST) -> Quantity:
    """Return the kind of plain whole numbers."""
    return Quantity(least=least, most=most, units={}, noun="number")


def percent(least: int = 0, most: int = 10_000) -> Quantity:
    """Return the kind of whole percentages."""
    return Quantity(least=least, most=most, units={"%": 1}, noun="percentage")


def size(least: int = 0, most: int = 64 * TIB) -> Quantity:
    """Return the kind of sizes; 64 TB is the largest disk there is (documented)."""
    return Quantity(least=least, most=most, units=SIZES, noun="size")


def duration(least: int = 0, most: int = 3_650 * 86_400) -> Quantity:
    """Return the kind of durations, in seconds; ten years are beyond every test."""
    return Quantity(least=least, most=most, units=DURATIONS, noun="duration")


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One of some words; case does not matter."""

    words: Mapping[str, object]

    @property
    def allowed(self) -> str:
        """What may be written."""
        return "one of " + ", ".join(self.words)

    def read(self, raw: object) -> object:
        """Return what the word stands for."""
        text = str(raw).casefold() if isinstance(raw, (str, int)) else ""
        for word, value in self.words.items():
            if word.casefold() == text:
                return value
        raise wrong(raw, self.allowed)

    def write(self, value: object) -> object:
        """Return the first word that stands for it."""
        return next(word for word, meant in self.words.items() if meant is value or meant == value)


@dataclass(frozen=True, slots=True, kw_only=True)
class OnOff:
    """A switch: on, off, or YAML's true and false."""

    allowed = "on or off"

    def read(self, raw: object) -> bool:
        """Return whether it is on."""
        match raw:
            case bool():
                return raw
            case "on" | "On" | "ON" | "yes":
                return True
            case "off" | "Off" | "OFF" | "no":
                return False
            case _:
                raise wrong(raw, self.allowed)

    def write(self, value: object) -> object:
        """Return YAML's true or false."""
        return value


@dataclass(frozen=True, slots=True, kw_only=True)
class RateText:
    """A rate of the clock."""

    allowed = "real, manual or xN such as x60"

    def read(self, raw: object) -> Rate:
        """Return the rate."""
        try:
            return Rate.parse(str(raw))
        except ValueError:
            raise wrong(raw, self.allowed) from None

    def write(self, value: object) -> object:
        """Return the rate as text."""
        return str(value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A moment in UTC, as .NET ticks."""

    allowed = "a moment in UTC such as 2026-01-05T08:00:00Z"

    def read(self, raw: object) -> int:
        """Return the moment in 100 ns since 0001-01-01."""
        text = raw.strip() if isinstance(raw, str) else ""
        if not MOMENT.fullmatch(text):
            raise wrong(raw, self.allowed)
        try:
            moment = datetime.fromisoformat(text)
        except ValueError:
            raise wrong(raw, self.allowed) from None
        return (moment - ZERO) // timedelta(microseconds=1) * 10

    def write(self, value: object) -> object:
        """Return the moment as ISO 8601 has it, to the second."""
        assert isinstance(value, int)
        moment = ZERO + timedelta(seconds=value // 10_000_000)
        return f"{moment:%Y-%m-%dT%H:%M:%SZ}"
