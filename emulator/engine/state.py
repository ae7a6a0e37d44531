"""The state of a world at a tick: what exists (a frozen value) and the columns of its memory."""

from dataclasses import dataclass, field
from typing import Final

from emulator.engine.columns import Columns
from emulator.engine.rules.accounts import in_use
from emulator.engine.rules.host_reserve import host_reserve
from emulator.engine.segments import Segments, Shape
from emulator.engine.settings_row import POWER_CODES, settings_row
from emulator.engine.workloads import shape_of
from emulator.inventory.inventory import Inventory
from emulator.inventory.vm import VM, GuestFamily, PowerState, VMId
from emulator.inventory.workload import Idle
from emulator.units import Bytes, Percent, Ticks

NO_GUEST: Final = Idle(demand_bytes=Bytes(0), cpu_percent=Percent(0))
"""What runs where no operating system does."""


@dataclass(slots=True, eq=False, kw_only=True)
class State:
    """One world. Changed by `advance` and `carry_out` only; two equal states go on equally.

    `restless` says that the next tick may move memory although nobody's age brings a change.
    `breaches` counts what the invariants found broken: 0, or a bug of ours.
    """

    inventory: Inventory
    now: Ticks = Ticks(0)
    columns: Columns = field(default_factory=Columns)
    segments: Segments = field(default_factory=Segments)
    ids: list[VMId] = field(default_factory=list)
    rows: dict[VMId, int] = field(default_factory=dict)
    restless: bool = True
    breaches: int = 0

    @classmethod
    def of(cls, inventory: Inventory, now: Ticks = Ticks(0)) -> "State":
        """Return the world at tick `now`, all of whose machines are off.

        Whether a machine can run is for the rules to say, so it is started by command.
        """
        state = cls(inventory=inventory, now=now)
        for vm in inventory.vms.values():
            assert vm.state is PowerState.OFF, f"{vm.name} is {vm.state.value}; start it by command"
            state.add_row(vm)
        return state

    @property
    def host_rows(self) -> tuple[int, int]:
        """The rows of the host: first and one behind the last."""
        return 0, len(self.ids)

    @property
    def reserve_bytes(self) -> int:
        """What the host keeps for itself."""
        host = self.inventory.host
        given = host.engine.host_reserve_bytes
        return host_reserve(host.memory_bytes) if given is None else given

    @property
    def free_bytes(self) -> int:
        """What is neither assigned nor overhead nor reserve."""
        columns = self.columns
        held = in_use(columns.assigned_bytes, columns.overhead_bytes, *self.host_rows)
        return self.inventory.host.memory_bytes - self.reserve_bytes - held

    def vm(self, vm_id: VMId) -> VM:
        """Return the machine of that id."""
        return self.inventory.vms[vm_id]

    def add_row(self, vm: VM) -> int:
        """Give a new machine the last row; return it."""
        row = len(self.ids)
        self.columns.make_room(row + 2)
        self.ids.append(vm.id)
        self.rows[vm.id] = row
        self.columns.segment_first[row] = self.columns.segment_first[row + 1] = len(self.segments)
        self.place_workload(vm)
        self.place_settings(vm)
        return row

    def remove_row(self, vm_id: VMId) -> None:
        """Forget a machine's row; the later machines move up."""
        row = self.rows[vm_id]
        self._splice(row, Shape(()))
        self.columns.remove(row)
        del self.ids[row]
        self.rows = {each: index for index, each in enumerate(self.ids)}

    def place_settings(self, vm: VM) -> None:
        """Write the settings and the power state of a machine into its row."""
        row = self.rows[vm.id]
        self.columns.write(row, settings_row(self.inventory.host, vm))
        self.columns.power[row] = POWER_CODES[vm.state]
        self.columns.metered[row] = int(vm.metering_enabled)

    def place_workload(self, vm: VM) -> None:
        """Put the pieces of a machine's workload in their place, at its first piece."""
        row = self.rows[vm.id]
        workload = NO_GUEST if vm.guest is GuestFamily.NONE else vm.workload
        shape = shape_of(workload)
        self._splice(row, shape)
        self.columns.segment_loop[row] = shape.loop
        self.columns.segment_at[row] = 0
        self.columns.cycle_ticks[row] = 0

    def _splice(self, row: int, shape: Shape) -> None:
        firsts = self.columns.segment_first
        grown = self.segments.splice(firsts[row], firsts[row + 1], shape.segments)
        for later in range(row + 1, len(self.ids) + 1):
            firsts[later] += grown

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, State):
            return NotImplemented
        return (
            (self.inventory, self.now, self.restless, self.breaches, self.ids, self.segments)
            == (other.inventory, other.now, other.restless, other.breaches, other.ids,
                other.segments)
            and self.columns.rows(len(self.ids)) == other.columns.rows(len(other.ids))
        )  # fmt: skip

    __hash__ = None  # type: ignore[assignment]
