"""What editors wrote, made ready for a lean page: contents list, no style attributes."""

from Acquisition import aq_base
from dataclasses import dataclass
from lxml import html

import re


ALIGN = re.compile(r"text-align:\s*(center|right|justify)")
CLASSES = {"center": "text-center", "right": "text-end", "justify": "text-justify"}
WORDS_PER_MINUTE = 200


@dataclass(frozen=True)
class Prose:
    """HTML and the headings in it: [(level, id, text)]."""

    markup: str
    headings: tuple[tuple[int, str, str], ...]


def prose_of(context) -> Prose | None:
    """The text of a content item, or None if it has none."""
    value = getattr(aq_base(context), "text", None)
    markup = value.output_relative_to(context) if value else None
    return prepare(markup) if markup and markup.strip() else None


def minutes_of(context) -> int:
    """Minutes it takes to read the text of an item; 0 if it has none."""
    value = getattr(aq_base(context), "text", None)
    words = len(re.sub(r"<[^>]+>", " ", value.raw or "").split()) if value else 0
    return -(-words // WORDS_PER_MINUTE)


def prepare(markup: str) -> Prose:
    """Number the headings, turn style attributes into classes, let wide tables scroll."""
    root = html.fragment_fromstring(markup, create_parent="div")
    headings = tuple(_number(root))
    for element in root.xpath(".//*[@style]"):
        _restyle(element)
    for table in root.xpath(".//table"):
        _let_scroll(table)
    for image in root.xpath(".//img"):
        image.set("loading", "lazy")
    inner = (root.text or "") + "".join(html.tostring(child, encoding="unicode") for child in root)
    return Prose(inner, headings)


def _number(root):
    for number, heading in enumerate(root.xpath(".//h2|.//h3"), 1):
        text = heading.text_content().strip()
        if not heading.get("id"):
            heading.set("id", f"abschnitt-{number}")
        if text:
            yield int(heading.tag[1]), heading.get("id"), text


def _restyle(element):
    found = ALIGN.search(element.attrib.pop("style"))
    if found:
        element.classes.add(CLASSES[found[1]])


def _let_scroll(table):
    box = html.Element("div", {"class": "wl-scrollx", "tabindex": "0"})
    table.addprevious(box)
    # The text behind the table must not move into the box.
    box.tail, table.tail = table.tail, None
    box.append(table)
