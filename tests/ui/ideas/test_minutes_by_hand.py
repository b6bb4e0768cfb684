"""Photos of walls and pictures on notes in the real window, and the minutes made of them: nothing hidden is kept."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cxstudio.edits import (
    Rule,
    add_block,
    add_ideas,
    add_workshop,
    ask,
    hand_in,
    open_vote,
    remove_records,
    reveal_votes,
    write_silently,
)
from cxstudio.model import AgendaBlock, Idea, Participant, VoteRound, Workshop
from cxstudio.model import Picture as PictureRecord
from cxstudio.model.kinds import VoteKind
from cxstudio.outputs.output import Order
from cxstudio.outputs.table import make_output
from tests.ui.comparing_desk import run
from tests.unmeasured import unmeasured
from ui.main_window.main_window import MainWindow
from ui.workspaces.ideas.ideas_workspace import IdeasWorkspace
from ui.workspaces.ideas.minutes.minutes_page import MinutesPage

DEVICE, PLACE = b"Phone of somebody", b"Somewhere 12"


def photo(width: int = 800, height: int = 600, colour: str = "navy") -> bytes:
    """A phone's picture lying on its side, with device, place and a position in its head."""
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x0110] = DEVICE.decode()
    exif[0x013B] = PLACE.decode()
    exif.get_ifd(0x8825)[2] = (52.0, 30.0, 12.0)
    out = io.BytesIO()
    Image.new("RGB", (width, height), colour).save(out, "JPEG", exif=exif)
    assert DEVICE in out.getvalue() and PLACE in out.getvalue()
    return out.getvalue()


def page_of(window: MainWindow) -> MinutesPage:
    run(window, "go.ideas", "ideas.show_minutes")
    workspace = window.shell.view.current
    assert isinstance(workspace, IdeasWorkspace)
    found = workspace.views.page
    assert isinstance(found, MinutesPage)
    return found


def drop(target: object, paths: list[Path]) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    event = QDropEvent(QPointF(30, 30), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
                       Qt.KeyboardModifier.NoModifier)  # fmt: skip
    target.dropEvent(event)  # type: ignore[attr-defined]


def settle(ready: object) -> None:
    for _ in range(400):
        QApplication.processEvents()
        if ready():  # type: ignore[operator]
            return
        QTest.qWait(10)
    raise AssertionError("nothing came")


def pictures(window: MainWindow) -> tuple[PictureRecord, ...]:
    return window.context.document.all(PictureRecord)


def test_photos_go_to_the_block_that_runs_without_place_and_device(
    window_with_agenda: MainWindow, tmp_path: Path
) -> None:
    window, context = window_with_agenda, window_with_agenda.context
    before = len(pictures(window))
    page = page_of(window)
    block = next(b for b in context.document.all(AgendaBlock) if b.title == "Silent writing")
    assert page.target == block.id and not page.faces.isVisible()
    said = {line.part.name: line.said for line in page.contents.lines}
    assert (
        said["AGENDA"] == "2 blocks" and said["VOTES"] == "1 vote" and said["PARTICIPANTS"] == "2 people: 2 × Service"
    )
    assert not said["PHOTOS"]
    one, two = tmp_path / "wall one.jpg", tmp_path / "wall two.jpg"
    one.write_bytes(photo())
    two.write_bytes(photo(colour="olive"))
    drop(page, [one, two])
    settle(lambda: len(pictures(window)) == before + 2)
    made = pictures(window)[-2:]
    assert [p.about for p in made] == [block.id, block.id] and page.faces.isVisible()
    for picture in made:
        data = context.session.assets[picture.asset]
        assert DEVICE not in data and PLACE not in data and b"Exif" not in data
        with Image.open(io.BytesIO(data)) as kept:
            assert kept.size == (600, 800) and not kept.getexif()
    assert {line.part.name: line.said for line in page.contents.lines}["PHOTOS"] == "2 photos"
    page.names.click()
    assert "Robin 0" in page.contents.lines[0].said
    page.names.click()
    shown = page.lists[block.id]
    shown.shift(made[1].id, -1)
    assert [p.id for p in context.document.having(PictureRecord, "about", block.id)] == [made[1].id, made[0].id]
    broken = tmp_path / "broken.jpg"
    broken.write_bytes(photo()[:200])
    told: list[Any] = []
    context.messages.posted.connect(told.append)
    drop(page, [broken])
    settle(lambda: told)
    assert "cannot be read" in told[0].text
    assert len(pictures(window)) == before + 2
    target = tmp_path / "saved.cxs"
    context.session.save_as(target)
    assert DEVICE not in target.read_bytes() and PLACE not in target.read_bytes()


def test_the_minutes_say_what_was_decided_and_nobody_s_vote(window_with_agenda: MainWindow) -> None:
    document = window_with_agenda.context.document
    said = _read(make_output("minutes_pdf", document, Order("en")).data)
    for part in ("Minutes: Workshop day", "09:00–09:30", "Silent writing", "2 × Service", "What was decided",
                 "Which:", "One name", "chosen", "2 of 2 voted"):  # fmt: skip
        assert part in said, (part, said)
    assert "Robin" not in said and "fox" not in said and "owl" not in said
    written = make_output("minutes_markdown", document, Order("de")).data.decode()
    assert written.startswith("# Protokoll: Workshop day") and "Robin" not in written


