"""The size of text: kept as a setting, multiplied with the system's scale, and small screens have room for it."""

import pytest
from PySide6.QtCore import QRect

from cxstudio.session import Folders
from cxstudio.session.settings import TEXT_SIZE, Settings
from ui.main_window.application import fit
from ui.startup.text_size import SCALE, wear_text_size


@pytest.mark.parametrize(("chosen", "system", "then"), [("100", None, None), ("150", None, "1.5"), ("200", "1.5", "3"),
                                                         ("125", "large", "1.25")])  # fmt: skip
def test_the_size_chosen_multiplies_what_the_system_says(tmp_path, chosen, system, then) -> None:
    settings = Settings(Folders.below(tmp_path))
    settings[TEXT_SIZE] = chosen
    surroundings = {} if system is None else {SCALE: system}
    assert wear_text_size(settings, surroundings) == int(chosen) / 100
    assert surroundings.get(SCALE) == then


def test_it_is_chosen_in_the_settings_and_kept(sample_window, folders) -> None:
    window = sample_window
    window.context.commands.run("frame.settings")
    page = window.shell.page_widget
    menu = page._text_sizes()
    assert [action.text() for action in menu.actions()] == ["100%", "125%", "150%", "175%", "200%"]
    menu.actions()[2].trigger()
    assert Settings(folders)[TEXT_SIZE] == "150" and page.text_size.text().startswith("150%")
    with pytest.raises(ValueError, match="text_size"):
        window.context.settings[TEXT_SIZE] = "30"


def test_the_window_fits_a_screen_of_1280_by_720_at_200_per_cent(sample_window) -> None:
    window, screen = sample_window, QRect(0, 0, 640, 360)
    fit(window, screen)
    assert screen.contains(QRect(screen.topLeft(), window.size()))
    window.resize(640, 360)
    rail = window.shell.rail
    shown = [button.geometry() for button in rail._buttons.values()]
    assert all(rail.rect().contains(place) for place in shown), "every workspace is within reach"
    assert all(button.accessibleName() for button in rail._buttons.values())
