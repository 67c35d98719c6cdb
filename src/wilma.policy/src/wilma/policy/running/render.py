"""From the text in instance/etc/ to the files a start uses, in the data folder's etc/.

`{{name}}` stands for a value; an unknown name is an error. Nothing is frozen at build time, so
WILMA_VAR and PORT may change from start to start.
"""

from pathlib import Path
from wilma.policy.running import error_pages
from wilma.policy.running.fill import fill
from wilma.policy.running.settings import DEFAULT_PORTS
from wilma.policy.running.settings import host_and_port
from wilma.policy.running.settings import Settings
from wilma.policy.running.settings import virtual_host
from wilma.policy.running.var import Var

import ipaddress
import os
import shutil


LOOPBACK_NAMES = ("127.0.0.1", "localhost", "[::1]")


def render(chosen: Settings, *, mail_port: int | None) -> None:
    """Write every file of instance/etc/ with this start's values."""
    source = chosen.home / "instance" / "etc"
    values = _values(chosen, mail_port)
    target = Var(chosen.var).etc
    error_pages.write(chosen.home / "instance" / "errors", target / "errors")
    for file in sorted(source.iterdir()):
        (target / file.name).write_text(fill(file.read_text(), values))
    storage = fill((source / "storage-file.conf").read_text(), values)
    values["storage"] = storage
    (target / "zope-offline.conf").write_text(fill((source / "zope.conf").read_text(), values))


def _values(chosen: Settings, mail_port: int | None) -> dict[str, str]:
    var = Var(chosen.var)
    paths = {
        name: str(getattr(var, name)) for name in ("run", "etc", "log", "tmp", "cache", "mail")
    }
    values = paths | {
        "home": str(chosen.home),
        "var": str(chosen.var),
        "python": str(chosen.home / "bin" / "wilma-python"),
        "port": str(chosen.port),
        "listen": _listen(chosen),
        "mail_port": str(mail_port),
        "catcher_autostart": "false" if mail_port is None else "true",
        "nginx_user": "user root;" if os.getuid() == 0 else "",
        "supervisor_user": "user = root" if os.getuid() == 0 else "",
    }
    values |= _nginx(chosen)
    text = (chosen.home / "instance" / "etc" / "storage-zeo.conf").read_text()
    return values | {"storage": fill(text, values)}


def _nginx(chosen: Settings) -> dict[str, str]:
    modules = Path(os.environ.get("NGINX_MODULES") or "none")
    brotli = [modules / f"ngx_http_brotli_{name}_module.so" for name in ("filter", "static")]
    has_brotli = all(file.exists() for file in brotli)
    host, port = host_and_port(chosen.public_url)
    return {
        "nginx": shutil.which(os.environ.get("WILMA_NGINX") or "nginx") or "",
        "mime_types": os.environ.get("MIME_TYPES", "/etc/nginx/mime.types"),
        "load_modules": "\n".join(f"load_module {file};" for file in brotli if has_brotli),
        "brotli_comment": "" if has_brotli else "# ",
        "real_ip": "\n".join(f"  set_real_ip_from {net};" for net in chosen.trusted_proxy),
        "site": virtual_host(chosen.public_url),
        "public_scheme": chosen.public_scheme,
        "secure": "secure" if chosen.public_scheme == "https" else "",
        "hosts": "\n".join(f'    "{name}" {kind};' for name, kind in hosts(chosen).items()),
        "own_hosts": "\n".join(f'    "{name}" 0;' for name in {host, f"{host}:{port}"}),
        "public_url": chosen.public_url.rstrip("/"),
    }


def hosts(chosen: Settings) -> dict[str, str]:
    """{Host that is answered: `public` or `loopback`}; all others get 421."""
    host, port = host_and_port(chosen.public_url)
    kind = "loopback" if host in LOOPBACK_NAMES or _is_loopback(host) else "public"
    known = {f"{name}:{chosen.port}": "loopback" for name in LOOPBACK_NAMES}
    if chosen.port == DEFAULT_PORTS["http"]:
        known |= dict.fromkeys(LOOPBACK_NAMES, "loopback")
    known[f"{host}:{port}"] = kind
    if port == DEFAULT_PORTS[chosen.public_scheme]:
        known[host] = kind
    return known


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def _listen(chosen: Settings) -> str:
    host = f"[{chosen.bind}]" if ":" in chosen.bind else chosen.bind
    return f"{host}:{chosen.port}"
