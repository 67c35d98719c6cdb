"""How long a login has to wait after wrong passwords.

Counted per account and client address, so that strangers elsewhere never lock anybody out. A
browser that logged in as the account before is counted by its device cookie instead (OWASP
"device cookies"): a whole city may sit behind one address, and a neighbour's mistakes are not
mine. A third, high bucket per address alone slows down password spraying.
"""

from dataclasses import dataclass
from wilma.policy.identity import attempts
from wilma.policy.identity import device
from wilma.policy.identity.attempts import Record
from wilma.policy.identity.buckets import Bucket

import ipaddress
import math
import time


FREE = 5
FIRST = 30
LONGEST = 15 * 60
FORGOTTEN = 60 * 60

# Wrong passwords from one address: a whole city may sit behind it, a machine tries more.
ADDRESS = Bucket(size=300, leak=0.5)


@dataclass(frozen=True)
class Attempt:
    """One try to log in: the key it counts under, and the address if that counts as well."""

    key: str
    address: str | None


def attempt(jar, login: str, request) -> Attempt:
    """Who tries: by the device cookie if this browser has one for the account, else by address."""
    account = login.strip().casefold()
    if _may_use_device(request):
        nonce = device.known(attempts.secret(jar), account, request)
        if nonce:
            return Attempt(attempts.key_of("device", account, nonce), None)
    client = client_network(request)
    return Attempt(attempts.key_of("account", account, client), attempts.key_of("address", client))


def seconds_to_wait(jar, tried: Attempt) -> int:
    """0 if the password may be checked."""
    now = time.time()
    waits = [account_wait(attempts.read(jar, tried.key), now)]
    if tried.address:
        waits.append(ADDRESS.wait(attempts.read(jar, tried.address), now))
    return math.ceil(max(waits))


def failed(jar, tried: Attempt) -> None:
    """Count a wrong password."""
    now = time.time()
    changes = {tried.key: lambda record: count(record, now)}
    if tried.address:
        changes[tried.address] = lambda record: ADDRESS.filled(record, now)
    attempts.change(jar, changes)


def succeeded(jar, tried: Attempt) -> None:
    """Forget the wrong passwords of the account here; writes only if there were any."""
    if attempts.read(jar, tried.key) is not None:
        attempts.change(jar, {tried.key: lambda record: None})


def account_wait(record: Record | None, now: float) -> float:
    """Seconds until the next try counts: 30 after five, then twice as long, at most 15 minutes."""
    number, last = record or (0, 0)
    if number < FREE:
        return 0
    pause = min(FIRST * 2 ** min(number - FREE, 10), LONGEST)
    return max(0, last + pause - now)


def count(record: Record | None, now: float) -> Record:
    """The record after one more wrong password."""
    number, last = record or (0, now)
    return (1 if now - last > FORGOTTEN else number + 1, now)


def client_network(request) -> str:
    """The client's address; of IPv6 the /64, which is one household or office."""
    text = request.getClientAddr() or request.get("REMOTE_ADDR", "")
    try:
        address = ipaddress.ip_address(text)
    except ValueError:
        return text
    if address.version == 4:
        return str(address)
    if address.ipv4_mapped:
        return str(address.ipv4_mapped)
    return str(ipaddress.ip_network((address, 64), strict=False))


def _may_use_device(request):
    # A foreign page can make a browser GET our addresses with its Lax cookies, never POST: wrong
    # passwords planted in a link must not use up the person's own tries.
    return request.get("REQUEST_METHOD") not in ("GET", "HEAD")
