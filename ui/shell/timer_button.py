"""The timer of the block that runs, in the top bar: seen from every workspace, its menu holds what can be done."""

from __future__ import annotations

from PySide6.QtWidgets import QMenu, QSizePolicy

from cxstudio.look.roles import Role
from cxstudio.wording.findings.agenda_sentences import behind_text, timer_text
from ui.context.context import Context
from ui.theme.plain_texts import PlainButton, set_tooltip
from ui.widgets.basics import restyle
from ui.widgets.menus import open_below

_ACTS = ("run.next", "run.more", "run.pause", "run.skip", "run.back", "ideas.show_agenda")


class TimerButton(PlainButton):
    """Hidden while no workshop runs."""

    def __init__(self, context: Context) -> None:
        super().__init__("")
        self.context = context
        self.setProperty("kind", "ghost")
        self.setObjectName("timer")
        self.setIcon(context.theme.icon("history", Role.ACCENT))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.hide()
        self.clicked.connect(lambda *_: open_below(self.acts(), self))
        context.run.ticked.connect(self.refresh)

    def refresh(self) -> None:
        """Say how much is left."""
        standing, tr = self.context.run.standing, self.context.tr
        self.setVisible(standing is not None and standing.current is not None)
        if standing is None or standing.current is None:
            return
        name = standing.current.block.title or tr("Untitled")
        left = timer_text(standing.left)
        self.setText(tr("paused") if standing.paused else left)
        self.setAccessibleName(tr("{time} left for {block}.", time=left, block=self.context.texts.quoted(name)))
        set_tooltip(self, f"{name}\n{behind_text(standing, self.context.texts)}")
        tone = "critical" if standing.signal is not None else ""
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            restyle(self)

    def acts(self) -> QMenu:
        """What can be done with the workshop from anywhere."""
        menu = QMenu(self)
        menu.addActions([self.context.commands.action(command) for command in _ACTS])
        return menu
