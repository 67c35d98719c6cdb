"""What a password must be. Long beats odd: no rules about digits or signs (NIST SP 800-63B)."""

from wilma.policy import _

import re


SHORTEST = 12
LONGEST = 512

# Stems that people lengthen to reach the twelve; with digits and signs taken away nothing else may
# remain. German and English leaders of the published lists, and words near at hand.
COMMON = frozenset(
    """
    password passwort passwordpassword passwortpasswort kennwort geheim geheimgeheim secret
    qwertz qwerty qwertzuiop qwertyuiop qwertzuiopasdf asdfghjkl asdfghjklöä yxcvbnm
    willkommen welcome hallo hallohallo hello hellohello sommer sommersommer winter frühling herbst
    schatz schatzi ichliebedich iloveyou letmein admin administrator adminadmin root master login
    münchen muenchen minga rathaus stadt landeshauptstadt landeshauptstadtmünchen
    landeshauptstadtmuenchen stadtmünchen stadtmuenchen stadtverwaltung verwaltung intranet wilma
    wilmawilma servus servusservus oktoberfest wiesn fcbayern fcbayernmünchen bayern bayernmünchen
    dragon monkey football fussball sunshine princess changeme changemenow initial test testtest
    abcdefghijkl abcdefghijklm abc abcabc startstart start neuespasswort meinpasswort
    """.split()  # noqa: SIM905 - a list of words reads better so
)
RUNS = ("01234567890123456789", "98765432109876543210", "abcdefghijklmnopqrstuvwxyz")


def problem(password: str, *names: str):
    """The translatable reason why the password is refused, None if it is good.

    `names` are the login and id of the person, if known.
    """
    plain = password.casefold()
    if len(password) < SHORTEST:
        return _(
            "Your password must have at least ${number} characters.",
            mapping={"number": str(SHORTEST)},
        )
    if len(password) > LONGEST:
        return _(
            "Your password may have at most ${number} characters.",
            mapping={"number": str(LONGEST)},
        )
    if any(len(name) >= 3 and name.casefold() in plain for name in names if name):
        return _("Your password must not contain your login name.")
    if _is_common(plain):
        return _("This password is too common or too simple. Please choose another one.")
    return None


def _is_common(plain):
    letters = re.sub(r"[\W\d_]+", "", plain)
    if letters in COMMON or any(plain in run for run in RUNS):
        return True
    return _repeats(plain)


def _repeats(plain):
    # One piece of up to four signs over and over: aaaaaaaaaaaa, abababababab, 123412341234.
    return any(plain == (plain[:size] * len(plain))[: len(plain)] for size in range(1, 5))
