"""The page for what went wrong. When it is shown, and what it says, others decide."""

from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from wilma.theme.pages.base import Page


class ErrorPage(Page):
    """Base for error views: set `status`, `title` and `message`, then call `index`.

    `self.context` must be content, not the exception: the shell is drawn around it.
    """

    status = 500
    title = ""
    message = ""
    index = ViewPageTemplateFile("templates/error.pt")

    @property
    def page_title(self) -> str:
        return self.title
