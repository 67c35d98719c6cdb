"""Pages about one item: news, page, event, file, picture, link."""

from AccessControl import getSecurityManager
from Acquisition import aq_base
from functools import cached_property
from plone.app.contenttypes.browser.link_redirect_view import LinkRedirectView
from plone.base.utils import human_readable_size
from Products.CMFCore.utils import getToolByName
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from urllib.parse import quote
from wilma.theme.interfaces import ILean
from wilma.theme.pages.base import Page
from wilma.theme.pages.interfaces import IPeopleCards
from wilma.theme.pages.interfaces import IPreview
from wilma.theme.pages.links import safe_url
from wilma.theme.pages.listing import STATES
from wilma.theme.pages.pictures import picture_of
from wilma.theme.pages.prose import minutes_of
from wilma.theme.pages.prose import prose_of
from zope.component import queryMultiAdapter
from zope.interface import implementer


RELATED = 10

# What people call a kind of file; else the ending of its name says it.
FILE_KINDS = {
    "application/pdf": "PDF",
    "application/vnd.oasis.opendocument.text": "OpenDocument-Text",
    "application/vnd.oasis.opendocument.spreadsheet": "OpenDocument-Tabelle",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "Word",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "Excel",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": "PowerPoint",
}


class ItemPage(Page):
    """What pages about an item show; fields the type lacks are empty."""

    def __call__(self):
        return self.index()

    def field(self, name: str, default=None):
        """A field of the item itself, never an acquired one."""
        return getattr(aq_base(self.context), name, None) or default

    @property
    def prose(self):
        return prose_of(self.context)

    def toc(self, prose) -> tuple:
        """Headings for the contents list, if the editor wants one and it has a use."""
        wanted = prose is not None and self.field("table_of_contents") and len(prose.headings) > 1
        return prose.headings if wanted else ()

    @property
    def picture(self):
        return picture_of(self.context) if self.field("image") else None

    @property
    def state(self):
        """A word about the state, for who sees more than readers do."""
        workflow = getToolByName(self.context, "portal_workflow")
        return STATES.get(workflow.getInfoFor(self.context, "review_state", None))

    @property
    def minutes(self) -> int:
        return minutes_of(self.context)

    @property
    def published(self):
        """When it appeared; the moment it was made, as long as it is a draft."""
        return self.context.effective() if self.field("effective_date") else self.context.created()

    @cached_property
    def contact(self) -> dict | None:
        """{name, phone, email, url} of whom to ask; what an editor typed counts before a profile.

        But for the name: who is chosen by their profile is called as there.
        """
        typed = {name: self.field(f"contact_{name}") for name in ("name", "phone", "email")}
        person = self._contact_person() or {}
        found = {"url": None, **typed, **person}
        found |= {name: typed[name] for name in ("phone", "email") if typed[name]}
        return found if any(found.values()) else None

    def _contact_person(self):
        userid = self.field("contact_person")
        portal = self.shell.portal
        cards = queryMultiAdapter((portal, self.request), IPeopleCards) if userid else None
        return cards.card(userid) if cards is not None else None

    @property
    def related(self) -> list:
        """Related items that the person may see."""
        check = getSecurityManager().checkPermission
        relations = self.field("relatedItems", ())
        items = (relation.to_object for relation in relations if not relation.isBroken())
        return [item for item in items if item is not None and check("View", item)][:RELATED]


class NewsPage(ItemPage):
    """A news item."""

    index = ViewPageTemplateFile("templates/newsitem.pt")


class DocumentPage(ItemPage):
    """A page."""

    index = ViewPageTemplateFile("templates/document.pt")


class EventPage(ItemPage):
    """An event."""

    index = ViewPageTemplateFile("templates/event.pt")

    @property
    def website(self) -> str | None:
        return safe_url(self.field("event_url"))

    @property
    def days(self) -> str:
        """The day it begins; for several days from first to last."""
        first, last = self.dates.local(self.context.start), self.dates.local(self.context.end)
        if first.date() == last.date() or self.field("open_end"):
            return self.dates.weekday(first)
        return f"{self.dates.weekday(first)} – {self.dates.weekday(last)}"

    @property
    def time(self) -> str:
        """Times of day; the words for a whole day."""
        event = self.context
        end = event.end
        if self.dates.local(event.start).date() != self.dates.local(end).date():
            return f"{self.dates.clock(event.start)} – {self.dates.time(end)}"
        return self.dates.span(
            event.start,
            end,
            whole_day=bool(self.field("whole_day")),
            open_end=bool(self.field("open_end")),
        )


class BlobPage(ItemPage):
    """A file or a picture: what it is, how big, and the way to get it."""

    field_name = ""

    @property
    def blob(self):
        return self.field(self.field_name)

    @property
    def download_url(self) -> str:
        name = quote(self.blob.filename or "")
        return f"{self.context.absolute_url()}/@@download/{self.field_name}/{name}"

    @property
    def kind(self) -> str:
        ending = (self.blob.filename or "").rpartition(".")[2].upper()
        return FILE_KINDS.get(self.blob.contentType, ending)

    @property
    def size(self) -> str:
        return human_readable_size(self.blob.getSize()).replace(".", ",")


class FilePage(BlobPage):
    """A file."""

    field_name = "file"
    index = ViewPageTemplateFile("templates/file.pt")

    @property
    def preview(self):
        """An IPreview, or None: packages beside the theme know how to make one."""
        return queryMultiAdapter((self.context, self.request), IPreview)


class ImagePage(BlobPage):
    """A picture."""

    field_name = "image"
    index = ViewPageTemplateFile("templates/image.pt")


@implementer(ILean)
class LinkPage(ItemPage, LinkRedirectView):
    """A link: leads readers straight to its target, as Plone does; who may edit sees the page."""

    index = ViewPageTemplateFile("templates/link.pt")

    def __call__(self):
        return LinkRedirectView.__call__(self)

    @property
    def target(self) -> str | None:
        return safe_url(self.absolute_target_url())
