"""Parameters and attributes of script blocks: what the runtime later makes metadata of."""

from emulator.powershell import tree
from emulator.powershell.compiler.unit import Unit
from emulator.powershell.runtime.body import AttributeUse, DeclaredParameter


def compile_parameters(
    unit: Unit, block: tree.ParamBlock | None
) -> tuple[DeclaredParameter, ...] | None:
    """Return the declared parameters in order; None where there is no param block."""
    if block is None:
        return None
    return declared(unit, block.parameters)


def declared(unit: Unit, parameters: tuple[tree.Parameter, ...]) -> tuple[DeclaredParameter, ...]:
    """Return `parameters` as the runtime reads them."""
    return tuple(_parameter(unit, node) for node in parameters)


def _parameter(unit: Unit, node: tree.Parameter) -> DeclaredParameter:
    constraints = [one for one in node.attributes if isinstance(one, tree.TypeConstraint)]
    default = None
    if node.default is not None:
        default = unit.expression(node.default)
    return DeclaredParameter(
        name=node.name.path,
        lower=node.name.path.lower(),
        type_name=constraints[-1].type_name if constraints else None,
        attributes=compile_attributes(unit, node.attributes),
        default=default,
        default_text="" if node.default is None else unit.text(node.default),
    )


def compile_attributes(
    unit: Unit, nodes: tuple[tree.Attribute | tree.TypeConstraint, ...]
) -> tuple[AttributeUse, ...]:
    """Return the attributes among `nodes`, arguments compiled."""
    return tuple(
        AttributeUse(
            name=attribute_name(node.type_name),
            positional=tuple(unit.expression(one) for one in node.positional_arguments),
            named=tuple((one.name, unit.expression(one.argument)) for one in node.named_arguments),
            extent=unit.extent(node),
        )
        for node in nodes
        if isinstance(node, tree.Attribute)
    )


def attribute_name(type_name: tree.TypeName) -> str:
    """Return the attribute's name as written."""
    return type_name.name
