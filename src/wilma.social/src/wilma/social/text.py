"""Text as people write it: in order, and without what cannot be read."""

import unicodedata


def sort_key(text: str) -> str:
    """Give a key that sorts as German dictionaries do (DIN 5007-1): ä as a, ß as ss, any case."""
    parts = unicodedata.normalize("NFKD", text.replace("ß", "ss").casefold())
    return "".join(sign for sign in parts if not unicodedata.combining(sign)).strip()
