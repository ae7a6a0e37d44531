"""Scopes: a dictionary of variables each, a parent to look further in, and what else is local.

Reading walks up from the running scope (dynamic scoping), writing is local. A variable that is
more than a value (typed, validated, read-only, private) has `Traits` beside its value.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from emulator.powershell.ports import Command
    from emulator.powershell.runtime.session import Session
    from emulator.powershell.runtime.stage import Stage


class Missing(Enum):
    """The one value that is not a PowerShell value."""

    MISSING = "missing"


MISSING: Final = Missing.MISSING


class VariableOption(Enum):
    """System.Management.Automation.ScopedItemOptions, as far as variables have them."""

    READ_ONLY = "ReadOnly"
    CONSTANT = "Constant"
    PRIVATE = "Private"
    ALL_SCOPE = "AllScope"


@dataclass(frozen=True, slots=True, kw_only=True)
class Traits:
    """What a variable is beside its value; `convert` runs on every assignment.

    `convert` takes the new value and returns what is stored, or raises ClrError.
    """

    name: str
    options: frozenset[VariableOption] = frozenset()
    convert: Callable[[object], object] | None = None
    description: str = ""

    @property
    def fixed(self) -> bool:
        """Whether the value cannot be changed by assignment."""
        return bool(self.options & {VariableOption.READ_ONLY, VariableOption.CONSTANT})


NO_TRAITS: Final[Mapping[str, Traits]] = MappingProxyType({})
"""What scopes share until one of their variables is more than a value."""


class Scope:
    """One scope: global, script, function or called block; the keys of `values` are lower case.

    `script` is the nearest script (or module) scope, itself where it is one. `strict` is the
    version of Set-StrictMode in force, 0 for off. `named_arguments` are the positions in $args of
    what was written as a parameter, for `@args`. `call` is the call of a named function, None for
    any other scope.
    """

    __slots__ = (
        "aliases",
        "call",
        "functions",
        "home",
        "named_arguments",
        "parent",
        "script",
        "session",
        "strict",
        "traits",
        "values",
    )

    def __init__(
        self, session: "Session", parent: "Scope | None", *, is_script: bool = False
    ) -> None:
        """Open a scope below `parent`, None for the global one."""
        self.session = session
        self.parent = parent
        self.values: dict[str, object] = {}
        self.traits: Mapping[str, Traits] = NO_TRAITS
        self.functions: dict[str, Command] | None = None
        self.aliases: dict[str, str] | None = None
        self.named_arguments: tuple[int, ...] = ()
        self.call: Stage | None = None
        if parent is None:
            self.script: Scope = self
            self.home: Scope = self
            self.strict = 0
        else:
            self.script = self if is_script else parent.script
            self.home = parent.home
            self.strict = parent.strict

    def holder(self, lower: str) -> "Scope | None":
        """Return the nearest scope that has the variable, or None; private ones are hidden."""
        here: Scope | None = self
        while here is not None:
            if lower in here.values and (here is self or not here.hides(lower)):
                return here
            here = here.parent
        return None

    def hides(self, lower: str) -> bool:
        """Whether the variable of this scope is private."""
        traits = self.traits.get(lower)
        return traits is not None and VariableOption.PRIVATE in traits.options

    def find(self, lower: str) -> object:
        """Return the variable's value, MISSING where no scope has it."""
        here: Scope | None = self.parent
        value = self.values.get(lower, MISSING)
        if value is not MISSING:
            return value
        while here is not None:
            value = here.values.get(lower, MISSING)
            if value is not MISSING and (here.traits is NO_TRAITS or not here.hides(lower)):
                return value
            here = here.parent
        return MISSING

    def assign(self, name: str, lower: str, value: object) -> None:
        """Set the variable in this scope; AllScope variables of the global scope stay there."""
        target = self
        if lower not in self.values:
            shared = self.home.traits.get(lower)
            if shared is not None and VariableOption.ALL_SCOPE in shared.options:
                target = self.home
            else:
                self.session.spelling.setdefault(lower, name)
        traits = target.traits.get(lower)
        if traits is not None:
            if traits.fixed:
                self.session.failures.refuse_write(traits.name)
            if traits.convert is not None:
                value = traits.convert(value)
        target.values[lower] = value

    def declare(self, lower: str, value: object, traits: Traits) -> None:
        """Make the variable with traits, whatever was there before; `value` is stored as is."""
        self.values[lower] = value
        if self.traits is NO_TRAITS:
            self.traits = {}
        assert isinstance(self.traits, dict), "traits of a scope are its own dictionary"
        self.traits[lower] = traits

    def make_private(self, name: str, lower: str) -> None:
        """Hide the variable from the scopes below."""
        traits = self.traits.get(lower) or Traits(name=name)
        private = replace(traits, options=traits.options | {VariableOption.PRIVATE})
        self.declare(lower, self.values.get(lower), private)

    def remove(self, lower: str) -> bool:
        """Take the variable out of this scope; False where it has none."""
        if self.values.pop(lower, MISSING) is MISSING:
            return False
        if isinstance(self.traits, dict):
            self.traits.pop(lower, None)
        return True

    def define_function(self, lower: str, command: "Command") -> None:
        """Let `command` be the function of that name here."""
        if self.functions is None:
            self.functions = {}
        self.functions[lower] = command
        if self.parent is not None:
            self.session.has_local_commands = True
        self.session.commands_version += 1

    def caller(self) -> "Stage | None":
        """Return the call of the function that runs here, None outside of functions."""
        here: Scope | None = self
        while here is not None:
            if here.call is not None:
                return here.call
            here = here.parent
        return None

    def up(self, count: int) -> "Scope | None":
        """Return the scope `count` steps up, None beyond the global one."""
        here: Scope | None = self
        for _ in range(count):
            if here is None:
                return None
            here = here.parent
        return here
