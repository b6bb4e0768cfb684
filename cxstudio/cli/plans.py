"""`plan`: the action plan as a file, whole or one department's; and an edited one read in again."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Final

from cxstudio.cli.papers import hand_on
from cxstudio.cli.parser import BadUsage
from cxstudio.cli.projects import ending_of, open_project, write_project
from cxstudio.errors import N_, UserError
from cxstudio.files import SUFFIX

if TYPE_CHECKING:
    from cxstudio.analysis.measures.plan_scope import PlanScope
    from cxstudio.cli.main import Run
    from cxstudio.exchange.action_plan.plan_changes import CellEdit, ReturnedPlan
    from cxstudio.model import Document, Id

_ONLY_BACK: Final = ("add_new", "delete_missing", "prefer_table", "dry_run", "force")
"""Options that say something only where an edited plan is read."""


def plan(options: argparse.Namespace, run: Run) -> int:
    """Write the action plan, or the part of it one department answers for; or apply an edited one."""
    if options.edited is not None:
        return _take_back(options, run)
    if any(getattr(options, name) for name in _ONLY_BACK):
        said = "--add-new, --delete-missing, --prefer-table, --dry-run, --force"
        raise BadUsage(run.words.tr("{options} need --edited.", options=said))
    if options.output is None:
        raise BadUsage(run.words.tr("{what} is missing; see {command} --help.", what="-o", command="cxstudio plan"))

    def scope(document: Document) -> PlanScope:
        from cxstudio.analysis.measures.plan_scope import PlanScope

        return PlanScope(_department(document, options.department), options.names)

    return hand_on(options, run, scope)


def _department(document: Document, name: str | None) -> Id | None:
    """The department of that name. Raises UserError naming those there are."""
    from cxstudio.model import Department
    from cxstudio.model.folding import folded

    if name is None:
        return None
    there = [d for d in document.all(Department) if d.merged_into is None]
    found = next((d.id for d in there if folded(d.name) == folded(name)), None)
    if found is None:
        known = ", ".join(d.name for d in there) or "–"
        raise UserError(N_("There is no department “{name}” here, only {known}."), name=name, known=known)
    return found


def _take_back(options: argparse.Namespace, run: Run) -> int:
    """Say everything an edited plan would change, and write the project with what the options allow."""
    from cxstudio.edits.measures.measure_edits import take_returned
    from cxstudio.exchange.action_plan.plan_changes import decided
    from cxstudio.exchange.action_plan.returned_plan import compare
    from cxstudio.exchange.action_plan.returned_table import read_returned
    from cxstudio.store import Store

    _check_target(options, run)
    loaded = open_project(options.file)
    returned = compare(read_returned(Path(options.edited)), loaded.content.document, run.texts)
    _tell(returned, options, run)
    edits = [edit for edit in returned.edits if options.prefer_table or not edit.conflict]
    new = [each.record for each in returned.new] if options.add_new else []
    gone = [each.record for each in returned.missing] if options.delete_missing else []
    if options.dry_run or not (edits or new or gone):
        dry = options.dry_run and not returned.says_nothing
        said = N_("Nothing was written (dry run).") if dry else N_("Nothing was written: nothing changes.")
        run.say(run.texts.tr(said))
        return 0
    store = Store(loaded.content.document)
    with store.transaction("plan") as draft:
        take_returned(draft, decided(edits), new, gone)
    write_project(Path(options.output), store.document, run, loaded.assets, loaded.content.aside, loaded.lineage)
    run.say(run.texts.tr("Written: {name}", name=options.output))
    return 0


def _check_target(options: argparse.Namespace, run: Run) -> None:
    """Raises BadUsage or UserError before anything is read, where the result could not be written anyway."""
    if options.dry_run:
        return
    if options.output is None:
        raise BadUsage(run.words.tr("{what} is missing; see {command} --help.", what="-o", command="cxstudio plan"))
    ending_of(options.output, (SUFFIX,), run)
    if Path(options.output).exists() and not options.force:
        raise UserError(N_("“{name}” is already there; --force would replace it."), name=Path(options.output).name)


def _tell(returned: ReturnedPlan, options: argparse.Namespace, run: Run) -> None:
    texts = run.texts
    prefer, add = texts.tr("--prefer-table applies it"), texts.tr("--add-new adds it")
    delete = texts.tr("--delete-missing deletes it")
    for edit in returned.edits:
        if edit.conflict:
            left = "" if options.prefer_table else f" [{prefer}]"
            said = texts.tr("changed on both sides; as exported: {given}", given=edit.given or "–")
            run.say(f"! {_edit(edit, run)} ({said}){left}")
        else:
            run.say(f"~ {_edit(edit, run)}")
    for new in returned.new:
        hint = f" {new.hint.said(texts)}" if new.hint is not None else ""
        left = "" if options.add_new else f" [{add}]"
        run.say(f"+ {new.where.said(texts)}: {texts.quoted(new.title)}{hint}{left}")
    for missing in returned.missing:
        left = "" if options.delete_missing else f" [{delete}]"
        said = texts.tr("{title} is missing on {sheets}", title=texts.quoted(missing.title),
                        sheets=", ".join(missing.sheets))  # fmt: skip
        run.say(f"− {said}{left}")
    for problem in returned.problems:
        run.say("? " + problem.said(texts))
    for note in returned.notes:
        run.say("· " + note.said(texts))


def _edit(edit: CellEdit, run: Run) -> str:
    texts = run.texts
    what = f"{edit.where.said(texts)}: {texts.quoted(edit.title)}, {edit.heading}"
    return f"{what}: {edit.here or '–'} → {edit.there or '–'}"
