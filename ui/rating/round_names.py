"""What a round is called on the map: title, day, view and how many people."""

from __future__ import annotations

from cxstudio.model import Document, Round
from cxstudio.model.kinds import RoundKind, View
from cxstudio.wording import N_, Texts

VIEWS = {
    View.CUSTOMERS: N_("customers’ view"),
    View.EMPLOYEES: N_("employees’ view"),
    View.EXPERTS: N_("experts’ view"),
}
_UNTITLED = {RoundKind.GROUP: N_("Group value"), RoundKind.TARGET: N_("Target values")}


def round_name(document: Document, shown: Round, texts: Texts) -> str:
    """Title, else the group's value or the number among the journey's rounds."""
    if shown.title:
        return shown.title
    if shown.kind in _UNTITLED:
        return texts.tr(_UNTITLED[shown.kind])
    number = [r.id for r in document.having(Round, "journey", shown.journey)].index(shown.id) + 1
    return texts.tr("Round {number}", number=number)


def round_status(document: Document, shown: Round, people: int, texts: Texts) -> str:
    """The round as the status line names it; without a number of people where that is 0."""
    parts = [round_name(document, shown, texts)]
    if shown.day is not None and texts.long_date(shown.day, year=False) not in parts[0]:
        parts.append(texts.long_date(shown.day, year=False))
    view = texts.tr(VIEWS[shown.view])
    if shown.kind is RoundKind.TARGET:
        return " · ".join(parts)
    if people < 1 or shown.kind in (RoundKind.GROUP, RoundKind.TARGET):
        parts.append(view)
    else:
        parts.append(texts.tr("{view}, n = {n}", view=view[:1].upper() + view[1:], n=texts.number(people)))
    return " · ".join(parts)
