"""Fields of the profile's form as its template draws them: plain HTML, no scripts needed.

z3c.form reads, converts and checks; its own templates expect Plone's bundle in the page.
"""

from dataclasses import dataclass
from dataclasses import field
from wilma.social import _
from z3c.form.browser.textlines import TextLinesWidget
from z3c.form.interfaces import NO_VALUE
from z3c.form.widget import FieldWidget
from zope.schema.interfaces import TooLong
from zope.schema.interfaces import WrongContainedType


# What browsers and phones should know about a line.
LINES = {
    "given_name": {"autocomplete": "off"},
    "family_name": {"autocomplete": "off"},
    "email": {"type": "email", "autocomplete": "off", "inputmode": "email"},
    "phone": {"type": "tel", "autocomplete": "off"},
    "mobile": {"type": "tel", "autocomplete": "off"},
}
KINDS = {
    "unit": "select",
    "portrait": "portrait",
    "languages": "checks",
    "topics": "area",
    "about": "area",
}
# Spoken most in German cities: at hand, before all others.
FIRST_LANGUAGES = frozenset(
    ["ar", "bs", "de", "el", "en", "es", "fa", "fr", "gsg", "hr", "it", "ku", "pl", "pt", "ro"]
    + ["ru", "sq", "sr", "tr", "uk"]
)


@dataclass(frozen=True)
class FormField:
    """One field: `kind` says which part of the template draws it, with these attributes."""

    name: str
    kind: str
    id: str
    label: str
    help: str
    error: str
    value: object
    attributes: dict
    options: list = field(default_factory=list)


def form_field(widget) -> FormField:
    """Give the field of an updated widget."""
    name, schema_field = widget.field.__name__, widget.field
    kind = KINDS.get(name, "line")
    error = _message(widget.error) if widget.error else ""
    attributes = {
        "id": widget.id,
        "name": widget.name,
        "required": "required" if schema_field.required else None,
        "maxlength": getattr(schema_field, "max_length", None) if name != "topics" else None,
        "aria-invalid": "true" if error else None,
        "aria-describedby": _described(widget.id, schema_field.description, error),
    }
    if kind == "line":
        attributes |= {"type": "text", "value": widget.value, **LINES.get(name, {})}
    return FormField(
        name=name,
        kind=kind,
        id=widget.id,
        label=schema_field.title,
        help=schema_field.description,
        error=error,
        value=widget.value,
        attributes=attributes,
        options=_options(widget) if kind in ("select", "checks") else [],
    )


class TopicsWidget(TextLinesWidget):
    """One topic a line; what is left blank between them is nobody's topic."""

    def extract(self, default=NO_VALUE):
        """See IWidget."""
        value = super().extract(default)
        if not isinstance(value, str):
            return value
        return "\n".join(filter(None, map(str.strip, value.splitlines())))


def _message(view):
    """What is wrong, in words that help; of the lines of a field, with the first that is wrong."""
    error = view.error
    while isinstance(error, WrongContainedType) and error.args and error.args[0]:
        error = error.args[0][0]
    if isinstance(error, TooLong):
        value, most = error.args
        if isinstance(value, str):
            return _("At most ${number} characters fit here.", mapping={"number": most})
        return _("At most ${number} lines fit here.", mapping={"number": most})
    return error.doc() if error is not view.error else view.message


def TopicsFieldWidget(field, request):
    """Give the widget of the topics."""
    return FieldWidget(field, TopicsWidget(request))


def _described(id_, help_, error):
    parts = (f"{id_}-help" if help_ else "", f"{id_}-error" if error else "")
    return " ".join(filter(None, parts)) or None


def _options(widget):
    chosen = set(widget.value or ())
    return [
        {"value": term.token, "title": term.title, "chosen": term.token in chosen}
        for term in widget.terms
    ]
