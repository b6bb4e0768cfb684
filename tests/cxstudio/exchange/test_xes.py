"""Event logs in XES, well formed and hostile."""

import gzip
from pathlib import Path
from xml.sax.saxutils import quoteattr

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxstudio.errors import UserError
from cxstudio.exchange.event_logs.log_mapping import LogColumn, LogMapping, LogRole
from cxstudio.exchange.readers import read
from cxstudio.model import Department, Touchpoint
from cxstudio.wording.error_sentences import sentence
from tests.cxstudio.exchange.logs import DE, EN, of, said, ways
from tests.examples import examples


def xes(body: str) -> str:
    return f'<?xml version="1.0"?><log xmlns="http://www.xes-standard.org/">{body}</log>'


def event(name: str, time: str = "", more: str = "") -> str:
    when = f'<date key="time:timestamp" value="{time}"/>' if time else ""
    return f'<event><string key="concept:name" value={quoteattr(name)}/>{when}{more}</event>'


def test_xes_with_namespaces_nested_attributes_and_globals(tmp_path: Path) -> None:
    nested = '<list key="l"><values><string key="concept:name" value="no"/></values></list>'
    nested += '<string key="org:group" value="Desk"><string key="concept:name" value="nor this"/></string>'
    body = '<global scope="event"><string key="concept:name" value="none"/></global>'
    for day in range(1, 4):
        events = event("Call", f"2026-01-0{day}T08:00:00Z", nested) + event("Form", f"2026-01-0{day}T09:00:00Z")
        body += f'<trace><string key="concept:name" value="same"/>{events}</trace>'
    path = tmp_path / "log.xes.gz"
    path.write_bytes(gzip.compress(xes(body + event("loose")).encode()))
    plan = read(path, language="en")
    assert plan.title == "log" and plan.log is not None
    assert (plan.log.cases, plan.log.events, plan.log.activities) == (3, 6, 2)
    assert [department.name for department in of(plan, Department)] == ["Desk"]
    assert "Outside the cases: 1 event: its case is missing" in said(plan)


def test_xes_keeps_its_order_where_times_are_missing() -> None:
    trace = "<trace>" + event("Form") + event("Call", "2026-01-01T08:00:00Z") + event("Letter") + "</trace>"
    plan = read(text=xes(trace), language="en")
    assert [point.name for point in of(plan, Touchpoint)] == ["Form", "Call", "Letter"]
    assert any("2 events name no time that can be read" in line for line in said(plan))
    untimed = read(text=xes("<trace>" + event("A") + event("B") + "</trace>"), language="en")
    assert untimed.log is not None and untimed.log.first is None and len(ways(untimed)) == 2


def test_xes_can_be_read_by_other_attributes() -> None:
    trace = "<trace>" + event("x", more='<string key="Step" value="Call"/>') + "</trace>"
    mapping = LogMapping(columns=(LogColumn(name="Step", role=LogRole.ACTIVITY),))
    assert [p.name for p in of(read(text=xes(trace), mapping=mapping), Touchpoint)] == ["Call"]


BOMB = '<!DOCTYPE log [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]><log><trace><event>&b;</event></trace></log>'
OUTSIDE = '<!DOCTYPE log [<!ENTITY x SYSTEM "file:///etc/hostname">]><log><trace>&x;</trace></log>'


@pytest.mark.parametrize(
    "text",
    [
        BOMB,
        OUTSIDE,
        "<log>",
        "<log/>",
        "<logs><trace/></logs>",
        "<log><trace/></log>",
        "<log>" + "<a>" * 500 + "</a>" * 500 + "</log>",
        '<?xml version="1.0" encoding="klingon"?><log><trace/></log>',
        "<log><trace><event/></trace></log>",
    ],
)
def test_odd_xes_is_refused_in_words(text: str, tmp_path: Path) -> None:
    path = tmp_path / "odd.xes"
    path.write_text(text, encoding="utf-8")
    try:
        plan = read(path)
    except UserError as error:
        assert sentence(error, DE) and sentence(error, EN)
    else:
        assert not plan.records and said(plan)


pieces = st.sampled_from(
    ["<log>", "</log>", "<trace>", "</trace>", "<event>", "</event>", '<date key="time:timestamp" value="2026"/>']
    + [
        '<string key="concept:name" value="A"/>',
        '<string value="&#0;"/>',
        "<!--",
        "&lt;",
        "]]>",
        "\x00",
        "ä",
        '<?xml version="1.1"?>',
    ]
)


@settings(max_examples=examples(60))
@given(st.lists(pieces, max_size=14).map(lambda parts: "<log>" + "".join(parts)) | st.text(max_size=60), st.booleans())
def test_whatever_the_xml_a_person_can_read_the_answer(
    tmp_path_factory: pytest.TempPathFactory, text: str, packed: bool
) -> None:
    path = tmp_path_factory.getbasetemp() / "any.xes"
    data = text.encode("utf-8", "replace")
    path.write_bytes(gzip.compress(data)[: max(12, len(data))] if packed else data)
    try:
        read(path).document()
    except UserError as error:
        assert sentence(error, DE)
