"""Which program of the converter reads which type of file."""

OPEN_DOCUMENT = "application/vnd.oasis.opendocument."
OOXML = "application/vnd.openxmlformats-officedocument."
EXACT = {
    "application/pdf": "pdf",
    "text/plain": "plain",
    "text/csv": "plain",
    "text/calendar": "plain",
}
PICTURES = ("image/jpeg", "image/png", "image/gif", "image/webp", "image/bmp", "image/tiff")


def converter_of(content_type: str) -> str | None:
    """Name of the module in `child`; None if nothing can be made of the type."""
    plain = content_type.partition(";")[0].strip().lower()
    if plain in PICTURES:
        return "picture"
    if plain.startswith((OPEN_DOCUMENT, OOXML)):
        return "office"
    return EXACT.get(plain)
