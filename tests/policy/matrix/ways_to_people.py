"""The tables of the matrix for people and units: who, what, and every way to them we know of.

Each item has a word to ask for and a mark that is never part of a question: an answer that holds
the mark tells of the item.
"""

from tests.policy.matrix.ways import DIRECT as DIRECT_TO_NEWS
from tests.policy.matrix.ways import HTML
from tests.policy.matrix.ways import JSON


KEEPERS = {"keeper", "site_admin"}
EDITORIAL = {"intranet_editor"} | KEEPERS
EMPLOYEES = {"employee"} | EDITORIAL
ROLES = ("anonymous", *sorted(EMPLOYEES))

# kind: (section, word, mark, who may see it)
ITEMS = {
    "active": ("people", "Gamswurz", "Qzamark", EMPLOYEES),
    "disabled": ("people", "Hagebutte", "Qzbmark", KEEPERS),
    "deleted": ("people", "Immergrün", "Qzcmark", set()),
    "unit": ("organisation", "Johanniskraut", "Qzdmark", EMPLOYEES),
    "hidden unit": ("organisation", "Königskerze", "Qzemark", KEEPERS),
    "below hidden": ("organisation/koenigskerze", "Leberblume", "Qzfmark", KEEPERS),
    "deleted unit": ("organisation", "Mauerpfeffer", "Qzgmark", set()),
}

DIRECT = {
    way: (suffix.replace("/image", "/portrait"), a) for way, (suffix, a) in DIRECT_TO_NEWS.items()
} | {
    "picture of a size": ("/@@images/portrait/thumb", HTML),
    "picture in memory": ("/portrait", HTML),
    "about": ("/about", HTML),
    "fields": ("/@types/Person", JSON),
    "transitions": ("/@workflow", JSON),
    "contents": ("/@@folder_contents", HTML),
    "with content": ("?fullobjects=1&b_size=200", JSON),
    "locks": ("/@lock", JSON),
    "aliases": ("/@aliases", JSON),
    "relations": ("/@relations", JSON),
    "sharing page": ("/@@sharing", HTML),
    "delete form": ("/delete_confirmation", HTML),
}
SHOWS_THE_ITEM = ("page", "view", "rest", "expanded")

