"""Where-Object."""

import operator
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from cmdlets.context import Context
from cmdlets.spec import SWITCH, Cmdlet, Parameter, at, param
from emulator.objects import comparison, text_operators
from emulator.objects.conversion import is_instance
from emulator.objects.errors import ErrorCategory
from emulator.objects.members import MISSING, get_property
from emulator.objects.psobject import AUTOMATION_NULL
from emulator.objects.text import to_string
from emulator.objects.truth import is_true
from emulator.objects.types import PSType
from emulator.powershell.binder.validators import not_null_or_empty
from emulator.powershell.metadata import Membership

Compare = Callable[[Context, object, object], object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """One operator switch: the name of its set, its other names, and what it does."""

    set_name: str
    compare: Compare
    alias: str = ""


def _by(test: Callable[..., object], *, case_sensitive: bool) -> Compare:
    return lambda _ps, left, right: test(left, right, case_sensitive=case_sensitive)


def _not(compare: Compare) -> Compare:
    return lambda ps, left, right: not is_true(compare(ps, left, right))


def _match(left: object, right: object, *, case_sensitive: bool) -> object:
    return text_operators.match(left, right, case_sensitive=case_sensitive)[0]


def _is(ps: Context, left: object, right: object) -> object:
    type_ = right
    if not isinstance(type_, PSType):
        name = to_string(right).removeprefix("[").removesuffix("]")
        type_ = ps.types.resolve(name)
    return isinstance(type_, PSType) and is_instance(left, type_)


_TESTS: Final[Mapping[str, tuple[str, Callable[..., object]]]] = {
    "EQ": ("Equal", comparison.equal),
    "NE": ("NotEqual", comparison.not_equal),
    "GT": ("GreaterThan", comparison.greater),
    "LT": ("LessThan", comparison.less),
    "GE": ("GreaterOrEqual", comparison.greater_equal),
    "LE": ("LessOrEqual", comparison.less_equal),
    "Like": ("Like", text_operators.like),
    "Match": ("Match", _match),
    "Contains": ("Contains", comparison.contains),
    "In": ("In", comparison.is_in),
}
_NEGATED: Final = {"NotLike": "Like", "NotMatch": "Match", "NotContains": "Contains", "NotIn": "In"}
_ORDER: Final = (
    "EQ", "NE", "GT", "LT", "GE", "LE", "Like", "NotLike", "Match", "NotMatch", "Contains",
    "NotContains", "In", "NotIn",
)  # fmt: skip


def _comparisons() -> dict[str, Comparison]:
    made: dict[str, Comparison] = {}
    for name in _ORDER:
        positive = _NEGATED.get(name, name)
        set_name, test = _TESTS[positive]
        prefix = "Not" if name in _NEGATED else ""
        for sensitive in (False, True):
            compare = _by(test, case_sensitive=sensitive)
            made[("C" if sensitive else "") + name] = Comparison(
                set_name=("CaseSensitive" if sensitive else "") + prefix + set_name + "Set",
                compare=_not(compare) if prefix else compare,
                alias="" if sensitive else f"I{name}",
            )
    made["Is"] = Comparison(set_name="IsSet", compare=_is)
    made["IsNot"] = Comparison(set_name="IsNotSet", compare=_not(_is))
    made["Not"] = Comparison(
        set_name="Not", compare=lambda _ps, left, _right: operator.not_(is_true(left))
    )
    return made


COMPARISONS: Final = _comparisons()
"""Operator switch -> what it does. Source: Get-Command Where-Object -Syntax of PowerShell 7."""

VALUE_SETS: Final = tuple(one.set_name for one in COMPARISONS.values() if one.set_name != "Not")


def _property_sets() -> dict[str, Membership]:
    return {one.set_name: at(0, mandatory=True) for one in COMPARISONS.values()}


def _operator_switches() -> tuple[Parameter, ...]:
    return tuple(
        Parameter(
            type_name=SWITCH,
            description=f"Compare by -{name.lower()}.",
            sets={one.set_name: at(mandatory=name != "EQ")},
            name=name,
            attribute=f"operator_{name.lower()}",
            aliases=(one.alias,) if one.alias else (),
            default=False,
        )
        for name, one in COMPARISONS.items()
    )


class WhereObject(
    Cmdlet,
    name="Where-Object",
    module="Microsoft.PowerShell.Core",
    class_name="Microsoft.PowerShell.Commands.WhereObjectCommand",
    default_set="EqualSet",
    aliases=("where", "?"),
    more=_operator_switches(),
):
    """Select objects by a script block or by one property.

    PS> Get-VM | Where-Object { $_.State -eq 'Running' }

    PS> Get-VM | Where-Object State -eq Running
    """

    input_object: object = param(
        "System.Management.Automation.PSObject",
        "The objects to choose from.",
        sets=at(by_value=True),
        default=AUTOMATION_NULL,
    )
    filter_script: object = param(
        "System.Management.Automation.ScriptBlock",
        "A script block that says whether an object goes on.",
        sets={"ScriptBlockSet": at(0, mandatory=True)},
    )
    property: str | None = param(
        "System.String",
        "The property to compare.",
        sets=_property_sets(),
        validators=(not_null_or_empty(),),
    )
    value: object = param(
        "System.Object",
        "What the property is compared with.",
        sets={name: at(1) for name in VALUE_SETS},
    )

    def begin(self, ps: Context) -> Iterable[object]:
        """Find the operator."""
        self._compare = None if self.filter_script is not None else self._operator(ps)
        return ()

    def process(self, ps: Context) -> Iterable[object]:
        """Let the object pass or not."""
        item = self.input_object
        if item is AUTOMATION_NULL:
            return ()
        compare = self._compare
        if compare is None:
            result: object = ps.session.invoke_with_item(self.filter_script, item)
        else:
            held = get_property(item, self.property or "")
            result = compare(ps, None if held is MISSING else held, self.value)
        return (item,) if is_true(result) else ()

    def _operator(self, ps: Context) -> Compare:
        for name, one in COMPARISONS.items():
            if name in ps.bound:
                if one.set_name != "Not" and not ps.is_bound("value"):
                    self._refuse(ps, "ValueNotSpecifiedForWhereObject", NO_VALUE_TEXT)
                return one.compare
        if ps.is_bound("value"):
            self._refuse(ps, "OperatorNotSpecified", NO_OPERATOR_TEXT)
        return lambda _ps, left, _right: is_true(left)

    def _refuse(self, ps: Context, error_id: str, message: str) -> None:
        ps.throw(ps.record(message, error_id, ErrorCategory.InvalidArgument))


NO_VALUE_TEXT: Final = (
    "The specified operator requires both the -Property and -Value parameters. Provide values for "
    "both parameters, and then try the command again."
)
NO_OPERATOR_TEXT: Final = (
    "An operator is required to compare the two specified values. Include a valid operator in the "
    "command, and then try the command again. For example, Get-Process | Where-Object -Property "
    "Name -eq Idle"
)
