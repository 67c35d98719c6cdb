"""Fields as REST tells them."""

from plone.dexterity.interfaces import IDexterityContent
from plone.restapi.interfaces import IFieldSerializer
from plone.restapi.serializer.dxfields import DefaultFieldSerializer
from wilma.policy.content.behaviors import IPersonChoice
from wilma.policy.interfaces import IWilmaLayer
from wilma.social.directory.interfaces import IDirectory
from zope.component import adapter
from zope.component.hooks import getSite
from zope.interface import implementer


@implementer(IFieldSerializer)
@adapter(IPersonChoice, IDexterityContent, IWilmaLayer)
class PersonChoiceToJson(DefaultFieldSerializer):
    """A person in content: `{token, title}` out of the directory, null for a disabled one.

    Plone asks the vocabulary, which knows the name of every account.
    """

    def __call__(self):
        """Give the person for JSON."""
        userid, directory = self.get_value(), IDirectory(getSite(), None)
        entry = directory.get(userid) if userid and directory is not None else None
        return {"token": entry.userid, "title": entry.fullname} if entry is not None else None
