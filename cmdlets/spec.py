"""How a cmdlet is declared: once, as a class; every other list of parameters comes from it.

    class GetVM(
        Cmdlet,
        name="Get-VM",
        module="Hyper-V",
        class_name="Microsoft.HyperV.PowerShell.Commands.GetVM",
        default_set="Name",
        output=("Microsoft.HyperV.PowerShell.VirtualMachine",),
    ):
        '''Get the virtual machines of a host.

        More about it, in as many paragraphs as it takes: the description.

        PS> Get-VM web01
        '''

        name: list[str] | None = param(
            "System.String[]",
            "Names of the machines.",
            sets={"Name": at(0, by_value=True)},
            aliases=("VMName",),
            validators=(not_null_or_empty(),),
            wildcards=True,
        )

        def process(self, ps: Context) -> Iterable[object]:
            ...

- The parameter's name is the attribute's in Pascal case (`startup_bytes` is StartupBytes,
  `for_` is For); `name="VM"` says otherwise. Declaration order is the order of Get-Command.
- `sets` is one `at(...)` (the parameter is in all sets), a tuple of set names (in these, named
  only), or a mapping from set name to `at(...)`.
- `begin`, `process` and `end` are as in .NET: generators, or functions that return an iterable.
  One instance per run; before each call the bound values stand in the attributes, converted to
  the declared .NET type (a switch is a Python bool). What is not bound has `default`, which is
  False for a switch and None for all else unless given. `ps.is_bound("name")` tells the difference.
- `not_emulated=True`: using the parameter ends the call with a NotEmulated error that names it.
- `core_only=True`: the parameter exists in PowerShell 7 only; 5.1 does not know its name.
- The same `param(...)` value may stand in several classes (ComputerName, CimSession).
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from inspect import cleandoc
from typing import TYPE_CHECKING, Any, ClassVar, Final

from emulator.objects.types import PSType
from emulator.powershell.metadata import ALL_SETS, ConfirmImpact, Membership, Validator

if TYPE_CHECKING:
    from cmdlets.context import Context

SWITCH: Final = "System.Management.Automation.SwitchParameter"

IN_ALL_SETS: Final = Membership()
"""The membership of a parameter that is named only and optional."""

Sets = Membership | tuple[str, ...] | Mapping[str, Membership]


def at(
    position: int | None = None,
    *,
    mandatory: bool = False,
    by_value: bool = False,
    by_property_name: bool = False,
    remaining: bool = False,
    help_message: str = "",
) -> Membership:
    """Say what a parameter is in a set; `position` None means "named only"."""
    return Membership(
        position=position,
        mandatory=mandatory,
        from_pipeline=by_value,
        from_pipeline_by_property_name=by_property_name,
        from_remaining=remaining,
        help_message=help_message,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """One declared parameter; `name` empty means "after the attribute"."""

    type_name: str
    description: str
    sets: Mapping[str, Membership]
    name: str = ""
    own_type: PSType | None = None
    aliases: tuple[str, ...] = ()
    validators: tuple[Validator, ...] = ()
    transform: Callable[[object], object] | None = None
    wildcards: bool = False
    default: object = None
    default_text: str = ""
    not_emulated: bool = False
    core_only: bool = False
    attribute: str = ""

    @property
    def is_switch(self) -> bool:
        """Whether it is a switch."""
        return self.type_name.lower() in {SWITCH.lower(), "switch", "switchparameter"}


def param(
    type_name: str | PSType,
    description: str,
    *,
    sets: Sets = IN_ALL_SETS,
    name: str = "",
    aliases: tuple[str, ...] = (),
    validators: tuple[Validator, ...] = (),
    transform: Callable[[object], object] | None = None,
    wildcards: bool = False,
    default: object = None,
    default_text: str = "",
    not_emulated: bool = False,
    core_only: bool = False,
) -> Any:
    """Declare a parameter of .NET type `type_name` (or that type itself); `default` stands in when it is not bound.

    The return type is Any, so that the attribute's own annotation is what mypy believes.
    """
    memberships: Mapping[str, Membership]
    match sets:
        case Membership():
            memberships = {ALL_SETS: sets}
        case tuple():
            memberships = dict.fromkeys(sets, IN_ALL_SETS)
        case _:
            memberships = sets
    made = Parameter(
        type_name=type_name if isinstance(type_name, str) else type_name.name,
        own_type=None if isinstance(type_name, str) else type_name,
        description=description,
        sets=memberships,
        name=name,
        aliases=aliases,
        validators=validators,
        transform=transform,
        wildcards=wildcards,
        default=default,
        default_text=default_text,
        not_emulated=not_emulated,
        core_only=core_only,
    )
    if made.is_switch and default is None:
        return replace(made, default=False)
    return made


def switch(
    description: str,
    *,
    sets: Sets = IN_ALL_SETS,
    name: str = "",
    aliases: tuple[str, ...] = (),
    not_emulated: bool = False,
    core_only: bool = False,
) -> Any:
    """Declare a switch; the attribute is a bool."""
    return param(
        SWITCH,
        description,
        sets=sets,
        name=name,
        aliases=aliases,
        not_emulated=not_emulated,
        core_only=core_only,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Declaration:
    """What a cmdlet class declares, parameters in order; nothing here is resolved yet."""

    name: str
    module: str
    class_name: str
    default_set: str
    supports_should_process: bool
    confirm_impact: ConfirmImpact
    output: tuple[str, ...]
    aliases: tuple[str, ...]
    parameters: tuple[Parameter, ...]
    doc: str


class Cmdlet:
    """Base of every cmdlet; the module's docstring shows how a subclass is written.

    A subclass without `name` is not a cmdlet but shares its parameters with its own subclasses.
    """

    declaration: ClassVar[Declaration]

    def __init_subclass__(
        cls,
        *,
        name: str = "",
        module: str = "",
        class_name: str = "",
        default_set: str = ALL_SETS,
        supports_should_process: bool = False,
        confirm_impact: ConfirmImpact = ConfirmImpact.MEDIUM,
        output: tuple[str, ...] = (),
        aliases: tuple[str, ...] = (),
        more: tuple[Parameter, ...] = (),
    ) -> None:
        """Collect the declared parameters and leave their defaults as class attributes.

        `more` are parameters made by a function, after the class's own; each has its `attribute`.
        """
        super().__init_subclass__()
        inherited = getattr(cls, "declaration", None)
        parameters = inherited.parameters if isinstance(inherited, Declaration) else ()
        own = tuple(
            replace(value, attribute=attribute, name=value.name or pascal_case(attribute))
            for attribute, value in vars(cls).items()
            if isinstance(value, Parameter)
        )
        own += more
        for parameter in own:
            setattr(cls, parameter.attribute, parameter.default)
        cls.declaration = Declaration(
            name=name,
            module=module,
            class_name=class_name,
            default_set=default_set,
            supports_should_process=supports_should_process,
            confirm_impact=confirm_impact,
            output=output,
            aliases=aliases,
            parameters=parameters + own,
            doc=vars(cls).get("__doc__") or "",
        )

    def begin(self, ps: "Context") -> Iterable[object]:
        """Run once before the first pipeline object."""
        return ()

    def process(self, ps: "Context") -> Iterable[object]:
        """Run once per pipeline object, or once where nothing is piped in."""
        return ()

    def end(self, ps: "Context") -> Iterable[object]:
        """Run once after the last pipeline object."""
        return ()

    def close(self) -> None:
        """Give up what is held; runs once, also after an error or a stop."""


def pascal_case(attribute: str) -> str:
    """Return the parameter name of a Python attribute: startup_bytes is StartupBytes."""
    return "".join(word[:1].upper() + word[1:] for word in attribute.split("_"))


def read_docstring(text: str) -> tuple[str, str, tuple[str, ...]]:
    """Return synopsis, description and examples; an example starts with `PS>`."""
    paragraphs = [
        paragraph.strip("\n") for paragraph in re.split(r"\n\s*\n", cleandoc(text)) if paragraph
    ]
    examples = tuple(p for p in paragraphs if p.startswith("PS>"))
    prose = [" ".join(p.split()) for p in paragraphs if not p.startswith("PS>")]
    return (prose[0] if prose else "", "\n\n".join(prose[1:]), examples)
