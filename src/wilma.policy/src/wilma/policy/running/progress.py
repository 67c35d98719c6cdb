"""What the person in front of the terminal sees while something takes long."""

from collections.abc import Iterator
from contextlib import contextmanager

import time


class Progress:
    """Lines with the time of day; a step says its seconds at its end."""

    def say(self, text: str) -> None:
        print(f"WiLMA {time.strftime('%X')}  {text}", flush=True)

    @contextmanager
    def __call__(self, title: str) -> Iterator[None]:
        started = time.monotonic()
        self.say(f"{title} ...")
        yield
        self.say(f"{title}: {time.monotonic() - started:.0f} s")
