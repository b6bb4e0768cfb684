"""`import`: other people's files become a project; what was left out is said."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from cxstudio.cli.parser import BadUsage
from cxstudio.cli.projects import ending_of, refuse_source
from cxstudio.errors import N_, UserError

if TYPE_CHECKING:
    from cxstudio.cli.main import Run
    from cxstudio.exchange.plan import ImportPlan, ImportRequest

MOST_LINES = 40
"""Things left out that are named one by one."""


def import_source(options: argparse.Namespace, run: Run) -> int:
    """Read the source, say what was taken and left out, and write the project unless it is only a dry run."""
    _check_output(options, run)
    from cxstudio.exchange.readers import read_request

    request = _request(options, run)
    plan = read_request(request)
    if options.accept:
        plan = read_request(_deciding(request, plan, options.accept, run))
    if not plan.records:
        raise UserError(
            N_("It cannot be told what the columns of {name} are."),
            N_("Nothing was imported."),
            N_("Give a mapping with --mapping, or open the file in the window."),
            name=Path(options.source).name,
        )
    if not options.dry_run:
        from cxstudio.files.saving import save

        save(Path(options.output), plan.document())
    _tell(plan, run)
    said = N_("Nothing was written (dry run).") if options.dry_run else N_("Written: {name}")
    run.say(run.texts.tr(said, name=options.output))
    return 0


def _check_output(options: argparse.Namespace, run: Run) -> None:
    """Raises BadUsage or UserError before anything is read, where the result could not be written anyway."""
    if options.dry_run:
        return
    if not options.output:
        raise BadUsage(run.words.tr("{what} is missing; see {command} --help.", what="-o", command="cxstudio import"))
    ending_of(options.output, (".cxs",), run)
    refuse_source(options.output, options.source, run)
    if Path(options.output).is_file() and not options.force:
        raise UserError(N_("“{name}” is already there; --force would replace it."), name=Path(options.output).name)


def _request(options: argparse.Namespace, run: Run) -> ImportRequest:
    from cxstudio.exchange.mapping import load_mapping
    from cxstudio.exchange.plan import ImportRequest

    return ImportRequest(
        path=Path(options.source),
        mapping=load_mapping(options.mapping) if options.mapping else None,
        encoding=options.encoding or "",
        sheet=options.sheet or "",
        language=run.words.language,
    )


def _deciding(request: ImportRequest, plan: ImportPlan, accepted: list[str], run: Run) -> ImportRequest:
    """The request with repairs accepted. Raises BadUsage for a repair that was not proposed."""
    known = [repair.id for repair in plan.repairs]
    unknown = next((name for name in accepted if name != "all" and name not in known), None)
    if unknown is not None:
        raise BadUsage(run.words.tr("there is no repair “{name}” here, only {known}.", name=unknown,
                                    known=", ".join(known) or "–"))  # fmt: skip
    wanted = known if "all" in accepted else accepted
    return replace(request, decisions=tuple((name, True) for name in wanted))


def _tell(plan: ImportPlan, run: Run) -> None:
    texts = run.texts
    run.say(plan.title)
    if plan.source.encoding:
        run.say(texts.tr("Encoding: {name}", name=plan.source.encoding))
    for count in plan.preview.counts:
        run.say("+ " + count.said(texts))
    for note in plan.notes:
        run.say("· " + note.said(texts))
    for repair in plan.repairs:
        mark = texts.tr("repaired") if repair.accepted else texts.tr("--accept {id} repairs it", id=repair.id)
        run.say(f"? {repair.said(texts)} [{mark}]")
    for left in plan.left_out[:MOST_LINES]:
        run.say("− " + left.said(texts))
    if len(plan.left_out) > MOST_LINES:
        run.say(texts.trn("− and {n} more", "− and {n} more", len(plan.left_out) - MOST_LINES))
