"""An instance reads the roll when it starts, so that the first who searches need not wait."""

from plone.base.interfaces import IPloneSiteRoot
from threading import Thread
from wilma.social.directory.interfaces import IDirectory

import logging
import transaction
import Zope2


log = logging.getLogger("wilma.directory")


def read_ahead() -> Thread:
    """Begin to read the rolls of all sites, beside everything else, and give the thread."""
    thread = Thread(target=_read, name="wilma-directory", daemon=True)
    thread.start()
    return thread


def _read():
    app = Zope2.app()
    try:
        for site in filter(IPloneSiteRoot.providedBy, app.objectValues()):
            IDirectory(site).search(size=1)
    except Exception:
        # Whatever it is: the first search meets it too, and can tell somebody.
        log.exception("The directory could not be read ahead")
    finally:
        transaction.abort()
        app._p_jar.close()
