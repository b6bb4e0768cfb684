"""What the options of `import` decide about the meaning of a survey's answers, and what is still to be decided."""

from __future__ import annotations

import argparse
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from cxstudio.cli.parser import BadUsage
from cxstudio.errors import N_, UserError
from cxstudio.exchange.lists.list_mapping import ROLES, ListColumn, ListMapping
from cxstudio.exchange.lists.list_scale import HIGHEST, LOWEST
from cxstudio.exchange.mapping_files import reader_of
from cxstudio.exchange.plan.column_mapping import Mapping
from cxstudio.exchange.readers import read_request
from cxstudio.exchange.survey.proposal.decisions import (
    DIRECTION,
    WORDS,
    with_direction,
    with_missing,
    with_rows,
    with_scale,
)
from cxstudio.exchange.survey.survey_mapping import SCALED_ROLES, SurveyMapping
from cxstudio.model.folding import folded
from cxstudio.model.questions import LONGEST_SCALE
from cxstudio.wording import LANGUAGES
from cxstudio.wording import texts as texts_in

if TYPE_CHECKING:
    from cxstudio.cli.main import Run
    from cxstudio.exchange.plan.import_plan import Doubt, ImportPlan, ImportRequest

_ACCEPT = "--accept "
NO_ROLE = "none"
"""Stands for a column that is left out."""
_SCALE = re.compile(r"([+\-−]?\d{1,3})\s*(?:\.\.|…|–|:)\s*(\d{1,3})")


def with_decisions(
    request: ImportRequest, plan: ImportPlan, options: argparse.Namespace, run: Run
) -> tuple[ImportRequest, ImportPlan]:
    """The request as the options decide it, and its plan. Raises BadUsage for an option that decides nothing here."""
    if options.column:
        request = replace(request, mapping=_with_columns(plan, options, run))
        request = replace(request, reader=request.mapping.reader)  # type: ignore[union-attr]
        plan = read_request(request)
    if plan.source.reader == "touchpoints" and options.scale is not None:
        request = replace(request, mapping=_with_list_scale(plan, options.scale, run), reader="touchpoints")
        plan = read_request(request)
    elif not isinstance(plan.mapping, SurveyMapping) and options.scale is not None:
        raise BadUsage(run.words.tr("--scale is for surveys and for lists of touchpoints."))
    return _of_survey(request, plan, options, run)


def _with_list_scale(plan: ImportPlan, scale: str, run: Run) -> ListMapping:
    """The list's mapping with the scale of its ratings. Raises BadUsage."""
    lowest, highest = _ends(scale, run)
    mapping = plan.mapping if isinstance(plan.mapping, ListMapping) else ListMapping()
    if not (LOWEST <= lowest <= 1 and highest <= HIGHEST):
        raise BadUsage(run.words.tr("--scale takes the lowest and the highest answer, for instance 1..6."))
    return mapping.model_copy(update={"lowest": lowest, "highest": highest})


def _of_survey(
    request: ImportRequest, plan: ImportPlan, options: argparse.Namespace, run: Run
) -> tuple[ImportRequest, ImportPlan]:
    mapping = plan.mapping
    if not isinstance(mapping, SurveyMapping):
        if any((options.missing, options.reverse, options.words, options.leave_out, options.keep)):
            raise BadUsage(run.words.tr("--missing, --reverse, --words, --leave-out and --keep are for surveys."))
        return request, plan
    before = mapping
    for kind in options.leave_out:
        mapping = with_rows(mapping, kind, True)
    for kind in options.keep:
        mapping = with_rows(mapping, kind, False)
    mapping = _with_options(mapping, options, run)
    if options.words is not None:
        mapping = _with_words(replace(request, mapping=mapping), options.words, run)
    if mapping != before:
        request = replace(request, mapping=mapping, reader="survey")
        plan = read_request(request)
    return request, plan


def with_accepted(
    request: ImportRequest, plan: ImportPlan, accepted: list[str], run: Run
) -> tuple[ImportRequest, ImportPlan]:
    """The request with these proposals taken, questions and repairs alike, and its plan.

    An accepted repair may raise a question, which the same names answer. Raises BadUsage for one nobody proposed.
    """
    known: dict[str, None] = {}
    while True:
        known |= dict.fromkeys(name for doubt in plan.doubts for name in _names(doubt))
        known |= dict.fromkeys(repair.id for repair in plan.repairs)
        mapping = _answered(plan, accepted)
        taken = dict(request.decisions)
        open_ = [r.id for r in plan.repairs
                 if not r.accepted and r.id not in taken and ("all" in accepted or r.id in accepted)]  # fmt: skip
        if mapping is not None and mapping != request.mapping:
            request = replace(request, mapping=mapping, reader=reader_of(mapping))
        elif open_:
            request = request.deciding(open_[0], True)
        else:
            break
        plan = read_request(request)
    unknown = next((name for name in accepted if name != "all" and name not in known), None)
    if unknown is not None:
        raise BadUsage(run.words.tr("there is nothing called “{name}” to accept here, only {known}.", name=unknown,
                                    known=", ".join(known) or "–"))  # fmt: skip
    return request, plan


def _names(doubt: Doubt) -> list[str]:
    """What stands for its proposal, and for each answer that has a name of its own."""
    return [doubt.id, *(c.option.removeprefix(_ACCEPT) for c in doubt.choices if c.option.startswith(_ACCEPT))]


