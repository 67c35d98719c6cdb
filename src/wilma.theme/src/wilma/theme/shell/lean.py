"""Which pages are lean. Lean is opt-in: what is not known to be lean gets Plone's full head."""

from wilma.theme.interfaces import ILean
from zope.annotation.interfaces import IAnnotations


KEY = "wilma.lean"

# Views of Plone that cannot carry our marker and whose templates keep its promises.
LEAN_NAMES = frozenset(
    {
        "change-password",
        "insufficient-privileges",
        "mail_password_form",
        "mail_password_response",
        "passwordreset",
    }
)


def is_lean(view) -> bool:
    """True if the view's page works without Plone's bundle."""
    return ILean.providedBy(view) or getattr(view, "__name__", None) in LEAN_NAMES


def mark_lean(request, lean: bool) -> None:
    """Keep on the request how its page was rendered; the main template calls it."""
    IAnnotations(request)[KEY] = lean


def was_lean(request) -> bool:
    """True if this request rendered a page without bundle and toolbar.

    Such a page may get the strict content policy. Ask after rendering; whatever did not use the
    main template is not lean.
    """
    return IAnnotations(request).get(KEY, False)
