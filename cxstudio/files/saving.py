"""Document → file."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from cxstudio.files.aside import Aside
from cxstudio.files.atomic import save_bytes
from cxstudio.files.container import Package, pack
from cxstudio.files.encoding import encode
from cxstudio.model import Document, Picture


def used_assets(document: Document) -> set[str]:
    """Hashes of all pictures the document shows."""
    used = {picture.asset for picture in document.all(Picture)}
    if document.project.logo:
        used.add(document.project.logo)
    return used


def project_bytes(document: Document, assets: Mapping[str, bytes], aside: Aside | None = None) -> bytes:
    """The bytes of the whole file, with the pictures the document shows."""
    used = used_assets(document)
    kept = {h: picture for h, picture in assets.items() if h in used}
    return pack(Package(encode(document, aside), kept, dict(aside.members) if aside else {}))


def save(
    path: Path,
    document: Document,
    assets: Mapping[str, bytes] | None = None,
    aside: Aside | None = None,
    expected: str | None = None,
) -> str:
    """Write a project file and return its SHA-256. Raises NotSaved, and the file is then as it was."""
    return save_bytes(path, project_bytes(document, assets or {}, aside), expected)
