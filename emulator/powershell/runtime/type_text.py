"""A type name as text, as it was written, for the type table and for messages."""

from emulator.powershell.tree import TypeName


def written(node: TypeName) -> str:
    """Return the name as between brackets: `List[int]`, `string[]`, `int[,]`."""
    if node.element is not None:
        return f"{written(node.element)}[{',' * max(0, node.rank - 1)}]"
    if node.generic_arguments:
        return f"{node.name}[{','.join(written(one) for one in node.generic_arguments)}]"
    return node.name
