"""The few SVG elements that the faces are made of; the picture is 512 wide and high."""


def path(d: str, fill: str, **more) -> str:
    """A filled shape; `more` are attributes, `_` for `-`."""
    return f'<path d="{d}" fill="{fill}"{_attributes(more)}/>'


def line(d: str, stroke: str, width: float, **more) -> str:
    """A line with round ends."""
    return path(
        d,
        "none",
        stroke=stroke,
        stroke_width=width,
        stroke_linecap="round",
        stroke_linejoin="round",
        **more,
    )


def oval(x: float, y: float, rx: float, ry: float, fill: str, **more) -> str:
    """An ellipse around a point."""
    return f'<ellipse cx="{x}" cy="{y}" rx="{rx}" ry="{ry}" fill="{fill}"{_attributes(more)}/>'


def dots(points, radius: float, fill: str) -> str:
    """Circles of one size."""
    return "".join(oval(x, y, radius, radius, fill) for x, y in points)


def mirrored(shape: str) -> str:
    """The shape, and what it looks like on the other side of the face."""
    return f'{shape}<g transform="translate(512 0) scale(-1 1)">{shape}</g>'


def _attributes(more):
    return "".join(f' {name.replace("_", "-")}="{value}"' for name, value in more.items())
