"""Keys that give an answer: a digit, a minus ahead of one, a skip."""

from __future__ import annotations

from enum import StrEnum

from cxstudio.model.questions import Ends, digit_answer

MINUS = ("-", "\N{MINUS SIGN}", "\N{EN DASH}")


class Typed(StrEnum):
    """What a key means where it is no number."""

    WAIT = "wait"
    """A minus: a digit makes it a negative number, Space or S a skip."""
    SKIP = "skip"
    OFF = "off"
    """A number the question does not offer."""
    NOTHING = "nothing"


class AnswerKeys:
    """Turns typed characters into answers, one question at a time."""

    def __init__(self) -> None:
        self.waiting = False
        """A minus was typed and nothing after it yet."""

    def forget(self) -> None:
        """The minus was meant for another cell."""
        self.waiting = False

    def typed(self, text: str, limits: Ends) -> int | Typed:
        """The answer a character gives on a scale from the lowest to the highest value."""
        if text in MINUS:
            self.waiting = True
            return Typed.WAIT
        minus, self.waiting = self.waiting, False
        if text in ("s", "S") or (text == " " and minus):
            return Typed.SKIP
        if len(text) != 1 or text not in "0123456789":
            return Typed.NOTHING
        value = digit_answer(int(text), limits, minus=minus)
        return Typed.OFF if value is None else value
