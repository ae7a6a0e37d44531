"""1,000 machines over HTTP: how long Get-VM | Measure-Object and a listing take.

python -m tests.bench.http_thousand
"""

import tempfile
from pathlib import Path

from tests.acceptance.service import Service, service
from tests.bench.calibration import report, seconds

RUNS = 7
WORLD = """\
host:
  name: HV01
  memory: 4 TB
vms:
  - name: web
    count: 1000
"""


def count(running: Service) -> None:
    """Count the machines by script."""
    answer = running.http("POST", "/api/powershell", json={"script": COUNT})
    assert answer.json()["output"] == [1000], answer.text


COUNT = "(Get-VM | Measure-Object).Count"


def main() -> None:
    """Print the figures."""
    with tempfile.TemporaryDirectory() as folder:
        world = Path(folder) / "thousand.yaml"
        world.write_text(WORLD, encoding="utf-8")
        with service("--world", str(world)) as running:
            counted = [seconds(lambda: count(running)) for _ in range(RUNS)]
            print(report("Get-VM | Measure-Object, 1,000 machines", counted))
            listed = [seconds(lambda: running.http("GET", "/api/vms")) for _ in range(3)]
            print(report("GET /api/vms, 1,000 machines in full", listed))
            by_winrm = [seconds(lambda: running.run_ps(COUNT)) for _ in range(RUNS)]
            print(report("the same by pywinrm run_ps", by_winrm))


if __name__ == "__main__":
    main()
