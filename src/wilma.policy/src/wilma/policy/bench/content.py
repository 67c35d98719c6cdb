"""The city's news, knowledge pages and events."""

from DateTime import DateTime
from datetime import timedelta
from plone.app.textfield.value import RichTextValue
from plone.event.utils import utc
from wilma.policy.bench.bulk import Bulk
from wilma.policy.bench.bulk import Made
from wilma.policy.bench.interfaces import Call
from wilma.policy.bench.interfaces import IBenchPart
from zope.interface import implementer


EDITOR, REVIEWER = "p00002", "p00003"
# Pages of knowledge lie in folders of this many.
FOLDER = 100
# The newest item is an hour old; the others go back an hour each.
HOUR = 1 / 24


@implementer(IBenchPart)
class Content:
    """Everything editors publish, all of it published."""

    order = 20

    def build(self, city, say) -> None:
        """See IBenchPart."""
        bulk = Bulk(city.site, say)
        now = DateTime()
        for spec in city.items("news", city.size.news):
            made = _made(now, city.size.news - spec.number)
            bulk.add(city.site.aktuelles, "News Item", spec.id, made, **_fields(spec))
        for spec in city.items("event", city.size.events):
            made = _made(now, city.size.events - spec.number)
            # Half of them are still to come.
            start = utc(now.asdatetime()) + timedelta(hours=spec.number - city.size.events // 2)
            times = {"start": start, "end": start + timedelta(hours=2)}
            bulk.add(city.site.termine, "Event", spec.id, made, **times, **_fields(spec))
        self._pages(city, bulk, now)

    def calls(self, city):
        """See IBenchPart."""
        news = f"/aktuelles/news-{city.size.news - 1:05}"
        return (
            Call("start page", "/", most_times_empty=15),
            Call("Aktuelles", "/aktuelles"),
            Call("news page", news, most_times_empty=12),
            Call("news page, REST", news, json=True),
            Call("search", "/@@search?SearchableText=Haushalt"),
            Call("@search", "/@search?SearchableText=Haushalt&b_size=10", json=True),
        )

    def _pages(self, city, bulk, now):
        folder = None
        for spec in city.items("page", city.size.pages):
            made = _made(now, city.size.pages - spec.number)
            if spec.number % FOLDER == 0:
                name = f"ordner-{spec.number // FOLDER:03}"
                folder = bulk.add(city.site.wissen, "Folder", name, made, title=name)
            bulk.add(folder, "Document", spec.id, made, **_fields(spec))


def _made(now, hours):
    return Made(
        owner=EDITOR,
        when=now - hours * HOUR,
        state="published",
        transition="publish",
        reviewer=REVIEWER,
    )


def _fields(spec):
    return {
        "title": spec.title,
        "description": spec.description,
        "text": RichTextValue(f"<p>{spec.text}</p>", "text/html", "text/x-html-safe"),
        "language": "de",
    }
