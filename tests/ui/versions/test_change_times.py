"""When either side of a conflict was changed, as far as that can be known: never a moment nobody knows."""

import os
import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QLabel

from cxstudio.files.backups import Backups, saved_when, when
from cxstudio.merging.conflicts import Side
from cxstudio.model import Touchpoint
from cxstudio.session import Folders, Session
from cxstudio.session.folders import project_key
from tests.ui.versions.test_from_bars import settle
from ui.main_window.main_window import MainWindow
from ui.pages.versions.versions_page import VersionsPage


def heads(page: VersionsPage, side: Side) -> list[str]:
    assert page.panel is not None
    return [card.sides[side].findChildren(QLabel)[0].text() for card in page.panel.cards]


def test_a_version_counts_from_when_it_was_saved_not_from_when_it_was_replaced(tmp_path: Path) -> None:
    path, saved = tmp_path / "a.cxs", datetime(2026, 3, 12, 16, 40)
    path.write_bytes(b"one")
    os.utime(path, (saved.timestamp(), saved.timestamp()))
    kept = Backups(tmp_path / "kept").keep(path, datetime(2026, 4, 15, 9, 48))
    assert kept is not None and saved_when(kept) == saved and when(kept) == datetime(2026, 4, 15, 9, 48)


def test_either_side_says_between_which_saved_versions_it_was_changed(
    sample_window: MainWindow, tmp_path: Path
) -> None:
    window = sample_window
    session, path, copy = window.context.session, tmp_path / "a.cxs", tmp_path / "b.cxs"
    ids = [touchpoint.id for touchpoint in session.document.all(Touchpoint)]
    backups = Backups(session.folders.backups / project_key(path))

    def rename(there: Session, *places: int) -> None:
        with there.transaction("Rename") as draft:
            for place in places:
                draft.update(Touchpoint, ids[place], name=f"{id(there)} {place}")

    def saved(file: Path, moment: datetime, save: Callable[[], object]) -> None:
        save()
        os.utime(file, (moment.timestamp(), moment.timestamp()))

    saved(path, datetime(2020, 3, 12, 16, 40), lambda: session.save_as(path))
    shutil.copy(path, copy)
    rename(session, 0)
    saved(path, datetime(2020, 4, 15, 9, 48), session.save)
    backups.keep(path, datetime.now(), promised=True)
    rename(session, 1)
    session.save()
    session.file.saved_at = datetime(2020, 4, 16, 14, 31).astimezone()
    rename(session, 2)
    other = Session.open(copy, Folders.below(tmp_path / "there"))
    rename(other, 0, 1, 2)
    saved(copy, datetime(2020, 4, 16, 10, 2), other.save)
    other.close()

    window.context.commands.run("project.versions")
    settle(window)
    page = window.shell.page_widget
    assert isinstance(page, VersionsPage)
    assert window.shell.rail.isVisible()
    page.merge(copy)
    settle(window)
    assert heads(page, Side.HERE) == [
        "Here, changed between 12 March 2020, 16:40 and 15 April 2020, 09:48",
        "Here, changed between 15 April 2020, 09:48 and 16 April 2020, 14:31",
        "Here, changed after 16 April 2020, 14:31, not saved yet",
    ]
    assert set(heads(page, Side.THERE)) == {"There, changed between 12 March 2020, 16:40 and 16 April 2020, 10:02"}
