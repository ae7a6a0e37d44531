"""MemoryStatus of one machine."""

from emulator.engine.codes import STATUS_LOW, STATUS_OK, STATUS_WARNING


def memory_status(
    assigned_bytes: int, reported_bytes: int, buffer_percent: int, low_percent: int
) -> int:
    """Return the code of the status of a machine that is on.

    Warning where demand is above assigned; Low where less than `low_percent` of the ideal
    buffer is left; else OK, also before the first report.
    Source: reference 2.1 (Warning observed at pressure 108, OK at 88 % of the ideal buffer; the
    threshold between OK and Low is unpublished: setting status_low_buffer_percent, assumed 80).
    """
    if reported_bytes > assigned_bytes:
        return STATUS_WARNING
    spare = assigned_bytes - reported_bytes
    if spare * 100 * 100 < reported_bytes * buffer_percent * low_percent:
        return STATUS_LOW
    return STATUS_OK
