"""A project to work on, and runs inside this process."""

from __future__ import annotations

from pathlib import Path

import pytest

from cxstudio.catalogue.samples import sample
from cxstudio.files.saving import save
from tests.cxstudio.cli.told import Run, Told


@pytest.fixture(autouse=True)
def in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(scope="session")
def sample_bytes(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("sample") / "sample.cxs"
    made = sample("lindenfurt", "de")
    save(path, made.document, made.assets)
    return path.read_bytes()


@pytest.fixture
def project(tmp_path: Path, sample_bytes: bytes) -> Path:
    path = tmp_path / "move.cxs"
    path.write_bytes(sample_bytes)
    return path


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    return lambda *arguments: Told(capsys, *arguments)
