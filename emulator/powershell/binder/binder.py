"""The binder of one command call.

`Binder(metadata, context)`, then `bind_arguments` once, then `bind_pipeline` per pipeline object.
Source: reference/powershell.md 1.2; conformance/hyperv-binding.jsonl, errors.jsonl binding/*.
"""

from collections.abc import Sequence

from emulator.powershell.binder.argument import Argument
from emulator.powershell.binder.arguments import bind_arguments, bind_defaults
from emulator.powershell.binder.binding_errors import Failures
from emulator.powershell.binder.bound import BoundParameters
from emulator.powershell.binder.common_parameters import CommonParameters, said
from emulator.powershell.binder.context import BindingContext
from emulator.powershell.binder.mandatory import missing_mandatory
from emulator.powershell.binder.pipeline import PipelineBinding
from emulator.powershell.binder.plan import plan_of
from emulator.powershell.binder.sets import drop_sets_without_pipeline, settle_sets
from emulator.powershell.binder.state import BindingState
from emulator.powershell.metadata import CommandMetadata


class Binder:
    """Binds the arguments of one call, then its pipeline objects; errors are BindingErrors.

    `bound` is one dictionary for the whole call: declared name to converted value.
    """

    __slots__ = ("_metadata", "_pipeline", "_state", "remaining")

    def __init__(self, metadata: CommandMetadata, context: BindingContext) -> None:
        """Prepare a call of the command."""
        self._metadata = metadata
        self._state = BindingState(
            plan_of(metadata, core=context.core), context, Failures(metadata, context)
        )
        self._pipeline: PipelineBinding | None = None
        self.remaining: list[Argument] = []

    @property
    def bound(self) -> BoundParameters:
        """What is bound."""
        return self._state.bound

    @property
    def parameter_set(self) -> str:
        """The name of the parameter set."""
        return self._state.parameter_set

    @property
    def common(self) -> CommonParameters:
        """The common parameters that were given."""
        if not self._metadata.common_parameters:
            return CommonParameters()
        return said(self._state.bound, should_process=self._metadata.supports_should_process)

    def bind_arguments(self, arguments: Sequence[Argument]) -> None:
        """Bind the command line; what a simple function does not take is in `remaining`."""
        state = self._state
        self.remaining = bind_arguments(state, arguments)
        defaults = [one for one in arguments if one.is_default]
        expecting = state.context.expecting_input
        valid = settle_sets(state, before_pipeline=expecting)
        if expecting and valid > 1:
            narrowed = drop_sets_without_pipeline(state)
            if narrowed != state.flags:
                state.flags = narrowed
                valid = settle_sets(state, before_pipeline=True)
        if defaults:
            bind_defaults(state, defaults)
        missing = missing_mandatory(state, valid, expecting_input=expecting)
        if missing:
            raise state.failures.missing([one.name for one in missing])

    def bind_pipeline(self, value: object) -> None:
        """Bind one pipeline object."""
        if self._pipeline is None:
            self._pipeline = PipelineBinding(self._state)
        self._pipeline.bind(value)

    def finish(self) -> None:
        """Do what is left to do before the first step runs: nothing, all is checked at once."""
