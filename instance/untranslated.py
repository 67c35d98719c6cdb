"""untranslated.py POT PO...: name each word of the .pot that a .po file has no text for."""

from babel.messages.pofile import read_po
from pathlib import Path

import sys


def words(path: str) -> dict[str, str]:
    """Give {message id: translation} of a .po or .pot file."""
    with Path(path).open("rb") as stream:
        return {str(message.id): str(message.string) for message in read_po(stream) if message.id}


wanted = words(sys.argv[1])
missing = [(po, word) for po in sys.argv[2:] for word in wanted if not words(po).get(word)]
for po, word in missing:
    print(f"{po}: no text for {word!r}", file=sys.stderr)
sys.exit(bool(missing))
