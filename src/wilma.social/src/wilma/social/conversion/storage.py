"""What was made of files, in an annotation of the site: {UID of the content: Conversion}.

Not in an annotation of the content: the worker would meet the editor who saves it, and each
version, copy and working copy would carry text and picture along. The worker alone adds; whatever
deletes content removes.
"""

from Acquisition import aq_base
from BTrees.OOBTree import OOBTree
from persistent import Persistent
from plone.uuid.interfaces import IUUID
from wilma.social.conversion.interfaces import IConverted
from wilma.social.conversion.interfaces import IConvertible
from wilma.social.conversion.interfaces import IConvertibleFile
from wilma.social.conversion.interfaces import IStoredPreview
from wilma.social.conversion.sandbox import Made
from ZODB.blob import Blob
from ZODB.utils import u64
from zope.annotation.interfaces import IAnnotations
from zope.component import adapter
from zope.component.hooks import getSite
from zope.interface import implementer

import zlib


KEY = "wilma.conversions"


class Text(Persistent):
    """A long text, packed; apart, since most readers want the picture alone."""

    def __init__(self, text: str) -> None:
        self._packed = zlib.compress(text.encode())

    def __str__(self) -> str:
        return zlib.decompress(self._packed).decode()


@implementer(IStoredPreview)
class Preview(Persistent):
    """See IStoredPreview."""

    def __init__(self, made: Made) -> None:
        self.blob = Blob(made.preview)
        self.width = made.width
        self.height = made.height


class Conversion(Persistent):
    """What came of one file; `made_of` is the identity of its blob."""

    def __init__(self, made_of: str, made: Made) -> None:
        self.made_of = made_of
        self.state = made.reason or "done"
        self.text = Text(made.text) if made.text else ""
        self.preview = Preview(made) if made.preview else None


@implementer(IConverted)
@adapter(IConvertible)
class Converted:
    """See IConverted."""

    def __init__(self, content):
        self.blob = blob_of(content)
        self.found = None if self.blob is None else _current(content, self.blob)

    @property
    def state(self) -> str:
        if self.blob is None:
            return "none"
        return "waiting" if self.found is None else self.found.state

    @property
    def text(self) -> str:
        return "" if self.found is None else str(self.found.text)

    @property
    def preview(self) -> Preview | None:
        return None if self.found is None else self.found.preview


def prepare(site) -> None:
    """Make the storage; may run again."""
    annotations = IAnnotations(site)
    if KEY not in annotations:
        annotations[KEY] = OOBTree()


def read(site) -> OOBTree | None:
    """The storage, None on a site without it."""
    return IAnnotations(site).get(KEY)


def named_file_of(content):
    """The NamedBlobFile or NamedBlobImage of convertible content, or None."""
    name = "file" if IConvertibleFile.providedBy(content) else "image"
    return getattr(aq_base(content), name, None)


def blob_of(content) -> Blob | None:
    """The ZODB blob with the content's bytes, or None."""
    return getattr(named_file_of(content), "_blob", None)


def identity(blob: Blob) -> str | None:
    """What tells this blob with these bytes from any other; None before it is committed."""
    if blob._p_jar is None or blob._p_changed:
        return None
    blob._p_activate()
    return f"{u64(blob._p_oid):x}-{u64(blob._p_serial):x}"


def _current(content, blob):
    conversions = read(getSite())
    found = None if conversions is None else conversions.get(IUUID(content, None))
    return found if found is not None and found.made_of == identity(blob) else None
