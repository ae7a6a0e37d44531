"""Sums over the machines of a host."""

from emulator.engine.columns import Column


def in_use(assigned_bytes: Column, overhead_bytes: Column, first: int, last: int) -> int:
    """Return what the machines of the host hold: assigned memory and overhead.

    Source: reference 2.1 (Free = HostRAM - Reserve - sum(A + overhead), inferred).
    """
    total = 0
    for row in range(first, last):
        total += assigned_bytes[row] + overhead_bytes[row]
    return total


def missing(wanted_bytes: Column, assigned_bytes: Column, first: int, last: int) -> int:
    """Return how much the machines that have less than they want lack together.

    Source: reference 4.1 (proposed step).
    """
    total = 0
    for row in range(first, last):
        if wanted_bytes[row] > assigned_bytes[row]:
            total += wanted_bytes[row] - assigned_bytes[row]
    return total


def surplus(wanted_bytes: Column, assigned_bytes: Column, first: int, last: int) -> int:
    """Return how much the machines that have more than they want have too much together.

    Source: reference 4.1 (proposed step).
    """
    total = 0
    for row in range(first, last):
        if wanted_bytes[row] < assigned_bytes[row]:
            total += assigned_bytes[row] - wanted_bytes[row]
    return total


def movable_total(movable: Column, assigned_bytes: Column, first: int, last: int) -> int:
    """Return what the machines whose memory can move have assigned together.

    Source: reference 4.1 (the pool of a shortage).
    """
    total = 0
    for row in range(first, last):
        if movable[row] != 0:
            total += assigned_bytes[row]
    return total
