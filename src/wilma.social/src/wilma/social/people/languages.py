"""The languages that people speak, with names from the Unicode CLDR (Babel)."""

from babel import Locale
from babel import UnknownLocaleError
from functools import lru_cache
from plone import api
from wilma.social import _
from wilma.social.text import sort_key
from zope.globalrequest import getRequest
from zope.i18n import translate
from zope.interface import provider
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


# Beside the two-letter codes of ISO 639-1: spoken in cities, too; and signed (not in the CLDR).
MORE = ("ckb", "rom")
SIGNED = {"gsg": _("German Sign Language")}


@provider(IVocabularyFactory)
def languages(context) -> SimpleVocabulary:
    """Vocabulary `wilma.social.languages`: ISO 639 codes, named in the reader's language."""
    named = dict(_spoken(api.portal.get_current_language()))
    named |= {code: translate(name, context=getRequest()) for code, name in SIGNED.items()}
    terms = (SimpleTerm(code, code, name) for code, name in named.items())
    return SimpleVocabulary(sorted(terms, key=lambda term: sort_key(term.title)))


@lru_cache(maxsize=8)
def _spoken(language):
    try:
        names = Locale.parse(language, sep="-").languages
    except (UnknownLocaleError, ValueError):
        names = Locale("en").languages
    return [(code, name) for code, name in names.items() if len(code) == 2 or code in MORE]
