"""The units to choose from, each with the way to it."""

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
    """Vocabulary `wilma.social.units`: UIDs, titled "Baureferat › Tiefbau", in that order."""
    tree = IUnits(api.portal.get())
    titles = {
        unit.uid: BETWEEN.join(above.title for above in tree.line(unit.uid)) for unit in tree.all()
    }
    in_order = sorted(titles.items(), key=lambda item: sort_key(item[1]))
    return SimpleVocabulary([SimpleTerm(uid, uid, title) for uid, title in in_order])
