"""The validation attributes: ValidateRange, ValidateSet, AllowNull and their kin.

One function per attribute returns a `Validator`; functions and cmdlets use the same ones.
Source: conformance/errors.jsonl, topic binding/validate, unless a text says otherwise.
"""

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Final

from emulator.objects.enumeration import enumerate_value
from emulator.objects.errors import ClrError, ClrException
from emulator.objects.psobject import AUTOMATION_NULL, PSObject
from emulator.objects.text import to_string
from emulator.objects.typing_of import type_names, type_of
from emulator.powershell.metadata import Validator

NAMESPACE: Final = "System.Management.Automation."

NULL_TEXT: Final = (
    "The argument is null. Provide a valid value for the argument, and then try running the "
    "command again."
)
NULL_IN_COLLECTION_TEXT: Final = (
    "The argument collection contains a null value. Provide a collection that does not contain "
    "any null values and then try the command again."
)
"""Assumed: no recording has this text."""
EMPTY_TEXT: Final = (
    "The argument is null or empty. Provide an argument that is not null or empty, and then try "
    "the command again."
)
EMPTY_COLLECTION_TEXT: Final = (
    "The argument is null, empty, or an element of the argument collection contains a null value. "
    "Supply a collection that does not contain any null values and then try the command again."
)


def refused(message: str, error_id: str = "") -> ClrError:
    """Return the ValidationMetadataException a validator raises."""
    return ClrError(
        ClrException(
            type_name=NAMESPACE + "ValidationMetadataException",
            message=message,
            lineage=(
                NAMESPACE + "MetadataException",
                NAMESPACE + "RuntimeException",
                "System.SystemException",
                "System.Exception",
            ),
        ),
        error_id=error_id or None,
    )


def _is_null(value: object) -> bool:
    return value is None or value is AUTOMATION_NULL


def _base(value: object) -> object:
    if isinstance(value, PSObject) and value.base is not None:
        return value.base
    return value


def each(check: Callable[[object], None]) -> Callable[[object], None]:
    """Return a check of every element of a collection, or of the scalar itself."""

    def check_all(value: object) -> None:
        if _is_null(value):
            raise refused(EMPTY_COLLECTION_TEXT)
        items = enumerate_value(value)
        if items is None:
            check(_base(value))
            return
        for item in items:
            check(_base(item))

    return check_all


def not_null() -> Validator:
    """ValidateNotNull: neither null nor a collection that holds a null."""

    def check(value: object) -> None:
        if _is_null(value):
            raise refused(NULL_TEXT)
        for item in enumerate_value(_base(value)) or ():
            if _is_null(item):
                raise refused(NULL_IN_COLLECTION_TEXT)

    return Validator(attribute=NAMESPACE + "ValidateNotNullAttribute", check=check)


def not_null_or_empty() -> Validator:
    """ValidateNotNullOrEmpty: no null, no empty string, no empty collection, none inside."""

    def check(value: object) -> None:
        if _is_null(value) or _base(value) == "":
            raise refused(EMPTY_TEXT)
        items = enumerate_value(_base(value))
        if items is None:
            return
        empty = True
        for item in items:
            empty = False
            if _is_null(item) or item == "":
                raise refused(EMPTY_COLLECTION_TEXT)
        if empty:
            raise refused(EMPTY_COLLECTION_TEXT)

    return Validator(attribute=NAMESPACE + "ValidateNotNullOrEmptyAttribute", check=check)


def in_range(least: float | Decimal, most: float | Decimal) -> Validator:
    """ValidateRange: at least `least` and at most `most`, each element of a collection."""

    def check(value: object) -> None:
        if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
            raise refused(_wrong_range_type(value, least))
        if value < least:
            raise refused(
                f"The {to_string(value)} argument is less than the minimum allowed range of "
                f"{to_string(least)}. Supply an argument that is greater than or equal to "
                f"{to_string(least)} and then try the command again."
            )
        if value > most:
            raise refused(
                f"The {to_string(value)} argument is greater than the maximum allowed range of "
                f"{to_string(most)}. Supply an argument that is less than or equal to "
                f"{to_string(most)} and then try the command again."
            )

    return Validator(
        attribute=NAMESPACE + "ValidateRangeAttribute", values=(least, most), check=each(check)
    )


def _wrong_range_type(value: object, limit: object) -> str:
    """Return what ValidateRange says of a value that is no number. Assumed: not recorded."""
    wanted = type_of(limit).name
    return (
        f'The argument cannot be validated because its type "{type_of(value).name}" is not the '
        f"same type ({wanted}) as the maximum and minimum limits of the parameter. Make sure the "
        f"argument is of type {wanted} and then try the command again."
    )


