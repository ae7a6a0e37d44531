"""ForEach-Object."""

from collections.abc import Iterable, Iterator

from cmdlets.context import Context
from cmdlets.spec import Cmdlet, at, param, switch
from emulator.dotnet.methods import invoke_method
from emulator.objects.enumeration import enumerate_value
from emulator.objects.errors import ClrError
from emulator.objects.members import MISSING, get_property
from emulator.objects.psobject import AUTOMATION_NULL
from emulator.powershell.binder.validators import (
    ALLOW_EMPTY_COLLECTION,
    ALLOW_NULL,
    in_range,
    not_null_or_empty,
)

_SCRIPTS = "ScriptBlockSet"
_MEMBER = "PropertyAndMethodSet"
_PARALLEL = "ParallelParameterSet"
_BLOCK = "System.Management.Automation.ScriptBlock"


class ForEachObject(
    Cmdlet,
    name="ForEach-Object",
    module="Microsoft.PowerShell.Core",
    class_name="Microsoft.PowerShell.Commands.ForEachObjectCommand",
    default_set=_SCRIPTS,
    supports_should_process=True,
    aliases=("foreach", "%"),
):
    """Run a script block, or read or call a member, for each object.

    With several script blocks the first runs before, and of three or more the last after all.

    PS> 1..3 | ForEach-Object { $_ * 2 }

    PS> Get-VM | ForEach-Object Name
    """

    input_object: object = param(
        "System.Management.Automation.PSObject",
        "The objects to go through.",
        sets={
            _SCRIPTS: at(by_value=True),
            _MEMBER: at(by_value=True),
            _PARALLEL: at(by_value=True),
        },
        default=AUTOMATION_NULL,
    )
    begin_block: object = param(
        _BLOCK, "Runs once before the first object.", sets=(_SCRIPTS,), name="Begin"
    )
    process_blocks: list[object] | None = param(
        f"{_BLOCK}[]",
        "Runs for each object.",
        sets={_SCRIPTS: at(0, mandatory=True)},
        name="Process",
        validators=(ALLOW_NULL, ALLOW_EMPTY_COLLECTION),
    )
    end_block: object = param(
        _BLOCK, "Runs once after the last object.", sets=(_SCRIPTS,), name="End"
    )
    remaining_scripts: list[object] | None = param(
        f"{_BLOCK}[]",
        "More script blocks.",
        sets={_SCRIPTS: at(remaining=True)},
        validators=(ALLOW_NULL, ALLOW_EMPTY_COLLECTION),
    )
    member_name: str | None = param(
        "System.String",
        "The property to read or the method to call.",
        sets={_MEMBER: at(0, mandatory=True)},
        validators=(not_null_or_empty(),),
    )
    argument_list: list[object] | None = param(
        "System.Object[]",
        "The method's arguments.",
        sets={_MEMBER: at(remaining=True)},
        aliases=("Args",),
    )
    parallel: object = param(
        _BLOCK,
        "Runs for each object, several at a time.",
        sets={_PARALLEL: at(mandatory=True)},
        not_emulated=True,
        core_only=True,
    )
    throttle_limit: int = param(
        "System.Int32",
        "How many run at a time.",
        sets=(_PARALLEL,),
        validators=(in_range(1, 2147483647),),
        default=5,
        not_emulated=True,
        core_only=True,
    )
    timeout_seconds: int = param(
        "System.Int32",
        "How long all may run.",
        sets=(_PARALLEL,),
        validators=(in_range(0, 2147483),),
        default=0,
        not_emulated=True,
        core_only=True,
    )
    as_job: bool = switch("Run as a job.", sets=(_PARALLEL,), not_emulated=True, core_only=True)
    use_new_runspace: bool = switch(
        "A runspace for each object.", sets=(_PARALLEL,), not_emulated=True, core_only=True
    )

    def begin(self, ps: Context) -> Iterable[object]:
        """Sort the script blocks into first, middle and last, and run the first."""
        blocks = [] if self.begin_block is None else [self.begin_block]
        blocks += [*(self.process_blocks or ()), *(self.remaining_scripts or ())]
        self._last = self.end_block
        end = len(blocks)
        if self.end_block is None and len(blocks) > 2:
            end -= 1
            self._last = blocks[end]
        self._middle = blocks[1 if len(blocks) > 1 else 0 : end]
        if end >= 2 and blocks[0] is not None:
            return list(ps.session.invoke_block(blocks[0]))
        return ()

    def process(self, ps: Context) -> Iterable[object]:
        """Run the middle blocks, or the member, for one object."""
        item = self.input_object
        if self.member_name is not None:
            return () if item is AUTOMATION_NULL else self._member(item, self.member_name)
        if item is AUTOMATION_NULL:
            item = None
        if len(self._middle) == 1 and self._middle[0] is not None:
            ps.session.stream_with_item(self._middle[0], item, ps.runtime.write_object)
            return ()
        return self._all(ps, item)

    def end(self, ps: Context) -> Iterable[object]:
        """Run the last block."""
        return () if self._last is None else list(ps.session.invoke_block(self._last))

    def _all(self, ps: Context, item: object) -> Iterator[object]:
        for block in self._middle:
            if block is not None:
                yield from ps.session.invoke_with_item(block, item)

    def _member(self, item: object, name: str) -> Iterable[object]:
        """Read the property, else call the method; what has neither gives $null."""
        if self.argument_list is None:
            held = get_property(item, name)
            if held is not MISSING:
                return _unrolled(held)
        try:
            return _unrolled(invoke_method(item, name, list(self.argument_list or ())))
        except ClrError as error:
            if self.argument_list is None and error.error_id == "MethodNotFound":
                return (None,)
            raise


def _unrolled(value: object) -> Iterable[object]:
    if value is AUTOMATION_NULL:
        return ()
    items = enumerate_value(value)
    return (value,) if items is None else items
