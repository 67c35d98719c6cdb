"""What is deleted goes into the bin, whichever way it was deleted."""

from AccessControl import getSecurityManager
from plone.app.iterate.interfaces import IWorkingCopy
from wilma.policy.bin.interfaces import IBin
from wilma.policy.interfaces import IWilmaLayer
from wilma.policy.sections import section_of
from wilma.social.people.interfaces import IPerson
from zope.globalrequest import getRequest
from zope.lifecycleevent.interfaces import IObjectRemovedEvent


def keep_deleted_content(content, event: IObjectRemovedEvent) -> None:
    """Put the deleted object, with all it holds, into the bin of its section.

    What lies inside a deleted folder comes along with it. Working copies are not kept: they are
    deleted when they are checked in or cancelled, and their original is still there. Nor are
    people: their account is gone, and what was personal goes with it.
    """
    if event.object is not content or IWorkingCopy.providedBy(content):
        return
    if IPerson.providedBy(content):
        return
    if not IWilmaLayer.providedBy(getRequest()):
        return
    section = section_of(event.oldParent)
    userid = getSecurityManager().getUser().getId()
    IBin(section).put(content, event.oldParent, userid)
