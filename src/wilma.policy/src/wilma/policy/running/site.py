"""Make the site, or bring an older one up to date: while nothing else has the database open.

    wilma-python -m wilma.policy.running.site ZOPE_CONF

Safe to run again after it was broken off at any point.
"""

from AccessControl.SecurityManagement import newSecurityManager
from pathlib import Path
from plone.distribution.api import site as site_api
from Testing.makerequest import makerequest
from wilma.policy import demo
from wilma.policy.running.progress import Progress
from wilma.policy.running.var import code_versions
from wilma.policy.running.var import number
from wilma.policy.running.var import Var
from zope.component.hooks import setSite
from zope.globalrequest import setRequest
from Zope2.Startup.run import make_wsgi_app

import logging
import os
import sys
import transaction
import Zope2


SITE = "wilma"
ADMIN = "admin"
# Dependencies first.
PROFILES = ("wilma.theme:default", "wilma.social:default", "wilma.policy:default")


def bring_up_to_date(app, var: Var, progress: Progress) -> None:
    """Do what is missing: administrator, site, profile, upgrade steps, demo city."""
    state = var.state()
    _administrator(app, var)
    if SITE not in app.objectIds():
        with progress("Plone site"):
            _make(app)
    site = app[SITE]
    setSite(site)
    if not site.portal_setup.profileExists(f"profile-{PROFILES[-1]}"):
        raise RuntimeError(f"{PROFILES[-1]} is not registered")
    if site.portal_setup.getLastVersionForProfile(PROFILES[-1]) == "unknown":
        with progress("profile wilma.policy:default"):
            site.portal_setup.runAllImportStepsFromProfile(f"profile-{PROFILES[-1]}")
            transaction.commit()
    else:
        _upgrade(site, state, progress)
    if state["site"] == "demo" and not state.get("made"):
        _demo(site, progress)


def _administrator(app, var: Var) -> None:
    """The operator's account; its password is the one in the secrets folder."""
    password = var.admin.read_text()
    users = app.acl_users
    if users.getUserById(ADMIN) is None:
        users._doAddUser(ADMIN, password, ["Manager"], [])
        transaction.commit()
    newSecurityManager(None, users.getUserById(ADMIN).__of__(users))


def _make(app) -> None:
    site_api.create(
        app,
        distribution_name="classic",
        answers={
            "site_id": SITE,
            "title": "WiLMA",
            "description": "",
            "default_language": "de",
            "portal_timezone": "Europe/Berlin",
            "setup_content": False,
        },
    )
    transaction.commit()


def _upgrade(site, state: dict, progress: Progress) -> None:
    old, new = state.get("versions", {}), code_versions(Path(os.environ["WILMA_HOME"]))
    if (
        number(old.get("Plone", "0")) < number(new["Plone"])
        and site.portal_migration.needUpgrading()
    ):
        with progress(f"upgrade to Plone {new['Plone']}"):
            site.portal_migration.upgrade()
            transaction.commit()
    for profile in PROFILES:
        if not site.portal_setup.hasPendingUpgrades(profile):
            continue
        with progress(f"upgrade steps of {profile}"):
            site.portal_setup.upgradeProfile(profile)
            transaction.commit()


def _demo(site, progress: Progress) -> None:
    with progress("demo city"):
        demo.load(site, progress.say)
        transaction.commit()


def main() -> int:
    """Exit code: 0, or 1 if something failed; the log has the whole story."""
    var = Var(Path(os.environ["WILMA_VAR"]))
    file = var.log / "site.log"
    logging.basicConfig(
        filename=file, level=logging.INFO, format="%(asctime)s %(name)s %(message)s"
    )
    progress = Progress()
    try:
        _run(var, progress)
    except Exception as error:
        logging.exception("The site could not be made.")
        progress.say(f"the site could not be made ({type(error).__name__}: {error}); see {file}")
        return 1
    return 0


def _run(var: Var, progress: Progress) -> None:
    with progress("Zope"):
        make_wsgi_app({}, sys.argv[1])
        app = makerequest(Zope2.app())
        app.REQUEST["PARENTS"] = [app]
        setRequest(app.REQUEST)
    bring_up_to_date(app, var, progress)
    app._p_jar.close()
    for database in Zope2.opened:
        database.close()


if __name__ == "__main__":
    sys.exit(main())
