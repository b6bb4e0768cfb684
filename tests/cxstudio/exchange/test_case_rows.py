"""Tables with one row per case become event logs; lists with a few dates do not."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from cxstudio.exchange.plan.import_plan import ImportPlan
from cxstudio.exchange.readers import read, read_request
from cxstudio.model import Touchpoint
from tests.cxstudio.exchange.logs import EN, of

START = date(2026, 3, 1)
TIMES = [f"0{n}.03.2026 10:00;0{n}.03.2026 10:09;0{n}.03.2026" for n in range(1, 9)]
SURVEY = "ID;Startzeit;Fertigstellungszeit;Datum;Website;Hotline\n" + "".join(
    f"{n};{times};{n % 5 + 1};{n % 4 + 1}\n" for n, times in enumerate(TIMES)
)
MEASURES = "Nr.;Maßnahme;Start;Termin;Erledigt am\n" + "".join(f"{n};Sache {n};{t}\n" for n, t in enumerate(TIMES))


def wide(case: str = "Vorgang", gap: bool = False) -> str:
    heads = [case, "Antrag am", "Prüfung am", "Datum des Bescheids"]
    rows = []
    for n in range(20):
        days = [f"{START + timedelta(days=n + later):%d.%m.%Y}" for later in (0, 2, 5)]
        rows.append([f"V{n}", days[0], "" if gap and n % 2 else days[1], days[2]])
    return "\n".join(";".join(row) for row in [heads, *rows])


def names(plan: ImportPlan) -> list[str]:
    return [point.name for point in of(plan, Touchpoint)]


@pytest.mark.parametrize("case", ["Vorgang", "Case ID", "Ticket-Nr."])
def test_each_date_of_a_case_is_an_event(case: str) -> None:
    plan = read(text=wide(case))
    assert plan.source.reader == "event_log" and names(plan) == ["Antrag", "Prüfung", "Bescheids"]
    assert plan.log is not None and (plan.log.cases, plan.log.events) == (20, 60)
    (repair,) = plan.repairs
    assert repair.accepted and "Each row holds a whole case" in repair.said(EN)
    assert not read_request(plan.request.deciding(repair.id, False)).records


def test_a_step_without_a_date_did_not_happen() -> None:
    plan = read(text=wide(gap=True))
    assert plan.log is not None and plan.log.events == 50 and plan.log.variants == 2


@pytest.mark.parametrize(
    "text",
    [
        "Maßnahme;Start;Termin\nA;01.03.2026;01.04.2026\nB;02.03.2026;03.04.2026\n",
        "Ticket ID;Created at;Subject;Solved at\n1;2026-03-01;slow;2026-03-02\n2;2026-03-02;no;2026-03-04\n",
        SURVEY,
        MEASURES,
        "ID;Datum;Website;Hotline\n1;01.03.2026;4;5\n2;02.03.2026;3;2\n3;02.03.2026;1;2\n",
    ],
)
def test_other_tables_with_dates_are_no_logs(text: str) -> None:
    assert read(text=text).source.reader != "event_log"


def test_a_status_that_comes_again_is_what_happened() -> None:
    states = ("Open", "Check", "Closed")
    rows = [f"K-{n // 3},{START + timedelta(days=n):%d/%b/%y} 08:00 AM,{states[n % 3]}" for n in range(30)]
    plan = read(text="\n".join(["Issue key,Created,Status", *rows]))
    assert plan.source.reader == "event_log" and names(plan) == ["Open", "Check", "Closed"]
