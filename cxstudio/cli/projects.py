"""Projects read and files written on the command line's behalf."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import TYPE_CHECKING

from cxstudio.cli.parser import BadUsage
from cxstudio.errors import N_, UserError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cxstudio.cli.main import Run
    from cxstudio.files.aside import Aside
    from cxstudio.files.lineage import Lineage
    from cxstudio.files.loading import Loaded
    from cxstudio.model import Document, Journey


def open_project(name: str) -> Loaded:
    """The project in a file. Raises UserError, also for one that a newer program wrote."""
    from cxstudio.files.loading import load

    loaded = load(Path(name))
    if loaded.content.newer:
        raise UserError(
            N_(
                "“{name}” was made with a newer version of CX Studio (format {format}) and can only be read by "
                "that version."
            ),
            N_("The file was not changed."),
            N_("Install the newer version."),
            name=Path(name).name,
            format=loaded.content.format,
        )
    return loaded


def ending_of(name: str, known: tuple[str, ...], run: Run) -> str:
    """The ending of a file to be written. Raises BadUsage where it says none of the known kinds."""
    ending = Path(name).suffix.lower()
    if ending not in known:
        raise BadUsage(run.words.tr("“{name}” has to end in {known}.", name=Path(name).name, known=" / ".join(known)))
    return ending


def refuse_source(output: str, source: str, run: Run) -> None:
    """Raises BadUsage where the output would replace what is read."""
    same = os.path.realpath(output) == os.path.realpath(source)
    if same or (Path(output).exists() and Path(source).exists() and Path(output).samefile(source)):
        raise BadUsage(run.words.tr("“{name}” is the input file; choose another output file.", name=Path(output).name))


def write(output: str | Path, data: bytes) -> None:
    """Put a finished file in place, whole or not at all. Raises UserError."""
    from cxstudio.files.atomic import save_bytes

    save_bytes(Path(output), data)


def write_project(
    output: Path,
    document: Document,
    run: Run,
    assets: Mapping[str, bytes] | None = None,
    aside: Aside | None = None,
    lineage: Lineage | None = None,
) -> None:
    """Write a project; one it replaces is kept, and it is said where. Raises UserError."""
    from cxstudio.files.atomic import NO_FILE
    from cxstudio.files.errors import not_backed_up
    from cxstudio.files.loading import read_bytes
    from cxstudio.files.saving import save
    from cxstudio.session.copies import keep_version
    from cxstudio.session.folders import Folders

    expected = NO_FILE
    if os.path.lexists(output):
        try:
            data = read_bytes(output)
            kept = keep_version(data, output, Folders.standard())
        except OSError as error:
            raise not_backed_up(output.name, error) from error
        expected = hashlib.sha256(data).hexdigest()
        run.say(run.texts.tr("The version that is replaced is kept in {place}.", place=kept))
    save(output, document, assets, aside, expected, lineage)


def journey_named(document: Document, title: str | None, run: Run) -> Journey | None:
    """The journey of that title, else the one the report is about, else the first; None where there is none.

    Where an as-is and a to-be journey have one title, what stands behind it in lists tells them apart.
    """
    from cxstudio.documents.chosen import chosen_journey
    from cxstudio.model import Journey
    from cxstudio.model.folding import folded
    from cxstudio.wording.fields.journey_names import journey_name

    if title is None:
        return chosen_journey(document)
    journeys = document.all(Journey)
    named = ((j, folded(name)) for j in journeys for name in (journey_name(j, run.texts), j.title))
    found = next((journey for journey, name in named if name == folded(title)), None)
    if found is None:
        known = ", ".join(run.texts.quoted(journey_name(j, run.texts)) for j in journeys)
        raise UserError(N_("There is no journey “{title}” here, only {known}."), title=title, known=known or "–")
    return found
