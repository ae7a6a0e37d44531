"""Functions and called script blocks as commands: their metadata, and the plan of a call."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from emulator.objects.basic_types import (
    DOUBLE,
    INT32,
    INT64,
    OBJECT,
    OBJECT_ARRAY,
    STRING,
    STRING_ARRAY,
)
from emulator.objects.conversion import convert
from emulator.objects.errors import ClrError, ErrorCategory
from emulator.objects.exceptions import runtime_error
from emulator.objects.truth import is_true
from emulator.objects.types import PSType
from emulator.powershell.binder.switches import ABSENT, SWITCH_PARAMETER
from emulator.powershell.metadata import (
    ALL_SETS,
    CommandKind,
    CommandMetadata,
    ConfirmImpact,
    Membership,
    ParameterMetadata,
)
from emulator.powershell.runtime.attributes import Use, short_name, validators_of
from emulator.powershell.runtime.body import Body, DeclaredParameter
from emulator.powershell.runtime.scope import Scope, Traits
from emulator.powershell.runtime.type_text import written
from emulator.powershell.runtime.typed_variables import converter

if TYPE_CHECKING:
    from emulator.powershell.ports import CommandRuntime, Running
    from emulator.powershell.runtime.session import Session


@dataclass(slots=True, kw_only=True, eq=False)
class Function:
    """A function, a filter or a called script block; its plan is made when first called.

    `name` is empty for a script block. `captured` is the scope of a closure's variables, None without.
    """

    name: str
    body: Body
    session: "Session"
    kind: CommandKind = CommandKind.FUNCTION
    captured: Scope | None = None
    module: str = ""
    _plan: "Plan | None" = field(default=None, repr=False)

    @property
    def metadata(self) -> CommandMetadata:
        """What the binder reads."""
        return self.plan.metadata

    @property
    def plan(self) -> "Plan":
        """Metadata and initial values, worked out once."""
        if self._plan is None:
            self._plan = plan_of(self, self.session.scope)
        return self._plan

    def start(self, runtime: "CommandRuntime") -> "Running":
        """Functions are run by their own kind of stage."""
        raise AssertionError(f"{self.name} is run by a stage of its own, not by {runtime}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What every call of a function needs: metadata, types, values of what is not bound."""

    metadata: CommandMetadata
    advanced: bool
    parameters: tuple[DeclaredParameter, ...]
    unbound: Mapping[str, object]
    """Lower-case parameter name to its value where nothing binds it and it has no default."""
    traits: Mapping[str, Traits]
    """Lower-case parameter name to what its variable is: typed parameters stay typed."""
    quick: bool
    """Whether plain arguments can be put in place without the binder."""
    types: tuple[PSType, ...] = ()


