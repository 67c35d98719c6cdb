"""The units to choose from, each with the way to it."""

from AccessControl import getSecurityManager
from Acquisition import aq_base
from plone import api
from wilma.social import _
from wilma.social.people.interfaces import IPerson
from wilma.social.text import sort_key
from wilma.social.units.interfaces import IUnits
from zope.globalrequest import getRequest
from zope.i18n import translate
from zope.interface import provider
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


BETWEEN = " › "
MANAGE = "wilma.social: Manage people"


@provider(IVocabularyFactory)
def units(context) -> SimpleVocabulary:
    """Vocabulary `wilma.social.units`: UIDs, titled "Baureferat › Tiefbau", in that order.

    Who keeps the organisation has the hidden ones, too: people work there already, or still.
    Who keeps a profile has the unit that stands in it, whatever became of the unit: it is not lost
    by saving. The title of a hidden one is told to who may see it.
    """
    tree = IUnits(api.portal.get())
    titles = {
        unit.uid: BETWEEN.join(above.title for above in tree.line(unit.uid)) for unit in tree.all()
    }
    if _keeps_units():
        titles = _hidden() | titles
    titles = _current(context, titles) | titles
    in_order = sorted(titles.items(), key=lambda item: sort_key(item[1]))
    return SimpleVocabulary([SimpleTerm(uid, uid, title) for uid, title in in_order])


def _current(context, titles):
    uid = getattr(aq_base(context), "unit", None) if IPerson.providedBy(context) else None
    if not uid or uid in titles or not getSecurityManager().checkPermission(MANAGE, context):
        return {}
    return _hidden(uid) or {uid: translate(_("A unit that is hidden"), context=getRequest())}


def _keeps_units():
    section = api.portal.get().get("organisation")
    may = getSecurityManager().checkPermission
    return section is not None and bool(may(MANAGE, section))


def _hidden(uid=None):
    brains = api.portal.get_tool("portal_catalog")(portal_type="OrgUnit")
    titles = {brain.getPath(): brain.Title for brain in brains}
    return {
        brain.UID: BETWEEN.join(_line(brain.getPath(), titles))
        for brain in brains
        if uid in (None, brain.UID)
    }


def _line(path, titles):
    names = path.split("/")
    above = ("/".join(names[: length + 1]) for length in range(len(names)))
    return [titles[place] for place in above if place in titles]
