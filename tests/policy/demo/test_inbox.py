"""Nobody in the demo city begins with a heap of news about it being built."""

from wilma.policy.demo import source
from wilma.social.inbox.interfaces import INotifications


def test_a_few_notifications_are_unread(city):
    notifications = INotifications(city)
    unread = {person["id"]: notifications.unread(person["id"]) for person in source.people()}

    assert unread["maria.huber"] == 2
    assert max(unread.values()) == 2
    assert len(notifications.newest("maria.huber")) > 20
