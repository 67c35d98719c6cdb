"""Pictures of office documents, where the machine has LibreOffice and bubblewrap.

Neither comes with WiLMA: LibreOffice is 100 MB to fetch. Without them an office document shows the
picture that the office program put into it, if it did.
"""

from pathlib import Path
from tempfile import TemporaryDirectory
from wilma.social.conversion.kinds import converter_of
from wilma.social.conversion.limits import PRINT_SECONDS
from wilma.social.conversion.sandbox import convert
from wilma.social.conversion.sandbox import Made
from wilma.social.conversion.sandbox import NoResources
from wilma.social.conversion.sandbox import open_result
from wilma.social.conversion.sandbox import run

import shutil


PRINTER = ("-m", "wilma.social.conversion.child.printed")
PROGRAMS = ("bwrap", "soffice")


def programs() -> list[str] | None:
    """Paths of the programs; None if one is missing."""
    found = [shutil.which(name) for name in PROGRAMS]
    return found if all(found) else None


def picture_of(source, content_type: str) -> Made | None:
    """What the printed document looks like; None if it cannot be printed here."""
    found = programs()
    if found is None or converter_of(content_type) != "office":
        return None
    with TemporaryDirectory(prefix="wilma-printing-") as folder:
        try:
            run((*PRINTER, *found), source, folder, PRINT_SECONDS)
        except NoResources:
            # The words are worth more than the picture.
            return None
        pdf = open_result(Path(folder) / "document.pdf")
        if pdf is None:
            return None
        with pdf:
            return convert(pdf, "application/pdf")
