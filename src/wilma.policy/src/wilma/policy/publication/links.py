"""Links in texts: they stay neutral, and lead only those on who may see the target.

Plone writes the address of the target into the text, for everybody who reads the text, and
`resolveuid` tells the address of any item to anybody. Addresses hold titles. Here a link in a
text stays `resolveuid/<uid>`, and following it asks for View.
"""

from AccessControl import getSecurityManager
from plone.app.uuid.utils import uuidToObject
from plone.outputfilters.browser.resolveuid import ResolveUIDView
from plone.outputfilters.filters.resolveuid_and_caption import resolveuid_re
from plone.outputfilters.filters.resolveuid_and_caption import ResolveUIDAndCaptionFilter
from Products.CMFCore.permissions import View
from zExceptions import NotFound
from zope.component.hooks import getSite


class NeutralLinks(ResolveUIDAndCaptionFilter):
    """Output filter: as Plone's, but links keep the unique id instead of the address."""

    def _render_resolveuid(self, href):
        match = resolveuid_re.match(href)
        if match is None:
            return super()._render_resolveuid(href)
        uid, rest = match.groups()
        return f"{getSite().absolute_url()}/resolveuid/{uid}{'/' + rest if rest else ''}"


class FollowLink(ResolveUIDView):
    """`resolveuid/<uid>`: redirect to the item if the person may see it, else 404."""

    def __call__(self):
        """Redirect (302, since the target may move), or raise NotFound."""
        target = uuidToObject(self.uuid or "", unrestricted=True)
        if target is None or not getSecurityManager().checkPermission(View, target):
            raise NotFound(self.request["URL"])
        url = "/".join([target.absolute_url(), *(self.subpath or ())])
        query = self.request.get("QUERY_STRING")
        self.request.response.redirect(f"{url}?{query}" if query else url)
        return ""
