"""The script of docs/how-to/publish-by-rest.md does what the page says it does."""

from pathlib import Path

import re
import subprocess
import sys


DOCS = Path(__file__).resolve().parents[2] / "docs"
SCRIPT = DOCS / "examples" / "news_by_rest.py"
PAGE = DOCS / "how-to" / "publish-by-rest.md"


def test_the_script_prints_what_the_page_shows(site):
    # Isolated: it must run with Python alone.
    command = [sys.executable, "-I", "-S", str(SCRIPT), site.url]

    run = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)

    assert run.stderr == ""
    shown = re.search(r"```\n(Maria wrote.*?)```", PAGE.read_text(), re.DOTALL)[1]
    assert _plain(run.stdout) == _plain(shown)


def _plain(text):
    """Without the port, and the number that a second run puts behind the name."""
    return re.sub(r"http://127.0.0.1:\d+|-\d+(?=,)", "", text)
