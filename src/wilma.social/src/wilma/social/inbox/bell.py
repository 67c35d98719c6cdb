"""The bell in the top bar: how many notifications are unread."""

from pathlib import Path
from plone.base.interfaces import IPloneSiteRoot
from wilma.social import _
from wilma.social.inbox.interfaces import MOST_COUNTED
from wilma.social.inbox.rows import count
from wilma.social.inbox.services import current_userid
from wilma.social.interfaces import IWilmaSocialLayer
from wilma.theme.interfaces import ITool
from wilma.theme.shell.chrome import Chrome
from zope.component import adapter
from zope.i18n import translate
from zope.interface import implementer


BELL = Chrome(Path(__file__).parent / "bell.pt")
# Seconds between two questions of an open page.
EVERY = 60


@implementer(ITool)
@adapter(IPloneSiteRoot, IWilmaSocialLayer)
class Bell:
    """See ITool."""

    order = 50

    def __init__(self, site, request):
        self.site = site
        self.request = request

    def render(self, shell, lang: str) -> str:
        """Give the link to the page of notifications, with their number."""
        unread = count(self.site, current_userid())
        shown = f"{MOST_COUNTED}+" if unread > MOST_COUNTED else str(unread or "")

        def name(number):
            some = _("Notifications, ${count} unread", mapping={"count": number})
            return translate(some if number else _("Notifications"), target_language=lang)

        return BELL.render(shell, lang, unread=shown, name=name, most=MOST_COUNTED, every=EVERY)
