"""`check`: is a project file whole, and what is in it."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from cxstudio.cli.projects import open_project

if TYPE_CHECKING:
    from cxstudio.cli.main import Run
    from cxstudio.model import Document


def check(options: argparse.Namespace, run: Run) -> int:
    """Say what the file holds and everything that is not as it should be; 1 where there is any such thing."""
    from cxstudio.files.check import problems_of
    from cxstudio.wording.error_sentences import counted

    loaded = open_project(options.file)
    document = loaded.content.document
    for line in _contents(document, run):
        run.say(line)
    problems = problems_of(loaded)
    for problem in problems:
        run.say("! " + counted(problem.text, problem.many, problem.n, run.texts, dict(problem.values)))
    if problems:
        return 1
    run.say(run.texts.tr("The file is intact."))
    return 0


def _contents(document: Document, run: Run) -> list[str]:
    from cxstudio.model import Journey, Measure, Note, Persona, Round, Stage, Touchpoint

    trn = run.texts.trn
    parts = [
        trn("{n} journey", "{n} journeys", len(document.all(Journey))),
        trn("{n} stage", "{n} stages", len(document.all(Stage))),
        trn("{n} touchpoint", "{n} touchpoints", len(document.all(Touchpoint))),
        trn("{n} round", "{n} rounds", len(document.all(Round))),
        trn("{n} measure", "{n} measures", len(document.all(Measure))),
        trn("{n} persona", "{n} personas", len(document.all(Persona))),
        trn("{n} note", "{n} notes", len(document.all(Note))),
    ]
    title = document.project.title or run.texts.tr("Project without a title")
    return [title, ", ".join(parts) + "."]
