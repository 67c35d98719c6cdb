from plone import api
from wilma.policy.demo.accounts import PASSWORD

import pytest


FIXED = (
    "maria.huber",
    "stefan.maier",
    "petra.kern",
    "birgit.sommer",
    "amira.yilmaz",
    "jonas.weber",
) + ("lena.bichler", "thao.nguyen", "georg.wagner", "franz.lehner", "site.admin")
SITE_ROLES = {
    "stefan.maier": "Intranet Editor",
    "petra.kern": "Moderator",
    "birgit.sommer": "Moderator",
    "franz.lehner": "Workspace Steward",
    "site.admin": "Site Administrator",
}
LOCAL_ROLES = [
    ("maria.huber", "aktuelles", "Editor"),
    ("maria.huber", "termine", "Editor"),
    ("stefan.maier", "aktuelles", "Reviewer"),
    ("stefan.maier", "termine", "Reviewer"),
    ("claudia.brandl", "wissen", "Editor"),
    ("markus.ehrl", "services", "Editor"),
]


@pytest.mark.parametrize("userid", FIXED)
def test_an_account_can_log_in(city, userid):
    assert city.acl_users.authenticate(userid, PASSWORD, city.REQUEST) is not None
    assert city.acl_users.authenticate(userid, "falsch", city.REQUEST) is None


@pytest.mark.parametrize("userid", FIXED)
def test_an_account_has_name_address_and_department(city, userid):
    member = api.user.get(userid=userid)

    assert " " in member.getProperty("fullname")
    assert member.getProperty("email") == f"{userid}@wilma.example"
    assert member.getProperty("location")
    assert member.getProperty("description")


@pytest.mark.parametrize("userid", FIXED)
def test_site_roles_are_these_and_no_more(city, userid):
    roles = set(api.user.get_roles(username=userid)) - {"Member", "Authenticated"}

    assert roles == ({SITE_ROLES[userid]} if userid in SITE_ROLES else set())


@pytest.mark.parametrize(("userid", "section", "role"), LOCAL_ROLES)
def test_local_roles(city, userid, section, role):
    assert role in api.user.get_roles(username=userid, obj=city[section], inherit=False)


def test_the_editor_of_news_may_write_news_and_not_knowledge(city):
    with api.env.adopt_user("maria.huber"):
        assert api.user.has_permission("Add portal content", obj=city.aktuelles)
        assert not api.user.has_permission("Add portal content", obj=city.wissen)
