"""Redirections as written: which stream goes into the output, into a variable's place, nowhere."""

from emulator.powershell import tree
from emulator.powershell.compiler.unit import Unit
from emulator.powershell.runtime.redirecting import Redirect


def compile_redirections(unit: Unit, nodes: tuple[tree.Redirection, ...]) -> tuple[Redirect, ...]:
    """Return the redirections of a command or expression."""
    made: list[Redirect] = []
    for node in nodes:
        if isinstance(node, tree.MergingRedirection):
            made.append(Redirect(stream=node.from_stream, location=None, append=False))
        else:
            made.append(
                Redirect(
                    stream=node.from_stream,
                    location=unit.expression(node.location),
                    append=node.append,
                )
            )
    return tuple(made)
