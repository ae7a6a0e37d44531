"""A method named without parentheses: `'x'.Trim`, which shows its overloads and can be invoked."""

from typing import Final

from emulator.dotnet import methods, statics
from emulator.objects.basic_types import OBJECT
from emulator.objects.types import ClrObject, Method, Property, PSType


class MethodGroup(ClrObject):
    """System.Management.Automation.PSMethod: a method together with its object."""

    __slots__ = ("name", "owner", "static")

    def __init__(self, owner: object, name: str, *, static: bool = False) -> None:
        """Name the method `name` of `owner`, a type where it is static."""
        self.owner = owner
        self.name = name
        self.static = static

    @property
    def definitions(self) -> tuple[str, ...]:
        """The overloads, as Get-Member writes them."""
        if self.static:
            assert isinstance(self.owner, PSType), "static methods belong to types"
            return statics.static_definitions(self.owner, self.name)
        return methods.definitions(self.owner, self.name)

    def invoke(self, *arguments: object) -> object:
        """Call it."""
        if self.static:
            assert isinstance(self.owner, PSType), "static methods belong to types"
            return statics.invoke_static(self.owner, self.name, list(arguments))
        return methods.invoke_method(self.owner, self.name, list(arguments))

    def to_text(self) -> str:
        """Return the overloads one after the other."""
        return ", ".join(self.definitions)


METHOD_GROUP: Final = PSType(
    name="System.Management.Automation.PSMethod",
    base=OBJECT,
    python=MethodGroup,
    properties=(
        Property(
            name="OverloadDefinitions",
            type_name="System.Collections.ObjectModel.Collection`1[System.String]",
            get=lambda it: list(it.definitions),
        ),
        Property(name="Name", type_name="System.String", get=lambda it: it.name),
        Property(name="IsInstance", type_name="System.Boolean", get=lambda it: not it.static),
    ),
    methods=(Method(name="Invoke", call=lambda it, *arguments: it.invoke(*arguments)),),
)
MethodGroup.ps_type = METHOD_GROUP
