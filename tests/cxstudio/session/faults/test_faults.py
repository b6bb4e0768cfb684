"""Every call on the disk fails once, in every way: the file is old or new, and nothing acknowledged is lost.

`make test` makes a sample of the runs, `make torture` all of them.
"""

import os
from pathlib import Path

import pytest

from cxstudio.files import load
from cxstudio.model import Note
from cxstudio.session import Session
from tests.cxstudio.session.faults.failing_io import FailingIO
from tests.cxstudio.session.faults.fault_page import SAMPLE
from tests.cxstudio.session.faults.runs import KINDS, run_once, runs_of
from tests.cxstudio.session.faults.scenarios import SCENARIOS
from tests.cxstudio.session.faults.world import World, begun

pytestmark = pytest.mark.skipif(os.name != "posix", reason="calls are made to fail as POSIX systems make them")


@pytest.mark.parametrize("name", SCENARIOS)
def test_a_sample_of_failing_calls_loses_nothing(name: str, tmp_path: Path) -> None:
    broken = [(where, what) for where, what in runs_of(name, tmp_path, SAMPLE) if what]
    assert not broken


@pytest.mark.torture
@pytest.mark.parametrize("name", SCENARIOS)
def test_no_failing_call_loses_anything(name: str, tmp_path: Path) -> None:
    made = list(runs_of(name, tmp_path))
    assert not [run for run in made if run[1]] and len(made) > len(KINDS)


def test_the_calls_of_a_scenario_are_the_same_each_time(tmp_path: Path) -> None:
    first, second = (run_once("save", tmp_path / n, 0, KINDS[0]) for n in ("a", "b"))
    assert len(first.calls) == len(second.calls) > 40
    assert [c.split()[0] for c in first.calls] == [c.split()[0] for c in second.calls]
    assert not first.broken and {"write", "fsync", "rename", "read"} <= {call.split()[0] for call in first.calls}


@pytest.mark.parametrize("harm", ["journal removed", "file torn", "edit forgotten"])
def test_what_is_lost_is_noticed(harm: str, tmp_path: Path) -> None:
    """The check itself: it finds what it is there to find."""
    world = World(tmp_path / "place", FailingIO([tmp_path]))
    world.make_folders()
    SCENARIOS["recover"].before(world)
    world.check()
    if harm == "journal removed":
        for journal in world.folders.journals.rglob("*.jsonl"):
            journal.unlink()
    elif harm == "file torn":
        world.path.write_bytes(world.path.read_bytes()[:-30])
    else:
        world.done["never typed"] = "a note"
    with pytest.raises(Exception, match=r"lost|damaged"):
        world.check()


def test_the_states_a_file_may_be_in_are_told_from_others(tmp_path: Path) -> None:
    world = World(tmp_path / "place", FailingIO([tmp_path]))
    world.make_folders()
    SCENARIOS["save"].before(world)
    world.write(world.opened.save, world.path)
    world.close()
    world.check()
    strange = Session.new(world.folders, begun("neither"))
    strange.save_as(world.path)
    strange.close()
    assert [note.text for note in load(world.path).content.document.all(Note)] == ["from the start neither"]
    with pytest.raises(AssertionError, match="neither the old nor the new"):
        world.check()
