"""Take away what is not needed, then convert."""

from wilma.social.conversion.child import isolation
from wilma.social.conversion.child.results import Results
from wilma.social.conversion.child.results import Unreadable

import codecs
import errno
import importlib
import os
import sys


# Exit codes; any other end is a crash.
DONE, NO_SPACE = 0, 75
# Of ZIP, pdfium, plain text and XML: looked up while there are modules on disk to be found.
ENCODINGS = ("cp437", "cp1252", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "iso-8859-15")


def main(kind: str) -> int:
    """Convert standard input as this kind; the exit code."""
    for encoding in ENCODINGS:
        codecs.lookup(encoding)
    converter = importlib.import_module(f"wilma.social.conversion.child.{kind}")
    results = Results()
    if not isolation.isolate():
        results.note("open")
    try:
        if os.fstat(sys.stdin.fileno()).st_size == 0:
            raise Unreadable("empty")
        converter.convert(sys.stdin.buffer, results)
    except Unreadable as error:
        results.fail(error.args[0])
    except MemoryError:
        results.fail("limit")
    except OSError as error:
        if error.errno == errno.ENOSPC:
            return NO_SPACE
        # Pillow, and reading at a place that is not there.
        results.fail("broken")
    return DONE


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
