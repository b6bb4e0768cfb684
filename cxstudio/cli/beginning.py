"""`new`: a project from a template."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from cxstudio.cli.parser import BadUsage
from cxstudio.cli.projects import ending_of, write_project
from cxstudio.errors import N_, UserError
from cxstudio.files import SUFFIX

if TYPE_CHECKING:
    from cxstudio.cli.main import Run


def new(options: argparse.Namespace, run: Run) -> int:
    """Write a project made from a template, or name the templates."""
    if options.list:
        _tell_templates(run)
        return 0
    if not options.file:
        raise BadUsage(
            run.words.tr("{what} is missing; see {command} --help.", what="FILE.cxs", command="cxstudio new")
        )
    ending_of(options.file, (SUFFIX,), run)
    output = Path(options.file)
    if output.exists() and not options.force:
        raise UserError(N_("“{name}” is already there; --force would replace it."), name=output.name)
    from cxstudio.edits.project import fit_project
    from cxstudio.model import Journey
    from cxstudio.session.templates import begin_from, stage_names
    from cxstudio.store import Store

    language = run.words.language
    store = Store(begin_from(options.template, language))
    title = options.title or run.texts.tr(N_("New customer journey"))
    with store.transaction(N_("New customer journey")) as draft:
        for journey in store.document.all(Journey)[:1]:
            stages = stage_names(store.document)
            fit_project(draft, journey.id, title=title, stages=stages, language=language)
    write_project(output, store.document, run)
    run.say(run.texts.tr("Written: {name}", name=str(output)))
    return 0


def _tell_templates(run: Run) -> None:
    from cxstudio.session.folders import Folders
    from cxstudio.session.templates import own_templates, template_choices

    own, _ = own_templates(Folders.standard())
    for choice in [*template_choices(run.words.language), *own]:
        counts = run.texts.trn("{n} stage", "{n} stages", choice.stages)
        if choice.touchpoints:
            counts += ", " + run.texts.trn("{n} touchpoint", "{n} touchpoints", choice.touchpoints)
        run.say(f"{choice.id:<10} {choice.name} ({counts})" if not choice.own else f"{choice.id} ({counts})")
