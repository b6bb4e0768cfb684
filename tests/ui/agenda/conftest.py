"""The page of an agenda that has begun with a template."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.screens.agenda_states import FixedClock, planned
from tests.ui.agenda.agenda_pages import NINE, page_of
from ui.main_window.main_window import MainWindow
from ui.workspaces.ideas.agenda.agenda_page import AgendaPage


@pytest.fixture
def page(sample_window: MainWindow) -> Iterator[AgendaPage]:
    sample_window.resize(1600, 900)
    sample_window.context.run.clock = FixedClock(NINE)
    planned(sample_window, "en")
    yield page_of(sample_window)
