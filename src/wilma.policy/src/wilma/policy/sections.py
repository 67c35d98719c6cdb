"""The sections of the site and its public pages: made once, left alone afterwards."""

from AccessControl import getSecurityManager
from Acquisition import aq_chain
from Acquisition import aq_inner
from Acquisition import aq_parent
from plone import api
from plone.app.textfield.value import RichTextValue
from plone.base.interfaces.constrains import ENABLED
from plone.base.interfaces.constrains import ISelectableConstrainTypes
from Products.CMFCore.interfaces import ISiteRoot
from wilma.policy.interfaces import IWilmaLayer
from wilma.social.people.interfaces import IPeople
from wilma.social.units.interfaces import IOrganisation
from zExceptions import Forbidden
from zope.globalrequest import getRequest
from zope.interface import alsoProvides


PAGES = ("Document", "Folder", "File", "Image", "Link")

# id, title, types that may be added. Ids are part of the running contract.
SECTIONS = (
    ("aktuelles", "Aktuelles", ("News Item", "Image", "File")),
    ("raeume", "Arbeitsräume", ()),
    ("people", "Personen", ("Person",)),
    ("organisation", "Organisation", ("OrgUnit",)),
    ("termine", "Termine", ("Event", "Image", "File")),
    ("wissen", "Wissen", PAGES),
    ("services", "Services", ("Link", "Document", "Image", "File")),
)

# What marks a section as the place of a feature, and what may be added there and nowhere else.
MARKS = {"people": IPeople, "organisation": IOrganisation}
ADDING = {"people": "wilma.social: Add Person", "organisation": "wilma.social: Add OrgUnit"}
ADDERS = ("Manager", "Site Administrator", "Editor")

INFO = ("info", "Über WiLMA", ("PublicPage", "Image"))

SECTION_IDS = frozenset(name for name, *_ in (*SECTIONS, INFO))

PUBLIC_PAGES = (
    ("hilfe", "Hilfe und Kontakt", "Hier steht, wer Ihnen bei Fragen zu WiLMA hilft."),
    ("barrierefreiheit", "Barrierefreiheit", "Hier steht, wie barrierefrei WiLMA ist."),
    ("datenschutz", "Datenschutz", "Hier steht, welche Daten WiLMA speichert und warum."),
    ("impressum", "Impressum", "Hier steht, wer für WiLMA verantwortlich ist."),
)

# Many people write here at once; an order nobody sets by hand would be one list that all change.
UNORDERED = ("aktuelles", "termine", "people", "raeume")


def section_of(content):
    """Give the section a place belongs to: its ancestor right below the site, or the site."""
    section = None
    for parent in aq_chain(aq_inner(content)):
        if ISiteRoot.providedBy(parent):
            return parent if section is None else section
        section = parent
    return section


def make_sections(portal) -> None:
    """Make what is missing of the sections and public pages, all published."""
    for name, title, types in SECTIONS:
        folder = _make_folder(portal, name, title, types)
        if name in MARKS:
            _give_place(folder, MARKS[name], types)
    info = _make_folder(portal, *INFO, exclude_from_nav=True)
    for name, title, text in PUBLIC_PAGES:
        if name not in info:
            page = _make(info, "PublicPage", name, title)
            page.text = RichTextValue(f"<p>{text}</p>", "text/html", "text/x-html-safe")
            page.reindexObject()


def keep_sections(content, event) -> None:
    """Raise Forbidden if a person deletes, renames or moves a section; administrators may.

    Editors may delete in their section, and so could delete it. Its id is part of the running
    contract, and its bin lies in it.
    """
    if event.object is not content or not ISiteRoot.providedBy(event.oldParent):
        return
    if event.oldName not in SECTION_IDS:
        return
    if not IWilmaLayer.providedBy(getRequest()):
        return
    if not getSecurityManager().checkPermission("Plone Site Setup: Overview", event.oldParent):
        raise Forbidden(event.oldName)


def refuse_copies(copy, event) -> None:
    """Raise Forbidden if a section is copied, whoever does it.

    What marks the place of people or units would be copied along, and there is one such place.
    """
    if not ISiteRoot.providedBy(aq_parent(aq_inner(event.original))):
        return
    if event.original.getId() in SECTION_IDS:
        raise Forbidden(event.original.getId())


def _make_folder(portal, name, title, types, **fields):
    if name in portal:
        return portal[name]
    folder = _make(portal, "Folder", name, title, **fields)
    if name in UNORDERED:
        folder.setOrdering("unordered")
    if name in MARKS:
        _let_add(folder)
    _constrain(folder, types)
    return folder


def _constrain(folder, types):
    allowed = ISelectableConstrainTypes(folder)
    allowed.setConstrainTypesMode(ENABLED)
    allowed.setLocallyAllowedTypes(list(types))
    allowed.setImmediatelyAddableTypes(list(types))


def _let_add(folder):
    folder.manage_permission(ADDING[folder.getId()], ADDERS, acquire=0)


def _give_place(folder, mark, types):
    # A section of an older site is there already, unmarked, and lets nobody add anything.
    if not mark.providedBy(folder):
        alsoProvides(folder, mark)
        folder.reindexObject(idxs=["object_provides"])
    _let_add(folder)
    if not set(types) <= set(ISelectableConstrainTypes(folder).getLocallyAllowedTypes()):
        _constrain(folder, types)


def _make(container, portal_type, name, title, **fields):
    info = api.portal.get_tool("portal_types")[portal_type]
    content = info._constructInstance(container, name, title=title, language="de", **fields)
    content = container[content.getId()]
    api.content.transition(content, "publish")
    return content
