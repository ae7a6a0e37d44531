"""Binding of pipeline objects: by value, by property name, both without and with conversion."""

from emulator.objects.errors import ClrError, PowerShellError
from emulator.objects.members import MISSING, get_property
from emulator.objects.psobject import AUTOMATION_NULL
from emulator.powershell.binder.argument import Argument
from emulator.powershell.binder.binding_errors import BindingError, ConversionError, with_target
from emulator.powershell.binder.mandatory import missing_mandatory
from emulator.powershell.binder.plan import PlanParameter, set_count
from emulator.powershell.binder.sets import settle_after_pipeline, settle_sets
from emulator.powershell.binder.state import BindingState

PHASES = ((True, False), (False, False), (True, True), (False, True))
"""(by value, coerce) in the order of the real binder."""


class PipelineBinding:
    """Binds one object after the other; what one bound is given back before the next."""

    __slots__ = ("_flags", "_piped", "_state")

    def __init__(self, state: BindingState) -> None:
        """Continue from the state the command line left."""
        self._state = state
        self._flags = state.flags
        self._piped: list[PlanParameter] = []

    def bind(self, value: object) -> None:
        """Bind `value`; a BindingError that names it as target where it does not bind."""
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
        for parameter in self._piped:
            if parameter not in state.unbound:
                state.unbound.append(parameter)
            state.bound.stale.add(parameter.name)
        self._piped.clear()

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
        for parameter in reversed(tuple(state.unbound)):
            if not parameter.takes_pipeline or not parameter.is_in(sets):
                continue
            for part in parameter.parts_in(sets):
                if by_value:
                    if not part.membership.from_pipeline:
                        continue
                    offered = value
                else:
                    if not part.membership.from_pipeline_by_property_name or value is None:
                        continue
                    offered = _property_for(value, parameter)
                    if offered is MISSING:
                        continue
                if self._offer(offered, parameter, coerce=coerce):
                    bound = True
                    break
        return bound

    def _offer(self, value: object, parameter: PlanParameter, *, coerce: bool) -> bool:
        if value is AUTOMATION_NULL:
            return False
        try:
            taken = self._state.bind(
                Argument(value=value, start=-1, end=-1), parameter, coerce=coerce
            )
        except ConversionError:
            return False
        if taken:
            self._piped.append(parameter)
        return taken


def _property_for(value: object, parameter: PlanParameter) -> object:
    """Return the property called as the parameter or one of its aliases, or MISSING."""
    found = get_property(value, parameter.name)
    if found is not MISSING:
        return found
    for alias in parameter.metadata.aliases:
        found = get_property(value, alias)
        if found is not MISSING:
            return found
    return MISSING
