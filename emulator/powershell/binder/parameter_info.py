"""Parameters, their sets and attributes as values: what (Get-Command x).Parameters holds."""

from collections.abc import Mapping
from typing import Any, Final

from emulator.objects.basic_types import OBJECT, STRING
from emulator.objects.collections import Hashtable, TypedArray
from emulator.objects.types import ClrObject, Property, PSType
from emulator.powershell.binder.plan import PlanParameter, SetPart, plan_of
from emulator.powershell.binder.syntax import parameters_in, set_names, set_syntax
from emulator.powershell.metadata import ALL_SETS, CommandMetadata, Membership, Validator

_SMA: Final = "System.Management.Automation."
_STRING: Final = "System.String"
_BOOL: Final = "System.Boolean"
NO_POSITION: Final = -2147483648
"""The position of a parameter that is named only."""


class AttributeInfo(ClrObject):
    """An attribute of a parameter: its type and the values it was given."""

    __slots__ = ("own_type", "values")

    def __init__(self, own_type: PSType, values: Mapping[str, object]) -> None:
        """Hold the attribute's values by property name."""
        self.own_type = own_type
        self.values = values

    @property
    def ps_type(self) -> PSType:  # type: ignore[override]
        """The attribute's class."""
        return self.own_type


def _attribute(name: str, *properties: tuple[str, str]) -> PSType:
    def read(key: str) -> Any:
        return lambda it: it.values.get(key)

    return PSType(
        name=_SMA + name,
        base=OBJECT,
        python=AttributeInfo,
        properties=tuple(
            Property(name=key, type_name=type_name, get=read(key)) for key, type_name in properties
        ),
    )


PARAMETER: Final = _attribute(
    "ParameterAttribute",
    ("Position", "System.Int32"),
    ("ParameterSetName", _STRING),
    ("Mandatory", _BOOL),
    ("ValueFromPipeline", _BOOL),
    ("ValueFromPipelineByPropertyName", _BOOL),
    ("ValueFromRemainingArguments", _BOOL),
    ("HelpMessage", _STRING),
)
ALIAS: Final = _attribute("AliasAttribute", ("AliasNames", _STRING + "[]"))
_VALIDATORS: Final = {
    one.name: one
    for one in (
        _attribute("ValidateNotNullAttribute"),
        _attribute("ValidateNotNullOrEmptyAttribute"),
        _attribute("AllowNullAttribute"),
        _attribute("AllowEmptyStringAttribute"),
        _attribute("AllowEmptyCollectionAttribute"),
        _attribute("ValidateScriptAttribute"),
        _attribute("PSTypeNameAttribute", ("PSTypeName", _STRING)),
        _attribute("ValidateSetAttribute", ("ValidValues", _STRING + "[]"), ("IgnoreCase", _BOOL)),
        _attribute(
            "ValidateRangeAttribute", ("MinRange", "System.Object"), ("MaxRange", "System.Object")
        ),
        _attribute(
            "ValidateCountAttribute", ("MinLength", "System.Int32"), ("MaxLength", "System.Int32")
        ),
        _attribute(
            "ValidateLengthAttribute", ("MinLength", "System.Int32"), ("MaxLength", "System.Int32")
        ),
        _attribute("ValidatePatternAttribute", ("RegexPattern", _STRING)),
    )
}
ATTRIBUTE_TYPES: Final = (PARAMETER, ALIAS, *_VALIDATORS.values())
"""For the type table."""


def _of_validator(validator: Validator) -> AttributeInfo:
    type_ = _VALIDATORS.get(validator.attribute) or PSType(name=validator.attribute, base=OBJECT)
    names = [one.name for one in type_.properties]
    if "ValidValues" in names:
        texts = TypedArray(STRING, [str(value) for value in validator.values])
        return AttributeInfo(type_, {"ValidValues": texts, "IgnoreCase": True})
    return AttributeInfo(type_, dict(zip(names, validator.values, strict=False)))


def _of_membership(set_name: str, membership: Membership) -> AttributeInfo:
    position = membership.position
    return AttributeInfo(
        PARAMETER,
        {
            "Position": NO_POSITION if position is None else position,
            "ParameterSetName": set_name,
            "Mandatory": membership.mandatory,
            "ValueFromPipeline": membership.from_pipeline,
            "ValueFromPipelineByPropertyName": membership.from_pipeline_by_property_name,
            "ValueFromRemainingArguments": membership.from_remaining,
            "HelpMessage": membership.help_message or None,
        },
    )


