"""The one kind of error people are shown."""

from __future__ import annotations


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
