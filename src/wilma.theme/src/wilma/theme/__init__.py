"""The look of WiLMA: tokens, shell, templates, icons. No behaviour, no imports of ours."""

from zope.i18nmessageid import MessageFactory


_ = MessageFactory("wilma")
