"""Pages of which one is in view; each is imported and made when first shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import TypeVar

from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.context.command import Command, Receiver

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class PageRow:
    """One page: its name in a row of segments, the command that shows it, and the class that stands behind it."""

    id: str
    text: str
    """Message id of its name."""
    command: str
    """Message id of the command that shows it, a verb first."""
    module: str = ""
    """Module of the widget's class; empty where the workspace makes the page itself."""
    widget: str = ""
    icon: str = ""
    synonyms: str = ""
    keys: str = ""


def commands_of(
    rows: Iterable[PageRow], group: str, prefix: str, receiver: Receiver[R], show: Callable[[R, str], object]
) -> tuple[Command, ...]:
    """One command per page: its id with `prefix` before it; the receiver shows the page of that id."""
    return tuple(_command(row, group, prefix, receiver, show) for row in rows)


def _command(row: PageRow, group: str, prefix: str, receiver: Receiver[R], show: Callable[[R, str], object]) -> Command:
    run = receiver.does(lambda target: show(target, row.id))
    return Command(prefix + row.id, row.command, group, row.keys, row.icon, row.synonyms, run=run)


class Pages(QStackedWidget):
    """A stack of pages by id. Those not handed over ready are made as `Widget(*given)` when first shown."""

    def __init__(self, rows: Sequence[PageRow], ready: dict[str, QWidget], *given: object) -> None:
        super().__init__()
        self._rows = {row.id: row for row in rows}
        self._given = given
        self._pages: dict[str, QWidget] = {}
        self.id = rows[0].id
        for page_id, page in ready.items():
            self._add(page_id, page)

    @property
    def page(self) -> QWidget:
        """The page in view."""
        return self._pages[self.id]

    def known(self, page_id: str) -> QWidget | None:
        """A page, where it has been made."""
        return self._pages.get(page_id)

    def show_page(self, page_id: str) -> QWidget:
        """Bring a page into view. Raises KeyError for an id no row has."""
        row = self._rows[page_id]
        if page_id not in self._pages:
            made = getattr(import_module(row.module), row.widget)(*self._given)
            assert isinstance(made, QWidget)
            self._add(page_id, made)
        self.id = page_id
        self.setCurrentWidget(self._pages[page_id])
        return self._pages[page_id]

    def _add(self, page_id: str, page: QWidget) -> None:
        self._pages[page_id] = page
        self.addWidget(page)
