"""Which parameter a name means: exact name, alias, or the one it is the beginning of."""

from emulator.powershell.binder.argument import Argument
from emulator.powershell.binder.binding_errors import Failures
from emulator.powershell.binder.plan import Plan, PlanParameter


def candidates(plan: Plan, name: str) -> tuple[PlanParameter, ...]:
    """Return what `name` can mean: nothing, one parameter, or all that begin so.

    Declared parameters win over common ones if exactly one of them begins so.
    """
    lower = name.lower()
    found = plan.exact.get(lower)
    if found is not None:
        return (found,)
    known = plan.names.get(lower)
    if known is None:
        known = plan.names[lower] = _by_beginning(plan, lower)
    return known


def _by_beginning(plan: Plan, lower: str) -> tuple[PlanParameter, ...]:
    found = [one for one in plan.parameters if one.lower.startswith(lower)]
    for one in plan.parameters:
        if one not in found and any(
            alias.lower().startswith(lower) for alias in one.metadata.aliases
        ):
            found.append(one)
    if len(found) > 1:
        declared = [one for one in found if not one.common]
        if len(declared) == 1:
            return (declared[0],)
    return tuple(found)


def matching(plan: Plan, argument: Argument, failures: Failures) -> PlanParameter | None:
    """Return the parameter that the argument names, None where there is none."""
    assert argument.name is not None
    found = candidates(plan, argument.name)
    if len(found) > 1:
        raise failures.ambiguous_name(argument, [one.name for one in found])
    return found[0] if found else None
