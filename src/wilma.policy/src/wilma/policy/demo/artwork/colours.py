"""The colours of skin, hair, eyes, clothes and backgrounds."""

SKIN = {
    1: ("#f9dcc8", "#e9b79a", "#ef9f8a"),
    2: ("#f4caa9", "#dea57e", "#e98d72"),
    3: ("#e6b48a", "#c98f63", "#d67f5e"),
    4: ("#cf9a6e", "#ac7549", "#bf6a4a"),
    5: ("#b07a50", "#8c5a36", "#a55a3e"),
    6: ("#8b5a3c", "#6b4129", "#8d4a36"),
    7: ("#6b432c", "#4f2f1e", "#7a3c2c"),
}
HAIR = {
    "black": "#2b2629",
    "darkbrown": "#46302a",
    "brown": "#6e4a33",
    "chestnut": "#8b5130",
    "auburn": "#9c4a2c",
    "copper": "#c8703a",
    "darkblond": "#a98550",
    "blond": "#dfb96f",
    "saltpepper": "#6d6c70",
    "grey": "#96989d",
    "silver": "#bfc3c8",
    "white": "#e6e5e1",
    # Scarves, too.
    "petrol": "#1f6b7a",
    "rose": "#c9798b",
}
EYES = {
    "dark": "#32231e",
    "brown": "#5d3a22",
    "blue": "#3f78a8",
    "green": "#567a4a",
    "grey": "#6a7a86",
}
BACK = {
    "beau": ("#bdd4ea", "#d3e3f2"),
    "sand": ("#ecd9b8", "#f5e8d0"),
    "sage": ("#bfd5bd", "#d6e6d3"),
    "rose": ("#efc4bd", "#f7dad4"),
    "lilac": ("#cfc4e3", "#e1d9ef"),
    "gold": ("#f3d47e", "#f9e4a9"),
}
CLOTH = {
    "navy": "#1d3f63",
    "blue": "#2f6fa8",
    "sky": "#a9cbe6",
    "petrol": "#1f6b7a",
    "teal": "#2f8f8a",
    "green": "#3f7d55",
    "moss": "#66773a",
    "olive": "#7a7444",
    "sage": "#9db797",
    "sun": "#eab42f",
    "gold": "#d99a2b",
    "sandstone": "#c9a77c",
    "orange": "#f07d1a",
    "brick": "#b4553a",
    "wine": "#7d2f3f",
    "rose": "#cf7d8b",
    "plum": "#6a3f6d",
    "lilac": "#9a86c4",
    "slate": "#4a5866",
    "grey": "#8b949c",
    "night": "#2a2c37",
    "white": "#fbfaf7",
    "cream": "#f4ead6",
    "checked": "#b4553a",
}


def darker(colour: str, by: float = 0.22) -> str:
    """The colour, mixed with black."""
    return _mix(colour, (0, 0, 0), by)


def lighter(colour: str, by: float = 0.25) -> str:
    """The colour, mixed with white."""
    return _mix(colour, (255, 255, 255), by)


def _mix(colour, other, by):
    parts = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    mixed = (round(a * (1 - by) + b * by) for a, b in zip(parts, other, strict=True))
    return "#" + "".join(f"{part:02x}" for part in mixed)
