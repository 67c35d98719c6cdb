from wilma.policy.demo import is_demo
from wilma.policy.demo.mark import mark


def test_a_site_is_no_demo_city_until_it_is_marked(portal):
    assert is_demo(portal) is False

    mark(portal)

    assert is_demo(portal) is True


def test_asking_writes_nothing(portal):
    is_demo(portal)

    assert not portal._p_changed
