"""Validation of a world with marshmallow: every mistake at once, each with its place.

The schemas are made from the records; what a value may be is the kinds' knowledge.
"""

from collections.abc import Callable, Iterator, Mapping
from difflib import get_close_matches
from typing import Any, Final

from marshmallow import RAISE, Schema, ValidationError, fields

from emulator.host.world.document import Path
from emulator.host.world.kinds import Kind
from emulator.host.world.records import ListOf, Maybe, OneOf, Record

UNKNOWN: Final = "unknown key"
MISSING: Final = "missing key"


def mistakes(record: Record, data: object) -> Iterator[tuple[Path, str]]:
    """Yield the place and the text of everything wrong with what a file says."""
    yield from _flat(Validation().errors(record, data), ())


class Validation:
    """The schemas of the records met so far, each made once."""

    def __init__(self) -> None:
        self._schemas: dict[int, Schema] = {}

    def errors(self, kind: Kind, value: object) -> Any:
        """Return marshmallow's messages for a value: texts, or a map from place to messages."""
        match kind:
            case Maybe():
                return [] if value is None else self.errors(kind.kind, value)
            case Record() if isinstance(value, dict):
                return self._record_errors(kind, value)
            case OneOf() if isinstance(value, dict) and value.get("kind") in kind.records:
                record, rest = kind.split(value)
                return self._record_errors(record, rest)
            case ListOf() if isinstance(value, list):
                too_many = _texts(kind.items, value)
                return too_many or self._item_errors(kind, value)
            case _:
                return _texts(kind.read, value)

    def _item_errors(self, kind: ListOf, value: list[object]) -> dict[int, Any]:
        found = ((index, self.errors(kind.kind, item)) for index, item in enumerate(value))
        return {index: errors for index, errors in found if errors}

    def _record_errors(self, record: Record, value: dict[str, object]) -> dict[str, Any]:
        found = self._schema(record).validate(value)
        return {
            key: [_explained(key, record)] if errors == [UNKNOWN] else errors
            for key, errors in found.items()
        }

    def _schema(self, record: Record) -> Schema:
        known = self._schemas.get(id(record))
        if known is None:
            written: dict[str, fields.Field[Any]] = {
                key: Written(self, entry.kind, required=entry.required)
                for key, entry in record.keys.items()
            }
            known = Schema.from_dict(written)(unknown=RAISE)
            known.error_messages = {**known.error_messages, "unknown": UNKNOWN}
            self._schemas[id(record)] = known
        return known


class Written(fields.Field[Any]):
    """A field whose kind decides."""

    def __init__(self, validation: Validation, kind: Kind, *, required: bool) -> None:
        super().__init__(required=required, error_messages={"required": MISSING})
        self.validation = validation
        self.kind = kind

    def deserialize(
        self,
        value: Any,
        attr: str | None = None,
        data: Mapping[str, Any] | None = None,
        **kwargs: Any,
    ) -> Any:
        """Ask the kind also about nothing, which marshmallow would decide by itself."""
        if value is None:
            return self._deserialize(value, attr, data, **kwargs)
        return super().deserialize(value, attr, data, **kwargs)

    def _deserialize(
        self,
        value: Any,
        attr: str | None,  # noqa: ARG002  (marshmallow's signature)
        data: Mapping[str, Any] | None,  # noqa: ARG002
        **kwargs: Any,  # noqa: ARG002
    ) -> Any:
        errors = self.validation.errors(self.kind, value)
        if errors:
            raise ValidationError(errors)
        return value


def _texts(read: Callable[[object], object], value: object) -> list[str]:
    try:
        read(value)
    except ValueError as error:
        return [str(error)]
    return []


def _explained(key: str, record: Record) -> str:
    close = get_close_matches(str(key), record.keys, n=1)
    hint = f"did you mean {close[0]!r}? " if close else ""
    return f"{UNKNOWN} {key!r}; {hint}allowed: {', '.join(record.keys)}"


def _flat(errors: Any, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(errors, dict):
        for place, within in errors.items():
            yield from _flat(within, (*path, place))
        return
    for message in errors:
        yield path, _named(message, path)


def _named(message: str, path: Path) -> str:
    """Return the message with the key it is about, where it does not name it."""
    name = path[-1] if path else 0
    if message.startswith(UNKNOWN) or isinstance(name, int):
        return message
    return f"{MISSING} {name!r}" if message == MISSING else f"{name}: {message}"
