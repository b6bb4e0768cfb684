"""The one kind of error people are shown."""

from __future__ import annotations

from typing import Any, TypedDict


def N_(message: str) -> str:
    """Marks a text for translation where it is written; it is translated when shown."""
    return message


class Counted(TypedDict):
    """A text that counts things, for a record that keeps it until it is shown."""

    text: str
    many: str
    """The text for other numbers than one."""
    n: int


def trn(one: str, many: str, n: int) -> Counted:
    """Marks a text about a number of things where it is written; it is translated when shown."""
    return Counted(text=one, many=many, n=n)


class UserError(Exception):
    """Says what happened, what is safe and what to do, as message ids with {placeholders}.

    `wording.errors.sentence` turns it into one clear sentence or three, in a language.
    """

    def __init__(self, happened: str, safe: str = "", todo: str = "", **values: object) -> None:
        super().__init__(happened.format(**values) if values else happened)
        self.happened = happened
        self.safe = safe
        self.todo = todo
        self.values = values

    def __reduce__(self) -> tuple[Any, ...]:
        return (_again, (type(self), self.happened, self.safe, self.todo, self.values))


def _again(kind: type[UserError], happened: str, safe: str, todo: str, values: dict[str, object]) -> UserError:
    """An error as it was on the other side of a process border."""
    error = kind.__new__(kind)
    UserError.__init__(error, happened, safe, todo, **values)
    return error
