"""Every page and sheet can be used with keys alone and is heard whole."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.access.walk import LAWS, Walker
from ui.theme.heard_roles import teach_roles


@pytest.fixture(scope="module")
def walked(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Walker:
    """One window, led through all of them."""
    teach_roles()
    walker = Walker(tmp_path_factory.mktemp("person"))
    list(walker.most())
    walker.window.close()
    return walker


@pytest.mark.parametrize("law", LAWS)
def test_every_page_and_sheet_keeps(walked: Walker, law: str) -> None:
    assert len(walked.seen) > 60
    assert walked.found[law] == []


@pytest.mark.torture
@pytest.mark.parametrize("palette", ["light", "dark"])
@pytest.mark.parametrize("language", ["de", "en"])
def test_every_state_keeps_every_law(qapp, tmp_path, language, palette) -> None:
    teach_roles()
    walker = Walker(tmp_path, language, palette)
    list(walker.take_all())
    assert {law: found for law, found in walker.found.items() if found} == {}
