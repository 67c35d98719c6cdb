"""The tables of the permission matrix: roles, states, and every way to an item we know of."""

EDITORIAL = {"editor", "reviewer", "intranet_editor", "site_admin"}
EMPLOYEES = EDITORIAL | {"employee", "elsewhere"}
ROLES = (
    "anonymous",
    "employee",
    "elsewhere",
    "editor",
    "reviewer",
    "intranet_editor",
    "site_admin",
)

# state: (its word, who may see it)
STATES = {
    "draft": ("Amselnest", EDITORIAL),
    "pending": ("Buchfinkei", EDITORIAL),
    "published": ("Chamoisgams", EMPLOYEES),
    "archived": ("Dachsbau", EDITORIAL),
    "future": ("Eichelhort", EDITORIAL),
    "expired": ("Falkenhorst", EDITORIAL),
    "deleted": ("Gimpelzweig", set()),
}

# Ways to the item itself: what follows its address, and the Accept header.
HTML, JSON = "text/html", "application/json"
DIRECT = {
    "page": ("", HTML),
    "view": ("/view", HTML),
    "rest": ("", JSON),
    "api traverser": ("/++api++", HTML),
    "picture": ("/@@images/image", HTML),
    "picture scale": ("/@@images/image/preview", HTML),
    "picture download": ("/@@download/image", HTML),
    "breadcrumbs": ("/@breadcrumbs", JSON),
    "actions": ("/@actions", JSON),
    "expanded": ("?expand=breadcrumbs,actions,navigation,workflow", JSON),
    "edit form": ("/edit", HTML),
    "history": ("/@history", JSON),
    "sharing": ("/@sharing", JSON),
    "main template": ("/main_template", HTML),
    "working copy": ("/@workingcopy", JSON),
    "info": ("/@@plone_context_state", HTML),
    "print": ("/@@babel_view", HTML),
}
SHOWS_THE_ITEM = ("page", "view", "rest", "expanded")

# Criteria of a query as Plone's widgets send them.
CONTAINS = (
    '{{"i":"SearchableText","o":"plone.app.querystring.operation.string.contains","v":"{word}"}}'
)
INACTIVE = '{{"i":"show_inactive","o":"plone.app.querystring.operation.boolean.isTrue","v":""}}'

