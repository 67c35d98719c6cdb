"""The two cities."""

from wilma.policy.bench.interfaces import Size


SMALL = Size(
    name="S",
    people=1_000,
    departments=4,
    news=400,
    pages=500,
    events=100,
    notifications=50,
    broadcasts=200,
)
LARGE = Size(
    name="L",
    people=43_000,
    departments=40,
    news=8_000,
    pages=10_000,
    events=2_000,
    notifications=500,
    broadcasts=2_000,
)

SIZES = {size.name: size for size in (SMALL, LARGE)}
