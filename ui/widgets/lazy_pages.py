"""Pages of which one is in view; each is imported and made when first shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import TypeVar

from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.context.command import Command, Receiver
from ui.context.context import Context
from ui.context.view_state import PartState, restore, scroll, state_of
from ui.widgets.vertical_scroll_area import name_areas

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


def modules_of(rows: Iterable[PageRow]) -> tuple[str, ...]:
    """Where the pages stand that are made when first shown."""
    return tuple(row.module for row in rows if row.module)


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
        self._kept: dict[str, PartState] = {}
        """View state of pages not shown yet since the window was made anew."""
        self.id = next((row.id for row in rows if row.id in ready), rows[0].id)
        """The page in view; where none was handed over, the first, which nobody has seen yet."""
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
        if page_id in self._kept:
            kept = self._kept.pop(page_id)
            restore(self._pages[page_id], kept)
            scroll(self._pages[page_id], kept)
        return self._pages[page_id]

    def view_state(self) -> dict[str, PartState]:
        """What the pages out of view keep."""
        others = {page_id: state_of(page) for page_id, page in self._pages.items() if page_id != self.id}
        return {**others, **self._kept}

    def restore_view_state(self, state: dict[str, PartState]) -> None:
        """The pages get it when they are first shown."""
        self._kept = {page_id: kept for page_id, kept in state.items() if page_id != self.id}

    def _add(self, page_id: str, page: QWidget) -> None:
        self._pages[page_id] = page
        context = self._given[0] if self._given else None
        if isinstance(context, Context) and not page.accessibleName():
            page.setAccessibleName(context.tr(self._rows[page_id].text))
        name_areas(page)
        self.addWidget(page)
