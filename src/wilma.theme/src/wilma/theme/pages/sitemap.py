"""All sections and what lies on their first level."""

from wilma.theme.pages.base import EmployeesPage
from wilma.theme.pages.listing import find
from wilma.theme.pages.listing import path_of
from wilma.theme.pages.listing import url_of


LIMIT = 60


class SitemapPage(EmployeesPage):
    """The site at a glance."""

    def branches(self) -> list[tuple]:
        """[(section, its folders and pages)]"""
        return [(section, self._children(section)) for section in self.shell.sections]

    def url(self, brain) -> str:
        return url_of(brain)

    def _children(self, section):
        folder = self.shell.portal._getOb(section.key)
        return find(
            folder,
            path=path_of(folder, 1),
            portal_type=("Folder", "Document"),
            sort_on="sortable_title",
            sort_limit=LIMIT,
        )[:LIMIT]
