"""Settings: declared, kept, and forgiving."""

import json
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxstudio.session.folders import Folders
from cxstudio.session.settings import LANGUAGE, LAST_FOLDER, LETTER_KEYS, PALETTE, SETTINGS, Settings


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    return Folders.below(tmp_path)


def test_every_setting_has_a_default_that_fits(folders: Folders) -> None:
    settings = Settings(folders)
    for setting in SETTINGS:
        assert setting.fits(settings[setting.name])


def test_what_is_set_is_there_next_time(folders: Folders) -> None:
    Settings(folders)[PALETTE] = "dark"
    assert Settings(folders)[PALETTE] == "dark"


def test_written_beside_the_newest_is_on_the_disk_in_the_end(folders: Folders) -> None:
    settings = Settings(folders)
    settings.beside = True
    for number in range(50):
        settings[LAST_FOLDER] = str(number)
    for thread in threading.enumerate():
        if thread.name == "settings":
            thread.join()
    assert Settings(folders)[LAST_FOLDER] == "49"


def test_unknown_keys_are_kept_and_odd_values_ignored(folders: Folders) -> None:
    folders.config.mkdir(parents=True)
    path = folders.config / "settings.json"
    path.write_text('{"from_the_future": [1], "language": "tlh", "single_letter_keys": "yes"}', encoding="utf-8")
    settings = Settings(folders)
    assert settings[LANGUAGE] == "system" and settings[LETTER_KEYS] is True
    settings[PALETTE] = "light"
    assert json.loads(path.read_text(encoding="utf-8"))["from_the_future"] == [1]


def test_a_damaged_file_is_kept_beside(folders: Folders) -> None:
    folders.config.mkdir(parents=True)
    (folders.config / "settings.json").write_text("{ nonsense", encoding="utf-8")
    assert Settings(folders)[LANGUAGE] == "system"
    assert (folders.config / "settings.damaged.json").read_text(encoding="utf-8") == "{ nonsense"


def test_a_value_that_does_not_fit_is_refused(folders: Folders) -> None:
    settings = Settings(folders)
    with pytest.raises(ValueError, match="cannot be"):
        settings[PALETTE] = "pink"
    with pytest.raises(KeyError):
        settings["nonsense"]


def test_recent_files_are_newest_first_once_and_there(folders: Folders, tmp_path: Path) -> None:
    settings = Settings(folders)
    a, b, gone = (tmp_path / name for name in ("a.cxs", "b.cxs", "gone.cxs"))
    a.touch()
    b.touch()
    for path in (a, gone, b, a):
        settings.remember_file(path)
    assert Settings(folders).recent_files == (a, b)


def test_listeners_hear_what_changed(folders: Folders) -> None:
    settings, heard = Settings(folders), []
    stop = settings.listen(heard.append)
    settings[LETTER_KEYS] = False
    settings[LETTER_KEYS] = False
    stop()
    settings[LETTER_KEYS] = True
    assert heard == [LETTER_KEYS]


ODD = (
    "\0",
    "a\0b",
    "system\0",
    "dark ",
    "DE",
    "!!!",
    "=",
    "AAAA",
    "x" * 40_000,
    "/nowhere/at/all",
    "\ud800",
    "💥",
    "..",
)
HOSTILE = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=40) | st.sampled_from(ODD),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


@given(name=st.sampled_from([setting.name for setting in SETTINGS]), value=HOSTILE)
def test_a_damaged_setting_begins_anew_and_is_told(
    tmp_path_factory: pytest.TempPathFactory, name: str, value: object
) -> None:
    folders = Folders.below(tmp_path_factory.mktemp("person"))
    folders.config.mkdir(parents=True)
    path = folders.config / "settings.json"
    other = LETTER_KEYS if name != LETTER_KEYS else PALETTE
    kept = False if other == LETTER_KEYS else "dark"
    written = json.dumps({name: value, other: kept, "from_the_future": [1]})
    path.write_text(written, encoding="utf-8")
    settings = Settings(folders)
    setting = next(each for each in SETTINGS if each.name == name)
    assert setting.fits(settings[name])
    assert settings.recent_files is not None
    told = {each.name for each in settings.replaced}
    if not told:
        assert settings[name] == value or settings[name] == setting.default
    else:
        assert settings.kept.read_text(encoding="utf-8") == written
    if told <= {name}:
        assert settings[other] == kept, "what can be used is used"
    again = Settings(folders)
    assert again.replaced == () and again[name] == settings[name], "it is told once"


def test_only_what_is_damaged_begins_anew(folders: Folders) -> None:
    folders.config.mkdir(parents=True)
    path = folders.config / "settings.json"
    path.write_text('{"palette": "dark", "language": ["de"], "window": "?", "from_the_future": [1]}', encoding="utf-8")
    settings = Settings(folders)
    assert [setting.name for setting in settings.replaced] == ["language", "window"]
    assert settings[PALETTE] == "dark" and settings[LANGUAGE] == "system"
    assert json.loads(path.read_text(encoding="utf-8")) == {"palette": "dark", "from_the_future": [1]}
