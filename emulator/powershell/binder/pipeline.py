"""Binding of pipeline objects: by value, by property name, both without and with conversion."""

from dataclasses import dataclass
from typing import Final

from emulator.objects.collections import Hashtable
from emulator.objects.enums import EnumValue
from emulator.objects.errors import ClrError, PowerShellError
from emulator.objects.members import MISSING, get_property
from emulator.objects.psobject import AUTOMATION_NULL, PSObject
from emulator.powershell.binder.argument import Argument
from emulator.powershell.binder.binding_errors import BindingError, ConversionError, with_target
from emulator.powershell.binder.coercion import NO_FIT
from emulator.powershell.binder.mandatory import missing_mandatory
from emulator.powershell.binder.plan import PlanParameter, set_count
from emulator.powershell.binder.sets import settle_after_pipeline, settle_sets
from emulator.powershell.binder.state import BindingState

PHASES: Final = ((True, False), (False, False), (True, True), (False, True))
"""(by value, coerce) in the order of the real binder."""

_VARIED: Final = (list, PSObject, EnumValue, Hashtable)
"""Classes whose instances are not all of one .NET type, or have properties of their own."""


@dataclass(frozen=True, slots=True)
class Step:
    """A parameter bound by the object itself, or by its property `name`."""

    parameter: PlanParameter
    name: str | None
    coerce: bool


@dataclass(frozen=True, slots=True)
class Recipe:
    """How the object before was bound, where the next of its kind binds in the same way.

    `kind` is the Python class it holds for, None for all objects.
    """

    kind: type | None
    steps: tuple[Step, ...]


