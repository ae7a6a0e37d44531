"""What the binder works out of a command's metadata once: names, sets as bits, positions.

Parameter sets are bits, as in the real binder: ALL (every bit) until something narrows it.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from emulator.objects.basic_types import NULLABLE, OBJECT, PS_OBJECT
from emulator.objects.type_values import full_name
from emulator.objects.types import PSType
from emulator.powershell.binder.common_parameters import (
    COMMON,
    PROGRESS_ACTION,
    SHOULD_PROCESS,
)
from emulator.powershell.binder.switches import SWITCH_PARAMETER
from emulator.powershell.metadata import (
    ALL_SETS,
    CommandKind,
    CommandMetadata,
    Membership,
    ParameterMetadata,
    Validator,
)

ALL: Final = -1
"""The set flags before anything narrowed them."""

_ALLOWING: Final = {
    "System.Management.Automation.AllowNullAttribute": "null",
    "System.Management.Automation.AllowEmptyStringAttribute": "string",
    "System.Management.Automation.AllowEmptyCollectionAttribute": "collection",
}


@dataclass(frozen=True, slots=True)
class SetPart:
    """What a parameter is in one set; `flag` 0 means "in all sets"."""

    flag: int
    membership: Membership


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class PlanParameter:
    """A parameter with what the binder asks about it all the time already answered."""

    name: str
    lower: str
    metadata: ParameterMetadata
    type: PSType
    parts: tuple[SetPart, ...]
    flags: int
    in_all_sets: bool
    common: bool
    takes_pipeline: bool
    mandatory_somewhere: bool
    is_switch: bool
    takes_anything: bool
    """Whether every value fits as it is (object, PSObject)."""
    allows: frozenset[str]
    checks: tuple[Validator, ...]
    guarded: bool
    """Whether a value is checked or changed before it is bound."""
    type_name: str | None
    """The PSTypeName it asks for."""
    blocks_fit: bool
    """Whether a script block is a value of it (and so never delayed)."""

    def parts_in(self, flags: int) -> list[SetPart]:
        """Return what it is in the sets of `flags`; what is in all sets counts always."""
        return [part for part in self.parts if part.flag == 0 or part.flag & flags]

    def is_in(self, flags: int) -> bool:
        """Whether it is in one of the sets of `flags`."""
        return self.in_all_sets or bool(self.flags & flags)

    def pipes_in(self, flags: int) -> bool:
        """Whether it takes pipeline input in one of the sets of `flags`."""
        return any(piped(part.membership) for part in self.parts_in(flags))


def piped(membership: Membership) -> bool:
    """Whether the pipeline can bind it there."""
    return membership.from_pipeline or membership.from_pipeline_by_property_name


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """All parameters of a command, declared ones first, common ones after."""

    parameters: tuple[PlanParameter, ...]
    exact: dict[str, PlanParameter]
    """Lower-case name or alias to parameter."""
    set_names: tuple[str, ...]
    default_flag: int
    default_set: str
    every_flag: int
    is_function: bool
    is_simple: bool
    """A function without CmdletBinding: what does not bind is $args."""
    piped: tuple[PlanParameter, ...]
    """Those that the pipeline can bind somewhere."""
    mandatory: tuple[PlanParameter, ...]
    """Those that are mandatory somewhere."""
    positional: tuple[PlanParameter, ...]
    """Those that have a position somewhere."""
    remaining: tuple[PlanParameter, ...]
    """Those that take the remaining arguments somewhere."""
    declared_flags: int
    """The sets that some parameter names."""
    names: dict[str, tuple[PlanParameter, ...]] = field(default_factory=dict)
    """Beginnings of names that were looked up, and what they match."""

    def set_name(self, flags: int) -> str:
        """Return the name of the one set in `flags`; the default's where there are several."""
        if flags not in (ALL, 0):
            lowest = (flags & -flags).bit_length() - 1
            if not flags >> (lowest + 1) & 1:
                return self.set_names[lowest] if lowest < len(self.set_names) else ""
        return self.default_set


def set_count(flags: int) -> int:
    """Return how many sets `flags` has; ALL counts as one."""
    return 1 if flags == ALL else flags.bit_count()


def plan_of(metadata: CommandMetadata, *, core: bool) -> Plan:
    """Return the plan of a command, made once and kept with its metadata."""
    key = "binder plan, core" if core else "binder plan, desktop"
    plan = metadata.derived.get(key)
    if plan is None:
        plan = metadata.derived[key] = make_plan(metadata, core=core)
    assert isinstance(plan, Plan)
    return plan


