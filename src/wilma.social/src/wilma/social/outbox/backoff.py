"""When a job that failed is tried again, when it is given up, and when its whole kind rests."""

from collections import Counter

import random
import time


FIRST = 10  # seconds
LONGEST = 3600
DAY = 24 * 3600
FEWEST_TRIES = 10
LONGEST_REST = 60


def delay(tries: int) -> float:
    """Seconds until the next try: twice as long each time, at most an hour, never quite alike."""
    longest = min(LONGEST, FIRST * 2 ** min(tries - 1, 20))
    return longest * random.uniform(0.8, 1.2)  # noqa: S311 - no secret


def is_over(tries: int, seconds: float) -> bool:
    """Has it been failing so often and so long that it is given up?"""
    return tries >= FEWEST_TRIES and seconds >= DAY


class Rest:
    """Kinds that fail one job after the other rest a little, and keep nobody else waiting.

    A mail server that hangs costs half a minute a try: without rest a thousand mails to it would
    leave no time for other kinds. One success ends the rest.
    """

    def __init__(self):
        self.failures = Counter()
        self.until = {}

    def kinds(self) -> set[str]:
        """Those that rest now."""
        now = time.monotonic()
        return {kind for kind, until in self.until.items() if until > now}

    def failed(self, kind: str) -> None:
        """One more in a row; two may be chance."""
        self.failures[kind] += 1
        if self.failures[kind] > 2:
            longest = min(LONGEST_REST, 2 ** (self.failures[kind] - 3))
            self.until[kind] = time.monotonic() + longest

    def succeeded(self, kind: str) -> None:
        """It works again."""
        self.failures.pop(kind, None)
        self.until.pop(kind, None)
