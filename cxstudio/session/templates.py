"""What a new project can begin from: templates of the program, and projects kept as templates on this machine."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from cxstudio.catalogue.templates import template_document, template_named, template_of, templates
from cxstudio.errors import N_, UserError
from cxstudio.files import SUFFIX, load, project_bytes
from cxstudio.files.atomic import PRIVATE, private_folder, save_bytes
from cxstudio.model import Document, Journey
from cxstudio.plain_text import file_name
from cxstudio.session.folders import Folders

MOST_OWN: Final = 40
"""So many files of the folder are offered."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One template in the chooser."""

    id: str
    """Of a template of the program; the path of a file of one's own."""
    name: str
    about: str
    stages: int = 0
    touchpoints: int = 0
    own: bool = False


def template_choices(language: str) -> list[Choice]:
    """The templates that come with the program, the empty one first."""
    return [
        Choice(t.id, t.name.say(language), t.about.say(language), len(t.stages), t.touchpoints) for t in templates()
    ]


def own_templates(folders: Folders) -> tuple[list[Choice], list[UserError]]:
    """The projects in the folder of templates by name, and why some of them cannot be used."""
    try:
        paths = sorted(p for p in folders.templates.iterdir() if p.suffix == SUFFIX)[:MOST_OWN]
    except OSError:
        return [], []
    found, problems = [], []
    for path in paths:
        try:
            document = _structure(path)
        except UserError as error:
            problems.append(error)
            continue
        journey = _first(document)
        stages = document.stages(journey.id) if journey is not None else ()
        many = len(document.journey_touchpoints(journey.id)) if journey is not None else 0
        found.append(Choice(str(path), path.stem, "", len(stages), many, own=True))
    return found, problems


def begin_from(template: str, language: str) -> Document:
    """The project a template gives, without a title: an id of `templates`, or the path of a project file.

    Raises UserError where there is no such template or its file cannot be read.
    """
    known = template_named(template)
    if known is not None:
        return template_document(known, language)
    if not template.endswith(SUFFIX):
        names = ", ".join(t.id for t in templates())
        raise UserError(
            N_("There is no template “{name}”, only {known} and project files."), name=template, known=names
        )
    return _structure(Path(template))


def stage_names(document: Document) -> list[tuple[str, str]]:
    """Id and name of the stages of the first journey."""
    journey = _first(document)
    return [(s.id, s.name) for s in document.stages(journey.id)] if journey is not None else []


def save_template(document: Document, folders: Folders, name: str) -> Path:
    """Keep the structure of a project as a template; returns its file. Never replaces one. Raises UserError."""
    stem = file_name(name[:80], "")
    path = folders.templates / f"{stem}{SUFFIX}"
    number = 2
    while path.exists():
        path = folders.templates / f"{stem} {number}{SUFFIX}"
        number += 1
    try:
        private_folder(folders.templates)
    except OSError as error:
        raise UserError(
            N_("The template could not be saved ({why})."), N_("The project is unchanged."), why=error.strerror
        ) from error
    save_bytes(path, project_bytes(template_of(document), {}), mode=PRIVATE)
    return path


def _structure(path: Path) -> Document:
    loaded = load(path)
    if loaded.content.newer:
        raise UserError(
            N_("“{name}” was made with a newer version of CX Studio and cannot be a template here."), name=path.name
        )
    return template_of(loaded.content.document)


def _first(document: Document) -> Journey | None:
    journeys = document.all(Journey)
    return journeys[0] if journeys else None
