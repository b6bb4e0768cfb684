"""Topics of notes are counted, and proposed where several share a word that says something."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cxstudio.analysis.journeys.note_topics import note_topics, proposed_topics
from cxstudio.model import Note

WORDS = st.sampled_from(("Rechnung", "rechnungen", "Wartezeit", "sehr", "nicht", "invoice", "Invoices", "was", "ok"))
NOTES = st.lists(
    st.tuples(st.lists(WORDS, max_size=5), st.sampled_from(("", "Geld", "geld ", "Zeit"))), max_size=14
).map(lambda told: tuple(Note(id=f"n{n}", text=" ".join(words), theme=theme) for n, (words, theme) in enumerate(told)))


@given(NOTES)
def test_topics_share_out_the_notes_that_have_one(notes: tuple[Note, ...]) -> None:
    topics = note_topics(notes)
    counted = [note for topic in topics for note in topic.notes]
    assert sorted(counted) == sorted(note.id for note in notes if note.theme.strip())
    assert len({topic.name.casefold() for topic in topics}) == len(topics)
    assert [len(t.notes) for t in topics] == sorted((len(t.notes) for t in topics), reverse=True)


@given(NOTES)
def test_proposals_are_words_of_all_their_notes_and_of_none_with_a_topic(notes: tuple[Note, ...]) -> None:
    by_id = {note.id: note for note in notes}
    for topic in proposed_topics(notes):
        assert len(topic.notes) >= 3 and topic.name.casefold() not in ("sehr", "nicht", "was", "ok")
        for note in topic.notes:
            assert topic.name.casefold()[:5] in by_id[note].text.casefold() and not by_id[note].theme.strip()
