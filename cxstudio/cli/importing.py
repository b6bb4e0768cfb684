"""`import`: other people's files become a project; what was left out is said."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from cxstudio.cli.parser import BadUsage
from cxstudio.cli.projects import ending_of, refuse_source, write_project
from cxstudio.errors import N_, UserError
from cxstudio.files import SUFFIX

if TYPE_CHECKING:
    from cxstudio.cli.main import Run
    from cxstudio.exchange.plan.import_plan import ImportPlan, ImportRequest

MOST_LINES = 12
"""Things left out that are named one by one, unless --verbose asks for all."""


def import_source(options: argparse.Namespace, run: Run) -> int:
    """Read the source, say what was taken and left out, and write the project unless it is only a dry run."""
    _check_output(options, run)
    from cxstudio.cli.import_decisions import undecided, with_accepted, with_decisions
    from cxstudio.exchange.mapping_files import save_mapping
    from cxstudio.exchange.readers import read_request

    request = _request(options, run)
    plan = read_request(request)
    if options.fold is not None:
        request = _folding(request, plan, options.fold, run)
        plan = read_request(request)
    request, plan = with_decisions(request, plan, options, run)
    if options.accept:
        request, plan = with_accepted(request, plan, options.accept, run)
    if not plan.records:
        raise _nothing(plan, Path(options.source).name, run)
    if plan.doubts:
        _tell(plan, run, verbose=options.verbose)
        raise undecided(plan, run)
    if options.save_mapping and plan.mapping is not None:
        save_mapping(plan.mapping, Path(options.save_mapping))
    if not options.dry_run:
        write_project(Path(options.output), plan.document(), run)
    _tell(plan, run, verbose=options.verbose)
    said = N_("Nothing was written (dry run).") if options.dry_run else N_("Written: {name}")
    run.say(run.texts.tr(said, name=options.output))
    return 0


def _check_output(options: argparse.Namespace, run: Run) -> None:
    """Raises BadUsage or UserError before anything is read, where the result could not be written anyway."""
    if options.dry_run:
        return
    if not options.output:
        raise BadUsage(run.words.tr("{what} is missing; see {command} --help.", what="-o", command="cxstudio import"))
    ending_of(options.output, (SUFFIX,), run)
    refuse_source(options.output, options.source, run)
    if Path(options.output).is_file() and not options.force:
        raise UserError(N_("“{name}” is already there; --force would replace it."), name=Path(options.output).name)


def _request(options: argparse.Namespace, run: Run) -> ImportRequest:
    from cxstudio.exchange.mapping_files import load_mapping
    from cxstudio.exchange.plan.import_plan import ImportRequest

    return ImportRequest(
        path=Path(options.source),
        reader=options.reader or "",
        mapping=load_mapping(options.mapping) if options.mapping else None,
        encoding=options.encoding or "",
        sheet=options.sheet or "",
        language=run.words.language,
    )


def _nothing(plan: ImportPlan, name: str, run: Run) -> UserError:
    """Why nothing can be taken over: what the plan says of a log, or that nobody knows what the columns are."""
    from cxstudio.exchange.plan.import_plan import Figure, Message, Names

    todo = N_("Give a mapping with --mapping, or open the file in the window.")
    if plan.source.reader == "event_log" and plan.notes:
        why = plan.notes[0]
        said = {name: v.said(run.texts) if isinstance(v, Message | Figure | Names) else v for name, v in why.values}
        return UserError(why.id, N_("Nothing was imported."), todo, **said)
    return UserError(N_("The columns of {name} were not recognised."), N_("Nothing was imported."), todo, name=name)


def _folding(request: ImportRequest, plan: ImportPlan, percent: str, run: Run) -> ImportRequest:
    """The request with another limit for what is folded away. Raises BadUsage where nothing is, or it is no share."""
    from cxstudio.exchange.event_logs.log_mapping import LogMapping
    from cxstudio.wording.number_parsing import parse_number

    if not isinstance(plan.mapping, LogMapping):
        raise BadUsage(run.words.tr("--fold is for event logs only."))
    try:
        part = (parse_number(percent, run.texts) or 0.0) / 100
    except ValueError:
        part = -1.0
    if not 0 <= part <= 0.5:
        raise BadUsage(run.words.tr("--fold takes a percentage from 0 to 50."))
    return replace(request, mapping=plan.mapping.model_copy(update={"fold": part}))


def _tell(plan: ImportPlan, run: Run, *, verbose: bool) -> None:
    texts = run.texts
    run.say(plan.title)
    if plan.left_out:
        run.say(_summary(plan, run))
    if plan.source.encoding:
        run.say(texts.tr("Encoding: {name}", name=plan.source.encoding))
    for count in plan.preview.counts:
        run.say("+ " + count.said(texts))
    for note in plan.notes:
        run.say("· " + note.said(texts))
    for doubt in plan.doubts:
        run.say(f"? {doubt.said(texts)}")
        for choice in doubt.choices:
            run.say(f"    {choice.option}   {choice.label.said(texts)}")
    for repair in plan.repairs:
        mark = texts.tr("repaired") if repair.accepted else texts.tr("--accept {id} repairs it", id=repair.id)
        run.say(f"? {repair.said(texts)} [{mark}]")
    shown = plan.left_out if verbose else plan.left_out[:MOST_LINES]
    for left in shown:
        run.say("− " + left.said(texts))
    if len(plan.left_out) > len(shown):
        more = len(plan.left_out) - len(shown)
        run.say(texts.trn("… and {n} more; --verbose lists all", "… and {n} more; --verbose lists all", more))


def _summary(plan: ImportPlan, run: Run) -> str:
    """How much was left out: columns, rows, and anything else."""
    texts, where = run.texts, [left.where.id for left in plan.left_out]
    columns, rows = (sum(place.startswith(word) for place in where) for word in ("Column", "Row"))
    other = len(where) - columns - rows
    parts = (
        texts.trn("{n} column", "{n} columns", columns) if columns else "",
        texts.trn("{n} row", "{n} rows", rows) if rows else "",
        texts.trn("{n} other item", "{n} other items", other) if other else "",
    )
    return texts.tr("Left out: {what}", what=", ".join(part for part in parts if part))
