"""What stands for a person without a portrait: initials on one of six tones."""

TONES = ("blue", "green", "sand", "rose", "lilac", "gold")


def initials(name: str) -> str:
    """Give first and last initial without titles: "AY" for "Dr. Amira Yılmaz"."""
    words = [word for word in name.split() if word[0].isalpha()]
    names = [word for word in words if not word.endswith(".")] or words
    found = names[0][0] + names[-1][0] if len(names) > 1 else (names or [name])[0][:2]
    return found.upper()


def tone(userid: str) -> str:
    """Give the class of the person's tone: the same everywhere, for ever."""
    return f"c-{TONES[sum(map(ord, userid)) % len(TONES)]}"
