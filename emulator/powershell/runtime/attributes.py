"""Attributes of parameters and variables: from what is written to what the binder reads."""

from collections.abc import Callable
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from emulator.objects.basic_types import INT32
from emulator.objects.conversion import convert
from emulator.objects.errors import NotEmulated
from emulator.objects.regexes import regex
from emulator.objects.text import to_string
from emulator.objects.truth import is_true
from emulator.powershell.binder import validators
from emulator.powershell.metadata import Validator
from emulator.powershell.runtime.body import AttributeUse
from emulator.powershell.runtime.closures import collected
from emulator.powershell.runtime.failures import FAILURES
from emulator.powershell.runtime.scriptblock import ScriptBlock

if TYPE_CHECKING:
    from emulator.powershell.runtime.scope import Scope

Make = Callable[["Use"], Validator]

_PREFIX: Final = "system.management.automation."


def short_name(use: AttributeUse) -> str:
    """Return an attribute's name as it is looked up: lower case, without "Attribute"."""
    return use.name.lower().removeprefix(_PREFIX).removesuffix("attribute")


class Use:
    """An attribute with its arguments computed."""

    __slots__ = ("named", "positional", "scope")

    def __init__(self, use: AttributeUse, scope: "Scope") -> None:
        """Compute the arguments of `use` in `scope`."""
        self.scope = scope
        self.positional = [one(scope) for one in use.positional]
        self.named = {name.lower(): value(scope) for name, value in use.named}

    def flag(self, name: str) -> bool:
        """Whether the named argument is true."""
        return is_true(self.named.get(name))

    def text(self, name: str) -> str | None:
        """Return the named argument as text, None where it is not given."""
        return None if name not in self.named else to_string(self.named[name])

    def number(self, name: str) -> int | None:
        """Return the named argument as a whole number, None where it is not given."""
        if name not in self.named:
            return None
        value = convert(self.named[name], INT32)
        assert isinstance(value, int), "a conversion to Int32 gives an int"
        return value

    def texts(self) -> tuple[str, ...]:
        """Return the positional arguments as texts."""
        found: list[str] = []
        for value in self.positional:
            found.extend(map(to_string, value if isinstance(value, list) else [value]))
        return tuple(found)

    def whole(self, at: int) -> int:
        """Return a positional argument as a whole number."""
        value = convert(self.positional[at], INT32)
        assert isinstance(value, int), "a conversion to Int32 gives an int"
        return value


def _range(use: Use) -> Validator:
    least, most = use.positional[0], use.positional[1]
    assert isinstance(least, int | float | Decimal), "ValidateRange takes numbers"
    assert isinstance(most, int | float | Decimal), "ValidateRange takes numbers"
    return validators.in_range(least, most)


def _set(use: Use) -> Validator:
    ignore = use.named.get("ignorecase", True)
    return validators.one_of(*use.texts(), ignore_case=is_true(ignore))


def _pattern(use: Use) -> Validator:
    text = to_string(use.positional[0])
    compiled = regex(text, 1)
    return validators.pattern(
        text, matches=lambda subject: compiled.python.search(subject) is not None
    )


def _script(use: Use) -> Validator:
    block = use.positional[0]
    if not isinstance(block, ScriptBlock):
        raise NotEmulated("ValidateScript without a script block")

    def says_yes(value: object) -> bool:
        session = block.session
        session.guarded += 1
        try:
            return is_true(collected(block.run_with_item(session.scope, value)))
        except FAILURES as error:
            failure = session.failures.as_failure(error, session.call_extent)
            raise validators.refused(failure.record.message) from error
        finally:
            session.guarded -= 1

    return validators.script(block.to_text(), says_yes)


_MAKERS: Final[dict[str, Make]] = {
    "validatenotnull": lambda _use: validators.not_null(),
    "validatenotnullorempty": lambda _use: validators.not_null_or_empty(),
    "validaterange": _range,
    "validateset": _set,
    "validatecount": lambda use: validators.count(use.whole(0), use.whole(1)),
    "validatelength": lambda use: validators.length(use.whole(0), use.whole(1)),
    "validatepattern": _pattern,
    "validatescript": _script,
    "allownull": lambda _use: validators.ALLOW_NULL,
    "allowemptystring": lambda _use: validators.ALLOW_EMPTY_STRING,
    "allowemptycollection": lambda _use: validators.ALLOW_EMPTY_COLLECTION,
    "pstypename": lambda use: validators.ps_type_name(use.texts()[0]),
}


def validators_of(uses: tuple[AttributeUse, ...], scope: "Scope") -> tuple[Validator, ...]:
    """Return the validators among `uses`, in order."""
    found: list[Validator] = []
    for use in uses:
        make = _MAKERS.get(short_name(use))
        if make is not None:
            found.append(make(Use(use, scope)))
    return tuple(found)
