"""A function, filter or called script block in a pipeline: a scope, bound parameters, its blocks."""

from collections.abc import Sequence
from typing import Final

from emulator.objects.conversion import convert
from emulator.objects.errors import ClrError, ErrorCategory, ErrorRecord, PowerShellError
from emulator.objects.psobject import AUTOMATION_NULL
from emulator.powershell.binder.argument import Argument
from emulator.powershell.binder.binder import Binder
from emulator.powershell.binder.binding_errors import BindingError
from emulator.powershell.binder.switches import ABSENT, PRESENT
from emulator.powershell.runtime.bound_dictionary import BoundDictionary
from emulator.powershell.runtime.calls import Call
from emulator.powershell.runtime.closures import Evaluate, Execute
from emulator.powershell.runtime.defaults import with_defaults
from emulator.powershell.runtime.enumerators import Enumerator
from emulator.powershell.runtime.failures import call_depth_overflow
from emulator.powershell.runtime.functions import Function, Plan
from emulator.powershell.runtime.scope import Scope
from emulator.powershell.runtime.script_cmdlet import ScriptCmdlet
from emulator.powershell.runtime.scriptblock import BLOCK_NAME, ScriptBlock
from emulator.powershell.runtime.signals import RETURN, ReturnValue, unwind
from emulator.powershell.runtime.stage import Stage

ACTIONS: Final = (
    ("error_action", "ErrorActionPreference"),
    ("warning_action", "WarningPreference"),
    ("information_action", "InformationPreference"),
    ("progress_action", "ProgressPreference"),
)
"""Common parameters that become preference variables inside a function."""


