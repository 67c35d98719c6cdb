"""REST: `GET @people` and `GET @suggest`, for everybody with an account."""

from plone.restapi.batching import HypermediaBatch
from plone.restapi.services import Service
from wilma.social import _
from wilma.social.directory import input
from wilma.social.directory.interfaces import IDirectory
from wilma.social.directory.query import MAX_LENGTH
from wilma.social.directory.serializer import Items
from wilma.social.directory.suggestions import offered
from wilma.social.directory.suggestions import suggest
from wilma.social.units.interfaces import IUnits
from zope.i18n import translate


SIZE = 25
LARGEST_SIZE = 100
LONGEST_ID = 100


class PeopleGet(Service):
    """GET @people?q=&unit=&topic=&b_start=&b_size=: who fits, best first."""

    def reply(self):
        form = self.request.form
        size = input.number(form, "b_size", SIZE, 1, LARGEST_SIZE)
        start = input.number(form, "b_start", 0, 0)
        found = IDirectory(self.context).search(
            q=input.text(form, "q", MAX_LENGTH, cut=True),
            unit=self._unit(form),
            topic=input.text(form, "topic", MAX_LENGTH) or None,
            start=start,
            size=size,
        )
        form.update(b_start=start, b_size=size)
        batch = HypermediaBatch(self.request, range(found.total))
        items = Items(self.context)
        answer = {
            "@id": batch.canonical_url,
            "items": [items.item(entry) for entry in found.entries],
            "items_total": found.total,
        }
        return answer | ({"batching": batch.links} if batch.links else {})

    def _unit(self, form):
        uid = input.text(form, "unit", LONGEST_ID)
        if uid and IUnits(self.context).get(uid) is None:
            raise input.bad("unit", _("There is no such unit."))
        return uid or None


class SuggestGet(Service):
    """GET @suggest?q=&types=person,content: a few of each kind, for a list below a field."""

    def reply(self):
        q = input.text(self.request.form, "q", MAX_LENGTH, cut=True)
        kinds = self._kinds()
        return {
            "@id": f"{self.context.absolute_url()}/@suggest",
            "items": suggest(kinds.values(), q),
            "types": {
                name: translate(kind.title, context=self.request) for name, kind in kinds.items()
            },
        }

    def _kinds(self):
        known = offered(self.context, self.request)
        wanted = input.text(self.request.form, "types", LONGEST_ID)
        types = {name.strip() for name in wanted.split(",") if name.strip()}
        if types - known.keys():
            raise input.bad("types", _("There is no such type."))
        return {name: kind for name, kind in known.items() if not types or name in types}
