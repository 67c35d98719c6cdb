"""Which addresses are open to people who are not logged in. Everything else answers alike."""

STATIC = "static"
LOGIN = "login"
CONTENT = "content"

READ = frozenset(("GET", "HEAD"))
SEND = READ | {"POST"}

# Exactly these paths, below the site.
DOORS = {
    ("login",): SEND,
    ("@login",): frozenset(("POST",)),
    ("logout",): READ,
    ("logged-out",): READ,
    ("logged_out",): READ,
    ("login-help",): SEND,
    ("passwordreset",): SEND,
}
FILES = {
    ("favicon.ico",),
    ("robots.txt",),
    ("@@site-favicon",),
}
NAMESPACES = ("++plone++", "++resource++", "++theme++", "++webresource++")
PUBLIC_FOLDER = "info"


def names_below(request) -> list[str]:
    """The path below the site as it is about to be traversed, without virtual host and ++api++."""
    names = list(reversed(request["TraversalRequestNameStack"]))
    for position, name in enumerate(names):
        # The virtual host monster puts its own two elements in front.
        if name.startswith("/"):
            names = names[position + 1 :]
            break
    return [name for name in names if name != "++api++"]


def open_kind(names: list[str], method: str) -> str | None:
    """STATIC, LOGIN or CONTENT if a stranger may go there, else None.

    CONTENT only means: below the folder of public pages; what is found is looked at then.
    """
    path = tuple(_plain(name) for name in names)
    if method in DOORS.get(path, ()) or method in DOORS.get(path[:1], ()) and _is_reset(path):
        return LOGIN
    if method not in READ:
        return None
    if tuple(names) in FILES or _is_static(names):
        return STATIC
    if len(names) > 1 and names[0] == PUBLIC_FOLDER:
        return CONTENT
    return None


def _plain(name):
    return name[2:] if name.startswith("@@") else name


def _is_reset(path):
    return len(path) == 2 and path[0] == "passwordreset"


def _is_static(names):
    # No view of a file: `++resource++x/@@search` would be a way around.
    return (
        len(names) > 0
        and names[0].startswith(NAMESPACES)
        and not any(
            name.startswith(("@", "++")) and not name.startswith("++unique++") for name in names[1:]
        )
    )
