"""How long a user waits: from the start of the process to the first answer, and one-shot runs.

    python -m tests.bench.startup

Goals: first answer and a run of a 20-line script under 1 s each on a quiet machine.
"""

import tempfile
import time
from pathlib import Path

from tests.acceptance.service import hvemu, service
from tests.bench.calibration import report, seconds

RUNS = 7

SCRIPT = """\
$names = 'web01', 'web02'
foreach ($name in $names) { Stop-VM -Name $name -TurnOff -Force }
foreach ($name in $names) {
    Set-VMMemory -VMName $name -DynamicMemoryEnabled $true -MinimumBytes 512MB `
        -StartupBytes 1GB -MaximumBytes 6GB -Buffer 25
}
foreach ($name in $names) { Start-VM -Name $name }
Start-Sleep -Seconds 120
Get-VM -Name $names | Format-Table Name, State, MemoryAssigned, MemoryDemand
"""


def first_answer_seconds() -> float:
    """Return the time from the start of the process to its first answer."""
    began = time.perf_counter()
    with service() as running:
        assert running.http("GET", "/api/vms/web01").status_code == 200
        return time.perf_counter() - began


def main() -> None:
    """Print the figures."""
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder) / "twenty.ps1"
        script.write_text(SCRIPT, encoding="utf-8")
        print(report("start to first answer", [first_answer_seconds() for _ in range(RUNS)]))
        runs = [seconds(lambda: hvemu("run", str(script))) for _ in range(RUNS)]
        print(report("hvemu run of a small script, 120 s virtual", runs))
    print(report("hvemu --help", [seconds(lambda: hvemu("--help")) for _ in range(RUNS)]))


if __name__ == "__main__":
    main()
