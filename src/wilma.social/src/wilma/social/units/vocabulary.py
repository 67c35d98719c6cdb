"""The units to choose from, each with the way to it."""

from AccessControl import getSecurityManager
from plone import api
from wilma.social.text import sort_key
from wilma.social.units.interfaces import IUnits
from zope.interface import provider
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


BETWEEN = " › "


@provider(IVocabularyFactory)
def units(context) -> SimpleVocabulary:
    """Vocabulary `wilma.social.units`: UIDs, titled "Baureferat › Tiefbau", in that order.

    Who keeps the organisation has the hidden ones, too: people work there already, or still.
    """
    tree = IUnits(api.portal.get())
    titles = {
        unit.uid: BETWEEN.join(above.title for above in tree.line(unit.uid)) for unit in tree.all()
    }
    if _keeps_units():
        titles = _hidden() | titles
    in_order = sorted(titles.items(), key=lambda item: sort_key(item[1]))
    return SimpleVocabulary([SimpleTerm(uid, uid, title) for uid, title in in_order])


def _keeps_units():
    section = api.portal.get().get("organisation")
    may = getSecurityManager().checkPermission
    return section is not None and bool(may("wilma.social: Manage people", section))


def _hidden():
    brains = api.portal.get_tool("portal_catalog")(portal_type="OrgUnit")
    titles = {brain.getPath(): brain.Title for brain in brains}
    return {brain.UID: BETWEEN.join(_line(brain.getPath(), titles)) for brain in brains}


def _line(path, titles):
    names = path.split("/")
    above = ("/".join(names[: length + 1]) for length in range(len(names)))
    return [titles[place] for place in above if place in titles]