def _set_bits(metadata: CommandMetadata) -> dict[str, int]:
    """Return the flag of each set: the default one first, then as the parameters name them."""
    bits: dict[str, int] = {}
    if metadata.default_set != ALL_SETS:
        bits[metadata.default_set] = 1
    for declared in metadata.parameters:
        for name in declared.sets:
            if name != ALL_SETS and name not in bits:
                bits[name] = 1 << len(bits)
    return bits


def make_plan(metadata: CommandMetadata, *, core: bool) -> Plan:
    """Work out the plan of a command."""
    bits = _set_bits(metadata)
    parameters = [_parameter(declared, bits, common=False) for declared in metadata.parameters]
    if metadata.common_parameters:
        shared = COMMON if core else tuple(one for one in COMMON if one is not PROGRESS_ACTION)
        if metadata.supports_should_process:
            shared += SHOULD_PROCESS
        parameters += [_parameter(declared, bits, common=True) for declared in shared]
    exact: dict[str, PlanParameter] = {}
    for parameter in parameters:
        exact.setdefault(parameter.lower, parameter)
    for parameter in parameters:
        for alias in parameter.metadata.aliases:
            exact.setdefault(alias.lower(), parameter)
    functions = (CommandKind.FUNCTION, CommandKind.FILTER, CommandKind.EXTERNAL_SCRIPT)
    is_function = metadata.kind in functions
    declared_flags = 0
    for parameter in parameters:
        declared_flags |= parameter.flags
    return Plan(
        parameters=tuple(parameters),
        exact=exact,
        piped=tuple(one for one in parameters if one.takes_pipeline),
        mandatory=tuple(one for one in parameters if one.mandatory_somewhere),
        positional=_having(parameters, lambda it: it.position is not None),
        remaining=_having(parameters, lambda it: it.from_remaining),
        declared_flags=declared_flags,
        set_names=tuple(bits),
        default_flag=bits.get(metadata.default_set, 0),
        default_set=metadata.default_set,
        every_flag=(1 << len(bits)) - 1,
        is_function=is_function,
        is_simple=is_function and not metadata.common_parameters,
    )


def _having(
    parameters: list[PlanParameter], trait: Callable[[Membership], bool]
) -> tuple[PlanParameter, ...]:
    return tuple(one for one in parameters if any(trait(part.membership) for part in one.parts))


def _parameter(declared: ParameterMetadata, bits: dict[str, int], *, common: bool) -> PlanParameter:
    parts = tuple(
        SetPart(0 if name == ALL_SETS else bits[name], membership)
        for name, membership in declared.sets.items()
    )
    flags = 0
    for part in parts:
        flags |= part.flag
    element = declared.type.element or declared.type
    checks = tuple(one for one in declared.validators if one.check is not None)
    mandatory = any(part.membership.mandatory for part in parts)
    asked = _asked_type_name(declared)
    return PlanParameter(
        name=declared.name,
        lower=declared.name.lower(),
        metadata=declared,
        type=declared.type,
        parts=parts,
        flags=flags,
        in_all_sets=any(part.flag == 0 for part in parts),
        common=common,
        takes_pipeline=any(piped(part.membership) for part in parts),
        mandatory_somewhere=mandatory,
        is_switch=declared.is_switch or declared.type is SWITCH_PARAMETER,
        takes_anything=declared.type is OBJECT or declared.type is PS_OBJECT,
        allows=frozenset(
            _ALLOWING[one.attribute] for one in declared.validators if one.attribute in _ALLOWING
        ),
        checks=checks,
        guarded=bool(checks or mandatory or declared.transform or asked),
        type_name=asked,
        blocks_fit=element is OBJECT or full_name(element) == _SCRIPT_BLOCK,
    )


_SCRIPT_BLOCK: Final = "System.Management.Automation.ScriptBlock"


def _asked_type_name(declared: ParameterMetadata) -> str | None:
    for one in declared.validators:
        if one.attribute.endswith(".PSTypeNameAttribute"):
            return str(one.values[0])
    return None


def is_nullable(type_: PSType) -> bool:
    """Whether $null is a value of the type."""
    return not type_.value_type or type_.definition is NULLABLE


def is_script_block(value: object) -> bool:
    """Whether `value` is a script block of the language."""
    type_ = getattr(value, "ps_type", None)
    return isinstance(type_, PSType) and type_.name == _SCRIPT_BLOCK
