"""Which parameter set a call is in.

The order of the questions is the real binder's (CmdletParameterBinderController), since scripts
see its outcome: the set's name, and where it gives up, AmbiguousParameterSet.
"""

from emulator.powershell.binder.plan import ALL, set_count
from emulator.powershell.binder.state import BindingState


def settle_sets(state: BindingState, *, before_pipeline: bool, use_default: bool = True) -> int:
    """Narrow the possible sets and return how many are left.

    `before_pipeline` leaves the question open while a pipeline object may still answer it;
    without `use_default` the default set is not yet what an open question means.
    """
    flags = state.flags
    count = set_count(flags)
    if count == 0:
        raise state.failures.ambiguous_set()
    if count > 1:
        return _settle_several(state, count, before_pipeline=before_pipeline)
    if flags == ALL:
        count = len(state.plan.set_names) or 1
        if before_pipeline and open_for_pipeline(state):
            pass
        elif state.plan.default_flag:
            if use_default:
                state.flags = state.plan.default_flag
                count = 1
        elif count > 1:
            count = _resolve_by_mandatory(state)
    state.name_set()
    return count


def _settle_several(state: BindingState, count: int, *, before_pipeline: bool) -> int:
    default = state.plan.default_flag
    if default & state.flags:
        state.parameter_set = state.plan.set_name(default)
        if before_pipeline:
            return count
        state.flags = default
        return 1
    if before_pipeline and open_for_pipeline(state):
        return count
    return _resolve_by_mandatory(state)


def _resolve_by_mandatory(state: BindingState) -> int:
    """Take the one set in which no mandatory parameter is missing, or give up."""
    left = state.flags & state.plan.declared_flags
    for parameter in state.plan.mandatory:
        for part in parameter.parts if parameter in state.unbound else ():
            if part.membership.mandatory:
                left &= ~(part.flag or ALL)
    if set_count(left) != 1 or left == ALL:
        raise state.failures.ambiguous_set()
    state.flags = left
    state.name_set()
    return 1


def open_for_pipeline(state: BindingState) -> bool:
    """Whether a parameter not yet bound takes pipeline input in a set still possible."""
    return any(
        parameter in state.unbound and parameter.pipes_in(state.flags)
        for parameter in state.plan.piped
    )


def drop_sets_without_pipeline(state: BindingState) -> int:
    """Return the flags of the sets that can still take a pipeline object."""
    taking = 0
    for parameter in state.delayed:
        taking |= parameter.flags
    for parameter in state.plan.piped:
        if parameter not in state.unbound:
            continue
        for part in parameter.parts_in(state.flags):
            membership = part.membership
            if membership.from_pipeline or membership.from_pipeline_by_property_name:
                if part.flag == 0:
                    return state.flags
                taking |= part.flag
    return state.flags & taking if taking else state.flags


def settle_after_pipeline(state: BindingState) -> None:
    """Make sure that one set was chosen once a pipeline object is bound."""
    plan = state.plan
    if len(plan.set_names) > 1 and state.flags == ALL:
        if not plan.default_flag:
            raise state.failures.ambiguous_set()
        state.flags = plan.default_flag
