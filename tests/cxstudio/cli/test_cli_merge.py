"""`cxstudio merge`: two copies mailed around, through files."""

from pathlib import Path

import pytest

from cxstudio.files import load, save
from cxstudio.files.container import Package, pack
from cxstudio.model import Note, Touchpoint
from cxstudio.session import Folders, Session
from tests.cxstudio.cli.told import Run


@pytest.fixture
def copies(tmp_path: Path, project: Path) -> tuple[Path, Path]:
    """The sample saved by one person, and the copy another one went on with."""
    other = tmp_path / "sales.cxs"
    for path, folder, name in ((project, "a", "Saved"), (other, "b", "Hotline (sales)")):
        session = Session.open(project, Folders.below(tmp_path / folder))
        touchpoint = session.document.all(Touchpoint)[0].id
        with session.transaction("Rename") as draft:
            draft.update(Touchpoint, touchpoint, name=name)
            draft.create(Note(id="n-there" if path == other else "n-first", text="From sales", about=touchpoint))
        session.save_as(path) if path == other else session.save()
        session.close()
    session = Session.open(project, Folders.below(tmp_path / "a"))
    with session.transaction("Rename") as draft:
        draft.update(Touchpoint, session.document.all(Touchpoint)[0].id, name="Hotline (here)")
        draft.create(Note(id="n-here", text="From here"))
    session.save()
    session.close()
    return project, other


def test_conflicts_are_listed_and_nothing_is_written_before_they_are_decided(
    copies: tuple[Path, Path], run: Run
) -> None:
    here, there = copies
    before = here.read_bytes(), there.read_bytes()
    told = run("merge", here, there, "--lang", "en")
    assert told.code == 1 and "conflicts have to be decided" in told.one_sentence()
    assert "Changed there only: Notes: 1 added" in told.out and "1 conflict." in told.out
    assert "here: Hotline (here) | there: Hotline (sales) (Before: Saved)" in told.out
    assert run("merge", here, there, "--dry-run", "--lang", "en").code == 0
    assert before == (here.read_bytes(), there.read_bytes())


def test_both_copies_become_one_and_are_merged_without_a_question_the_next_time(
    copies: tuple[Path, Path], run: Run, tmp_path: Path
) -> None:
    here, there = copies
    both = tmp_path / "both.cxs"
    assert run("merge", here, there, "-o", both, "--prefer", "there").code == 0
    document = load(both).content.document
    assert "n-there" in document and document.all(Touchpoint)[0].name == "Hotline (sales)"
    told = run("merge", there, both, "--lang", "en")
    assert told.code == 0 and "0 conflicts." in told.out
    assert load(there).content.document == document
    again = run("merge", there, both, "--lang", "en")
    assert again.code == 1 and "nothing to merge" in again.one_sentence()


def test_a_file_that_is_there_is_kept_and_bad_copies_are_one_sentence(
    copies: tuple[Path, Path], run: Run, tmp_path: Path
) -> None:
    here, there = copies
    assert "--force" in run("merge", here, there, "-o", there, "--prefer", "here", "--lang", "en").one_sentence()
    newer, broken, stranger = (tmp_path / f"{name}.cxs" for name in ("newer", "broken", "stranger"))
    newer.write_bytes(pack(Package(b'{"format":99,"records":{}}')))
    broken.write_bytes(there.read_bytes()[:-200])
    save(stranger, load(here).content.document.evolve(drop=[r.id for r in load(here).content.document]))
    for path, said in ((newer, "newer version"), (broken, "damaged"), (stranger, "another project")):
        told = run("merge", here, path, "--lang", "en")
        assert told.code == 1 and said in told.one_sentence(), path
