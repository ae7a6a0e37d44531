"""Run recorded cases: `python -m tests.conformance [FILE...] [--edition core] [--show N]`.

Prints passed/total per file and topic, the differences that were asked for, and as the last line
the total. `--strict` counts the second figure, `--id` runs single cases.
"""

import argparse
import sys
import traceback
from collections import Counter

from emulator.powershell.runtime.threads import script_thread
from tests.conformance.cases import Case, cases_in, names_of
from tests.conformance.equality import Difference, differences
from tests.conformance.running import answer_of


def judged(case: Case, *, core: bool) -> list[Difference]:
    """Return what differs; an exception of ours is a difference too."""
    try:
        actual = answer_of(case, core=core)
    except Exception:  # noqa: BLE001 - a case must not end the run
        return [Difference(field="exception", expected="", actual=traceback.format_exc(limit=-4))]
    return list(differences(case.answer, actual, clixml=False))


def run(options: argparse.Namespace) -> tuple[int, int]:
    """Run the files and print the figures; return passed and total."""
    core = options.edition == "core"
    passed = total = 0
    shown = options.show
    for name in names_of(options.files):
        right: Counter[str] = Counter()
        count: Counter[str] = Counter()
        for case in cases_in(name, core=core):
            if options.id and case.id not in options.id:
                continue
            if options.topic and options.topic not in case.topic:
                continue
            found = judged(case, core=core)
            wrong = [one for one in found if options.strict or not one.strict]
            count[case.topic] += 1
            right[case.topic] += not wrong
            if wrong and options.fields:
                print(f"{case.id}: {', '.join(one.field for one in wrong)}")
            if wrong and shown > 0:
                shown -= 1
                show(case, wrong)
        if not options.quiet:
            for topic in sorted(count):
                print(f"  {name} {topic} {right[topic]}/{count[topic]}")
        print(f"{name} {right.total()}/{count.total()}")
        passed += right.total()
        total += count.total()
    return passed, total


def show(case: Case, wrong: list[Difference]) -> None:
    """Print a case that fails."""
    print(f"--- {case.id} ({case.topic}): {case.note}")
    print(case.script)
    for one in wrong:
        print(f"  {one.field}")
        print(f"    expected {one.expected!r}")
        print(f"    actual   {one.actual if one.field == 'exception' else repr(one.actual)}")


def main() -> None:
    """Read the command line and run."""
    parser = argparse.ArgumentParser(prog="python -m tests.conformance")
    parser.add_argument("files", nargs="*", metavar="FILE")
    parser.add_argument("--edition", choices=("core", "desktop"), default="core")
    parser.add_argument("--strict", action="store_true", help="compare the second figure too")
    parser.add_argument("--show", type=int, default=0, metavar="N", help="print N differences")
    parser.add_argument("--id", action="append", default=[], help="only this case")
    parser.add_argument("--topic", default="", help="only topics with this in their name")
    parser.add_argument("--fields", action="store_true", help="name the fields that differ")
    parser.add_argument("--quiet", action="store_true", help="no line per topic")
    options = parser.parse_args()
    sums: list[tuple[int, int]] = []
    thread = script_thread(lambda: sums.append(run(options)), name="conformance")
    thread.join()
    if not sums:
        sys.exit(1)
    print(f"total {sums[0][0]}/{sums[0][1]}")


main()
