"""Viewlets of Plone whose place the shell takes."""

from plone.app.layout.viewlets.common import ViewletBase


class Nothing(ViewletBase):
    """Renders nothing, and asks for nothing."""

    def update(self):
        pass

    def render(self) -> str:
        return ""
