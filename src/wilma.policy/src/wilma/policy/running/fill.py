"""Texts with places: `{{name}}` stands for a value."""

import re


PLACE = re.compile(r"\{\{(\w+)\}\}")


def fill(text: str, values: dict[str, str]) -> str:
    """Put the values in. Raises KeyError for a name that has none."""
    return PLACE.sub(lambda match: values[match[1]], text)
