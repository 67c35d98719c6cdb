"""Where the checks of this room stand in the life of a request."""

from AccessControl import getSecurityManager
from plone.browserlayer.layer import mark_layer
from Products.CMFCore.interfaces import ISiteRoot
from wilma.policy.interfaces import IWilmaLayer
from wilma.policy.requests import csrf
from wilma.policy.requests import demo
from wilma.policy.requests import gate
from wilma.policy.requests import methods
from zope.component import adapter
from zope.traversing.interfaces import IBeforeTraverseEvent
from ZPublisher.interfaces import IPubAfterTraversal


@adapter(ISiteRoot, IBeforeTraverseEvent)
def before_site(portal, event) -> None:
    """At the door of the site, before anything below it is looked at."""
    request = event.request
    # Layers come from a subscriber to this same event; the order of the two is nobody's promise.
    mark_layer(portal, event)
    # Code may send the event to set a site up, outside of publishing.
    if not IWilmaLayer.providedBy(request) or "TraversalRequestNameStack" not in request:
        return
    request._wilma_portal = portal
    demo.check(portal, request)
    gate.classify(request)
    csrf.check_login(request)
    gate.enter(portal, request)
    methods.check(request)


@adapter(IPubAfterTraversal)
def before_call(event) -> None:
    """What will be called is known, and so is the person; nothing has run yet."""
    request = event.request
    if getattr(request, "_wilma_portal", None) is None:
        return
    gate.check_public_content(request)
    gate.check_visible(request)
    csrf.check_write(request, getSecurityManager().getUser().getId())
