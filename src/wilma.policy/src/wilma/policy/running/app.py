"""The WSGI application of an instance: Zope's publisher with our way to do a request again."""

from pathlib import Path
from wilma.policy.running.turns import Turn
from wilma.social.directory.warm import read_ahead
from Zope2.Startup.run import make_wsgi_app
from ZPublisher.HTTPRequest import WSGIRequest
from ZPublisher.WSGIPublisher import publish_module

import os
import time


READING = ("GET", "HEAD", "OPTIONS")
TURN = "wilma.turn"


class Request(WSGIRequest):
    """Zope would sleep up to 2**n seconds in the thread; here the turn decides."""

    def delay_retry(self) -> None:
        turn = self.environ.get(TURN)
        if turn is None:
            time.sleep(0.05 * (self.retry_count + 1))
        else:
            turn.be_alone()


def make_app(global_config, zope_conf: str):
    """The factory that wsgi.ini names."""
    make_wsgi_app(global_config, zope_conf)
    read_ahead()
    folder = Path(os.environ["WILMA_RUN"])

    def application(environ, start_response):
        if not _is_readable(environ.get("PATH_INFO", "")):
            start_response("400 Bad Request", [("Content-Type", "text/plain; charset=utf-8")])
            return [b"The address is not valid UTF-8."]
        if environ["REQUEST_METHOD"] in READING:
            return publish_module(environ, start_response, _request_factory=Request)
        with Turn(folder) as turn:
            environ[TURN] = turn
            return publish_module(environ, start_response, _request_factory=Request)

    return application


def _is_readable(path):
    # Zope decodes it before it handles errors.
    try:
        path.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return False
    return True
