"""Binding of what stands on the command line: by name, by position, and the rest."""

from collections.abc import Sequence

from emulator.objects.errors import ClrError
from emulator.objects.psobject import AUTOMATION_NULL
from emulator.objects.text import plain_text
from emulator.powershell.binder.argument import NO_VALUE, Argument
from emulator.powershell.binder.binding_errors import BindingError, ConversionError
from emulator.powershell.binder.names import candidates, matching
from emulator.powershell.binder.plan import PlanParameter
from emulator.powershell.binder.sets import settle_sets
from emulator.powershell.binder.state import BindingState
from emulator.powershell.binder.switches import PRESENT

Named = tuple[PlanParameter, Argument]


def bind_arguments(state: BindingState, arguments: Sequence[Argument]) -> list[Argument]:
    """Bind all that can be; return what is left over (a simple function's $args)."""
    named, others = _pair(state, [one for one in arguments if not one.is_default])
    _bind_named(state, named)
    left, failure = _bind_positional(state, others)
    settle_sets(state, before_pipeline=True, use_default=False)
    left = _bind_remaining(state, left)
    if left and not state.plan.is_simple:
        _refuse(state, left[0], failure)
    if failure is not None:  # $args takes what has no place, not what does not convert
        raise failure
    return left


def bind_defaults(state: BindingState, defaults: Sequence[Argument]) -> None:
    """Bind values of $PSDefaultParameterValues where the call left room; failures are warnings."""
    for argument in defaults:
        found = candidates(state.plan, argument.name or "")
        if len(found) != 1 or state.is_bound(found[0]) or not found[0].is_in(state.flags):
            continue
        try:
            state.bind(argument, found[0], coerce=True)
        except BindingError as error:
            state.context.write_warning(
                f"The binding of default value '{plain_text(argument.value)}' to parameter "
                f"'{found[0].name}' failed: {error.record.message}"
            )


def _pair(state: BindingState, arguments: Sequence[Argument]) -> tuple[list[Named], list[Argument]]:
    """Give each known name its value: its own, a switch's, or the argument that follows."""
    named: list[Named] = []
    others: list[Argument] = []
    at = 0
    while at < len(arguments):
        argument = arguments[at]
        at += 1
        if argument.name is None:
            others.append(argument)
            continue
        if argument.name == "-" and argument.value is NO_VALUE:
            others += map(_as_written, arguments[at:])
            break
        parameter = matching(state.plan, argument, state.failures)
        if parameter is None:
            others.append(argument)
        elif argument.value is not NO_VALUE:
            named.append((parameter, argument))
        elif parameter.is_switch:
            named.append((parameter, _given(argument, PRESENT)))
        else:
            following = arguments[at] if at < len(arguments) else None
            named.append((parameter, _followed(state, parameter, argument, following)))
            at += 1
    return named, others


def _as_written(argument: Argument) -> Argument:
    """Return what follows `--`: a name is only text."""
    if argument.name is None:
        return argument
    return Argument(
        value=argument.text or f"-{argument.name}", start=argument.start, end=argument.end
    )


def _followed(
    state: BindingState,
    parameter: PlanParameter,
    argument: Argument,
    following: Argument | None,
) -> Argument:
    """Return the name with the value that follows it."""
    if following is None:
        raise state.failures.no_argument(argument, parameter.name, parameter.type)
    if following.name is None:
        return _given(argument, following.value, following)
    known = candidates(state.plan, following.name)
    if known or following.value is not NO_VALUE:
        raise state.failures.no_argument(argument, parameter.name, parameter.type)
    return _given(argument, following.text or f"-{following.name}", following)


def _given(argument: Argument, value: object, source: Argument | None = None) -> Argument:
    if source is None:
        return Argument(
            name=argument.name,
            value=value,
            start=argument.start,
            end=argument.end,
            is_splatted=argument.is_splatted,
        )
    return Argument(
        name=argument.name,
        value=value,
        text=source.text if source.name is None else None,
        start=argument.start,
        end=source.end,
        value_start=source.start,
        is_splatted=argument.is_splatted,
    )


def _bind_named(state: BindingState, named: list[Named]) -> None:
    """Bind by name; what was written wins over what a splatted hashtable says."""
    written: set[str] = set()
    for parameter, argument in named:
        if not argument.is_splatted:
            if state.is_bound(parameter):
                raise state.failures.twice(argument, parameter.name)
            written.add(parameter.name)
            state.bind(argument, parameter, coerce=True, delay=True)
    for parameter, argument in named:
        if argument.is_splatted and parameter.name not in written:
            if state.is_bound(parameter):
                raise state.failures.twice(argument, parameter.name)
            state.bind(argument, parameter, coerce=True, delay=True)


