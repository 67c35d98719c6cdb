"""What a form says beside a field before it is sent.

Without these the browser says it, in the language of its own menus and not in that of the page.
"""

from plone.base.interfaces import IPatternsSettings
from wilma.theme import _
from wilma.theme.interfaces import IWilmaThemeLayer
from zope.component import adapter
from zope.i18n import translate
from zope.interface import implementer
from zope.interface import Interface


MESSAGES = {
    "required": _("Please fill in this field."),
    "email": _("Please enter an e-mail address, such as name@example.org."),
    "date": _("Please enter a date."),
    "datetime": _("Please enter a date and a time."),
    "number": _("Please enter a number."),
}


@implementer(IPatternsSettings)
@adapter(Interface, IWilmaThemeLayer, Interface)
class ValidationMessages:
    """An attribute of <body>, which Plone's form validation reads from above its form."""

    def __init__(self, context, request, field):
        self.request = request

    def __call__(self) -> dict[str, str]:
        said = (
            f"message-{name}: {translate(message, context=self.request)}"
            for name, message in MESSAGES.items()
        )
        return {"data-pat-validation": "; ".join(said)}
