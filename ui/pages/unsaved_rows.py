"""Rows of the start page: unsaved work that can be gone on with, and work that was kept because it did not fit."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from cxstudio.look.roles import Role
from ui.context.sessionless_context import Ground
from ui.theme.plain_texts import PlainToolButton, set_tooltip
from ui.widgets.basics import button, label, row
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.menus import entry, open_below

if TYPE_CHECKING:
    from cxstudio.session import PendingWork
    from cxstudio.session.kept_work import KeptWork

    Work = PendingWork | KeptWork


@dataclass(frozen=True, slots=True)
class Found:
    """Unsaved work of earlier sessions, the newest first."""

    pending: tuple[PendingWork, ...] = ()
    kept: tuple[KeptWork, ...] = ()


@dataclass(frozen=True, slots=True)
class Begun:
    """What there is to go on with, and how."""

    title: str
    """The project open behind the page; "" when there is none."""
    find: Callable[[], Found]
    """Lists unsaved work. Called beside the window: a disk may take its time."""
    open: Callable[[Work], object]
    deeds: Callable[[Work], Iterator[tuple[str, Callable[[], object]]]]
    """What else can be done with it, in the window's language."""


class UnsavedRow(QWidget):
    """One piece of work: a click opens it, a menu has the rest."""

    def __init__(self, ground: Ground, begun: Begun, work: Work, what: str) -> None:
        super().__init__()
        title = work.title or (work.path.stem if work.path else ground.tr("Without a title"))
        self.line = line(title, what, ground.texts.date(work.changed_at.date()), lambda: begun.open(work))
        self.more = PlainToolButton()
        self.more.setIcon(ground.theme.icon("more", Role.MUTED))
        self.more.setIconSize(QSize(18, 18))
        name = ground.tr("More for {title}", title=ground.texts.quoted(title))
        self.more.setAccessibleName(name)
        set_tooltip(self.more, name)
        self.more.clicked.connect(lambda: open_below(self.menu(), self.more))
        self._deeds = partial(begun.deeds, work)
        box = row(self, self.line, self.more, spacing=4)
        box.setStretch(0, 1)

    def menu(self) -> QMenu:
        """What can be done with it."""
        menu = QMenu(self)
        for text, act in self._deeds():
            entry(menu, text, act)
        return menu


def pending_words(ground: Ground, work: PendingWork) -> str:
    """What is to be known of work that can be gone on with."""
    if not work.readable:
        return ground.tr("cannot be read at the moment: {place}", place=work.folder)
    return str(work.path.parent) if work.path else ground.tr("has no file yet")


def kept_words(ground: Ground, work: KeptWork) -> str:
    """The same of work that was kept."""
    size = ground.tr("{n} kB", n=ground.texts.number(max(1, round(work.size / 1000))))
    if work.path is None:
        return ground.tr("could not be opened with its project · {size}", size=size)
    return ground.tr("did not fit {name} · {size}", name=ground.texts.quoted(work.path.name), size=size)


def line(title: str, place: str, when: str, act: Callable[[], object]) -> QPushButton:
    """A row that opens something: what, where, and from when."""
    made = button("", act, "row", name=f"{title}, {place}")
    set_tooltip(made, place)
    parts = [ElidedLabel(title, "strong"), ElidedLabel(place, "small"), label(when, "small")]
    box = row(made, *parts, spacing=14)
    box.setStretch(0, 2)
    box.setStretch(1, 3)
    box.setContentsMargins(10, 0, 10, 0)
    for part in parts:
        part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return made


def changed_on(moment: datetime | None, ground: Ground) -> str:
    """The day of a moment, "" for one nobody knows."""
    return ground.texts.date(moment.date()) if moment else ""
