"""Where the checks of this room stand in the life of a request."""

from AccessControl import getSecurityManager
from plone.browserlayer.layer import mark_layer
from Products.CMFCore.interfaces import ISiteRoot
from wilma.policy.identity import mails
from wilma.policy.interfaces import IWilmaLayer
from wilma.policy.requests import csrf
from wilma.policy.requests import demo
from wilma.policy.requests import gate
from wilma.policy.requests import headers
from wilma.policy.requests import methods
from zope.component import adapter
from zope.traversing.interfaces import IBeforeTraverseEvent
from ZPublisher.interfaces import IPubAfterTraversal
from ZPublisher.interfaces import IPubBeforeAbort
from ZPublisher.interfaces import IPubBeforeCommit
from ZPublisher.interfaces import IPubSuccess

import transaction


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
    gate.classify(request)
    demo.check(portal, request)
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
    mails.check(request._wilma_portal, request)
    csrf.check_write(request, getSecurityManager().getUser().getId())


@adapter(IPubBeforeCommit)
def before_commit(event) -> None:
    """The answer is made. One that says no changes nothing: stock services go on to commit."""
    _add_headers(event.request)
    if event.request.response.getStatus() >= 400:
        transaction.doom()


@adapter(IPubBeforeAbort)
def before_error(event) -> None:
    """The answer to an error is made; a request that is done again has none yet."""
    if not event.retry:
        _add_headers(event.request)


def _add_headers(request):
    if getattr(request, "_wilma_portal", None) is None:
        return
    headers.add(request)
    if request.get("REQUEST_METHOD") == "HEAD" and isinstance(request.response.body, bytes):
        # The server would send it, and the connection could not be used again.
        request.response.body = b""


@adapter(IPubSuccess)
def after_success(event) -> None:
    """Everything is written; the answer is about to be sent."""
    mails.even_out(event.request)
