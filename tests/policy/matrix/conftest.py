"""One item per state, people of every role, and a visitor who goes over real HTTP."""

from collections import namedtuple
from DateTime import DateTime
from plone import api
from plone.app.textfield.value import RichTextValue
from plone.namedfile.file import NamedBlobImage
from tests.policy.conftest import PASSWORD
from tests.policy.matrix.ways import ROLES
from tests.policy.matrix.ways import STATES
from wilma.social.inbox.interfaces import INotifications
from z3c.relationfield import RelationValue
from zope.component import getUtility
from zope.event import notify
from zope.intid.interfaces import IIntIds
from zope.lifecycleevent import ObjectModifiedEvent

import io
import PIL.Image
import pytest
import requests
import transaction


PUBLISHED = {"what": "published"}
Item = namedtuple("Item", "name uid")


def _picture(word):
    data = io.BytesIO()
    PIL.Image.new("RGB", (500, 300), "navy").save(data, "PNG")
    return NamedBlobImage(data.getvalue(), filename=f"{word}.png")


@pytest.fixture
def items(functional_portal, people_over_http):
    """Give one item per state; `bekannt` beside them is related to them all."""
    portal = functional_portal
    made = {}
    with api.env.adopt_user("editor"):
        known = api.content.create(portal.aktuelles, "News Item", "bekannt", title="Bekannt")
        for number, (state, (word, _who)) in enumerate(STATES.items()):
            item = api.content.create(
                portal.aktuelles,
                "News Item",
                f"alt-stueck-{number}",
                title=f"{word} im Stadtpark",
                description=f"Ein {word}.",
                subject=(word,),
                image=_picture(word),
                image_caption=word,
            )
            transaction.commit()
            item = api.content.move(item, portal.aktuelles, f"stueck-{number}")
            made[state] = Item(item.getId(), item.UID())
    _into_states(portal, made)
    _tell_everybody(portal, made)
    _relate(known, [portal.aktuelles[item.name] for item in made.values()])
    with api.env.adopt_user("editor"):
        portal.aktuelles.manage_delObjects([made["deleted"].name])
    transaction.commit()
    return made


def _into_states(portal, made):
    steps = {
        "pending": ["submit"],
        "published": ["publish"],
        "archived": ["publish", "archive"],
        "future": ["publish"],
        "expired": ["publish"],
        "deleted": ["publish"],
    }
    with api.env.adopt_roles(["Manager"]):
        api.content.transition(portal.aktuelles.bekannt, "publish")
        for state, (name, _uid) in made.items():
            item = portal.aktuelles[name]
            for step in steps.get(state, ()):
                api.content.transition(item, step)
            if state == "future":
                item.effective_date = DateTime() + 5
            if state == "expired":
                item.expiration_date = DateTime() - 1
            item.reindexObject()


def _tell_everybody(portal, made):
    # As if each had been addressed while they might still see it.
    for item in made.values():
        INotifications(portal).tell(ROLES[1:], "content", target=item.uid, data=PUBLISHED)


def _relate(page, targets):
    intids = getUtility(IIntIds)
    links = "".join(f'<a href="resolveuid/{target.UID()}">Mehr</a>' for target in targets)
    page.text = RichTextValue(f"<p>{links}</p>", "text/html", "text/x-html-safe")
    page.relatedItems = [RelationValue(intids.getId(target)) for target in targets]
    with api.env.adopt_roles(["Manager"]):
        notify(ObjectModifiedEvent(page))


@pytest.fixture
def people_over_http(functional_portal):
    portal = functional_portal
    with api.env.adopt_roles(["Manager"]):
        for name in ROLES[1:]:
            api.user.create(username=name, email=f"{name}@wilma.example", password=PASSWORD)
        api.user.grant_roles(username="intranet_editor", roles=["Intranet Editor"])
        api.user.grant_roles(username="site_admin", roles=["Site Administrator"])
    portal.aktuelles.manage_setLocalRoles("editor", ["Editor"])
    portal.aktuelles.manage_setLocalRoles("reviewer", ["Reviewer"])
    portal.wissen.manage_setLocalRoles("elsewhere", ["Editor"])
    portal.aktuelles.reindexObjectSecurity()
    portal.wissen.reindexObjectSecurity()
    transaction.commit()


@pytest.fixture
def visit(functional_portal):
    """Give a function (role, path, accept) -> (status, location, body) over real HTTP."""
    base = functional_portal.absolute_url()

    def visit(role, path, accept):
        auth = None if role == "anonymous" else (role, PASSWORD)
        answer = requests.get(
            base + path, auth=auth, headers={"Accept": accept}, allow_redirects=False, timeout=60
        )
        return answer.status_code, answer.headers.get("Location", ""), answer.content

    return visit
