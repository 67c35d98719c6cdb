"""What makes a Plone site WiLMA: types, workflows, roles, settings, identity and the demo city."""

from zope.i18nmessageid import MessageFactory


_ = MessageFactory("wilma")
