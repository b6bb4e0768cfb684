"""The workshop itself: day, place, times, people, and the signals of its timer."""

from __future__ import annotations

import re
from typing import Any

from PySide6.QtWidgets import QFrame

from cxstudio.edits import set_fields
from cxstudio.errors import UserError
from cxstudio.model import Id, Participant, Workshop
from cxstudio.session.settings import TIMER_SOUND
from cxstudio.store import Draft
from cxstudio.wording import N_
from ui.context.context import Context
from ui.forms.bound_field import Write
from ui.forms.form import Form
from ui.theme.plain_texts import PlainCheckBox
from ui.widgets.basics import button, column, label, row
from ui.workspaces.ideas.agenda.run_card import shown

_TIME = re.compile(r"(\d{1,2})(?:[:.h ]?(\d{2}))?")
_WORDS = re.compile(r"\s*(uhr|h|a\.?m\.?)$", re.IGNORECASE)


def typed_time(text: str) -> str:
    """A time of the day as people type it ("9", "9.30", "0930", "9:30 Uhr") as HH:MM. Raises UserError for others."""
    plain = _WORDS.sub("", text.strip())
    if not plain:
        return ""
    found = _TIME.fullmatch(plain)
    hour, minute = (int(found[1]), int(found[2] or 0)) if found is not None else (-1, 0)
    if not (0 <= hour < 24 and 0 <= minute < 60):
        raise UserError(
            N_("This is not a time of the day: {text}"), N_("Nothing was changed."), N_("Type it like 9:30."),
            text=text.strip()[:40],
        )  # fmt: skip
    return f"{hour:02}:{minute:02}"


def _time_field(name: str) -> Write:
    def write(draft: Draft, workshop: Id, value: Any) -> None:
        set_fields(draft, Workshop, workshop, **{name: typed_time(str(value))})

    return write


class WorkshopCard(QFrame):
    """All fields of a workshop."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.setProperty("kind", "card")
        tr = context.tr
        writes = {"starts": _time_field("starts"), "ends": _time_field("ends")}
        names = ("title", "day", "place", "starts", "ends", "headcount", "people")
        self.form = Form(context, Workshop, names, writes=writes)
        self.sound = PlainCheckBox(tr("With a sound"))
        self.sound.setChecked(bool(context.settings[TIMER_SOUND]))
        self.sound.toggled.connect(self._set_sound)
        said = label(tr("At 20% and 5% of a block’s time, the timer changes colour and says so."), "small", wrap=True)
        self.heading = label(tr("Workshop"), "caption")
        self.change = button(tr("Change the workshop"), self._unfold, "link")
        self._running = False
        self._unfolded = False
        """Whether the fields are wanted although it runs."""
        box = column(self, self.heading, self.form, 4, label(tr("Signals"), "caption"), self.sound, said, spacing=10)
        box.addLayout(row(None, self.change, -1))
        box.setContentsMargins(16, 14, 16, 16)
        self.change.hide()

    def fold_fields(self, running: bool) -> None:
        """While the workshop runs only the signals are here; one click brings the fields."""
        self._unfolded = self._unfolded and running and self._running
        self._running = running
        folded = running and not self._unfolded
        for part in (self.heading, self.form):
            shown(part, not folded)
        shown(self.change, folded)

    def _unfold(self) -> None:
        self._unfolded = True
        self.fold_fields(self._running)
        self.form.fields["title"].editor.setFocus()

    def show_workshop(self, workshop: Id) -> None:
        """Edit another workshop."""
        self.form.show_record(workshop)
        record = self.context.document.get(Workshop, workshop)
        shown(self.form.fields["people"], bool(record.people or self.context.document.all(Participant)))
        shown(self.form.fields["headcount"], not record.people)

    def _set_sound(self, on: bool) -> None:
        self.context.settings[TIMER_SOUND] = on
