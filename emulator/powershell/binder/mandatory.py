"""Which mandatory parameters are missing; and, with a pipeline ahead, which set to wait for.

The order of the questions is the real binder's (GetMissingMandatoryParameters).
"""

from dataclasses import dataclass, field

from emulator.powershell.binder.plan import ALL, PlanParameter, SetPart, set_count
from emulator.powershell.binder.state import BindingState


@dataclass(slots=True)
class SetNeeds:
    """What one set still needs: from the command line, or possibly from the pipeline."""

    flag: int
    """ALL for the parameters that are in all sets."""
    is_default: bool
    from_caller: list[PlanParameter] = field(default_factory=list)
    by_value: list[PlanParameter] = field(default_factory=list)
    by_property_name: list[PlanParameter] = field(default_factory=list)

    @property
    def is_all(self) -> bool:
        """Whether these are the needs of every set."""
        return self.flag == ALL

    @property
    def piped(self) -> bool:
        """Whether the pipeline can give something that is needed."""
        return bool(self.by_value or self.by_property_name)


def missing_mandatory(
    state: BindingState, valid_sets: int, *, expecting_input: bool
) -> list[PlanParameter]:
    """Return the mandatory parameters that nothing will give a value; may narrow the sets."""
    needs: dict[int, SetNeeds] = {}
    missing: list[PlanParameter] = []
    for parameter in state.plan.mandatory:
        if parameter not in state.unbound:
            continue
        lacking = False
        for part in parameter.parts_in(state.flags):
            if part.membership.mandatory:
                lacking = True
                _note(state, needs, parameter, part, expecting_input=expecting_input)
        if lacking:
            missing.append(parameter)
    if not missing or not expecting_input:
        return missing
    return _from_caller(state, needs, valid_sets)


def _note(
    state: BindingState,
    needs: dict[int, SetNeeds],
    parameter: PlanParameter,
    part: SetPart,
    *,
    expecting_input: bool,
) -> None:
    flag = part.flag or ALL
    default = state.plan.default_flag
    entry = needs.get(flag)
    if entry is None:
        entry = needs[flag] = SetNeeds(flag, bool(default and default & flag))
    membership = part.membership
    takes = membership.from_pipeline or membership.from_pipeline_by_property_name
    if not (takes and expecting_input):
        entry.from_caller.append(parameter)
        return
    if membership.from_pipeline:
        entry.by_value.append(parameter)
    if membership.from_pipeline_by_property_name:
        entry.by_property_name.append(parameter)


def _from_caller(
    state: BindingState, needs: dict[int, SetNeeds], valid_sets: int
) -> list[PlanParameter]:
    """With a pipeline ahead: choose the set to wait for and return what only the caller gives."""
    default = state.plan.default_flag
    lacking = 0
    for entry in needs.values():
        if not entry.is_all:
            lacking |= state.flags & entry.flag
    if ALL in needs:
        lacking = state.flags & (state.plan.every_flag or ALL)
    if valid_sets > 1 and default and not default & lacking and default & state.flags:
        lacking = _leave_to_default(state, needs, lacking)
    count = set_count(lacking)
    if count == 0:
        raise state.failures.ambiguous_set()
    if count == 1:
        return _asked(needs, lacking)
    if state.prioritized:
        return []
    if default & lacking and _default_is_meant(state, needs):
        state.flags = default
        state.name_set()
        return _asked(needs, default)
    return _wait_for_one(state, needs, lacking)


def _leave_to_default(state: BindingState, needs: dict[int, SetNeeds], lacking: int) -> int:
    """Keep to the default set, which lacks nothing, unless another could take the pipeline."""
    default = state.plan.default_flag
    for entry in needs.values():
        other = not entry.flag & default and not entry.is_all
        if other and entry.piped and entry.flag & state.flags:
            return lacking
    free = state.flags & ~lacking
    if state.flags == ALL:
        free = state.plan.every_flag & ~lacking
    state.flags = free
    if free == default:
        state.name_set()
    else:
        state.prioritized = default
    return free


def _asked(needs: dict[int, SetNeeds], sets: int) -> list[PlanParameter]:
    """Return what the caller must give in these sets, each parameter once."""
    found: list[PlanParameter] = []
    for entry in needs.values():
        if entry.is_all or entry.flag & sets:
            found += [one for one in entry.from_caller if one not in found]
    return found


def _default_is_meant(state: BindingState, needs: dict[int, SetNeeds]) -> bool:
    """Whether to keep to the default set although other sets lack parameters as well."""
    others = [entry for entry in needs.values() if not entry.is_all and not entry.is_default]
    another_piped = any(entry.piped and not entry.from_caller for entry in others)
    another_by_name = any(entry.by_property_name for entry in others)
    own = needs.get(state.plan.default_flag)
    if own is not None:
        if own.by_property_name and not another_by_name:
            return True
        if own.piped and not another_piped:
            return True
    if not another_piped:
        return True
    everywhere = needs.get(ALL)
    return everywhere is not None and bool(everywhere.from_caller)


def _wait_for_one(
    state: BindingState, needs: dict[int, SetNeeds], lacking: int
) -> list[PlanParameter]:
    """Several sets could take the pipeline: take the only one that does by value or by name."""
    open_sets = [entry for entry in needs.values() if not entry.is_all and entry.flag & lacking]
    valued = [entry.flag for entry in open_sets if entry.by_value]
    named = [entry.flag for entry in open_sets if entry.by_property_name]
    by_value = valued[0] if len(valued) == 1 else 0
    chosen = _only_set(valued, named)
    if chosen:
        return _latch(state, needs, chosen)
    asking = [
        entry
        for entry in needs.values()
        if entry.from_caller and (entry.is_all or entry.flag & lacking)
    ]
    if not asking:
        return []
    if by_value:
        return _latch(state, needs, by_value)
    if len(valued) < 2 and len(named) < 2:
        raise state.failures.ambiguous_set()
    dropped = 0
    for entry in asking:
        if not entry.is_all:
            dropped |= entry.flag
    _drop(state, dropped)
    if state.flags == 0:
        raise state.failures.ambiguous_set()
    if set_count(state.flags) == 1:
        state.name_set()
    return []


def _only_set(valued: list[int], named: list[int]) -> int:
    """Return the one set that takes the pipeline, by value or by property name; else 0."""
    by_value = valued[0] if len(valued) == 1 else 0
    by_name = named[0] if len(named) == 1 else 0
    if valued and named:
        return by_value if by_value == by_name else 0
    return by_value or by_name


def _latch(state: BindingState, needs: dict[int, SetNeeds], chosen: int) -> list[PlanParameter]:
    """Wait for `chosen`, keeping the sets that lack nothing possible."""
    others = 0
    asks = False
    for entry in needs.values():
        if entry.is_all:
            continue
        if entry.flag & chosen:
            asks = asks or bool(entry.from_caller)
        else:
            others |= entry.flag
    missing = _asked(needs, chosen)
    if asks:
        state.flags = chosen
    else:
        _drop(state, others)
        if state.flags != chosen:
            state.prioritized = chosen
    state.name_set()
    return missing


def _drop(state: BindingState, sets: int) -> None:
    if sets:
        known = state.plan.every_flag if state.flags == ALL else state.flags
        state.flags = known & ~sets
