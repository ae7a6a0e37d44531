"""Ids of machines: a hash of the world's seed and a serial number, in the form of a GUID."""

import hashlib

from emulator.inventory.vm import VMId


def vm_id(seed: int, serial: int) -> VMId:
    """Return the id of the machine with that serial number in the world with that seed.

    The same world and the same commands give the same ids. The shape is that of a random
    GUID (version 4, RFC 4122 section 4.4).
    """
    digest = hashlib.sha256(f"vm {seed} {serial}".encode()).hexdigest()
    variant = "89ab"[int(digest[16], 16) % 4]
    parts = (digest[:8], digest[8:12], "4" + digest[13:16], variant + digest[17:20], digest[20:32])
    return VMId("-".join(parts))