# Ways that could tell of it from elsewhere; {word}, {uid}, {name} are filled in.
INDIRECT = {
    "search": ("/@@search?SearchableText={word}", HTML),
    "search inactive": ("/@@search?SearchableText={word}&show_inactive:boolean=1", HTML),
    "live search": ("/@@ajax-search?SearchableText={word}", HTML),
    "rest search": ("/@search?SearchableText={word}&metadata_fields=_all", JSON),
    "rest search inactive": ("/@search?SearchableText={word}&show_inactive=1", JSON),
    "rest search nested": ("/@search?SearchableText={word}&show_inactive.query=1", JSON),
    "rest search by uid": ("/@search?UID={uid}&fullobjects=1", JSON),
    "rest search by path": ("/@search?path=/plone/aktuelles/{name}&metadata_fields=_all", JSON),
    "querystring search": (
        '/@querystring-search?query={{"query":[{{"i":"SearchableText","o":'
        '"plone.app.querystring.operation.string.contains","v":"{word}"}}]}}',
        JSON,
    ),
    "section": ("/aktuelles", HTML),
    "section rest": ("/aktuelles?fullobjects=1&b_size=100", JSON),
    "section listing": ("/aktuelles/@@listing_view", HTML),
    "section full": ("/aktuelles/@@full_view", HTML),
    "section summary": ("/aktuelles/@@summary_view", HTML),
    "folder contents": ("/aktuelles/@@folder_contents", HTML),
    "bin": ("/aktuelles/@@bin", HTML),
    "bin rest": ("/aktuelles/@bin", JSON),
    "feed": ("/aktuelles/RSS", HTML),
    "rss.xml": ("/aktuelles/rss.xml", HTML),
    "atom": ("/aktuelles/atom.xml", HTML),
    "search feed": ("/search_rss?SearchableText={word}", HTML),
    "navigation": ("/@navigation?expand.navigation.depth=5", JSON),
    "context navigation": (
        "/aktuelles/@contextnavigation?expand.contextnavigation.bottomLevel=5",
        JSON,
    ),
    "start page": ("/", HTML),
    "start page rest": ("/?fullobjects=1&expand=navigation,breadcrumbs", JSON),
    "sitemap": ("/sitemap", HTML),
    "sitemap.xml": ("/sitemap.xml.gz", HTML),
    "site map": ("/@@sitemap", HTML),
    "resolve uid": ("/resolveuid/{uid}", HTML),
    "resolve uid of section": ("/aktuelles/resolveuid/{uid}", HTML),
    "resolve uid picture": ("/resolveuid/{uid}/@@images/image", HTML),
    "old address": ("/aktuelles/alt-{name}", HTML),
    "old address rest": ("/aktuelles/alt-{name}", JSON),
    "old address view": ("/aktuelles/alt-{name}/view", HTML),
    "related": ("/aktuelles/bekannt", HTML),
    "related rest": ("/aktuelles/bekannt", JSON),
    "relations": ("/@relations?source={uid}", JSON),
    "link integrity": ("/@linkintegrity?uids={uid}", JSON),
    "vocabulary": (
        "/@@getVocabulary?name=plone.app.vocabularies.Catalog&field=relatedItems"
        '&query={{"criteria":[{{"i":"SearchableText","o":'
        '"plone.app.querystring.operation.string.contains","v":"{word}"}}]}}&attributes=["Title","path"]',
        HTML,
    ),
    "vocabulary inactive": (
        "/@@getVocabulary?name=plone.app.vocabularies.Catalog&query="
        f'{{{{"criteria":[{CONTAINS},{INACTIVE}]}}}}&attributes=["Title","path"]',
        HTML,
    ),
    "querystring search inactive": (
        f'/@querystring-search?query={{{{"query":[{CONTAINS},{INACTIVE}]}}}}',
        JSON,
    ),
    "query builder inactive": (
        "/@@querybuilder_html_results?query.i:records=SearchableText"
        "&query.o:records=plone.app.querystring.operation.string.contains"
        "&query.v:records={word}&query.i:records=show_inactive"
        "&query.o:records=plone.app.querystring.operation.boolean.isTrue&query.v:records=",
        HTML,
    ),
    "table inactive": ("/aktuelles/tabular_view?contentFilter.show_inactive:record=1", HTML),
    "album inactive": ("/aktuelles/album_view?contentFilter.show_inactive:record=1", HTML),
    "rest vocabulary": ("/@vocabularies/plone.app.vocabularies.Catalog?title={word}", JSON),
    "keywords": ("/@vocabularies/plone.app.vocabularies.Keywords?title={word}", JSON),
    "author": ("/author/editor", HTML),
    "worklist": ("/full_review_list", HTML),
    "recently changed": ("/aktuelles/@@recently_modified", HTML),
    "aliases": ("/aktuelles/{name}/@aliases", JSON),
    "calendar": ("/aktuelles/@@event_listing", HTML),
    "suggestions": ("/@suggest?q={word}", JSON),
    "suggestions of content": ("/@suggest?q={word}&types=content", JSON),
    "suggestions page": ("/@@suggest?q={word}", HTML),
    "notifications": ("/@notifications?limit=100", JSON),
    "unread notifications": ("/@notifications?unread=1", JSON),
    "inbox": ("/mitteilungen", HTML),
    "pulse": ("/@pulse", JSON),
    "contextual search": ("/aktuelles/@search?SearchableText={word}*", JSON),
}

# Of these, what must have a published item for every employee.
LISTS = (
    "search",
    "rest search",
    "section",
    "section rest",
    "rest search by uid",
    "related rest",
    "suggestions",
    "notifications",
    "inbox",
)
