"""The profile of a person."""

from AccessControl import getSecurityManager
from functools import cached_property
from html import escape
from plone.intelligenttext.transforms import convertWebIntelligentPlainTextToHtml
from Products.CMFCore.utils import getToolByName
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from Products.Five.viewlet.manager import ViewletManagerBase
from urllib.parse import urlencode
from wilma.social import _
from wilma.social.directory.interfaces import IDirectory
from wilma.social.people.faces import Face
from wilma.social.people.faces import face_of
from wilma.social.people.faces import faces
from wilma.social.people.faces import ROWS
from wilma.social.people.faces import tel
from wilma.social.person_state.interfaces import IPreferences
from wilma.social.units.interfaces import IUnits
from wilma.theme.pages.base import EmployeesPage
from zope.component import getUtility
from zope.schema.interfaces import IVocabularyFactory

import re


# The notice of what is missing stays away once it was closed.
HINT = "profile-hint"
LONG_WORD = re.compile(r"(\S{201,})")
# What a profile gains most from: field, and the words for its lack.
WANTED = (
    ("portrait", _("No picture yet")),
    ("phone", _("No telephone yet")),
    ("topics", _("Nothing to ask you about yet")),
    ("about", _("Nothing about you yet")),
)


class PersonPage(EmployeesPage):
    """Who somebody is, how to reach them, and what to ask them about. Empty fields take no room."""

    index = ViewPageTemplateFile("templates/person.pt")

    @cached_property
    def face(self) -> Face:
        return face_of(self.context)

    @cached_property
    def own(self) -> bool:
        """True for the person themself."""
        return getSecurityManager().getUser().getId() == self.context.getId()

    @cached_property
    def may_edit(self) -> bool:
        return bool(getSecurityManager().checkPermission("Modify portal content", self.context))

    @property
    def closed(self) -> bool:
        """True for a disabled account, whose profile only who keeps the people data sees."""
        workflow = getToolByName(self.context, "portal_workflow")
        return workflow.getInfoFor(self.context, "review_state", None) == "disabled"

    @cached_property
    def contact(self) -> list[tuple]:
        """[(icon, label, text, address or None)]"""
        person = self.context
        rows = (
            ("phone", _("Telephone"), person.phone, tel(person.phone)),
            ("phone", _("Mobile phone"), person.mobile, tel(person.mobile)),
            ("mail", _("E-mail"), person.email, f"mailto:{person.email}"),
            ("place", _("Room"), person.office, None),
        )
        return [row for row in rows if row[2]]

    @cached_property
    def languages(self) -> str:
        """Names of the languages, in one line."""
        if not self.context.languages:
            return ""
        known = getUtility(IVocabularyFactory, "wilma.social.languages")(self.context).by_value
        return ", ".join(known[code].title for code in self.context.languages if code in known)

    @cached_property
    def topics(self) -> list[tuple[str, str]]:
        """[(topic, address of who else knows about it)]"""
        people_url = f"{self.shell.portal_url}/people"
        return [
            (topic, f"{people_url}?{urlencode({'topic': topic})}")
            for topic in self.context.topics or ()
        ]

    @cached_property
    def about(self) -> list[str]:
        """Paragraphs as safe HTML; what looks like an address is a link."""
        paragraphs = re.split(r"\r?\n\s*\r?\n", (self.context.about or "").strip())
        return [_linked(text) for text in paragraphs if text]

    @cached_property
    def line(self) -> list:
        """The units above and the person's own, the top first."""
        return IUnits(self.shell.portal).line(self.context.unit) if self.context.unit else []

    @cached_property
    def superior(self) -> str:
        """The row of who heads the unit; for the head itself, of who heads the next one above."""
        directory = IDirectory(self.shell.portal)
        heads = (unit.head for unit in reversed(self.line))
        others = (head for head in heads if head and head != self.context.getId())
        found = next(filter(None, map(directory.get, others)), None)
        return ROWS.render(self.shell, "", people=faces([found])) if found else ""

    @cached_property
    def missing(self) -> list[tuple]:
        """[(words, address)] of what would help others, as long as the person wants to be told."""
        if not self.own or self.closed:
            return []
        if IPreferences(self.shell.portal).is_dismissed(self.context.getId(), HINT):
            return []
        url = f"{self.context.absolute_url()}/edit"
        return [
            (words, f"{url}#field-{name}")
            for name, words in WANTED
            if not getattr(self.context, name, None) and not (name == "phone" and self.face.tel)
        ]


def _linked(text):
    # Looking for addresses takes the square of the length of a word: there is none in long ones.
    parts = enumerate(LONG_WORD.split(text))
    return "".join(
        escape(part) if number % 2 else convertWebIntelligentPlainTextToHtml(part)
        for number, part in parts
        if part
    )


class Slot(ViewletManagerBase):
    """Viewlets of a page, by their `weight`."""

    def sort(self, viewlets):
        """Put the light ones first."""
        return sorted(viewlets, key=lambda named: getattr(named[1], "weight", 100))