class ScriptStage(Stage):
    """One run of a function; `dotted` runs in the caller's scope."""

    __slots__ = ("_binder", "_body", "_inside", "_items", "_plan", "frame", "function")

    def __init__(self, scope: Scope, call: Call, function: Function, *, dotted: bool) -> None:
        """Run `function` as `call` says."""
        self._plan = function.plan
        super().__init__(scope, call, self._plan.metadata)
        self.function = function
        self._body = function.body
        self._inside = scope if dotted else self._opened(scope, function)
        if function.name and not dotted:
            self._inside.call = self
        self._items: list[object] = []
        self._binder: Binder | None = None
        self.frame = (
            function.name or BLOCK_NAME,
            function.body.extent.source.file,
            call.site.extent,
        )

    @staticmethod
    def _opened(scope: Scope, function: Function) -> Scope:
        return Scope(scope.session, function.captured or scope)

    @property
    def inside(self) -> Scope:
        """The scope the function runs in."""
        return self._inside

    @property
    def core(self) -> bool:
        """Whether messages are those of PowerShell 7."""
        return self.session.core

    @property
    def parameter_set(self) -> str:
        """The parameter set that the binder chose."""
        return "" if self._binder is None else self._binder.parameter_set

    @property
    def bound(self) -> dict[str, object]:
        """What the binder bound so far."""
        return {} if self._binder is None else self._binder.bound

    def invoke_delayed(self, block: object, item: object) -> list[object]:
        """Run a script block given to a parameter, for one pipeline object."""
        assert isinstance(block, ScriptBlock), "only script blocks bind late"
        return block.run_with_item(self.scope, item)

    # --- binding -------------------------------------------------------------------------------

    def prepare(self) -> None:
        """Bind the command line and set the variables of the parameters."""
        plan = self._plan
        arguments = self.call.arguments
        if plan.advanced:
            arguments = with_defaults(self.session, self.metadata, self.call)
        if not self._quick(arguments):
            self._bind(arguments)
        self._automatic()
        if plan.advanced:
            self._preferences()
        self.settle()

    def _quick(self, arguments: Sequence[Argument]) -> bool:
        """Put plain arguments in place; False where the binder is needed.

        What is not plain (an alias, a prefix, a switch, a failing conversion) the binder does
        from the beginning, so that there is one place for rules and errors.
        """
        plan = self._plan
        if not plan.quick or self._body.uses_bound:
            return False
        found = placed(plan, arguments)
        if found is None:
            return False
        given, rest = found
        scope = self._inside
        values = scope.values
        for parameter in plan.parameters:
            lower = parameter.lower
            if lower in given:
                values[lower] = given[lower]
            elif parameter.default is None:
                values[lower] = plan.unbound[lower]
            else:
                values[lower] = self._default(parameter.default)
        if plan.traits:
            scope.traits = {**scope.traits, **plan.traits}
        values["args"] = rest
        return True

    def _default(self, evaluate: Evaluate) -> object:
        try:
            value = evaluate(self._inside)
        except ClrError as error:
            raise self._bad_default(error) from error
        return None if value is AUTOMATION_NULL else value

    def _bind(self, arguments: Sequence[Argument]) -> None:
        plan = self._plan
        binder = self._binder = Binder(self.metadata, self)
        binder.bind_arguments(arguments)
        self.common = binder.common
        scope = self._inside
        if plan.traits:
            scope.traits = {**scope.traits, **plan.traits}
        self._unbound(binder)
        for parameter in plan.parameters:
            if parameter.name in binder.bound:
                scope.values[parameter.lower] = binder.bound[parameter.name]
        if not plan.advanced:
            scope.values["args"], scope.named_arguments = _rest(binder.remaining)

    def _unbound(self, binder: Binder) -> None:
        """Give what is not bound its default, in order: a default may use earlier ones."""
        plan = self._plan
        values = self._inside.values
        for at, parameter in enumerate(plan.parameters):
            if parameter.name in binder.bound:
                values[parameter.lower] = binder.bound[parameter.name]
                continue
            if parameter.default is None:
                values[parameter.lower] = plan.unbound[parameter.lower]
                continue
            try:
                value = self._default(parameter.default)
                if parameter.lower in plan.traits:
                    value = convert(value, plan.types[at])
            except ClrError as error:
                raise self._bad_default(error) from error
            values[parameter.lower] = value

    def _bad_default(self, error: ClrError) -> PowerShellError:
        """Return the error of a default value. Source: errors-binding-transform-022."""
        record = ErrorRecord(
            exception=error.exception,
            error_id=error.error_id or error.exception.type_name,
            category=error.category or ErrorCategory.NotSpecified,
            command_type=self.metadata.implementing_type or None,
        )
        return PowerShellError(record)

    def _automatic(self) -> None:
        """Set what the body may ask of its call; only what its text names is worth making."""
        values = self._inside.values
        body = self._body
        if body.uses_bound:
            values["psboundparameters"] = BoundDictionary(self.bound)
        if body.uses_invocation:
            values["myinvocation"] = self.session.invocation_value(self)
        if self._plan.advanced:
            values["pscmdlet"] = ScriptCmdlet(self)

    def _preferences(self) -> None:
        """Turn common parameters into the preference variables of the function's scope."""
        common = self.common
        scope = self._inside
        session = self.session
        for attribute, name in ACTIONS:
            said = getattr(common, attribute)
            if said is not None:
                scope.values[name.lower()] = session.action_value(said)
        if common.verbose is not None:
            scope.values["verbosepreference"] = session.flag_value(on=common.verbose)
        if common.debug is not None:
            scope.values["debugpreference"] = session.flag_value(on=common.debug)
        if common.what_if is not None:
            scope.values["whatifpreference"] = PRESENT if common.what_if else ABSENT
        if common.confirm is not None:
            scope.values["confirmpreference"] = session.impact_value(ask=common.confirm)

    # --- running -------------------------------------------------------------------------------

    def _run(self, block: Execute | None) -> None:
        if block is None:
            return
        session = self.session
        frames = session.frames
        if len(frames) > session.limits.call_depth:
            raise PowerShellError(call_depth_overflow(session.limits.call_depth))
        outer = session.scope
        session.scope = self._inside
        frames.append(self.frame)
        guarded = session.guarded
        try:
            leave = block(self._inside, self.emit)
        except ReturnValue as value:
            leave = RETURN
            for item in value.items:
                self.emit(item)
        finally:
            frames.pop()
            session.scope = outer
            session.guarded = guarded
        if leave is not None:
            unwind(leave)

    def begin(self) -> None:
        """Run the begin block, if there is one."""
        if self._body.begin is None:
            self.begun = True
        else:
            super().begin()

    def process_alone(self) -> None:
        """Run the process block without an object, if there is one."""
        if self._body.process is not None:
            super().process_alone()

    def do_begin(self) -> None:
        """Run the begin block."""
        self._run(self._body.begin)

    def do_process(self, value: object) -> None:
        """Bind one object and run the process block; without one the objects are kept."""
        if self._binder is None and self._plan.parameters and self._plan.advanced:
            self._binder = Binder(self.metadata, self)
        if self._plan.advanced and self._plan.parameters and not self._bound_by(value):
            return
        body = self._body
        if body.process is None:
            self._items.append(value)
            return
        values = self._inside.values
        values["_"] = value
        if body.uses_input:
            values["input"] = Enumerator([value])
        self._run(body.process)

    def _bound_by(self, value: object) -> bool:
        assert self._binder is not None, "an advanced function is bound by the binder"
        binder = self._binder
        try:
            binder.bind_pipeline(value)
        except BindingError as error:
            self.reported(error)
            return False
        values = self._inside.values
        stale = binder.bound.stale
        for at, parameter in enumerate(self._plan.parameters):
            if parameter.name in stale:
                values[parameter.lower] = (
                    self._plan.unbound[parameter.lower]
                    if parameter.default is None
                    else self._converted_default(parameter.default, at)
                )
            elif parameter.name in binder.bound:
                values[parameter.lower] = binder.bound[parameter.name]
        if self._body.uses_bound:
            values["psboundparameters"] = BoundDictionary(binder.bound)
        return True

    def _converted_default(self, evaluate: Evaluate, at: int) -> object:
        try:
            return convert(self._default(evaluate), self._plan.types[at])
        except ClrError:
            return self._default(evaluate)

    def do_process_alone(self) -> None:
        """Run the process block once."""
        self._run(self._body.process)

    def do_end(self) -> None:
        """Run the end block; `$input` is what came down the pipeline."""
        body = self._body
        if body.process is None:
            if body.uses_input and (self.expecting_input or "input" not in self._inside.values):
                self._inside.values["input"] = Enumerator(self._items)
            if self._items and body.end is not None and self._plan.advanced:
                self._inside.values["_"] = self._items[-1]
        self._run(body.end)

    def close(self) -> None:
        """Run the clean block, after errors too."""
        if self._body.clean is not None:
            with self.session.turn.shield():
                self._run(self._body.clean)


