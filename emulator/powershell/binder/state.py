"""What is bound so far in one call, and the binding of one value to one parameter."""

from emulator.objects.errors import ClrError
from emulator.powershell.binder.argument import Argument
from emulator.powershell.binder.binding_errors import Failures
from emulator.powershell.binder.bound import BoundParameters
from emulator.powershell.binder.coercion import NO_FIT, Coercion, fitted
from emulator.powershell.binder.context import BindingContext
from emulator.powershell.binder.plan import ALL, Plan, PlanParameter, is_script_block
from emulator.powershell.binder.validation import check


class BindingState:
    """The mutable part of a call: flags of the sets still possible, what is bound and what not."""

    __slots__ = (
        "bound",
        "coercion",
        "context",
        "delayed",
        "failures",
        "flags",
        "parameter_set",
        "plan",
        "prioritized",
        "unbound",
    )

    def __init__(self, plan: Plan, context: BindingContext, failures: Failures) -> None:
        """Begin a call of the planned command with nothing bound."""
        self.plan = plan
        self.context = context
        self.failures = failures
        self.coercion = Coercion(
            failures, function=plan.is_function, simple=plan.is_simple, core=context.core
        )
        self.flags = ALL
        self.unbound: dict[PlanParameter, None] = dict.fromkeys(plan.parameters)
        self.bound = BoundParameters()
        self.delayed: dict[PlanParameter, Argument] = {}
        self.prioritized = 0
        self.parameter_set = plan.default_set

    def name_set(self) -> None:
        """Let the flags say which parameter set the command sees."""
        self.parameter_set = self.plan.set_name(self.flags)

    def is_bound(self, parameter: PlanParameter) -> bool:
        """Whether the parameter has a value, or a script block that will give one."""
        return parameter not in self.unbound

    def bind(
        self, argument: Argument, parameter: PlanParameter, *, coerce: bool, delay: bool = False
    ) -> bool:
        """Bind the argument's value; False if it does not fit without a conversion."""
        if delay and self._delays(argument, parameter):
            self._take(parameter)
            self.delayed[parameter] = argument
            return True
        value = self.value_for(argument, parameter, coerce=coerce)
        if value is NO_FIT:
            return False
        self.put(parameter, value)
        return True

    def value_for(self, argument: Argument, parameter: PlanParameter, *, coerce: bool) -> object:
        """Return the checked value that the parameter would get, or NO_FIT."""
        value = argument.value
        transform = parameter.metadata.transform
        if transform is not None:
            value = self._transformed(argument, parameter)
            argument = Argument(
                name=argument.name,
                value=value,
                start=argument.start,
                end=argument.end,
                value_start=argument.value_start,
            )
        if coerce:
            value = self.coercion.coerced(argument, parameter)
        else:
            value = fitted(value, parameter)
            if value is NO_FIT:
                return NO_FIT
        if parameter.checks or parameter.mandatory_somewhere or parameter.type_name:
            check(self.failures, argument, parameter, value)
        return value

    def put(self, parameter: PlanParameter, value: object) -> None:
        """Bind a value that is ready."""
        name = parameter.name
        self.bound[name] = value
        self.bound.stale.discard(name)
        self._take(parameter)

    def _take(self, parameter: PlanParameter) -> None:
        if parameter.flags and not parameter.in_all_sets:
            self.flags &= parameter.flags
        del self.unbound[parameter]

    def _transformed(self, argument: Argument, parameter: PlanParameter) -> object:
        transform = parameter.metadata.transform
        assert transform is not None
        try:
            return transform(argument.value)
        except ClrError as error:
            raise self.failures.transformation(
                argument, parameter.name, error.exception.message, error.exception
            ) from error

    def _delays(self, argument: Argument, parameter: PlanParameter) -> bool:
        """Whether the value is a script block to be run for each pipeline object."""
        if not parameter.takes_pipeline or parameter.blocks_fit:
            return False
        if not is_script_block(argument.value) or not parameter.pipes_in(self.flags):
            return False
        if not self.context.expecting_input:
            raise self.failures.no_block_input(argument, parameter.name)
        return True
