"""The table that `make bench` prints, and whether the goals hold."""

from math import log


# A page may cost this much more in the large city.
MOST_RATIO = 1.3
# Milliseconds below which a ratio says nothing but noise.
NOISE = 0.3


def table(small: dict, large: dict) -> str:
    """Give the table: one line a call, the large city's figures against the small one's."""
    lines = [f"{'':24} {'S ms':>8} {'L ms':>8} {'L/S':>6} {'x empty':>8} {'loads S':>8} {'L':>7}"]
    empty = large["calls"]["empty view"]["ms"]
    for name, big in large["calls"].items():
        few = small["calls"][name]
        lines.append(
            f"{name:24} {few['ms']:8.2f} {big['ms']:8.2f} {big['ms'] / few['ms']:6.2f}"
            f" {big['ms'] / empty:8.1f} {few['loaded']:8} {big['loaded']:7}"
        )
    lines.append(f"memory of an instance: S {small['memory']:.0f} MB, L {large['memory']:.0f} MB")
    return "\n".join(lines)


def missed(small: dict, large: dict, growth: float) -> list[str]:
    """Give the goals that do not hold, a sentence each. `growth`: how much larger L is than S."""
    empty = large["calls"]["empty view"]["ms"]
    return [
        sentence
        for name, big in large["calls"].items()
        for sentence in _missed(name, small["calls"][name], big, empty, growth)
    ]


def _missed(name, few, big, empty, growth):
    if big["status"] >= 400 or few["status"] != big["status"]:
        yield f"{name}: answered {few['status']} in S and {big['status']} in L"
    if big["ms"] > few["ms"] * MOST_RATIO + NOISE:
        yield f"{name}: {big['ms'] / few['ms']:.2f} times as much in L as in S"
    if big["most_ms"] and big["ms"] > big["most_ms"]:
        yield f"{name}: {big['ms']:.1f} ms, the goal is {big['most_ms']}"
    if big["most_times_empty"] and big["ms"] > big["most_times_empty"] * empty:
        yield f"{name}: {big['ms'] / empty:.1f} empty views, the goal is {big['most_times_empty']}"
    # A tree of n objects is log n deep; a page looks into a handful of trees.
    if big["loaded"] > few["loaded"] + 10 * log(growth, 2):
        yield f"{name}: loads {big['loaded']} objects in L and {few['loaded']} in S"
