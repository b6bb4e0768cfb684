"""Headlines somebody wrote: each can be changed, and is marked where its figures are no longer those of the report."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QWidget

from cxstudio.analysis.round.figures_stamp import Written, figures_stamp, written
from cxstudio.analysis.statistics.figure_values import RoundFigures
from cxstudio.documents.chosen import chosen_language, chosen_round
from cxstudio.edits import set_fields
from cxstudio.model import Headline, Id
from cxstudio.wording import N_
from ui.context.context import Context
from ui.forms.form import Form
from ui.widgets.basics import button, column, label, row

_MARKS: Final = {
    Written.CHANGED: N_("The figures have changed since this was written."),
    Written.OTHER_ROUND: N_("Written for another round, so it is not printed."),
}
_NAMED: Final = 60
"""So many letters of a headline name what belongs to it."""


class OwnHeadlines(QWidget):
    """Those in the language of the report; hidden where there are none."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.rows: dict[Id, QWidget] = {}
        self._known: dict[Id, Written] = {}
        self._list = column(None, spacing=8)
        box = column(self, label(context.tr("Headlines of your own"), "field"), spacing=4)
        box.addLayout(self._list)
        context.bridge.changed.connect(lambda _: self._changed())
        context.bridge.figured.connect(lambda _: self._changed())
        self.hide()  # whoever gives it a place refreshes it

    @property
    def headlines(self) -> tuple[Headline, ...]:
        """In the order of the project."""
        language = chosen_language(self.context.document)
        return tuple(h for h in self.context.document.all(Headline) if h.language.value == language and h.text.strip())

    def state(self, headline: Headline) -> Written:
        """Whether its figures are those of the report."""
        return written(headline.written_from, self.context.document, self._figures())

    def refresh(self) -> None:
        """Read the headlines and their figures again."""
        for old in self.rows.values():
            self._list.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._known = self._states()
        self.rows = {headline.id: self._row(headline) for headline in self.headlines}
        for made in self.rows.values():
            self._list.addWidget(made)
        self.setVisible(bool(self.rows))

    def keep(self, headline: Id) -> None:
        """Say that it holds for the figures of today."""
        figures = self._figures()
        if figures is not None:
            stamp = figures_stamp(self.context.document, figures)
            with self.context.session.transaction(N_("Keep a headline")) as draft:
                set_fields(draft, Headline, headline, written_from=stamp)

    def remove(self, headline: Id) -> None:
        """Print the program's own again."""
        with self.context.session.transaction(N_("Remove a headline")) as draft:
            draft.remove(headline)

    def _row(self, headline: Headline) -> QWidget:
        tr, made = self.context.tr, QWidget()
        form = Form(self.context, Headline, ("text",))
        form.show_record(headline.id)
        form.say_whose(headline.text[:_NAMED])
        box = column(made, form, spacing=2)
        mark = _MARKS.get(self.state(headline), "")
        remove, keep = tr("Remove headline"), tr("Still correct")
        buttons = [button(remove, lambda: self.remove(headline.id), "link", name=f"{remove}: {headline.text[:_NAMED]}")]
        if mark:
            box.addWidget(label(tr(mark), "error", wrap=True))
            again = button(keep, lambda: self.keep(headline.id), "link", name=f"{keep}: {headline.text[:_NAMED]}")
            buttons.insert(0, again)
        for each in buttons:
            each.setEnabled(not self.context.session.read_only)
        box.addLayout(row(None, *buttons, -1))
        return made

    def _figures(self) -> RoundFigures | None:
        return reported_figures(self.context)

    def _states(self) -> dict[Id, Written]:
        return {headline.id: self.state(headline) for headline in self.headlines}

    def _changed(self) -> None:
        """What is typed stays as it is; out of sight nothing is done, the page refreshes it when it is entered."""
        around = self.parentWidget()
        if around is not None and around.isVisible() and self._states() != self._known:
            self.refresh()


def reported_figures(context: Context) -> RoundFigures | None:
    """The figures the report tells of, where they are somebody's answers."""
    told = chosen_round(context.document)
    found = None if told is None else context.bridge.figures(told.id)
    return None if found is None or found.target else found
