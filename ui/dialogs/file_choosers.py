"""The only modal things: the system's choosers of file names."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget


def name_to_open(parent: QWidget, title: str, folder: str, kinds: str) -> Path | None:
    """An existing file, None where the chooser was closed."""
    name, _ = QFileDialog.getOpenFileName(parent, title, folder, kinds)
    return Path(name) if name else None


def name_to_save(parent: QWidget, title: str, proposal: Path, kinds: str) -> Path | None:
    """A file to write, with the proposal's ending where none was typed; None where the chooser was closed."""
    name, _ = QFileDialog.getSaveFileName(parent, title, str(proposal), kinds)
    if not name:
        return None
    path = Path(name)
    return path if path.suffix else path.with_suffix(proposal.suffix)
