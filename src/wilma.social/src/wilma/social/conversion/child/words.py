"""The words of an office document's XML, whichever of the formats it is."""

from xml.parsers.expat import ParserCreate

import re


SEPARATOR = " "
# Elements, by local name: what holds text, what ends a line, what parts two words.
TEXT = {"t", "v"}
PARAGRAPHS = {"p", "h"}
LINES = {"p", "h", "tr", "si", "is", "row", "table-row"}
GAPS = {"tab", "br", "cr", "s", "line-break", "tc", "c", "table-cell"}
# What was deleted but is still remembered, how things look, what is read aloud.
HIDDEN = {"tracked-changes", "del", "instrText", "rPh", "automatic-styles", "change-info"}
OPEN_DOCUMENT = "urn:oasis:names:tc:opendocument"
NUMBER = re.compile(r"\d+")


class Forbidden(ValueError):
    """A document type: no office program writes one, but attackers do."""


class Words:
    """Feed it the XML of one part, `end()` it, feed it the next."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self.length = 0
        self._begin()

    def feed(self, data: bytes) -> None:
        """Take a piece. Raises ExpatError, Forbidden."""
        self.parser.Parse(data)

    def end(self) -> None:
        """This part is over. Raises ExpatError if it ends too early."""
        self.parser.Parse(b"", True)
        self._add("\n")
        self._begin()

    def text(self) -> str:
        """Everything so far."""
        return "".join(self.found)

    def _begin(self) -> None:
        self.parser = ParserCreate(namespace_separator=SEPARATOR)
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._stop
        self.parser.CharacterDataHandler = self._data
        self.parser.StartDoctypeDeclHandler = _refuse
        # How deep we are in what holds text, and in what is hidden.
        self.inside = self.hidden = 0
        self.cell = ""

    def _start(self, element: str, attributes: dict) -> None:
        name = _local(element)
        self.hidden += name in HIDDEN
        self.inside += _holds_text(element, name)
        if name == "c":
            self.cell = attributes.get("t", "n")
        elif name == "sheet":
            self._add(attributes.get("name", "") + "\n")
        elif name in GAPS:
            self._add(" ")

    def _stop(self, element: str) -> None:
        name = _local(element)
        self.hidden -= name in HIDDEN
        self.inside -= _holds_text(element, name)
        if name in LINES:
            self._add("\n")
        elif name in GAPS or name == "v":
            self._add(" ")

    def _data(self, data: str) -> None:
        # A cell's value is its text, a number, or the number of a shared string.
        if self.inside and (self.cell in ("", "str", "inlineStr") or self._is_number(data)):
            self._add(data)

    def _is_number(self, data) -> bool:
        return self.cell == "n" and NUMBER.fullmatch(data) is not None

    def _add(self, text: str) -> None:
        if not self.hidden:
            self.found.append(text)
            self.length += len(text)


def _holds_text(element, name) -> bool:
    if element.startswith(OPEN_DOCUMENT):
        return name in PARAGRAPHS
    return name in TEXT


def _local(element: str) -> str:
    return element.rpartition(SEPARATOR)[2]


def _refuse(*_declaration) -> None:
    raise Forbidden("document type")
