"""Install, install again, take away: the plugins before and after."""

from wilma.policy.identity import setup
from wilma.policy.identity import state
from wilma.policy.identity.guard import GUARD


def _plugins(folder):
    return {
        info["id"]: folder.plugins.listPluginIds(info["interface"])
        for info in folder.plugins.listPluginTypeInfo()
    }


def test_installing_again_changes_nothing(portal):
    root = portal.getPhysicalRoot().acl_users
    before = _plugins(portal.acl_users), _plugins(root)

    setup.install(portal)

    assert (_plugins(portal.acl_users), _plugins(root)) == before


def test_taken_away_nothing_of_it_is_left(portal):
    setup.uninstall(portal)
    setup.uninstall(portal)

    for folder in (portal.acl_users, portal.getPhysicalRoot().acl_users):
        assert all(GUARD not in ids for ids in _plugins(folder).values())
        assert GUARD not in folder
    lists = _plugins(portal.acl_users)
    assert "session" in lists["ICredentialsUpdatePlugin"]
    assert "password_policy" in lists["IValidationPlugin"]
    assert "jwt_auth" in lists["IAuthenticationPlugin"]


def test_installed_after_that_it_is_as_before(portal):
    before = _plugins(portal.acl_users)

    setup.uninstall(portal)
    setup.install(portal)

    after = _plugins(portal.acl_users)
    assert {name: set(ids) for name, ids in after.items()} == {
        name: set(ids) for name, ids in before.items()
    }
    assert all(ids[0] == GUARD for ids in after.values() if GUARD in ids)


def test_who_was_disabled_stays_so(manager):
    state.disable("jemand")

    setup.uninstall(manager)
    setup.install(manager)

    assert state.is_disabled("jemand")


def test_settings(portal):
    assert portal.acl_users.password_policy.min_chars == 12
    assert portal.acl_users.jwt_auth.token_timeout == 3600
    assert portal.acl_users.jwt_auth.store_tokens is True
    assert portal.acl_users.session.refresh_interval == -1
    assert portal.portal_password_reset.getExpirationTimeout() == 1


def test_expired_tokens_are_purged(portal):
    plugin = portal.acl_users.jwt_auth
    old, new = plugin.create_token("jemand"), plugin.create_token("jemand")
    plugin._tokens["jemand"][old] -= 2 * plugin.token_timeout

    assert plugin.purge() == 1
    assert list(plugin._tokens["jemand"]) == [new]


def test_reading_never_writes(portal):
    jar = portal._p_jar
    before = len(jar._registered_objects)

    state.is_disabled("niemand")
    state.valid_since("niemand")
    state.is_ended("niemand", "x")

    assert len(jar._registered_objects) == before