def _bind_positional(
    state: BindingState, arguments: list[Argument]
) -> tuple[list[Argument], BindingError | None]:
    """Bind position by position; return what is left and the last reason."""
    if not arguments:
        return [], None
    failure: BindingError | None = None
    left: list[Argument] = []
    waiting = _waiting(arguments)
    taken = 0
    for position in _positions(state):
        if taken >= len(waiting):
            break
        choice = _at_position(state, position)
        if not choice:
            continue
        argument = waiting[taken]
        taken += 1
        bound, failure = _bind_at(state, choice, argument)
        if not bound:
            left.append(argument)
    done = set(map(id, waiting[:taken])) - set(map(id, left))
    return [one for one in arguments if id(one) not in done], failure


def _waiting(arguments: list[Argument]) -> list[Argument]:
    """Return what may bind by position: not what follows an unknown name, which is its value."""
    found: list[Argument] = []
    after_name = False
    for argument in arguments:
        if argument.name is None and not after_name:
            found.append(argument)
        after_name = argument.name is not None and argument.value is NO_VALUE
    return found


def _positions(state: BindingState) -> list[int]:
    found: set[int] = set()
    for parameter in state.plan.positional:
        for part in parameter.parts_in(state.flags) if parameter in state.unbound else ():
            if part.membership.position is not None and not part.membership.from_remaining:
                found.add(part.membership.position)
    return sorted(found)


def _at_position(state: BindingState, position: int) -> list[tuple[PlanParameter, int]]:
    """Return the parameters of that position with the flag of the set; 0 for all sets."""
    return [
        (parameter, part.flag)
        for parameter in state.plan.positional
        if parameter in state.unbound
        for part in parameter.parts_in(state.flags)
        if part.membership.position == position and not part.membership.from_remaining
    ]


def _bind_at(
    state: BindingState, choice: list[tuple[PlanParameter, int]], argument: Argument
) -> tuple[bool, BindingError | None]:
    """Try the default set, then all; without a conversion, then with one.

    Every parameter of the position gets the argument; where two of them take it, no set is left.
    """
    failure: BindingError | None = None
    default = state.plan.default_flag & state.flags
    for coerce in (False, True):
        for sets in (default, state.flags) if default else (state.flags,):
            bound, failure = _bind_in_sets(state, choice, argument, sets, coerce=coerce)
            if bound:
                return True, None
    return False, failure


def _bind_in_sets(
    state: BindingState,
    choice: list[tuple[PlanParameter, int]],
    argument: Argument,
    sets: int,
    *,
    coerce: bool,
) -> tuple[bool, BindingError | None]:
    failure: BindingError | None = None
    bound = False
    for parameter, flag in choice:
        if (flag and not flag & sets) or parameter not in state.unbound:
            continue
        try:
            if state.bind(argument, parameter, coerce=coerce, delay=True):
                bound = True
        except ConversionError as error:
            failure = error
    return bound, failure


def _bind_remaining(state: BindingState, left: list[Argument]) -> list[Argument]:
    """Give what is left to the parameter that takes the remaining arguments."""
    if not left:
        return left
    taker: PlanParameter | None = None
    for parameter in state.plan.remaining:
        if parameter in state.unbound and any(
            part.membership.from_remaining for part in parameter.parts_in(state.flags)
        ):
            if taker is not None:
                raise state.failures.ambiguous_remainder()
            taker = parameter
    if taker is None:
        return left
    state.bind(_collected(left, taker), taker, coerce=True)
    return []


def _collected(left: list[Argument], taker: PlanParameter) -> Argument:
    """Return what is left as one argument: a list, or the only value itself."""
    values: list[object] = []
    for argument in left:
        if argument.name is not None:
            values.append(argument.text or f"-{argument.name}")
        if argument.value is not NO_VALUE and argument.value is not AUTOMATION_NULL:
            values.append(argument.value)
    first, last = left[0], left[-1]
    whole: object = values
    text = None
    if len(values) == 1:
        text = first.text if first.name is None else None
        if isinstance(values[0], list) or taker.type.element is None:
            whole = values[0]
    return Argument(value=whole, text=text, start=first.start, end=last.end)


def _refuse(state: BindingState, argument: Argument, failure: BindingError | None) -> None:
    if argument.name is not None:
        raise state.failures.unknown_name(argument)
    if failure is not None:
        raise failure
    try:
        text = "$null" if argument.value is None else argument.text or plain_text(argument.value)
    except ClrError:
        text = ""
    raise state.failures.no_position(text)
