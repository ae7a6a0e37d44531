"""Write-Host."""

from collections.abc import Iterable

from cmdlets.context import Context
from cmdlets.spec import Cmdlet, at, param, switch
from emulator.objects.collections import DictionaryEntry, Hashtable
from emulator.objects.enumeration import enumerate_value
from emulator.objects.psobject import AUTOMATION_NULL
from emulator.objects.text import to_string
from emulator.powershell.runtime.messages import HostInformationMessage


class WriteHost(
    Cmdlet,
    name="Write-Host",
    module="Microsoft.PowerShell.Utility",
    class_name="Microsoft.PowerShell.Commands.WriteHostCommand",
):
    """Write text to the host's screen, and a record of it to the information stream.

    PS> Write-Host 'Starting', 3, 'machines' -ForegroundColor Green
    """

    things: object = param(
        "System.Object",
        "What is written; several things are put side by side.",
        sets=at(0, by_value=True, remaining=True),
        name="Object",
        aliases=("Msg", "Message"),
        default=AUTOMATION_NULL,
    )
    no_newline: bool = switch("Do not end the line.")
    separator: object = param("System.Object", "What stands between the things.", default=" ")
    foreground_color: object = param("System.ConsoleColor", "The colour of the text.")
    background_color: object = param("System.ConsoleColor", "The colour behind the text.")

    def process(self, ps: Context) -> Iterable[object]:
        """Write the text."""
        ps.information(
            HostInformationMessage(
                shown(self.things, to_string(self.separator)),
                no_newline=self.no_newline,
                foreground=self.foreground_color,
                background=self.background_color,
            ),
            ("PSHOST",),
        )
        return ()


def shown(value: object, separator: str) -> str:
    """Return the text that Write-Host shows; nested collections are put side by side too."""
    if value is None or value is AUTOMATION_NULL:
        return ""
    if isinstance(value, Hashtable):
        return separator.join(
            f"[{to_string(key)}, {to_string(held)}]" for key, held in value.items()
        )
    if isinstance(value, DictionaryEntry):
        return f"[{to_string(value.key)}, {to_string(value.value)}]"
    items = enumerate_value(value)
    if items is None:
        return to_string(value)
    return separator.join(shown(item, separator) for item in items)
