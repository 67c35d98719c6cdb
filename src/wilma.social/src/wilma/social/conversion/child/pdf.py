"""PDF: text of all pages, picture of the first.

By pypdfium2: the engine of Chromium, one package of 4 MB. Measured beside poppler-utils of Debian:
the same text in half the time, and poppler brings 36 packages to a fresh machine (12 MB), none of
them with the fonts that PDFs without their own need; pdfium has these in it.
"""

from pypdfium2 import PdfDocument
from pypdfium2 import PdfiumError
from wilma.social.conversion.child.results import Results
from wilma.social.conversion.child.results import Unreadable
from wilma.social.conversion.limits import ENOUGH_SECONDS
from wilma.social.conversion.limits import LONGEST_TEXT
from wilma.social.conversion.limits import MOST_PAGES
from wilma.social.conversion.limits import PREVIEW_HEIGHT
from wilma.social.conversion.limits import PREVIEW_WIDTH

import re
import time


# What pdfium puts where a word was parted at the end of a line.
PARTED_WORD = re.compile(r"[\x02\ufffe]\s*(?=[a-zäöüß])")
PARTED_NAME = re.compile(r"[\x02\ufffe]")
# A page smaller than a picture is enlarged only so far.
MOST_ENLARGED = 4


def convert(source, results: Results) -> None:
    """Raises Unreadable."""
    document = _open(source)
    results.text(_text(document))
    try:
        results.preview(_picture(document[0]))
    except PdfiumError:
        raise Unreadable("broken") from None


def _open(source) -> PdfDocument:
    try:
        return PdfDocument(source.read())
    except PdfiumError as error:
        encrypted = "password" in str(error).lower() or "security" in str(error).lower()
        raise Unreadable("encrypted" if encrypted else "broken") from None


def _text(document) -> str:
    end = time.process_time() + ENOUGH_SECONDS
    pages, length = [], 0
    for number in range(min(len(document), MOST_PAGES)):
        pages.append(_text_of_page(document, number))
        length += len(pages[-1])
        if length > LONGEST_TEXT or time.process_time() > end:
            break
    return "\n".join(pages)


def _text_of_page(document, number) -> str:
    try:
        page = document[number]
        text = page.get_textpage().get_text_range()
        page.close()
    except PdfiumError:
        # The others may be readable.
        return ""
    return PARTED_NAME.sub("-", PARTED_WORD.sub("", text))


def _picture(page):
    width, height = page.get_size()
    scale = min(PREVIEW_WIDTH / max(width, 1), PREVIEW_HEIGHT / max(height, 1), MOST_ENLARGED)
    return page.render(scale=scale).to_pil()
