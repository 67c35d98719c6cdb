"""The main template, for every page of a site with this layer."""

from Products.CMFPlone.browser.main_template import MainTemplate as StockMainTemplate
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class MainTemplate(StockMainTemplate):
    """Plone's own, with our page; what opens in a dialog keeps the stock ajax template."""

    main_template = ViewPageTemplateFile("main_template.pt")
