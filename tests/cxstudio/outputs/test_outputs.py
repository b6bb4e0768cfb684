"""The table of outputs: every row makes what its ending says, and is found by those who read the table."""

import pytest

from cxstudio.catalogue.samples import sample
from cxstudio.edits import Rule, add_change, add_ideas, derive_journey, open_vote
from cxstudio.errors import UserError
from cxstudio.layout.charts.chart_request import Wanted
from cxstudio.model import Document
from cxstudio.model.kinds import VoteKind
from cxstudio.outputs.output import Need, Order
from cxstudio.outputs.table import BY_ID, OUTPUTS, make_output
from cxstudio.render.picture_files.chart_files import ChartOrder
from cxstudio.store import Store

BEGINS = {
    ".pdf": b"%PDF",
    ".pptx": b"PK",
    ".html": b"<!DOCTYPE html>",
    ".svg": b"<?xml",
    ".png": b"\x89PNG",
    ".xlsx": b"PK",
    ".csv": b"\xef\xbb\xbf",
    ".mmd": b"journey",
    ".opml": b"<?xml",
    ".ics": b"BEGIN:VCALENDAR",
    ".md": b"# ",
    ".json": b"{",
    ".txt": (b"\xef\xbb\xbf", b"class"),
}
CHART = ChartOrder("journey1", "round1", Wanted("importance"), "en", 720.0, 420.0)


@pytest.fixture(scope="module")
def planned() -> Document:
    store = Store(sample("lindenfurt", "en").document)
    with store.transaction("plan") as draft:
        derive_journey(draft, "journey1")
        ideas = add_ideas(draft, None, ["One name", "Notes travel along"])
        open_vote(draft, ideas, "Which?", VoteKind.POINTS, 3, 5, Rule())
        add_change(draft, "I do not know whether you got my notice.", "You get a message.", "The letter follows.")
    return store.document


@pytest.mark.parametrize("row", OUTPUTS, ids=lambda row: row.id)
def test_every_output_is_a_file_of_its_kind(row, planned):
    told = []
    order = Order("en", "journey1", details=CHART if row.needs is Need.CHART else None)
    made = make_output(row.id, planned, order, progress=lambda share, _: told.append(share))
    assert made.data.lstrip().startswith(BEGINS[row.ending])
    assert told == sorted(told) and 0 < told[0] <= told[-1] <= 1


@pytest.mark.parametrize("row", [row for row in OUTPUTS if row.needs is Need.JOURNEY], ids=lambda row: row.id)
def test_without_a_journey_what_is_about_one_says_so(row):
    with pytest.raises(UserError, match="no journey"):
        make_output(row.id, Document(), Order("en"))


def test_the_command_line_knows_from_the_ending_what_is_meant():
    asked = [(row.command, row.ending) for row in OUTPUTS if row.command]
    assert len(set(asked)) == len(asked)
    assert len(BY_ID) == len(OUTPUTS)
    assert all(row.sample.endswith(row.ending) for row in OUTPUTS if row.sample)


@pytest.mark.parametrize("board", ["schedule", "board", "effort_impact"])
def test_a_board_without_measures_says_so(board):
    with pytest.raises(UserError, match="no measures"):
        make_output(f"{board}_svg", Document(), Order("en"))