def test_a_picture_dropped_on_a_note_hangs_on_it_and_stays_covered(sample_window: MainWindow, tmp_path: Path) -> None:
    window, context = sample_window, sample_window.context
    with context.session.transaction("Ideas") as draft:
        question = ask(draft, "How might we?")
        (idea,) = add_ideas(draft, question, ["A sketch"])
    run(window, "go.ideas", "ideas.show_wall")
    workspace = window.shell.view.current
    assert isinstance(workspace, IdeasWorkspace)
    wall = workspace.wall
    file = tmp_path / "sketch.jpg"
    file.write_bytes(photo())
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    wall.pictures.take(data, idea)
    settle(lambda: context.document.having(PictureRecord, "about", idea))
    note = wall.model.wall.note(idea)
    assert note is not None and note.picture[0] and "1 photo" in note.spoken
    assert note.picture[0] in {getattr(i, "asset", "") for p in wall.area.view.shown.body.flat() for i in p.group.items}
    drop(wall.area.view, [file])  # beside every note: a new one, called like the file
    settle(lambda: any(i.text == "sketch" for i in context.document.all(Idea)))
    with context.session.transaction("Silently") as draft:
        write_silently(draft, question, True)
        draft.update(Idea, idea, covered=True)
    run(window, "ideas.cover_here")
    covered = wall.model.wall.note(idea)
    assert covered is not None and covered.picture == ("", "")
    context.selection.select(idea)
    QGuiApplication.clipboard().setText("Two\nmore ideas")
    n = len(context.document.all(Idea))
    QTest.keyClick(wall.area.view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert len(context.document.all(Idea)) == n + 2


@pytest.fixture
def window_with_agenda(sample_window: MainWindow) -> MainWindow:
    """A day with two blocks of which the second runs, a vote that is over, and two people with names."""
    with sample_window.context.session.transaction("Day") as draft:
        people = [draft.create(Participant(id=draft.new_id(), name=f"Robin {n}", role="Service", order=f"z{n}")).id
                  for n in range(2)]  # fmt: skip
        day = add_workshop(draft, "Workshop day", starts="09:00", people=tuple(people))
        first = add_block(draft, day, "Arriving", minutes=30)
        second = add_block(draft, day, "Silent writing", minutes=20)
        draft.update(AgendaBlock, first, began="2026-03-10T08:00:00Z", ended="2026-03-10T08:31:00Z")
        draft.update(AgendaBlock, second, began="2026-03-10T08:31:00Z")
        draft.update(Workshop, day, began="2026-03-10T08:00:00Z")
        ideas = add_ideas(draft, ask(draft, "How might we?"), ["One name", "Notes travel"])
        vote = open_vote(draft, ideas, "Which?", VoteKind.POINTS, 3, 2, Rule(places=1))
        hand_in(draft, vote, {ideas[0]: 3}, "fox")
        hand_in(draft, vote, {ideas[0]: 2, ideas[1]: 1}, "owl")
        reveal_votes(draft, vote)
    return sample_window


@unmeasured()
def _read(data: bytes) -> str:
    from pypdf import PdfReader

    return " ".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages)


def test_photos_of_sixty_megapixels_become_smaller_or_are_refused_in_one_sentence(
    window_with_agenda: MainWindow, tmp_path: Path
) -> None:
    window, context = window_with_agenda, window_with_agenda.context
    page, before = page_of(window), len(pictures(window_with_agenda))
    told: list[Any] = []
    context.messages.posted.connect(told.append)
    wide, square = tmp_path / "wall.jpg", tmp_path / "scan.png"
    Image.new("L", (9000, 6700), 200).save(wide, "JPEG")
    Image.new("1", (7800, 7800)).save(square, "PNG")
    drop(page, [wide, square])
    settle(lambda: told and len(pictures(window)) == before + 1)
    said = " ".join(notice.text for notice in told)
    assert "“scan” was not added: The picture has 7800 × 7800 pixels" in said, said
    assert "The other pictures were added." in said and "Make it smaller" in said
    with Image.open(io.BytesIO(context.session.assets[pictures(window)[-1].asset])) as kept:
        assert max(kept.size) < 3000 and kept.size[0] > kept.size[1]
    assert square.exists() and wide.exists()


def test_who_voted_can_be_removed_and_the_vote_stays(window_with_agenda: MainWindow) -> None:
    context = window_with_agenda.context
    votes, people = context.document.all(VoteRound), context.document.all(Participant)
    with context.session.transaction("Remove people") as draft:
        remove_records(draft, [person.id for person in people])
    after = _read(make_output("minutes_pdf", context.document, Order("en")).data)
    assert context.document.all(VoteRound) == votes and "2 of 2 voted" in after and "chosen" in after
    run(window_with_agenda, "edit.undo")
    assert context.document.all(Participant) == people
