"""From a declared cmdlet to a command of the language: metadata, and the running of instances."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import Final

from cmdlets.context import Context, Surroundings
from cmdlets.spec import Cmdlet, Declaration, Parameter, read_docstring
from emulator.objects.errors import ClrError, ErrorCategory, ErrorRecord, NotEmulated
from emulator.objects.types import PSType
from emulator.powershell.metadata import CommandKind, CommandMetadata, ParameterMetadata
from emulator.powershell.ports import CommandRuntime

Resolve = Callable[[str], PSType | None]


def metadata_of(declaration: Declaration, resolve: Resolve) -> CommandMetadata:
    """Return what the language knows of a declared cmdlet; `resolve` finds types by name."""
    synopsis, description, examples = read_docstring(declaration.doc)
    return CommandMetadata(
        name=declaration.name,
        kind=CommandKind.CMDLET,
        parameters=tuple(_parameter(one, declaration, resolve) for one in declaration.parameters),
        implementing_type=declaration.class_name,
        default_set=declaration.default_set,
        module=declaration.module,
        supports_should_process=declaration.supports_should_process,
        confirm_impact=declaration.confirm_impact,
        output_types=declaration.output,
        synopsis=synopsis,
        description=description,
        examples=examples,
    )


def _parameter(
    parameter: Parameter, declaration: Declaration, resolve: Resolve
) -> ParameterMetadata:
    found = parameter.own_type or resolve(parameter.type_name)
    assert found is not None, (
        f"{declaration.name} -{parameter.name}: no type is called {parameter.type_name}"
    )
    return ParameterMetadata(
        name=parameter.name,
        type=found,
        sets=parameter.sets,
        aliases=parameter.aliases,
        validators=parameter.validators,
        transform=parameter.transform,
        is_switch=parameter.is_switch,
        supports_wildcards=parameter.wildcards,
        description=parameter.description,
        default_text=parameter.default_text,
    )


class CmdletCommand:
    """A cmdlet class as a `Command`; its metadata is built when first asked for."""

    def __init__(self, cmdlet: type[Cmdlet], surroundings: Surroundings) -> None:
        """Run `cmdlet` in `surroundings`."""
        declaration = cmdlet.declaration
        assert declaration.name, f"{cmdlet.__name__} has no cmdlet name"
        self.cmdlet: Final = cmdlet
        self.name: Final = declaration.name
        self.module: Final = declaration.module
        self.kind: Final = CommandKind.CMDLET
        self._surroundings = surroundings
        self._by_name = {one.name: one for one in declaration.parameters}
        self._names = {one.attribute: one.name for one in declaration.parameters}

    @cached_property
    def metadata(self) -> CommandMetadata:
        """What the language knows of the cmdlet."""
        return metadata_of(self.cmdlet.declaration, self._surroundings.types.resolve)

    def start(self, runtime: CommandRuntime) -> "CmdletRun":
        """Return a fresh run."""
        context = Context(
            runtime,
            self._surroundings,
            class_name=self.cmdlet.declaration.class_name,
            names=self._names,
        )
        return CmdletRun(self.cmdlet(), context, self._by_name)


class CmdletRun:
    """One instance of a cmdlet at work: sets its attributes and lets it speak."""

    __slots__ = ("_context", "_instance", "_parameters", "_set")

    def __init__(
        self, instance: Cmdlet, context: Context, parameters: Mapping[str, Parameter]
    ) -> None:
        """Run `instance`."""
        self._instance = instance
        self._context = context
        self._parameters = parameters
        self._set: dict[str, object] = {}

    def begin(self, bound: Mapping[str, object]) -> Iterable[object]:
        """Set what the command line bound and run `begin`."""
        return self._run(self._instance.begin, bound)

    def process(self, bound: Mapping[str, object]) -> Iterable[object]:
        """Set what the pipeline object bound and run `process`."""
        return self._run(self._instance.process, bound)

    def end(self, bound: Mapping[str, object]) -> Iterable[object]:
        """Run `end`."""
        return self._run(self._instance.end, bound)

    def close(self) -> None:
        """Let the cmdlet give up what it holds."""
        self._instance.close()

    def _run(
        self, step: Callable[[Context], Iterable[object]], bound: Mapping[str, object]
    ) -> Iterator[object]:
        try:
            self._assign(bound)
            yield from step(self._context)
        except NotEmulated as missing:
            self._context.throw(
                missing.record(self._context.class_name, self._context.invocation.command_name)
            )
        except ClrError as error:
            self._context.throw(unhandled(error, self._context))

    def _assign(self, bound: Mapping[str, object]) -> None:
        """Set the attributes of what is bound, and defaults again for what no longer is."""
        self._context.bound = bound
        already = self._set
        for name, value in bound.items():
            if name in already and already[name] is value:
                continue
            parameter = self._parameters.get(name)
            already[name] = value
            if parameter is None:
                continue  # a common parameter: the runtime's business
            if parameter.core_only and not self._context.is_core:
                self._context.throw(unknown_name(name, self._context))
            if parameter.not_emulated:
                raise NotEmulated(f"parameter -{name} of {self._instance.declaration.name}")
            setattr(
                self._instance, parameter.attribute, bool(value) if parameter.is_switch else value
            )
        stale = getattr(bound, "stale", None)
        if stale:
            for name in stale:
                parameter = self._parameters[name]
                setattr(self._instance, parameter.attribute, parameter.default)
                already.pop(name, None)


def unknown_name(name: str, context: Context) -> ErrorRecord:
    """Return the record of a parameter that only PowerShell 7 has, used in 5.1."""
    return context.record(
        f"A parameter cannot be found that matches parameter name '{name}'.",
        "NamedParameterNotFound",
        ErrorCategory.InvalidArgument,
        type_name="System.Management.Automation.ParameterBindingException",
    )


def unhandled(error: ClrError, context: Context) -> ErrorRecord:
    """Return the record of a .NET exception that left a cmdlet."""
    return ErrorRecord(
        exception=error.exception,
        error_id=error.error_id or error.exception.type_name,
        category=ErrorCategory.NotSpecified,
        command_type=context.class_name,
        activity=context.invocation.command_name,
    )
