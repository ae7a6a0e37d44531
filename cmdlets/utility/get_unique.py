"""Get-Unique."""

from collections.abc import Iterable, Iterator

from cmdlets.context import Context
from cmdlets.spec import Cmdlet, at, param, switch
from cmdlets.utility.ordering import same_values
from emulator.objects.psobject import AUTOMATION_NULL, PSObject
from emulator.objects.text import to_string
from emulator.objects.typing_of import type_names


class GetUnique(
    Cmdlet,
    name="Get-Unique",
    module="Microsoft.PowerShell.Utility",
    class_name="Microsoft.PowerShell.Commands.GetUniqueCommand",
    default_set="AsString",
    aliases=("gu",),
):
    """Leave out objects that equal the one before; the list is sorted, therefore.

    PS> (Get-VM).State | Sort-Object | Get-Unique
    """

    input_object: object = param(
        "System.Management.Automation.PSObject",
        "The objects.",
        sets=at(by_value=True),
        default=AUTOMATION_NULL,
    )
    as_string: bool = switch("Compare the texts.", sets=("AsString",))
    on_type: bool = switch("Compare the types.", sets={"UniqueByType": at(mandatory=True)})
    case_insensitive: bool = switch("Compare texts without case.", core_only=True)

    def begin(self, ps: Context) -> Iterable[object]:
        """Begin with none before."""
        self._last: object = AUTOMATION_NULL
        return ()

    def process(self, ps: Context) -> Iterator[object]:
        """Write one object if it differs from the one before."""
        item = self.input_object
        if item is AUTOMATION_NULL:
            return
        if self._last is AUTOMATION_NULL or not self._same(item, self._last):
            self._last = item
            yield item

    def _same(self, one: object, other: object) -> bool:
        if self.on_type:
            return type_names(one)[0] == type_names(other)[0]
        sensitive = not self.case_insensitive
        if self.as_string:
            return same_values(to_string(one), to_string(other), case_sensitive=sensitive)
        if all(isinstance(it, PSObject) and it.base is None for it in (one, other)):
            return True  # custom objects are all equal. Source: cmdlets-getunique-001
        return same_values(one, other, case_sensitive=sensitive)
