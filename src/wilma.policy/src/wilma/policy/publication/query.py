"""Catalog queries that come from a browser or another system.

The catalog obeys `show_inactive` whoever says it, and Plone lets it through in several places: each
employee could list, or try out word by word, what is expired or not yet published. Here each of
them loses it, so the catalog decides by the permission to see inactive content.
"""

from plone.app.content.browser.vocabulary import VocabularyView
from plone.app.querystring.interfaces import IParsedQueryIndexModifier
from plone.restapi.search.query import ZCatalogCompatibleQueryAdapter
from wilma.policy.interfaces import IWilmaLayer
from zope.component import adapter
from zope.interface import implementer
from zope.interface import Interface
from ZPublisher.interfaces import IPubAfterTraversal


SWITCH = "show_inactive"


@adapter(Interface, IWilmaLayer)
class OurQuery(ZCatalogCompatibleQueryAdapter):
    """Queries of REST; plone.restapi passes on every parameter."""

    def __call__(self, query):
        """Give the query for the catalog, without `show_inactive`."""
        query.pop(SWITCH, None)
        return super().__call__(query)


class OurVocabularyView(VocabularyView):
    """`@@getVocabulary`, which pickers of related items ask: any criterion becomes a parameter.

    The contents screen of a folder takes its rows from it, too, and shows states as it gets them:
    here by words, not by their ids.
    """

    def get_translated_ignored(self) -> list[str]:
        """Give the names of metadata that are not translated."""
        return [name for name in super().get_translated_ignored() if name != "review_state"]

    def parsed_query(self):
        """Give the query for the catalog, without `show_inactive`."""
        query = super().parsed_query()
        query.pop(SWITCH, None)
        return query


@implementer(IParsedQueryIndexModifier)
class NoSwitch:
    """Named `show_inactive`: the criterion of that name in queries of collections and REST."""

    def __call__(self, value):
        """Give the name and False, whatever was asked for."""
        return SWITCH, False


@adapter(IPubAfterTraversal)
def ignore_filters(event) -> None:
    """Plone's folder views hand `contentFilter` of a request on to the catalog; none of ours does.

    Set, not deleted: a request looks there before it looks into its form and its cookies.
    """
    if IWilmaLayer.providedBy(event.request):
        event.request.set("contentFilter", {})
