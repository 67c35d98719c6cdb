"""What people do together: people and units, directory, notifications, and the outbox behind it."""

from zope.i18nmessageid import MessageFactory


_ = MessageFactory("wilma")