def _with_columns(plan: ImportPlan, options: argparse.Namespace, run: Run) -> ListMapping:
    """The list's mapping with the columns named: "touchpoint=Schritt", or "none=Schritt" for one to be left out.

    Raises BadUsage for what no column of such a list holds.
    """
    kind = options.reader if options.reader in ROLES else "touchpoints"
    mapping = plan.mapping if isinstance(plan.mapping, ListMapping) else ListMapping.model_validate({"reader": kind})
    for given in options.column:
        named, equals, column = (part.strip() for part in given.partition("="))
        role = _role(named, mapping)
        if role is None or not equals or not column:
            known = ", ".join((*mapping.roles, NO_ROLE))
            raise BadUsage(run.words.tr("--column takes what a column holds and its heading or number, for instance "
                                        "touchpoint=Step; a column can hold: {known}.", known=known))  # fmt: skip
        number = int(column) if column.isdecimal() else None
        place = ListColumn(name="" if number is not None else column, number=number, role=role)
        kept = [use for use in mapping.columns if use.role != role and not _same_column(use, place)]
        mapping = mapping.model_copy(update={"columns": (*kept, *((place,) if role != NO_ROLE else ()))})
    return mapping


def _role(named: str, mapping: ListMapping) -> str | None:
    """What is meant by a role's name, its beginning, or its label in any language; None where that is not one."""
    wanted = folded(named)
    known = {folded(role): role for role in (*mapping.roles, NO_ROLE)}
    for language in LANGUAGES:
        say = texts_in(language).tr
        known |= {folded(say(label)): role for role, label in mapping.roles.items()}
    begun = {role for word, role in known.items() if wanted and word.startswith(wanted)}
    return known.get(wanted) or (begun.pop() if len(begun) == 1 else None)


def _same_column(one: ListColumn, other: ListColumn) -> bool:
    """Whether two places name the same column."""
    if other.number is not None:
        return one.number == other.number
    return folded(one.name) == folded(other.name)


def undecided(plan: ImportPlan, run: Run) -> UserError:
    """The error for questions nobody decided: each with the option for what is proposed."""
    return UserError(
        N_(
            "Some answers may mean more than one thing: {questions} "
            "Decide with {options}, or accept all proposals with --accept all."
        ),
        N_("Nothing was imported."),
        questions=" ".join(doubt.said(run.texts) for doubt in plan.doubts),
        options=" ".join(doubt.choices[0].option for doubt in plan.doubts),
    )


def _ends(scale: str, run: Run) -> tuple[int, int]:
    """Lowest and highest answer out of "1..6". Raises BadUsage."""
    match = _SCALE.fullmatch(scale.strip())
    lowest, highest = (int(part.replace("−", "-")) for part in match.groups()) if match else (0, 0)
    if not 2 <= highest - lowest + 1 <= LONGEST_SCALE:
        raise BadUsage(run.words.tr("--scale takes the lowest and the highest answer, for instance 1..6."))
    return lowest, highest


def _with_options(mapping: SurveyMapping, options: argparse.Namespace, run: Run) -> SurveyMapping:
    if options.scale is not None:
        lowest, highest = _ends(options.scale, run)
        mapping = with_scale(mapping, lowest, highest)
        mapping = mapping.model_copy(update={"open": tuple(q for q in mapping.open if q != "zero" or lowest > 0)})
    if options.missing is not None:
        codes = tuple(code.strip() for code in options.missing.split(",") if code.strip() and code.strip() != "none")
        mapping = with_missing(mapping, codes)
        if "0" in codes:
            mapping = mapping.model_copy(update={"open": tuple(q for q in mapping.open if q != "zero")})
    for column in options.reverse or ():
        mapping = _reversed(mapping, column, run)
    return mapping


def _reversed(mapping: SurveyMapping, column: str, run: Run) -> SurveyMapping:
    rated = {use.number for use in mapping.columns if use.role in SCALED_ROLES}
    named = {use.number for use in mapping.columns if column in {str(use.number), use.name}}
    numbers = rated if column in {"all", "none"} else named
    if not numbers:
        raise BadUsage(run.words.tr("there is no column “{name}” to be reversed.", name=column))
    questions = [q for q in mapping.open if q == DIRECTION or q.removeprefix(f"{DIRECTION}:") in map(str, numbers)]
    for question in questions or [DIRECTION]:
        mapping = with_direction(mapping, question, numbers, column != "none")
    return mapping


def _with_words(request: ImportRequest, steps: int, run: Run) -> SurveyMapping:
    """The mapping with every question about words answered by the scale of so many steps."""
    plan = read_request(replace(request, reader="survey"))
    found = [doubt for doubt in plan.doubts if doubt.id.startswith(f"{WORDS}:")]
    if not found:
        assert isinstance(plan.mapping, SurveyMapping)
        return plan.mapping
    choice = next((c for c in found[0].choices if c.option == f"--words {steps}"), None)
    if choice is None or not isinstance(choice.mapping, SurveyMapping):
        known = ", ".join(c.option.removeprefix("--words ") for c in found[0].choices)
        raise BadUsage(run.words.tr("the words can stand for {known} steps, not for {n}.", known=known, n=steps))
    return _with_words(replace(request, mapping=choice.mapping), steps, run)


def _answered(plan: ImportPlan, accepted: list[str]) -> Mapping | None:
    """The mapping with the first question closed that is answered by one of these names; None where there is none."""
    for doubt in plan.doubts:
        named = next((c for c in doubt.choices if c.option.removeprefix(_ACCEPT) in accepted), None)
        if named is not None or "all" in accepted or doubt.id in accepted:
            return (named or doubt.choices[0]).mapping
    return None
