"""Lines and cells pasted as touchpoints: what is understood, where it goes, what is left out and why."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxstudio.errors import UserError
from cxstudio.exchange.clipboard import list_paste
from cxstudio.exchange.clipboard.list_paste import PastedList, beyond, place_list, read_pasted
from cxstudio.exchange.clipboard.record_placing import MOST_TOUCHPOINTS, Place
from cxstudio.model import Channel, Department, Document, Journey, Stage, Touchpoint
from cxstudio.store import Draft
from cxstudio.wording.texts import texts

CELLS = (
    "Phase\tKontaktpunkt\tKanal\tAbteilung\n"
    "Vorher\tAnruf\tTelefon\tService\n\tBrief\tPost\tservice \nDanach\tBesuch\t\t\n"
)


def board() -> Document:
    records = (
        Journey(id="j", title="J"),
        Stage(id="s", journey="j", name="VORHER", order="a0"),
        Stage(id="s2", journey="j", name="Später", order="a1"),
        Touchpoint(id="t", stage="s", name="Schon da"),
        Touchpoint(id="t2", stage="s", name="Auch da", order="a1"),
        Department(id="d", name="Service"),
    )
    return Document(records)


def names(document: Document) -> dict[str, list[str]]:
    return {s.name: [t.name for t in document.touchpoints(s.id)] for s in document.stages("j")}


def test_lines_go_behind_the_selected_touchpoint_word_for_word() -> None:
    pasted = read_pasted('Anruf, Hotline\n  "Brief"  kommt\n\nSchritt; zwei\n', "de")
    assert pasted.plain
    draft = Draft(board())
    place_list(draft, pasted, Place("j", "s", "t"))
    assert names(draft.document)["VORHER"] == [
        "Schon da",
        "Anruf, Hotline",
        '"Brief" kommt',
        "Schritt; zwei",
        "Auch da",
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("* Load the app\n- Sign in\n3. First bill\n", ["Load the app", "Sign in", "First bill"]),
        ("1) One\n2) Two", ["One", "Two"]),
        ("4. Reminder\nBill\nCall", ["4. Reminder", "Bill", "Call"]),
        ("2-day letter\n-Bill", ["2-day letter", "-Bill"]),
    ],
)
def test_bullets_and_numbers_of_a_list_are_no_part_of_the_names(text: str, names: list[str]) -> None:
    pasted = read_pasted(text, "en")
    assert [r.name for r in pasted.plan.records if isinstance(r, Touchpoint)] == names


def test_cells_with_headings_find_stages_departments_and_channels() -> None:
    pasted = read_pasted(CELLS, "de")
    assert pasted.headed and pasted.columns == {"stage": 0, "touchpoint": 1, "channels": 2, "departments": 3}
    draft = Draft(board())
    made = place_list(draft, pasted, Place("j", "s2", "t"))
    assert names(draft.document) == {
        "VORHER": ["Schon da", "Auch da", "Anruf", "Brief"],
        "Später": [],
        "Danach": ["Besuch"],
    }
    assert [d.name for d in draft.document.all(Department)] == ["Service"]
    assert {c.name for c in draft.document.all(Channel)} == {"Telefon", "Post"}
    assert draft.get(Touchpoint, made[0]).departments == ("d",)


def test_columns_can_be_read_otherwise() -> None:
    pasted = read_pasted("Anruf\tTelefon\nBrief\tPost\n", "de", columns={"touchpoint": 1, "channels": 0}, headed=False)
    made = [r for r in pasted.plan.records if isinstance(r, Touchpoint)]
    assert [t.name for t in made] == ["Telefon", "Post"]
    assert {c.name for c in pasted.plan.records if isinstance(c, Channel)} == {"Anruf", "Brief"}


def test_a_first_line_that_only_sounds_like_a_heading_is_kept() -> None:
    pasted = read_pasted("Schritt 1: Anruf\nSchritt 2: Brief", "de")
    assert not pasted.headed and pasted.touchpoints == 2
    assert read_pasted("Kontaktpunkt\nAnruf", "de").touchpoints == 1


def test_what_is_left_out_is_told_with_its_reason() -> None:
    pasted = read_pasted("Phase\tKontaktpunkt\tKosten\nVorher\tAnruf\t3\n\t\t4\n", "de")
    said = [entry.said(texts("de")) for entry in pasted.plan.left_out]
    assert any("Kosten" in line for line in said)
    assert not pasted.plain


def test_twenty_thousand_lines_are_bounded_and_say_so() -> None:
    pasted = read_pasted("\n".join(f"Kontaktpunkt {n}" for n in range(20_000)), "de")
    assert pasted.touchpoints == MOST_TOUCHPOINTS
    assert sum(entry.count for entry in pasted.plan.left_out) == 20_000 - MOST_TOUCHPOINTS
    over = beyond(pasted, board(), "j")
    assert over is not None and over.count == 2
    draft = Draft(board())
    place_list(draft, pasted, Place("j", "s", "t"))
    assert len(draft.document.journey_touchpoints("j")) == MOST_TOUCHPOINTS
    with pytest.raises(UserError):
        place_list(draft, pasted, Place("j", "s", "t"))


@pytest.mark.parametrize("text", ["", "   \n\t\n", "1\n2\n3"])
def test_nothing_to_take_is_said(text: str) -> None:
    with pytest.raises(UserError):
        read_pasted(text, "de")


def test_a_text_beyond_all_bounds_is_refused_before_it_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(list_paste, "MOST_CHARACTERS", 10)
    with pytest.raises(UserError, match="10"):
        read_pasted("Kontaktpunkt", "de")


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=300))
def test_any_text_is_a_list_or_refused(text: str) -> None:
    try:
        pasted = read_pasted(text, "de")
    except UserError:
        return
    assert isinstance(pasted, PastedList)
    draft = Draft(board())
    assert len(place_list(draft, pasted, Place("j", "s", "t"))) == pasted.touchpoints
