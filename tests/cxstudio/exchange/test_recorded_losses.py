"""What an import leaves out is kept in counts and reasons, and the report's method note names it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cxstudio.documents.text_report.markdown_report import report_markdown
from cxstudio.exchange.plan.import_plan import ImportPlan, ImportRequest, LeftOut, Message
from cxstudio.exchange.plan.recorded_losses import losses_text, with_losses_recorded
from cxstudio.exchange.readers import read
from cxstudio.model import Journey, Round
from cxstudio.wording import texts

SURVEY = "Person;Hotline;Rechnung\n1;5;6\n2;4;x-Müller\n3;2;7\n4;6;6\n5;3;5\n"


def test_the_method_note_names_what_a_survey_lost_and_nothing_of_what_stood_there() -> None:
    plan = read(text=SURVEY, language="de")
    assert plan.left_out
    document = plan.document()
    (round_,) = document.all(Round)
    assert round_.left_out and "Müller" not in round_.left_out
    told = report_markdown(document, "de").data.decode().replace("\\", "")
    assert "Beim Import weggelassen: " + round_.left_out in told


def test_a_journey_without_a_round_keeps_it_itself() -> None:
    source = "journey\n title Move\n section One\n  Start: 5: Me\n  wrong line without end here %%"
    plan = read(text=source, language="en")
    document = plan.document()
    assert bool(plan.left_out) == any(journey.left_out for journey in document.all(Journey))


@given(st.lists(st.tuples(st.text(min_size=3, max_size=9), st.integers(1, 50)), max_size=40))
def test_every_loss_is_counted_once_and_quoted_never(found: list[tuple[str, int]]) -> None:
    secret = "Frau Mustermann"
    left = [LeftOut(Message("row"), Message(secret), Message("“{text}” is odd", (("text", secret),)), 2),
            *(LeftOut(Message("row"), Message(secret), Message(why), n) for why, n in found)]  # fmt: skip
    plan = ImportPlan("T", (Journey(id="j", title="J"),), left_out=tuple(left), request=ImportRequest(language="en"))
    said = losses_text(plan, texts("en"))
    assert secret not in said
    counted = [int(part.split("\N{NO-BREAK SPACE}")[0].split(" ")[0].replace(",", "")) for part in said.split("; ")
               if part[:1].isdigit() and "×" in part]  # fmt: skip
    assert sum(counted) == 2 + sum(n for _, n in found) or any(";" in why for why, _ in found)
    assert with_losses_recorded(plan).records[0].left_out == said  # type: ignore[attr-defined]
