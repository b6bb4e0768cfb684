"""Ideas and votes: each question with its touchpoints and ideas, what a vote decided by which rule, what follows."""

from __future__ import annotations

from collections.abc import Iterator

from cxstudio.analysis.ideas.idea_chain import trial_state
from cxstudio.analysis.measures.measure_standing import plan_numbers
from cxstudio.analysis.votes.vote_results import VoteResult, moved_since, result_of, rule_of
from cxstudio.documents.content import (
    Block,
    Cell,
    Column,
    Heading,
    Missing,
    Paragraph,
    Row,
    Section,
    Spacing,
    Style,
    Table,
    cell,
)
from cxstudio.documents.photo_rows import photo_rows
from cxstudio.documents.report.material import Material
from cxstudio.edits import about_of, ideas_on
from cxstudio.layout.boards.wall_items import TRIAL_WORDS, last_result
from cxstudio.look.roles import Role
from cxstudio.model import (
    Cluster,
    Document,
    Id,
    Idea,
    Measure,
    Picture,
    Prototype,
    Question,
    Test,
    Touchpoint,
    VoteRound,
)
from cxstudio.model.kinds import QuestionKind
from cxstudio.wording.fields.record_names import short_name
from cxstudio.wording.findings.idea_sentences import (
    OUTCOMES,
    cast_words,
    fixed_words,
    moved_words,
    question_words,
    rule_words,
    settled_words,
    tie_words,
)
from cxstudio.wording.texts import Texts


def content(material: Material) -> Section | Missing:
    """Questions in their order, ideas without a question last; who wrote one is not printed."""
    document, texts = material.document, material.texts
    asked = [q for q in document.all(Question) if q.kind is QuestionKind.HOW_MIGHT_WE and _shown(document, q.id)]
    blocks: list[Block] = []
    for question in asked:
        blocks += _question(material, question)
    if _shown(document, None):
        blocks += [Heading(texts.tr("Ideas without a question")), _table(material, None)]
    if not blocks:
        return Missing()
    ideas = [i for i in document.all(Idea) if i.merged_into is None and not i.covered]
    measures = [m for m in document.all(Measure) if m.ideas]
    headline = texts.trn("{n} idea", "{n} ideas", len(ideas))
    if measures:
        headline += ", " + texts.trn("{n} measure made of them", "{n} measures made of them", len(measures))
    return Section(
        headline, tuple(blocks), texts.tr("From the critical touchpoint through question and vote to the measure.")
    )


def _shown(document: Document, question: Id | None) -> list[Idea]:
    return [idea for idea in ideas_on(document, question) if not idea.covered]


def _question(material: Material, question: Question) -> Iterator[Block]:
    document, texts = material.document, material.texts
    yield Heading(question.text)
    view = document.find(question.from_view)
    if isinstance(view, Question):
        yield Paragraph(question_words(view, document, texts), Role.MUTED)
    about = [_touchpoint(material, i) for i in question.touchpoints]
    if any(about):
        yield Paragraph(texts.tr("Asked about: {touchpoints}", touchpoints=", ".join(filter(None, about))), Role.MUTED)
    yield _table(material, question.id)
    yield from _photos(document, question.id)
    for vote in document.all(VoteRound):
        if vote.question == question.id:
            yield Paragraph(_vote(document, vote, material))


def _photos(document: Document, question: Id) -> Iterator[Block]:
    """Pictures on the ideas that are not covered, each with its idea below where it has no words of its own."""
    shown = _shown(document, question)
    found = [photo.model_copy(update={"caption": photo.caption or idea.text})
             for idea in shown for photo in document.having(Picture, "about", idea.id)]  # fmt: skip
    yield from photo_rows(found)


def _touchpoint(material: Material, touchpoint: Id) -> str:
    """A touchpoint with its delta."""
    record = material.document.find(touchpoint)
    if not isinstance(record, Touchpoint):
        return ""
    mine = material.figures.of(touchpoint) if material.figures is not None else None
    delta = material.texts.signed(mine.delta.mean) if mine is not None and mine.delta is not None else ""
    return " ".join(part for part in (short_name(material.document, touchpoint), delta) if part)


def vote_sentences(document: Document, vote: VoteRound, texts: Texts) -> list[str]:
    """Rule and result of a vote; of one under way only that it is. Nothing of a single slip."""
    rule = rule_of(document, vote)
    said = [rule_words(vote, rule, texts), tie_words(rule, vote, texts), fixed_words(rule, texts)]
    result = result_of(document, vote)
    if result is None:
        said.append(texts.tr("The vote is under way."))
    else:
        said += [cast_words(result, vote, texts), settled_words(document, vote, result, texts)]
        moved = moved_since(document, vote)
        said.append("" if moved is None else moved_words(moved, texts))
    return [part for part in said if part]


def _vote(document: Document, vote: VoteRound, material: Material) -> str:
    title = vote.title or material.texts.tr("Vote")
    return " ".join((title.rstrip("?.!:") + ":", *vote_sentences(document, vote, material.texts)))


def _table(material: Material, question: Id | None) -> Table:
    tr, document = material.texts.tr, material.document
    known = last_result(document, question)
    result = known[1] if known is not None else None
    columns = (Column(tr("Idea"), 0.34), Column(tr("Cluster"), 0.16), Column(tr("Vote"), 0.13),
               Column(tr("Test"), 0.2), Column(tr("Measure")))  # fmt: skip
    ideas = _shown(document, question)
    places = {row.idea: n for n, row in enumerate(result.rows)} if result is not None else {}
    ideas.sort(key=lambda idea: places.get(idea.id, len(places)))
    return Table(columns, tuple(_row(material, idea, result) for idea in ideas), spacing=Spacing.CLOSE)


def _row(material: Material, idea: Idea, result: VoteResult | None) -> Row:
    document = material.document
    cluster = document.find(idea.cluster)
    name = cluster.name if isinstance(cluster, Cluster) else ""
    cells: tuple[Cell, ...] = (
        cell(idea.text, Style.STRONG), cell(name), _points(material, idea, result), _test(material, idea),
        _measures(material, idea),
    )  # fmt: skip
    return Row(cells, next(iter(about_of(document, idea)), None))


def _points(material: Material, idea: Idea, result: VoteResult | None) -> Cell:
    row = next((r for r in result.rows if r.idea == idea.id), None) if result is not None else None
    if row is None:
        return ()
    outcome = OUTCOMES[row.outcome]
    said = [str(row.points), material.texts.tr(outcome) if outcome else ""]
    return cell(" · ".join(part for part in said if part))


def _test(material: Material, idea: Idea) -> Cell:
    """How the last test ended and what was learned; until then what is believed, and with what it is tried."""
    document = material.document
    state = trial_state(document, idea.id)
    tests, prototypes = document.having(Test, "idea", idea.id), document.having(Prototype, "idea", idea.id)
    tried = [tests[-1].learned or tests[-1].hypothesis] if tests else []
    tried += [one.title for one in prototypes]
    said = "" if state is None else material.texts.tr(TRIAL_WORDS[state])
    return (*cell(said), *cell(" · ".join(part for part in tried if part), Style.SMALL, Role.MUTED))


def _measures(material: Material, idea: Idea) -> Cell:
    numbers = plan_numbers(material.document)
    made = material.document.having(Measure, "ideas", idea.id)
    return tuple(part for m in made for part in cell(f"{numbers[m.id]}. {m.title}"))
