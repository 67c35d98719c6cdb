"""Draws the portraits anew: needs the browser of the tests (CHROMIUM= names it)."""

from pathlib import Path
from PIL import Image
from playwright.sync_api import sync_playwright
from wilma.policy.demo import source
from wilma.policy.demo.artwork import faces

import io
import os
import sys


SIZE = 512
QUALITY = 82
ARGS = ["--no-sandbox", "--disable-gpu"]
PAGE = "<style>body{{margin:0}}svg{{display:block}}</style>{}"


def draw(folder: Path, only: list[str]) -> None:
    """Draw everybody who has a look, or only these; a file `<id>.webp` each."""
    path = os.environ.get("CHROMIUM", "/usr/bin/chromium")
    folder.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGS)
        page = browser.new_page(viewport={"width": SIZE, "height": SIZE}, device_scale_factor=2)
        for person in source.people():
            if "look" in person and (not only or person["id"] in only):
                page.set_content(PAGE.format(faces.svg(person["look"])))
                _keep(page.screenshot(), folder / f"{person['id']}.webp")
        browser.close()


def _keep(screenshot, path):
    # Drawn at twice the size: finer edges.
    image = Image.open(io.BytesIO(screenshot)).convert("RGB").resize((SIZE, SIZE), Image.LANCZOS)
    image.save(path, quality=QUALITY, method=6)


if __name__ == "__main__":
    draw(source.DATA / "portraits", sys.argv[1:])
