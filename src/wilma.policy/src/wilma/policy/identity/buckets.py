"""A leaky bucket: so many at once, and then as many as leak out."""

from dataclasses import dataclass
from wilma.policy.identity.attempts import Record


@dataclass(frozen=True)
class Bucket:
    """`size` at once, `leak` per second afterwards; its record is (level, seconds of the last)."""

    size: int
    leak: float

    def wait(self, record: Record | None, now: float) -> float:
        """Seconds until one more fits in."""
        return max(0, (self._level(record, now) + 1 - self.size) / self.leak)

    def filled(self, record: Record | None, now: float) -> Record:
        """The record after one more."""
        return (self._level(record, now) + 1, now)

    def _level(self, record, now):
        level, last = record or (0, now)
        return max(0, level - (now - last) * self.leak)
