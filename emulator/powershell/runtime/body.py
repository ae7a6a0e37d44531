"""What the compiler makes of a script block: its parameters and the closures of its blocks."""

from dataclasses import dataclass, replace

from emulator.powershell import tree
from emulator.powershell.runtime.closures import Evaluate, Execute
from emulator.powershell.runtime.positions import Extent


@dataclass(frozen=True, slots=True, kw_only=True)
class AttributeUse:
    """An attribute as written, its arguments ready to be computed; `name` is as written."""

    name: str
    positional: tuple[Evaluate, ...]
    named: tuple[tuple[str, Evaluate], ...]
    extent: Extent


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclaredParameter:
    """One parameter of a script block; `default` None means "not given"."""

    name: str
    lower: str
    type_name: tree.TypeName | None
    attributes: tuple[AttributeUse, ...]
    default: Evaluate | None
    default_text: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Body:
    """A script block ready to run; `text` is what ToString() gives.

    The `uses_` flags say whether its text names $PSBoundParameters, $MyInvocation, $input.
    """

    text: str
    extent: Extent
    parameters: tuple[DeclaredParameter, ...] | None
    attributes: tuple[AttributeUse, ...]
    dynamicparam: Execute | None
    begin: Execute | None
    process: Execute | None
    end: Execute | None
    clean: Execute | None
    is_filter: bool = False
    uses_bound: bool = False
    uses_invocation: bool = False
    uses_input: bool = False

    def with_parameters(self, parameters: tuple[DeclaredParameter, ...]) -> "Body":
        """Return the body with the parameters that stand in parentheses behind the name."""
        return replace(self, parameters=parameters)

    @property
    def advanced(self) -> bool:
        """Whether it has [CmdletBinding()] or a parameter with [Parameter()]."""
        if any(use.name.lower() in CMDLET_BINDING for use in self.attributes):
            return True
        return any(
            use.name.lower() in PARAMETER
            for parameter in self.parameters or ()
            for use in parameter.attributes
        )


_SMA = "system.management.automation."
CMDLET_BINDING = frozenset(
    {"cmdletbinding", "cmdletbindingattribute", _SMA + "cmdletbindingattribute"}
)
PARAMETER = frozenset({"parameter", "parameterattribute", _SMA + "parameterattribute"})
