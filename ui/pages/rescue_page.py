"""What is missing of a project that was rescued from a damaged file, line by line."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Final

from PySide6.QtWidgets import QPlainTextEdit

from cxstudio.files import Problem
from cxstudio.session.notices import NoticeKind
from cxstudio.wording.error_sentences import counted
from cxstudio.wording.fields.field_table import RECORDS
from ui.context.context import Context
from ui.pages.page_frame import Page
from ui.widgets.basics import button, label, row

_LOWEST: Final = 320
"""Pixels the list has at least."""


class RescuePage(Page):
    """Shown once, before the project that was rescued."""

    def __init__(self, context: Context, go_on: Callable[[], object]) -> None:
        super().__init__(context)
        tr = context.tr
        notice = next((n for n in context.session.notices if n.kind is NoticeKind.SALVAGED), None)
        self.body.addWidget(label(tr("Rescued from a damaged file"), "display", wrap=True))
        said = ""
        lines: list[str] = []
        if notice is not None:
            said = counted(notice.text, notice.many, notice.n, context.texts, notice.values)
            lines = [counted(p.text, p.many, p.n, context.texts, _named(context, p)) for p in notice.details]
        self.body.addWidget(label(said, "", wrap=True))
        self.body.addWidget(label(tr("The damaged file stays as it is."), "muted", wrap=True))
        self.list = QPlainTextEdit("\n".join(lines))
        self.list.setReadOnly(True)
        self.list.setAccessibleName(tr("What is missing or has to be checked"))
        self.list.setMinimumHeight(_LOWEST)
        self.go = button(tr("Show the project"), go_on, "primary")
        if lines:
            self.body.addSpacing(8)
            self.body.addWidget(label(tr("What is missing or has to be checked"), "strong"))
            self.body.addWidget(self.list, 1)
        self.body.addSpacing(8)
        self.body.addLayout(row(None, self.go, -1))
        self.body.addStretch(1)
        self.setFocusProxy(self.go)


def _named(context: Context, problem: Problem) -> dict[str, object]:
    """The values of a line, with kinds of records as people call them, and days in words."""
    texts = context.texts
    values = {
        name: f"{texts.long_date(value)}, {texts.time(value)}" if isinstance(value, datetime) else value
        for name, value in problem.values
    }
    words = RECORDS.get(str(values.get("kind")))
    return {**values, "kind": context.texts.tr(words.many)} if words is not None else values