class ParameterInfo(ClrObject):
    """A parameter: System.Management.Automation.ParameterMetadata."""

    __slots__ = ("parameter",)

    def __init__(self, parameter: PlanParameter) -> None:
        """Show `parameter`."""
        self.parameter = parameter

    def attributes(self) -> list[object]:
        """Return the attributes as .NET lists them: aliases, memberships, checks."""
        declared = self.parameter.metadata
        found: list[object] = []
        if declared.aliases:
            found.append(AttributeInfo(ALIAS, {"AliasNames": _texts(declared.aliases)}))
        found += [_of_membership(name, one) for name, one in declared.sets.items()]
        found += [_of_validator(one) for one in declared.validators]
        return found

    def sets(self) -> Hashtable:
        """Return set name to what the parameter is there."""
        declared = self.parameter.metadata
        return Hashtable((name, _of_membership(name, one)) for name, one in declared.sets.items())

    ps_type = PSType(
        name=_SMA + "ParameterMetadata",
        base=OBJECT,
        properties=(
            Property(name="Name", type_name=_STRING, get=lambda it: it.parameter.name),
            Property(
                name="ParameterType", type_name="System.Type", get=lambda it: it.parameter.type
            ),
            Property(
                name="ParameterSets",
                type_name="System.Collections.Hashtable",
                get=lambda it: it.sets(),
            ),
            Property(name="IsDynamic", type_name=_BOOL, get=lambda _: False),
            Property(
                name="Aliases",
                type_name=_STRING + "[]",
                get=lambda it: _texts(it.parameter.metadata.aliases),
            ),
            Property(
                name="Attributes",
                type_name="System.Object[]",
                get=lambda it: it.attributes(),
            ),
            Property(
                name="SwitchParameter", type_name=_BOOL, get=lambda it: it.parameter.is_switch
            ),
        ),
    )


def _texts(values: tuple[str, ...]) -> TypedArray:
    return TypedArray(STRING, values)


class SetParameterInfo(ParameterInfo):
    """A parameter in one set: System.Management.Automation.CommandParameterInfo."""

    __slots__ = ("membership",)

    def __init__(self, parameter: PlanParameter, part: SetPart) -> None:
        """Show what `parameter` is there."""
        super().__init__(parameter)
        self.membership = part.membership

    @property
    def position(self) -> int:
        """The position, or the number that means "named only"."""
        position = self.membership.position
        return NO_POSITION if position is None else position

    ps_type = PSType(
        name=_SMA + "CommandParameterInfo",
        base=OBJECT,
        properties=(
            *ParameterInfo.ps_type.properties[:2],
            Property(name="IsMandatory", type_name=_BOOL, get=lambda it: it.membership.mandatory),
            Property(name="IsDynamic", type_name=_BOOL, get=lambda _: False),
            Property(name="Position", type_name="System.Int32", get=lambda it: it.position),
            Property(
                name="ValueFromPipeline",
                type_name=_BOOL,
                get=lambda it: it.membership.from_pipeline,
            ),
            Property(
                name="ValueFromPipelineByPropertyName",
                type_name=_BOOL,
                get=lambda it: it.membership.from_pipeline_by_property_name,
            ),
            Property(
                name="ValueFromRemainingArguments",
                type_name=_BOOL,
                get=lambda it: it.membership.from_remaining,
            ),
            Property(
                name="HelpMessage",
                type_name=_STRING,
                get=lambda it: it.membership.help_message,
            ),
            *ParameterInfo.ps_type.properties[4:6],
        ),
    )


class ParameterSetInfo(ClrObject):
    """System.Management.Automation.CommandParameterSetInfo."""

    __slots__ = ("core", "metadata", "name")

    def __init__(self, metadata: CommandMetadata, name: str, *, core: bool) -> None:
        """Show the set `name` of the command."""
        self.metadata = metadata
        self.name = name
        self.core = core

    def parameters(self) -> TypedArray:
        """Return the set's parameters in the order of the syntax."""
        found = parameters_in(self.metadata, self.name, core=self.core)
        return TypedArray(
            SetParameterInfo.ps_type, [SetParameterInfo(one, part) for one, part in found]
        )

    def to_text(self) -> str:
        """Return the syntax."""
        return set_syntax(self.metadata, self.name, core=self.core)

    ps_type = PSType(
        name=_SMA + "CommandParameterSetInfo",
        base=OBJECT,
        properties=(
            Property(name="Name", type_name=_STRING, get=lambda it: it.name),
            Property(
                name="IsDefault",
                type_name=_BOOL,
                get=lambda it: it.name == it.metadata.default_set != ALL_SETS,
            ),
            Property(
                name="Parameters",
                type_name=_SMA + "CommandParameterInfo[]",
                get=lambda it: it.parameters(),
            ),
        ),
    )


def parameters_table(metadata: CommandMetadata, *, core: bool) -> Hashtable:
    """Return parameter name to ParameterInfo, in the order of declaration."""
    plan = plan_of(metadata, core=core)
    return Hashtable((one.name, ParameterInfo(one)) for one in plan.parameters)


def set_infos(metadata: CommandMetadata, *, core: bool) -> list[object]:
    """Return the parameter sets, the default first."""
    return [ParameterSetInfo(metadata, name, core=core) for name in set_names(metadata)]
