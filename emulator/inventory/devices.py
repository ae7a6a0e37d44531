"""Disks and network adapters of a virtual machine, as far as memory and reports need them."""

from dataclasses import dataclass

from emulator.units import Bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class HardDrive:
    """A virtual hard disk on a controller; `size_bytes` is the disk's maximum size."""

    path: str
    size_bytes: Bytes
    controller_type: str = "SCSI"
    controller_number: int = 0
    controller_location: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkAdapter:
    """A synthetic network adapter; `switch` is None while not connected."""

    name: str = "Network Adapter"
    mac_address: str = "000000000000"
    dynamic_mac_address: bool = True
    switch: str | None = None
