"""The page of a unit, and the section Organisation: the tree of all units."""

from AccessControl import getSecurityManager
from functools import cached_property
from Products.CMFCore.utils import getToolByName
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from wilma.social import _
from wilma.social.directory.interfaces import IDirectory
from wilma.social.people.faces import CARDS
from wilma.social.people.faces import faces
from wilma.social.people.faces import tel
from wilma.social.people.listing import PeopleSearch
from wilma.social.units.chart import find_units
from wilma.social.units.chart import grow
from wilma.social.units.chart import TREE
from wilma.social.units.interfaces import IUnits
from wilma.theme.pages.base import EmployeesPage


MAX_LENGTH = 200


class TreePage(EmployeesPage):
    """What pages with units share."""

    @cached_property
    def units(self) -> IUnits:
        return IUnits(self.shell.portal)

    @cached_property
    def directory(self) -> IDirectory:
        return IDirectory(self.shell.portal)

    @cached_property
    def may_add(self) -> bool:
        return bool(getSecurityManager().checkPermission("wilma.social: Add OrgUnit", self.context))

    def tree(self, nodes, lang: str) -> str:
        """The rows of a tree, with the heads of its first level."""
        known = {"lang": lang, "heads": self._heads(nodes)}

        def branch(nodes, level=1):
            return TREE.render(self.shell, **known, nodes=nodes, level=level, branch=branch)

        return branch(nodes, level=0)

    def _heads(self, nodes):
        heads = {node.unit.uid: node.unit.head for node in nodes if node.unit.head}
        found = {uid: self.directory.get(head) for uid, head in heads.items()}
        return {uid: faces([entry])[0] for uid, entry in found.items() if entry}


class OrganisationPage(TreePage):
    """All units as a tree; with `?q=` the units whose names have these words."""

    index = ViewPageTemplateFile("templates/organisation.pt")

    @cached_property
    def q(self) -> str:
        value = self.request.form.get("q", "")
        return value.strip()[:MAX_LENGTH] if isinstance(value, str) else ""

    def nodes(self) -> tuple:
        return grow(self.units)

    def found(self) -> list[tuple]:
        """[(unit, names of the units above it)]"""
        return [
            (unit, " › ".join(above.title for above in self.units.line(unit.parent)))
            for unit in find_units(self.units, self.q)
        ]


class UnitPage(TreePage):
    """What a unit does, who heads it, what is below it, and who works there."""

    index = ViewPageTemplateFile("templates/unit.pt")

    @cached_property
    def nodes(self) -> tuple:
        return grow(self.units, self.context.UID())

    @cached_property
    def may_edit(self) -> bool:
        return bool(getSecurityManager().checkPermission("Modify portal content", self.context))

    @property
    def hidden(self) -> bool:
        """True for a unit that employees do not see."""
        workflow = getToolByName(self.context, "portal_workflow")
        return workflow.getInfoFor(self.context, "review_state", None) == "hidden"

    @property
    def contact(self) -> list[tuple]:
        """[(icon, label, text, address or None)]"""
        unit = self.context
        rows = (
            ("phone", _("Telephone"), unit.phone, tel(unit.phone)),
            ("mail", _("E-mail"), unit.email, f"mailto:{unit.email}"),
            ("place", _("Address"), unit.address, None),
        )
        return [row for row in rows if row[2]]

    def head(self, lang: str) -> str:
        """The card of who heads the unit; empty without."""
        head = self.directory.get(self.context.head) if self.context.head else None
        return self.cards([head], lang) if head else ""

    def cards(self, entries, lang: str) -> str:
        """Cards of people."""
        return CARDS.render(self.shell, lang, people=faces(entries))

    @cached_property
    def below(self) -> bool:
        """True if the people of the units below are wanted, too."""
        return bool(self.request.form.get("below"))

    @cached_property
    def page(self):
        """Entries of the people right in the unit, or with those below it."""
        people = PeopleSearch(self.request, unit=self.context.UID(), below=self.below)
        return people.page(below="1" if self.below else None)

    @property
    def people(self) -> list:
        """The entries of the page."""
        return self.page.items