CONTAINS = (
    '{{"i":"SearchableText","o":"plone.app.querystring.operation.string.contains","v":"{word}"}}'
)
INDIRECT = {
    # The directory, and what is suggested while typing.
    "directory": ("/people?q={word}", HTML),
    "directory of all": ("/people", HTML),
    "directory of a topic": ("/people?topic={word}", HTML),
    "directory of a unit": ("/people?unit={uid}", HTML),
    "directory rest": ("/@people?q={word}", JSON),
    "directory rest of all": ("/@people?b_size=200", JSON),
    "directory rest of a topic": ("/@people?topic={word}", JSON),
    "directory rest of a unit": ("/@people?unit={uid}", JSON),
    "suggestions": ("/@suggest?q={word}", JSON),
    "suggestions of people": ("/@suggest?q={word}&types=person", JSON),
    "suggestions of units": ("/@suggest?q={word}&types=unit", JSON),
    "suggestions page": ("/@@suggest?q={word}", HTML),
    # The sections and the tree.
    "section of people rest": ("/people?fullobjects=1&b_size=200", JSON),
    "tree": ("/organisation", HTML),
    "tree rest": ("/organisation?fullobjects=1&b_size=200", JSON),
    "people in a table": ("/people/@@folder_contents", HTML),
    "people listed": ("/people/@@summary_view", HTML),
    "people tabled": ("/people/@@tabular_view", HTML),
    "people in full": ("/people/@@full_view", HTML),
    "units listed": ("/organisation/@@summary_view", HTML),
    "units in full": ("/organisation/@@full_view", HTML),
    "units in a table": ("/organisation/@@folder_contents", HTML),
    "bin of people": ("/people/@bin", JSON),
    "bin of people page": ("/people/@@bin", HTML),
    "bin of units": ("/organisation/@bin", JSON),
    "feed of people": ("/people/RSS", HTML),
    "feed of units": ("/organisation/atom.xml", HTML),
    "navigation": ("/@navigation?expand.navigation.depth=6", JSON),
    "navigation of units": (
        "/organisation/@contextnavigation?expand.contextnavigation.bottomLevel=5",
        JSON,
    ),
    "sitemap": ("/sitemap", HTML),
    "sitemap.xml": ("/sitemap.xml.gz", HTML),
    "start page": ("/", HTML),
    # Search, and queries for whatever the catalog knows.
    "search": ("/@@search?SearchableText={word}", HTML),
    "live search": ("/@@ajax-search?SearchableText={word}", HTML),
    "rest search": ("/@search?SearchableText={word}&metadata_fields=_all", JSON),
    "rest search by uid": ("/@search?UID={uid}&fullobjects=1", JSON),
    "rest search by type": ("/@search?portal_type=Person&metadata_fields=_all&b_size=200", JSON),
    "rest search of units": ("/@search?portal_type=OrgUnit&metadata_fields=_all&b_size=200", JSON),
    "rest search by mail": (
        "/@search?person_email={name}@wilma.example&metadata_fields=_all",
        JSON,
    ),
    "rest search by unit": ("/@search?person_unit={uid}&metadata_fields=_all", JSON),
    "rest search by creator": ("/@search?Creator={name}&metadata_fields=_all", JSON),
    "rest search by state": ("/@search?review_state=disabled&metadata_fields=_all", JSON),
    "rest search of hidden": ("/@search?review_state=hidden&metadata_fields=_all", JSON),
    "querystring search": (f'/@querystring-search?query={{{{"query":[{CONTAINS}]}}}}', JSON),
    "query builder": (
        "/@@querybuilder_html_results?query.i:records=SearchableText"
        "&query.o:records=plone.app.querystring.operation.string.contains&query.v:records={word}",
        HTML,
    ),
    "resolve uid": ("/resolveuid/{uid}", HTML),
    "old address": ("/organisation/alt-{name}", HTML),
    "old address rest": ("/organisation/alt-{name}", JSON),
    # Vocabularies and pickers.
    "vocabulary of content": (
        "/@@getVocabulary?name=plone.app.vocabularies.Catalog&field=relatedItems"
        f'&query={{{{"criteria":[{CONTAINS}]}}}}&attributes=["Title","path"]',
        HTML,
    ),
    "vocabulary of content rest": (
        "/@vocabularies/plone.app.vocabularies.Catalog?title={word}",
        JSON,
    ),
    "vocabulary of units": ("/@vocabularies/wilma.social.units?b_size=500", JSON),
    "vocabulary of units asked": ("/@vocabularies/wilma.social.units?title={word}", JSON),
    "vocabulary of units picker": ("/@@getVocabulary?name=wilma.social.units&query={word}", HTML),
    "vocabulary of users": ("/@vocabularies/plone.app.vocabularies.Users?title={word}", JSON),
    "vocabulary of all users": ("/@vocabularies/plone.app.vocabularies.Users", JSON),
    "vocabulary of users picker": (
        "/@@getVocabulary?name=plone.app.vocabularies.Users&query={word}",
        HTML,
    ),
    "vocabulary of principals": (
        "/@vocabularies/plone.app.vocabularies.Principals?title={word}",
        JSON,
    ),
    "query source of head": ("/organisation/@querysources/head?query={word}", JSON),
    # Accounts.
    "accounts": ("/@users?query={word}", JSON),
    "accounts searched": ("/@users?search={word}", JSON),
    "account": ("/@users/{name}", JSON),
    "account state": ("/@accounts/{name}", JSON),
    "account form": ("/@@user-information?userid={name}", HTML),
    "account search": ("/@@usergroup-userprefs?searchstring={word}", HTML),
    "sharing search": ("/aktuelles/@sharing?search={word}", JSON),
    "sharing page search": ("/aktuelles/@@sharing?form.button.Search=1&search_term={word}", HTML),
    "principals": ("/@principals?search={word}", JSON),
    "picture of the account": ("/@portrait/{name}", JSON),
    "author": ("/author/{name}", HTML),
    "author page": ("/@@author/{name}", HTML),
    # Others who point at it.
    "head of the unit": ("/organisation/zeigt-alles", HTML),
    "head of the unit rest": ("/organisation/zeigt-alles", JSON),
    "person of the unit": ("/people/zeigt.alles", HTML),
    "person of the unit rest": ("/people/zeigt.alles", JSON),
    "own profile": ("/people/employee", HTML),
    "own form": ("/people/employee/edit", HTML),
    "keywords": ("/@vocabularies/plone.app.vocabularies.Keywords?title={word}", JSON),
}
# Of these, what must have an active person or a visible unit for every employee.
LISTS = {
    "active": ("directory", "directory rest", "suggestions", "search", "rest search"),
    "unit": ("tree", "tree rest", "suggestions", "search", "rest search", "vocabulary of units"),
}
# What the accounts page and its services tell is for who looks after accounts.
ACCOUNTS = ("accounts", "accounts searched", "account", "account form", "account search")
