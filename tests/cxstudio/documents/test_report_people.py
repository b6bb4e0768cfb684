"""The report shows up nobody: who works at a touchpoint is printed beside bad figures only where that is wanted."""

from __future__ import annotations

import pytest

from cxstudio.catalogue.samples import sample
from cxstudio.documents.report.making import report_pdf
from cxstudio.edits import report_settings
from cxstudio.edits.journey.lanes import set_lane
from cxstudio.model import Document, SurveyCounts, Touchpoint, TouchpointRatings
from cxstudio.model.kinds import ReportPreset
from cxstudio.model.lane_kinds import LaneKind
from cxstudio.store import Store
from tests.cxstudio.documents.report_pages import pages_of


def with_staff(*, about_people: bool = False, rated: bool = True) -> Document:
    store = Store(sample("lindenfurt", "de").document)
    with store.transaction("") as draft:
        set_lane(draft, "journey1", LaneKind.STAFF, shown=True)
        draft.update(Touchpoint, "t08", staff="Zwei am Schalter")
        if about_people:
            report_settings(draft, about_people=True, preset=ReportPreset.DOCUMENTATION)
        if not rated:
            for record in (*draft.document.all(TouchpointRatings), *draft.document.all(SurveyCounts)):
                draft.remove(record.id)
    return store.document


@pytest.mark.parametrize(
    ("about_people", "rated", "printed"), [(False, True, False), (True, True, True), (False, False, True)]
)
def test_staff_beside_bad_figures_only_where_wanted(about_people: bool, rated: bool, printed: bool) -> None:
    document = with_staff(about_people=about_people, rated=rated)
    said = " ".join(" ".join(pages_of(report_pdf(document, {}, "de"))).split())
    assert ("Zwei am Schalter" in said) is printed