def one_of(*allowed: str, ignore_case: bool = True) -> Validator:
    """ValidateSet: the text of each element is one of `allowed`."""
    known = {name.lower() for name in allowed} if ignore_case else set(allowed)

    def check(value: object) -> None:
        text = to_string(value)
        if (text.lower() if ignore_case else text) not in known:
            raise refused(
                f'The argument "{text}" does not belong to the set "{",".join(allowed)}" '
                "specified by the ValidateSet attribute. Supply an argument that is in the set "
                "and then try the command again."
            )

    return Validator(
        attribute=NAMESPACE + "ValidateSetAttribute", values=allowed, check=each(check)
    )


def count(least: int, most: int) -> Validator:
    """ValidateCount: a collection of at least `least` and at most `most` elements."""

    def check(value: object) -> None:
        items = None if _is_null(value) else enumerate_value(value)
        number = 1 if items is None else sum(1 for _ in items)
        if not least <= number <= most:
            raise refused(
                f"The parameter requires at least {least} value(s) and no more than {most} "
                f"value(s) - {number} value(s) were provided."
            )

    return Validator(
        attribute=NAMESPACE + "ValidateCountAttribute", values=(least, most), check=check
    )


def length(least: int, most: int) -> Validator:
    """ValidateLength: each string has at least `least` and at most `most` characters."""

    def check(value: object) -> None:
        if not isinstance(value, str):
            raise refused(
                "The ValidateLength attribute cannot be applied to the argument because it is "
                "not a string."  # assumed: not recorded
            )
        if len(value) < least:
            raise refused(
                f"The character length ({len(value)}) of the argument is too short. Specify an "
                f'argument with a length that is greater than or equal to "{least}", and then try '
                "the command again."
            )
        if len(value) > most:
            raise refused(
                f"The character length of the {len(value)} argument is too long. Shorten the "
                "character length of the argument so it is fewer than or equal to "
                f'"{most}" characters, and then try the command again.'
            )

    return Validator(
        attribute=NAMESPACE + "ValidateLengthAttribute", values=(least, most), check=each(check)
    )


def pattern(expression: str, *, matches: Callable[[str], bool] | None = None) -> Validator:
    """ValidatePattern: the text of each element matches `expression`, case ignored.

    `matches` is the regular expression engine to use; None takes Python's, which is enough for
    the patterns of cmdlets.
    """
    found = matches
    if found is None:
        compiled = re.compile(expression, re.IGNORECASE)

        def found(text: str) -> bool:
            return compiled.search(text) is not None

    def check(value: object) -> None:
        text = to_string(value)
        if not found(text):
            raise refused(
                f'The argument "{text}" does not match the "{expression}" pattern. Supply an '
                f'argument that matches "{expression}" and try the command again.'
            )

    return Validator(
        attribute=NAMESPACE + "ValidatePatternAttribute", values=(expression,), check=each(check)
    )


def script(block_text: str, is_true: Callable[[object], bool]) -> Validator:
    """ValidateScript: `is_true` (the script block `block_text`) says yes to each element."""

    def check(value: object) -> None:
        if not is_true(value):
            raise refused(
                f'The "{block_text}" validation script for the argument with value '
                f'"{to_string(value)}" did not return a result of True. Determine why the validation '
                "script failed, and then try the command again."
            )

    return Validator(
        attribute=NAMESPACE + "ValidateScriptAttribute", values=(block_text,), check=each(check)
    )


ALLOW_NULL: Final = Validator(attribute=NAMESPACE + "AllowNullAttribute")
"""AllowNull: a mandatory parameter takes $null."""
ALLOW_EMPTY_STRING: Final = Validator(attribute=NAMESPACE + "AllowEmptyStringAttribute")
"""AllowEmptyString: a mandatory parameter takes ''."""
ALLOW_EMPTY_COLLECTION: Final = Validator(attribute=NAMESPACE + "AllowEmptyCollectionAttribute")
"""AllowEmptyCollection: a mandatory parameter takes @()."""


def ps_type_name(type_name: str) -> Validator:
    """PSTypeName: the object carries `type_name` among its type names."""

    def check(value: object) -> None:
        names = {name.lower() for name in type_names(value)}
        if type_name.lower() not in names:
            raise refused(type_name, "MismatchedPSTypeName")

    return Validator(
        attribute=NAMESPACE + "PSTypeNameAttribute", values=(type_name,), check=each(check)
    )
