"""The long version of test_kills.py: kill -9 many times, in a WiLMA of its own, and report.

bin/wilma-python tests/stack/drill.py [TIMES [NAME ...]]

NAME is a process, or `mails`: the worker is killed while ten mails a kill go out.
"""

from collections import Counter
from pathlib import Path

import shutil
import sys
import time


HOME = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(HOME))

from tests.stack.mails import Mails  # noqa: E402 the folder above is not installed
from tests.stack.wilma import new_folder  # noqa: E402
from tests.stack.wilma import Wilma  # noqa: E402
from tests.stack.writers import Writers  # noqa: E402


def drill(wilma: Wilma, name: str, times: int) -> None:
    """Kill this process again and again under writers, and print what came out."""
    writers = Writers(wilma.url, wilma.admin, same_folder=False)
    writers.start()
    back = []
    for _ in range(times):
        time.sleep(2)
        wilma.kill(name)
        back.append(wilma.wait(120))
    wilma.settle()
    calm = time.monotonic()
    time.sleep(10)
    writers.stop()
    written = writers.written
    later = [status for moment, status in written.moments if moment > calm]
    print(f"{name}: {times} kills, back after {max(back):.1f} s at most")
    print(f"  {len(written.pages)} pages acknowledged, wrong: {writers.check()}")
    print(f"  answers {dict(written.statuses)}, after the last restart {dict(Counter(later))}")
    print(f"  longest request {max(written.seconds):.1f} s")
    print(f"  errors {Counter(error[:200] for error in written.errors)}", flush=True)


def mails(wilma: Wilma, times: int) -> None:
    """Kill the worker again and again while mails go out, and print what came out."""
    outcome = Mails(wilma, number=10 * times, kills=times).run()
    print(f"mails: {outcome.kills} kills, {outcome.mails} mails in {outcome.seconds:.0f} s")
    print(
        f"  missing {outcome.missing}, doubles {outcome.doubles}, left {outcome.left}", flush=True
    )


def main() -> None:
    times = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    folder = new_folder()
    wilma = Wilma(folder, site="empty")
    try:
        wilma.start()
        for name in sys.argv[2:] or ("instance1", "nginx", "zeo"):
            mails(wilma, times) if name == "mails" else drill(wilma, name, times)
    finally:
        wilma.stop()
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
