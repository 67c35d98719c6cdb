"""Measure the calls of one city in this process, and print one JSON object.

    wilma-python -m wilma.policy.bench.measure ZOPE_CONF SIZE

The whole way of an instance is measured but the proxy: WSGI, authentication, gate, page. One thread
and the file opened directly, so the CPU time of the process is the time of the request.
"""

from collections.abc import Callable
from http.cookies import SimpleCookie
from io import BytesIO
from pathlib import Path
from Products.CMFCore.interfaces import ISiteRoot
from Products.Five.browser import BrowserView
from statistics import median
from wilma.policy.bench.building import registered_parts
from wilma.policy.bench.city import City
from wilma.policy.bench.city import PASSWORD
from wilma.policy.bench.interfaces import Call
from wilma.policy.bench.sizes import SIZES
from wilma.policy.interfaces import IWilmaLayer
from wilma.policy.running.app import make_app
from zope.component import provideAdapter
from zope.interface import Interface

import gc
import json
import os
import sys
import time
import Zope2


HOST = "127.0.0.1:8080"
SITE = f"/VirtualHostBase/http/{HOST}/wilma/VirtualHostRoot"
EMPTY = Call("empty view", "/@@bench-empty")
WARM_UP = 20
ROUNDS = 40


class EmptyView(BrowserView):
    """A view that does nothing: what remains is what every request costs."""

    def __call__(self) -> str:
        return "ok"


class Browser:
    """Sends requests through the WSGI application, as one person."""

    def __init__(self, application: Callable, login: str | None) -> None:
        self.application = application
        self.cookies: dict[str, str] = {}
        if login:
            self._log_in(login)

    def ask(self, call: Call) -> tuple[int, bytes]:
        """Give status and body."""
        accept = "application/json" if call.json else "text/html"
        return self._send(call.method, call.path, accept, call.body, call.headers)

    def _log_in(self, login):
        body = {"login": login, "password": PASSWORD}
        status, answer = self._send("POST", "/@login", "application/json", body, {})
        if status != 200:
            raise RuntimeError(f"{login} cannot log in: {status} {answer[:200]!r}")

    def _send(self, method, path, accept, body, headers):
        environ = _environ(method, path, accept, body)
        environ |= {f"HTTP_{name.upper().replace('-', '_')}": v for name, v in headers.items()}
        if self.cookies:
            environ["HTTP_COOKIE"] = "; ".join(f"{k}={v}" for k, v in self.cookies.items())
        said = []
        chunks = self.application(environ, lambda status, head, *_: said.extend((status, head)))
        content = b"".join(chunks)
        for name, value in said[1]:
            if name.lower() == "set-cookie":
                self.cookies |= {key: it.value for key, it in SimpleCookie(value).items()}
        return int(said[0].split()[0]), content


def _environ(method, path, accept, body):
    name, _, query = path.partition("?")
    sent = b"" if body is None else json.dumps(body).encode()
    return {
        "REQUEST_METHOD": method,
        "PATH_INFO": f"{SITE}{name}",
        "SCRIPT_NAME": "",
        "QUERY_STRING": query,
        "SERVER_NAME": "127.0.0.1",
        "SERVER_PORT": "8080",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "REMOTE_ADDR": "127.0.0.1",
        "HTTP_HOST": HOST,
        "HTTP_ORIGIN": f"http://{HOST}",
        "HTTP_ACCEPT": accept,
        "HTTP_ACCEPT_LANGUAGE": "de",
        "CONTENT_TYPE": "application/json" if body is not None else "",
        "CONTENT_LENGTH": str(len(sent)),
        "wsgi.input": BytesIO(sent),
        "wsgi.errors": sys.stderr,
        "wsgi.url_scheme": "http",
        "wsgi.multithread": False,
        "wsgi.multiprocess": False,
        "wsgi.run_once": False,
    }


def measure(browser: Browser, call: Call) -> dict:
    """Give status, bytes, median CPU milliseconds, and objects loaded by a cold connection."""
    # Every connection of the pool begins anew; the file itself stays in the system's memory.
    Zope2.DB.cacheMinimize()
    before = LOADS.total
    status, content = browser.ask(call)
    loaded = LOADS.total - before
    for _round in range(WARM_UP):
        browser.ask(call)
    gc.collect()
    took = []
    for _round in range(ROUNDS):
        started = time.process_time_ns()
        browser.ask(call)
        took.append((time.process_time_ns() - started) / 1e6)
    return {"status": status, "bytes": len(content), "ms": median(took), "loaded": loaded}


class Loads:
    """Counts the objects that connections loaded; the database tells it when one is closed."""

    def __init__(self) -> None:
        self.total = 0

    def closedConnection(self, connection) -> None:
        """Called by ZODB."""
        self.total += connection.getTransferCounts(clear=True)[0]


def run(application: Callable, size_name: str) -> dict:
    """Measure everything that is registered: {"calls": {name: result}, "memory": MB}."""
    provideAdapter(EmptyView, (ISiteRoot, IWilmaLayer), Interface, name="bench-empty")
    Zope2.DB.setActivityMonitor(LOADS)
    city = City(SIZES[size_name])
    browsers = {}
    results = {}
    for call in (EMPTY, *(call for part in registered_parts() for call in part.calls(city))):
        if call.login not in browsers:
            browsers[call.login] = Browser(application, call.login)
        print(f"{size_name}: {call.name}", file=sys.stderr, flush=True)
        results[call.name] = measure(browsers[call.login], call) | _goals(call)
    return {"calls": results, "memory": _memory_in_mb()}


def _goals(call):
    return {"most_ms": call.most_ms, "most_times_empty": call.most_times_empty}


def _memory_in_mb():
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20


LOADS = Loads()


if __name__ == "__main__":
    zope_conf, size_name = sys.argv[1:]
    print(json.dumps(run(make_app({}, zope_conf), size_name)))