def placed(
    plan: Plan, arguments: Sequence[Argument]
) -> tuple[dict[str, object], list[object]] | None:
    """Return what plain arguments bind, and what is left over; None where it is not that plain."""
    given: dict[str, object] = {}
    loose: list[object] = []
    name: str | None = None
    for one in arguments:
        if one.is_splatted or (one.text is not None and one.name is None and plan.traits):
            return None
        if one.name is not None:
            lower = one.name.lower()
            if name is not None or lower not in plan.unbound or lower in given:
                return None
            if one.has_value:
                given[lower] = one.value
            else:
                name = lower
        elif name is None:
            loose.append(one.value)
        else:
            given[name] = one.value
            name = None
    if name is not None:
        return None
    for parameter in plan.parameters:
        if loose and parameter.lower not in given:
            given[parameter.lower] = loose.pop(0)
    return (given, loose) if _converted(plan, given) else None


def _converted(plan: Plan, given: dict[str, object]) -> bool:
    """Convert what is given to the types of the parameters; False where one fails."""
    if not plan.traits:
        return True
    for at, parameter in enumerate(plan.parameters):
        lower = parameter.lower
        if lower in given and lower in plan.traits:
            try:
                given[lower] = convert(given[lower], plan.types[at])
            except ClrError:
                return False
    return True


def _rest(arguments: Sequence[Argument]) -> tuple[list[object], tuple[int, ...]]:
    """Return $args, and which of its elements were written as parameters."""
    found: list[object] = []
    names: list[int] = []
    for one in arguments:
        if one.name is not None:
            names.append(len(found))
            found.append(f"-{one.name}:" if one.has_value else one.text or f"-{one.name}")
            if one.has_value:
                found.append(one.value)
        else:
            found.append(one.value)
    return found, tuple(names)
