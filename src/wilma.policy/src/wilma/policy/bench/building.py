"""Build one city into an empty data folder: the site, then every part's data.

wilma-python -m wilma.policy.bench.building ZOPE_CONF SIZE
"""

from pathlib import Path
from Testing.makerequest import makerequest
from wilma.policy.bench.city import City
from wilma.policy.bench.interfaces import IBenchPart
from wilma.policy.bench.sizes import SIZES
from wilma.policy.interfaces import IWilmaLayer
from wilma.policy.running.progress import Progress
from wilma.policy.running.site import bring_up_to_date
from wilma.policy.running.var import Var
from zope.component import getUtilitiesFor
from zope.globalrequest import setRequest
from zope.interface import alsoProvides
from Zope2.Startup.run import make_wsgi_app

import logging
import os
import sys
import transaction
import Zope2


def registered_parts() -> list:
    """Give the parts in the order in which they are built."""
    return sorted((part for _name, part in getUtilitiesFor(IBenchPart)), key=lambda p: p.order)


def build(site, size, progress: Progress) -> None:
    """Write every part, committing after each."""
    city = City(size, site)
    for part in registered_parts():
        title = type(part).__name__
        with progress(f"city {size.name}: {title}"):
            part.build(city, lambda text, title=title: progress.say(f"{title}: {text}"))
            transaction.commit()
        site._p_jar.cacheMinimize()


def main(zope_conf: str, size_name: str) -> None:
    """Make the site if it is not there, then build."""
    progress = Progress()
    var = Var(Path(os.environ["WILMA_VAR"]))
    logging.basicConfig(filename=var.log / "site.log", level=logging.INFO)
    make_wsgi_app({}, zope_conf)
    app = makerequest(Zope2.app())
    app.REQUEST["PARENTS"] = [app]
    alsoProvides(app.REQUEST, IWilmaLayer)
    setRequest(app.REQUEST)
    bring_up_to_date(app, var, progress)
    build(app.wilma, SIZES[size_name], progress)
    app._p_jar.close()
    for database in Zope2.opened:
        database.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
