"""Top bar, rail, way and footer: templates that do not run in Zope's page template engine.

Zope evaluates each expression by its own engine; the shell has more than a hundred of them on
every page, which was half of what a page cost. Here they are compiled with the template.
"""

from chameleon import PageTemplateFile
from pathlib import Path
from zope.i18n import translate


class Chrome:
    """A part of the shell. Its template knows `shell`, `lang` and what `render` is given.

    `name` is a file here, or the whole path of another package's.
    """

    def __init__(self, name: str | Path):
        self._template = PageTemplateFile(str(Path(__file__).parent / name))

    def render(self, shell, lang: str, **known) -> str:
        """Return the HTML of the part, in the language of the page."""

        def say(msgid, domain=None, mapping=None, context=None, target_language=None, default=None):
            return translate(
                msgid, domain, mapping, context=shell.request, target_language=lang, default=default
            )

        return self._template.render(shell=shell, lang=lang, translate=say, **known)


TOP = Chrome("top.pt")
RAIL = Chrome("rail.pt")
WAY = Chrome("way.pt")
FOOT = Chrome("foot.pt")
