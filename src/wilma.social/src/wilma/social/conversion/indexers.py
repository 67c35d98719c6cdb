"""What search finds of a file."""

from plone.app.contenttypes.indexers import SearchableText
from plone.indexer import indexer
from wilma.social.conversion.interfaces import IConverted
from wilma.social.conversion.interfaces import IConvertibleFile


@indexer(IConvertibleFile)
def searchable_text(content) -> str:
    """Id, title, description, topics, and what the worker read; Plone's would read it now."""
    return f"{SearchableText(content)} {IConverted(content).text}"
