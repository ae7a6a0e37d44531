"""Invoke-Expression."""

from collections.abc import Iterator

from cmdlets.context import Context
from cmdlets.spec import Cmdlet, at, param
from emulator.powershell.runtime.parse_failures import parse_failure
from emulator.powershell.runtime.scriptblock import ScriptBlock
from emulator.powershell.runtime.signals import unwind


class InvokeExpression(
    Cmdlet,
    name="Invoke-Expression",
    module="Microsoft.PowerShell.Utility",
    class_name="Microsoft.PowerShell.Commands.InvokeExpressionCommand",
    output=("System.Management.Automation.PSObject",),
    aliases=("iex",),
):
    """Run a text as script, in the scope of the caller.

    PS> Invoke-Expression 'Get-VM | Select-Object Name'
    """

    command: str = param(
        "System.String", "The text to run.", sets=at(0, mandatory=True, by_value=True)
    )

    def process(self, ps: Context) -> Iterator[object]:
        """Run one text; what it wrote before it ended in an error is written too."""
        compiled = ps.session.compiler.compile(self.command)
        if compiled.body is None:
            record = parse_failure(compiled, whole=True)
            record.command_type = ps.class_name
            record.activity = ps.invocation.command_name
            ps.throw(record)
        found: list[object] = []
        try:
            unwind(ScriptBlock(compiled.body, ps.session).run_here(ps.scope, found.append))
        except BaseException:
            yield from found
            raise
        yield from found
