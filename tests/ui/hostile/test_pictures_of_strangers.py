"""Pictures from strangers: in a project only PNG and JPEG are looked at, nothing is started, nothing fails."""

import os
import stat
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from cxstudio.files import load
from cxstudio.files.check import problems_of
from cxstudio.model import Persona, Picture
from cxstudio.outputs.output import Order
from cxstudio.outputs.table import make_output
from cxstudio.session import Session
from tests.hostile.pictures import all_hostile, damaged, good, other_formats
from tests.hostile.projects_with_pictures import with_pictures
from tests.ui.conftest import OpenWindow
from tests.unmeasured import unmeasured
from ui.workspaces.workspace_table import BY_NAME

EXPORTS = ("map_svg", "map_pdf", "report")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    path = tmp_path / "fremd.cxs"
    with unmeasured():
        path.write_bytes(with_pictures({**all_hostile(), **good()}))
    return path


@pytest.fixture
def betrayed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file that is there once anybody has started a program that reads PostScript."""
    mark, programs = tmp_path / "started", tmp_path / "bin"
    programs.mkdir()
    for name in ("gs", "inkscape", "convert", "djpeg"):
        (programs / name).write_text(f"#!/bin/sh\ntouch {mark}\n")
        (programs / name).chmod(stat.S_IRWXU)
    monkeypatch.setenv("PATH", f"{programs}{os.pathsep}{os.environ['PATH']}")
    from PIL import EpsImagePlugin

    monkeypatch.setattr(EpsImagePlugin, "gs_binary", None)
    return mark


def test_other_formats_are_set_aside_and_told(project: Path) -> None:
    before = project.read_bytes()
    loaded = load(project)
    assert not any(data in loaded.assets.values() for data in other_formats().values())
    told = [problem for problem in loaded.problems if "neither PNG nor JPEG" in problem.text]
    assert len(told) == len(set(other_formats().values()))
    assert all(data in loaded.content.aside.members.values() for data in other_formats().values())
    more = [problem for problem in problems_of(loaded) if "cannot be shown" in problem.text]
    assert len(more) >= len(damaged())
    assert project.read_bytes() == before


def test_every_export_has_a_placeholder_for_what_cannot_be_shown(project: Path, betrayed: Path) -> None:
    loaded = load(project)
    with unmeasured():
        for output in EXPORTS:
            order = Order("en", _journey(loaded), loaded.assets)
            made = make_output(output, loaded.content.document, order)
            assert len(made.data) > 10_000
            if output == "map_svg":
                assert made.data.count(b"data:image/") == made.data.count(b"<image") == len(good())
    assert not betrayed.exists()


def test_the_window_shows_them_all(project: Path, betrayed: Path, open_window: OpenWindow, folders) -> None:
    window = open_window(Session.open(project, folders))
    context = window.context
    with unmeasured():
        for name in BY_NAME:
            if name != "report":  # made by another process; its content is looked at above
                context.commands.run(f"go.{name}")
                QApplication.processEvents()
        context.commands.run("go.journey")
        for picture in context.document.all(Picture)[:: len(good())]:
            context.selection.select(picture.about)
            QApplication.processEvents()
        context.commands.run("go.understand")
        context.selection.select(context.document.all(Persona)[0].id)
        window.grab()
    assert not betrayed.exists()


def _journey(loaded) -> str:
    from cxstudio.model import Journey

    return loaded.content.document.all(Journey)[0].id
