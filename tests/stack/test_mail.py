"""Mail of the site goes to the catcher, and every message becomes a file."""

from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

import requests
import smtplib
import time


def test_a_message_becomes_a_file(stack):
    message = EmailMessage()
    message["From"], message["To"] = "amt@wilma.example", "maria.huber@wilma.example"
    message["Subject"] = "Schneeräumung"
    message.set_content("Grüß Gott\n")
    before = set(stack.var.mail.iterdir())

    with smtplib.SMTP("127.0.0.1", stack.var.state()["mail_port"], timeout=30) as server:
        server.send_message(message)

    (file,) = set(stack.var.mail.iterdir()) - before
    kept = message_from_bytes(file.read_bytes(), policy=default)
    assert (kept["Subject"], kept.get_content().strip()) == ("Schneeräumung", "Grüß Gott")
    assert kept["X-Envelope-To"] == "maria.huber@wilma.example"
    assert file.stat().st_mode & 0o777 == 0o600


def test_the_worker_points_the_site_at_the_catcher(stack):
    headers = {"Accept": "application/json"}
    end = time.monotonic() + 60
    found = None
    while found != stack.var.state()["mail_port"] and time.monotonic() < end:
        answer = requests.get(
            f"{stack.url}/@registry/plone.smtp_port", auth=stack.admin, headers=headers, timeout=60
        )
        found = answer.json()

    assert found == stack.var.state()["mail_port"]
