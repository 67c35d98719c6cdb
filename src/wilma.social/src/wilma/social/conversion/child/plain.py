"""Plain text and CSV."""

from wilma.social.conversion.child.results import Results
from wilma.social.conversion.limits import LONGEST_TEXT

import codecs


def convert(source, results: Results) -> None:
    """Whatever it holds is text of some kind."""
    results.text(_decode(source.read(4 * LONGEST_TEXT)))


def _decode(data: bytes) -> str:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace")
    try:
        # The last sign may be cut in the middle.
        return data.decode("utf-8-sig", "strict" if len(data) < 4 * LONGEST_TEXT else "ignore")
    except UnicodeDecodeError:
        # What programs on German desks write otherwise; it fits anything.
        return data.decode("cp1252", "replace")