def plan_of(function: Function, scope: Scope) -> Plan:
    """Work out a function's plan; attribute arguments are computed in `scope`."""
    body = function.body
    parameters = body.parameters or ()
    advanced = body.advanced
    binding = _binding(body, scope)
    placed = binding.positional and not any(_has_position(one, scope) for one in parameters)
    described = tuple(
        _described(one, at, scope, positional=placed) for at, one in enumerate(parameters)
    )
    types = tuple(one.type for one in described)
    return Plan(
        metadata=CommandMetadata(
            name=function.name,
            kind=function.kind,
            parameters=described,
            implementing_type=function.name,
            default_set=binding.default_set,
            module=function.module,
            supports_should_process=binding.should_process,
            confirm_impact=binding.impact,
            positional_binding=binding.positional,
            common_parameters=advanced,
        ),
        advanced=advanced,
        parameters=parameters,
        unbound={one.lower: _zero(kind) for one, kind in zip(parameters, types, strict=True)},
        traits=_traits(parameters, described),
        quick=not advanced and all(_is_quick(one) for one in described),
        types=types,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Binding:
    """What [CmdletBinding()] says."""

    default_set: str = ALL_SETS
    should_process: bool = False
    impact: ConfirmImpact = ConfirmImpact.MEDIUM
    positional: bool = True


def _binding(body: Body, scope: Scope) -> Binding:
    for one in body.attributes:
        if short_name(one) == "cmdletbinding":
            use = Use(one, scope)
            impact = (use.text("confirmimpact") or "Medium").lower()
            return Binding(
                default_set=use.text("defaultparametersetname") or ALL_SETS,
                should_process=use.flag("supportsshouldprocess"),
                impact=next(
                    (it for it in ConfirmImpact if it.value.lower() == impact),
                    ConfirmImpact.MEDIUM,
                ),
                positional=is_true(use.named.get("positionalbinding", True)),
            )
    return Binding()


def _described(
    parameter: DeclaredParameter, at: int, scope: Scope, *, positional: bool
) -> ParameterMetadata:
    type_ = parameter_type(parameter, scope)
    sets: dict[str, Membership] = {}
    aliases: list[str] = []
    declared = False
    for one in parameter.attributes:
        match short_name(one):
            case "parameter":
                use = Use(one, scope)
                sets[use.text("parametersetname") or ALL_SETS] = _membership(use)
                declared = True
            case "alias":
                aliases.extend(Use(one, scope).texts())
            case _:
                continue
    if not declared:
        sets[ALL_SETS] = Membership()
    is_switch = type_ is SWITCH_PARAMETER
    if positional and not is_switch and ALL_SETS in sets:
        sets[ALL_SETS] = _placed(sets[ALL_SETS], at)
    return ParameterMetadata(
        name=parameter.name,
        type=type_,
        sets=sets,
        aliases=tuple(aliases),
        validators=validators_of(parameter.attributes, scope),
        is_switch=is_switch,
        default_text=parameter.default_text,
    )


def _has_position(parameter: DeclaredParameter, scope: Scope) -> bool:
    """Whether a position is written; where one is, no other parameter has one by its place."""
    return any(
        short_name(one) == "parameter" and Use(one, scope).number("position") is not None
        for one in parameter.attributes
    )


def _placed(membership: Membership, at: int) -> Membership:
    return Membership(
        position=at,
        mandatory=membership.mandatory,
        from_pipeline=membership.from_pipeline,
        from_pipeline_by_property_name=membership.from_pipeline_by_property_name,
        from_remaining=membership.from_remaining,
        help_message=membership.help_message,
    )


def _membership(use: Use) -> Membership:
    return Membership(
        position=use.number("position"),
        mandatory=use.flag("mandatory"),
        from_pipeline=use.flag("valuefrompipeline"),
        from_pipeline_by_property_name=use.flag("valuefrompipelinebypropertyname"),
        from_remaining=use.flag("valuefromremainingarguments"),
        help_message=use.text("helpmessage") or "",
    )


def parameter_type(parameter: DeclaredParameter, scope: Scope) -> PSType:
    """Return the type of a parameter, Object where none is written."""
    if parameter.type_name is None:
        return OBJECT
    text = written(parameter.type_name)
    found = scope.session.resolve_type(text)
    if found is None:
        raise runtime_error(
            f"Unable to find type [{text}].", "TypeNotFound", ErrorCategory.InvalidOperation
        )
    return found


def _zero(type_: PSType) -> object:
    """Return what a parameter of the type is where nothing is given and nothing stands after =."""
    if type_ is SWITCH_PARAMETER:
        return ABSENT
    if type_ is STRING:
        return ""
    if not type_.value_type:
        return None
    try:
        return convert(None, type_)
    except ClrError:
        return None


def _traits(
    parameters: Iterable[DeclaredParameter], described: Iterable[ParameterMetadata]
) -> dict[str, Traits]:
    found: dict[str, Traits] = {}
    for one, known in zip(parameters, described, strict=True):
        checks = tuple(it for it in known.validators if it.check is not None)
        if known.type is not OBJECT or checks:
            types = [] if known.type is OBJECT else [known.type]
            found[one.lower] = Traits(
                name=one.name, convert=converter(one.name, types, checks, shared=False)
            )
    return found


QUICK_TYPES: Final = frozenset({OBJECT, STRING, INT32, INT64, DOUBLE, OBJECT_ARRAY, STRING_ARRAY})
"""Types to which the binder converts arguments just as a cast does."""


def _is_quick(parameter: ParameterMetadata) -> bool:
    """Whether the parameter is nothing but a name and perhaps a type."""
    if parameter.validators or parameter.aliases or parameter.is_switch:
        return False
    only = parameter.sets.get(ALL_SETS)
    return (
        parameter.type in QUICK_TYPES
        and len(parameter.sets) == 1
        and only is not None
        and only == Membership(position=only.position)
    )
