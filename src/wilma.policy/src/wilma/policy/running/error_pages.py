"""What nginx answers by itself: a page for people and JSON for programs, out of one text each."""

from pathlib import Path
from wilma.policy.running.fill import fill

import json


def write(source: Path, target: Path) -> None:
    """Make `<status>.html` and `<status>.json` of each status in texts.json, in a new folder."""
    target.mkdir(exist_ok=True)
    page = (source / "page.html").read_text()
    for status, words in json.loads((source / "texts.json").read_text()).items():
        (target / f"{status}.html").write_text(fill(page, words))
        (target / f"{status}.json").write_text(
            json.dumps(_answer(words), ensure_ascii=False) + "\n"
        )
    (target / "not-ready.json").write_text((source / "not-ready.json").read_text())


def _answer(words: dict[str, str]) -> dict[str, str]:
    return {
        "type": words["type"],
        "message": f"{words['title']} {words['text']}",
        "message_en": f"{words['title_en']} {words['text_en']}",
    }
