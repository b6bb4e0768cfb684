"""`merge`: two copies of a project into one."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from cxstudio.cli.projects import ending_of, open_project, write_project
from cxstudio.errors import N_, UserError

if TYPE_CHECKING:
    from cxstudio.cli.main import Run
    from cxstudio.merging.three_way import Merge


def merge(options: argparse.Namespace, run: Run) -> int:
    """Say what either copy changed and every conflict, and write both in one. Raises UserError where nothing is."""
    from cxstudio.files import SUFFIX
    from cxstudio.merging.conflicts import Side
    from cxstudio.session.folders import Folders
    from cxstudio.session.versions.lineages import as_saved_here
    from cxstudio.session.versions.merging import compare, copy_of, kept_versions, merged_lineage, pictures_for

    output = Path(options.output or options.file)
    ending_of(str(output), (SUFFIX,), run)
    here, there = copy_of(open_project(options.file)), copy_of(open_project(options.other))
    kept = kept_versions(Folders.standard(), Path(options.file), Path(options.other))
    found, ancestor = compare(here, there, kept)
    _tell(found, ancestor is not None, run)
    side = Side(options.prefer) if options.prefer else None
    decisions = {conflict.place: side for conflict in found.conflicts} if side else {}
    if options.dry_run:
        run.say(run.texts.tr("Nothing was written (dry run)."))
        return 0
    if found.conflicts and side is None:
        raise UserError(
            N_("Nothing was written: conflicts have to be decided."),
            N_("Both files are unchanged."),
            N_("Use --prefer, or merge them in the window."),
        )
    if options.output and output.exists() and not options.force:
        raise UserError(N_("“{name}” is already there; --force would replace it."), name=output.name)
    document = found.document(decisions)
    pictures, missing = pictures_for(document, here.assets, there)
    own = as_saved_here(here.lineage, here.document, here.aside, Folders.standard())
    lineage = own.merged_with(merged_lineage(there))
    write_project(output, document, run, {**here.assets, **pictures}, here.aside, lineage)
    for digest in missing:
        run.say("! " + run.texts.tr("The picture {asset} is missing.", asset=digest[:12]))
    run.say(run.texts.tr("Written: {name}", name=output))
    return 0


def _tell(found: Merge, known: bool, run: Run) -> None:
    from cxstudio.merging.conflicts import Conflict
    from cxstudio.wording.findings.merge_sentences import conflict_lines, summary

    texts = run.texts
    if not known:
        run.say(texts.tr("No common version was found: every difference has to be decided."))
    for heading, changes in ((N_("Changed here only"), found.only_here), (N_("Changed there only"), found.only_there)):
        if changes:
            run.say(f"{texts.tr(heading)}: {summary(changes, texts)}")
    if found.erased:
        said = texts.trn(
            "{n} person deleted for good in one of the copies does not come back.",
            "{n} people deleted for good in one of the copies do not come back.",
            len(found.erased),
        )
        run.say(said)

    def line(conflict: Conflict) -> str:
        told = conflict_lines(conflict, found.find, texts)
        name = f" {texts.quoted(told.name)}" if told.name else ""
        said = texts.tr("Before: {value}", value=told.before)
        before = f" ({said})" if told.before else ""
        here, there = texts.tr("here: {value}", value=told.here), texts.tr("there: {value}", value=told.there)
        return f"! {told.kind}{name}, {told.what}: {here} | {there}{before}"

    for conflict in found.conflicts:
        run.say(line(conflict))
    n = len(found.conflicts)
    run.say(texts.trn("{n} conflict.", "{n} conflicts.", n))
