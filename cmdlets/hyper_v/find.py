"""Finding the machines a cmdlet is about: by name, with wildcards, or as objects."""

from collections.abc import Iterable, Iterator

from cmdlets.context import Context
from cmdlets.hyper_v import refusals
from cmdlets.hyper_v.live import VMPart
from cmdlets.hyper_v.refusals import ErrorText
from emulator.inventory.vm import VM
from emulator.objects.wildcards import has_wildcards, is_match

OWN_NAMES = frozenset({"localhost", ".", "127.0.0.1", "::1"})
"""What a host calls itself besides its name. Source: assumed."""


def write_refusal(ps: Context, text: ErrorText, target: object = None) -> None:
    """Put the record of `text` on the error stream; the pipeline goes on."""
    ps.write_error(
        refusals.record(
            text,
            command_class=ps.class_name + ps.hyper_v.persona.command_class_suffix,
            activity=ps.invocation.command_name,
            target=target,
        )
    )


def reached(ps: Context, computer_names: Iterable[str] | None) -> bool:
    """Whether this host is asked; a name that is not its own gets the real error.

    Source: err-076. Where several names are given, the own one among them is answered.
    """
    if computer_names is None:
        return True
    own = OWN_NAMES | {ps.hyper_v.computer_name.casefold()}
    found = False
    for name in computer_names:
        if name.casefold() in own:
            found = True
        else:
            write_refusal(ps, refusals.computer_not_resolved(name))
    return found


def machines(
    ps: Context, names: Iterable[str] | None, objects: Iterable[object] | None
) -> Iterator[VM]:
    """Yield the machines that were named or given, as configured now.

    An unknown name and an object whose machine is gone are errors; a wildcard that fits nothing
    is not. Names are not unique: every machine of a name is meant.
    """
    if objects is not None:
        yield from _given(ps, objects)
    for name in names or ():
        yield from named(ps, name, getting=False)


def named(ps: Context, name: str, *, getting: bool) -> Iterator[VM]:
    """Yield the machines of a name or wildcard; `getting` chooses Get-VM's form of the error."""
    inventory = ps.host.observe().inventory
    if has_wildcards(name):
        yield from (vm for vm in inventory.vms.values() if is_match(name, vm.name))
        return
    found = list(inventory.named(name))
    if not found:
        target = name if getting else None
        old = ps.hyper_v.persona.before_2016
        write_refusal(ps, refusals.vm_not_found(name, getting=getting, old=old), target)
    yield from found


def _given(ps: Context, objects: Iterable[object]) -> Iterator[VM]:
    for given in objects:
        assert isinstance(given, VMPart), f"a machine was expected, not {given!r}"
        now = ps.host.observe().inventory.vms.get(given.vm_id)
        if now is None:
            write_refusal(ps, refusals.object_gone(ps.hyper_v.computer_name))
        else:
            yield now
