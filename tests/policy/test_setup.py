"""The profile makes a site WiLMA, and can be taken away and put back."""


def test_profile_is_installed(portal):
    assert "aktuelles" in portal
