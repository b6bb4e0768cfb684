"""Document → file."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from cxstudio.errors import N_
from cxstudio.files.aside import Aside
from cxstudio.files.atomic import save_bytes
from cxstudio.files.container import LARGEST_PROJECT, Package, pack
from cxstudio.files.decoding import MOST_RECORDS
from cxstudio.files.encoding import encode
from cxstudio.files.errors import WORK_IS_SAFE, NotSaved
from cxstudio.files.jsontext import MOST_VALUES, values_in
from cxstudio.files.lineage import Lineage, digest_of_content
from cxstudio.model import Document, Picture


def used_assets(document: Document) -> set[str]:
    """Hashes of all pictures the document shows."""
    used = {picture.asset for picture in document.all(Picture)}
    if document.project.logo:
        used.add(document.project.logo)
    return used


def project_bytes(
    document: Document, assets: Mapping[str, bytes], aside: Aside | None = None, lineage: Lineage | None = None
) -> bytes:
    """The bytes of the whole file, with the pictures the document shows. Raises NotSaved where it holds too much."""
    return versioned_bytes(document, assets, aside, lineage)[0]


def versioned_bytes(
    document: Document, assets: Mapping[str, bytes], aside: Aside | None, lineage: Lineage | None
) -> tuple[bytes, Lineage]:
    """The same, and its lineage with this version. Raises NotSaved where it holds too much."""
    project, used = encode(document, aside), used_assets(document)
    _check_readable(project, len(document))
    kept = {h: picture for h, picture in assets.items() if h in used}
    after = Lineage() if lineage is None else lineage.with_version(digest_of_content(project))
    return pack(Package(project, kept, dict(aside.members) if aside else {}, after)), after


def _check_readable(project: bytes, records: int) -> None:
    """Raises NotSaved for what no program would open again."""
    if len(project) <= LARGEST_PROJECT and records <= MOST_RECORDS and values_in(project) <= MOST_VALUES:
        return
    raise NotSaved(
        N_("The project was not saved: it holds more than a project file may."),
        WORK_IS_SAFE,
        N_("Divide it into several projects."),
    )


def save(
    path: Path,
    document: Document,
    assets: Mapping[str, bytes] | None = None,
    aside: Aside | None = None,
    expected: str | None = None,
    lineage: Lineage | None = None,
) -> str:
    """Write a project file and return its SHA-256. Raises NotSaved, and the file is then as it was."""
    return save_bytes(path, project_bytes(document, assets or {}, aside, lineage), expected)