class PipelineBinding:
    """Binds one object after the other; what one bound is given back before the next."""

    __slots__ = ("_by_name", "_flags", "_recipe", "_state", "_steps")

    def __init__(self, state: BindingState) -> None:
        """Continue from the state the command line left."""
        self._state = state
        self._flags = state.flags
        self._steps: list[Step] = []
        self._recipe: Recipe | None = None
        self._by_name = [
            parameter
            for parameter in state.plan.piped
            if parameter in state.unbound
            and any(
                part.membership.from_pipeline_by_property_name
                for part in parameter.parts_in(state.flags)
            )
        ]

    def bind(self, value: object) -> None:
        """Bind `value`; a BindingError that names it as target where it does not bind."""
        recipe = self._recipe
        if recipe is not None:
            if (recipe.kind is None or type(value) is recipe.kind) and self._again(recipe, value):
                return
            self._recipe = None
        self._bind_anew(value)
        self._remember(value)

    def _again(self, recipe: Recipe, value: object) -> bool:
        """Bind as the object before; False where this one does not bind that way."""
        state = self._state
        bound = state.bound
        for step in recipe.steps:
            parameter = step.parameter
            offered = value if step.name is None else get_property(value, step.name)
            if parameter.takes_anything and not parameter.guarded and step.name is None:
                bound[parameter.name] = offered
                continue
            if offered is MISSING or offered is AUTOMATION_NULL:
                return False
            try:
                made = state.value_for(
                    Argument(value=offered, start=-1, end=-1), parameter, coerce=step.coerce
                )
            except BindingError:
                return False
            if made is NO_FIT:
                return False
            bound[parameter.name] = made
        return True

    def _remember(self, value: object) -> None:
        """Keep how `value` was bound if its class alone decides about that."""
        state = self._state
        steps = tuple(self._steps)
        if not steps or state.delayed or value is None or value is AUTOMATION_NULL:
            return
        if len(state.plan.piped) == 1 and not self._by_name and steps[0].parameter.takes_anything:
            self._recipe = Recipe(None, steps)
            return
        kind = type(value)
        if issubclass(kind, _VARIED):
            return
        used = {step.parameter for step in steps}
        for parameter in self._by_name:
            if parameter not in used and _property_for(value, parameter) is not None:
                return
        self._recipe = Recipe(kind, steps)

    def _bind_anew(self, value: object) -> None:
        state = self._state
        self._restore()
        state.flags = self._flags
        try:
            delayed = self._bind_delayed(value)
            bound = self._bind_unbound(value)
            settle_after_pipeline(state)
            state.name_set()
        except BindingError as error:
            self._restore()
            raise with_target(error, value) from None
        if not (bound or delayed):
            self._restore()
            if state.plan.is_simple:
                return
            raise state.failures.not_bound(value)
        missing = missing_mandatory(state, set_count(state.flags), expecting_input=False)
        if missing:
            raise state.failures.not_enough(value, [one.name for one in missing])

    def _restore(self) -> None:
        """Give back what the object before bound; the names stay among the bound ones."""
        state = self._state
        for step in self._steps:
            state.unbound[step.parameter] = None
            state.bound.stale.add(step.parameter.name)
        self._steps.clear()

    def _bind_delayed(self, value: object) -> bool:
        """Run the script blocks given as arguments and bind what they write."""
        state = self._state
        for parameter, argument in state.delayed.items():
            try:
                written = state.context.invoke_delayed(argument.value, value)
            except PowerShellError as error:
                raise state.failures.block_failed(
                    parameter.name, value, error.record.message
                ) from error
            except ClrError as error:
                raise state.failures.block_failed(
                    parameter.name, value, error.exception.message
                ) from error
            if not written:
                raise state.failures.block_silent(parameter.name, value)
            made = Argument(
                value=written[0] if len(written) == 1 else list(written),
                start=argument.start,
                end=argument.end,
                value_start=argument.value_start,
            )
            result = state.value_for(made, parameter, coerce=True)
            state.bound[parameter.name] = result
        return bool(state.delayed)

    def _bind_unbound(self, value: object) -> bool:
        state = self._state
        bound = False
        rounds = [state.prioritized, 0] if state.prioritized else [0]
        for only in rounds:
            sets = only or state.flags
            for by_value, coerce in PHASES:
                if self._bind_phase(value, sets, by_value=by_value, coerce=coerce):
                    bound = True
                    if not only:
                        settle_sets(state, before_pipeline=True)
                        sets = state.flags
            if only and state.flags == only:
                break
        settle_sets(state, before_pipeline=False)
        return bound

    def _bind_phase(self, value: object, sets: int, *, by_value: bool, coerce: bool) -> bool:
        """Try the default set's parameters, then those of all sets still possible."""
        default = self._state.plan.default_flag
        if default and sets & default:
            if self._bind_in(value, default, by_value=by_value, coerce=coerce):
                return True
            sets &= ~default
        return self._bind_in(value, sets, by_value=by_value, coerce=coerce)

    def _bind_in(self, value: object, sets: int, *, by_value: bool, coerce: bool) -> bool:
        state = self._state
        bound = False
        for parameter in state.plan.piped:
            if parameter not in state.unbound or not parameter.is_in(sets):
                continue
            for part in parameter.parts_in(sets):
                membership = part.membership
                if by_value:
                    done = membership.from_pipeline and self._offer(
                        value, Step(parameter, None, coerce)
                    )
                else:
                    done = membership.from_pipeline_by_property_name and self._offer_property(
                        value, parameter, coerce=coerce
                    )
                if done:
                    bound = True
                    break
        return bound

    def _offer_property(self, value: object, parameter: PlanParameter, *, coerce: bool) -> bool:
        name = None if value is None else _property_for(value, parameter)
        if name is None:
            return False
        return self._offer(get_property(value, name), Step(parameter, name, coerce))

    def _offer(self, value: object, step: Step) -> bool:
        if value is AUTOMATION_NULL:
            return False
        try:
            taken = self._state.bind(
                Argument(value=value, start=-1, end=-1), step.parameter, coerce=step.coerce
            )
        except ConversionError:
            return False
        if taken:
            self._steps.append(step)
        return taken


def _property_for(value: object, parameter: PlanParameter) -> str | None:
    """Return the name of the property called as the parameter or one of its aliases."""
    for name in (parameter.name, *parameter.metadata.aliases):
        if get_property(value, name) is not MISSING:
            return name
    return None
