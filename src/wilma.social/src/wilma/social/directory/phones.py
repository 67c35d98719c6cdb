"""Phone numbers, found by any part of them."""

from bisect import bisect_right

import re


class Phones:
    """All numbers in one text, one a line: a search in it is a matter of microseconds."""

    def __init__(self) -> None:
        self._text = ""
        self._length = 0
        self._new: list[str] = []
        self._starts: list[int] = []
        self._people: list[int] = []

    def add(self, digits: str, number: int) -> None:
        """Note the digits of a person's phone; none are left out."""
        if digits:
            self._starts.append(self._length)
            self._people.append(number)
            self._new.append(f"{digits}\n")
            self._length += len(digits) + 1

    def having(self, digits: str) -> tuple[set[int], set[int]]:
        """People whose number ends with the digits, and who only have them elsewhere in it."""
        if self._new:
            self._text += "".join(self._new)
            self._new = []
        ending, within = set(), set()
        place = self._text.find(digits)
        while place >= 0:
            number = self._people[bisect_right(self._starts, place) - 1]
            at_end = self._text[place + len(digits)] == "\n"
            (ending if at_end else within).add(number)
            place = self._text.find(digits, place + 1)
        return ending, within - ending


def digits_of(phone: str) -> str:
    """The digits of a German number without what varies: +49 89 233-521, 089/233 521: 89233521."""
    digits = re.sub(r"\D", "", phone.replace("(0)", ""))
    if phone.lstrip().startswith("+49"):
        return digits.removeprefix("49")
    if digits.startswith("0049"):
        return digits.removeprefix("0049")
    return digits.removeprefix("0")
