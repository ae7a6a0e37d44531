"""A machine's settings as columns."""

from typing import Final, assert_never

from emulator.engine.codes import NEVER, OFF, PAUSED, RUNNING, SAVED
from emulator.engine.rules.vm_overhead import vm_overhead
from emulator.inventory.host import EngineSettings, HostSettings
from emulator.inventory.vm import VM, GuestFamily, PowerState
from emulator.personas.versions import PERSONAS
from emulator.units import MIB

RUNTIME_RESIZE_BUILD: Final = 14393
RUNTIME_RESIZE_VERSION: Final = 7
"""From Server 2016 and VM version 7 on a static machine can be resized while it runs, and
reports demand. Source: reference section 1 (documented)."""

POWER_CODES: Final = {
    PowerState.OFF: OFF,
    PowerState.RUNNING: RUNNING,
    PowerState.PAUSED: PAUSED,
    PowerState.SAVED: SAVED,
}


def resizes_static_memory(host: HostSettings, vm: VM) -> bool:
    """Whether host and machine are new enough to resize static memory and to report demand."""
    new_enough = PERSONAS[host.persona].build >= RUNTIME_RESIZE_BUILD
    return new_enough and int(vm.version.split(".")[0]) >= RUNTIME_RESIZE_VERSION


def overhead_bytes(host: HostSettings, startup_bytes: int) -> int:
    """Return what a running machine costs besides its memory: the world's word, or the rule."""
    given = host.engine.vm_overhead_bytes
    return vm_overhead(startup_bytes) if given is None else given


def settings_row(host: HostSettings, vm: VM) -> dict[str, int]:
    """Return the settings columns of a machine (not where its workload's pieces are)."""
    memory = vm.memory
    ready_delay, report_delay = _delays(host, vm)
    linux = vm.guest is GuestFamily.LINUX
    return {
        "dynamic": int(memory.dynamic_memory_enabled),
        "startup_bytes": memory.startup_bytes,
        "minimum_bytes": memory.minimum_bytes,
        "maximum_bytes": memory.maximum_bytes,
        "buffer_percent": memory.buffer_percent,
        "weight": memory.weight,
        "block_bytes": host.engine.grant_block_mib_linux * MIB if linux else MIB,
        "pages_out": 0 if linux else 1,
        "ready_delay_ticks": ready_delay,
        "report_delay_ticks": report_delay,
        "processor_count": vm.processor.count,
        "processor_limit_percent": vm.processor.maximum_percent,
    }


def _delays(host: HostSettings, vm: VM) -> tuple[int, int]:
    """Return when the guest's driver is ready and when it first reports, in ticks of its age."""
    engine: EngineSettings = host.engine
    static = not vm.memory.dynamic_memory_enabled
    if static and not resizes_static_memory(host, vm):
        return engine.ready_delay_seconds, NEVER
    match vm.guest:
        case GuestFamily.LINUX:
            return engine.ready_delay_seconds, engine.first_report_delay_seconds_linux
        case GuestFamily.WINDOWS:
            return engine.ready_delay_seconds, engine.first_report_delay_seconds_windows
        case GuestFamily.NONE:
            return NEVER, NEVER
        case _:
            assert_never(vm.guest)
