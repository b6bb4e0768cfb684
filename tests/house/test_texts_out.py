"""Texts reach Qt, the terminal and other programs' files through one helper each, and by no other way."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.program_text import ROOT, nodes

pytestmark = pytest.mark.no_cover

QT_HELPER = "ui/theme/plain_texts.py"
READS_MARKUP = frozenset({"setToolTip", "setWhatsThis", "setStatusTip", "setHtml", "insertHtml", "setMarkdown",
                          "setTextFormat", "appendHtml", "setInformativeText", "setDetailedText"})  # fmt: skip
"""Methods whose text Qt may take for HTML."""
MADE_PLAIN = frozenset({"QLabel", "QPushButton", "QToolButton", "QCheckBox", "QRadioButton", "QGroupBox", "QMessageBox",
                        "QToolTip", "QErrorMessage", "QTextEdit", "QGraphicsTextItem"})  # fmt: skip
"""Classes that read markup or take "&" for a key; `plain_texts` has plain ones."""
ALLOWED = {
    ("ui/shell/handbook.py", "setMarkdown"),  # the program's own handbook
}
LEAVES = {
    "cxstudio/cli/main.py": {"print"},
    "cxstudio/cli/figures.py": {"stdout"},
}
"""Where something is printed: through `terminal_text`."""


def calls(path: Path) -> Iterator[tuple[str, ast.Call]]:
    """Every call in a file by the last word of what is called."""
    for node in nodes()[path]:
        if isinstance(node, ast.Call):
            yield getattr(node.func, "attr", getattr(node.func, "id", "")), node


def files(wing: str) -> Iterator[tuple[str, Path]]:
    for path in nodes():
        name = path.relative_to(ROOT).as_posix()
        if name.startswith(f"{wing}/"):
            yield name, path


def test_qt_gets_texts_through_one_helper():
    round_about = []
    for name, path in files("ui"):
        if name == QT_HELPER:
            continue
        for called, node in calls(path):
            if called in READS_MARKUP | MADE_PLAIN and (name, called) not in ALLOWED:
                round_about.append(f"{name}:{node.lineno} {called}")
        for node in nodes()[path]:
            if isinstance(node, ast.ClassDef):
                bases = {getattr(base, "id", "") for base in node.bases}
                round_about += [f"{name}:{node.lineno} {base}" for base in bases & MADE_PLAIN - {"QPushButton"}]
    assert round_about == []


def test_texts_are_shortened_by_one_helper():
    """Which does not measure what has no room: Qt measures a text of any length whole, in every cell."""
    for name, path in files("ui"):
        if name != "ui/theme/text_wrapping.py":
            assert not [node.lineno for called, node in calls(path) if called in {"elidedText", "elided_text"}], name


def test_lines_of_menus_are_captions():
    """What is not an action or a menu already goes through `entry` or `submenu`."""
    bare = []
    for name, path in files("ui"):
        if name in {QT_HELPER, "ui/widgets/menus.py"}:
            continue
        for called, node in calls(path):
            given = node.args[0] if node.args else None
            ready = isinstance(given, ast.Name) or (
                isinstance(given, ast.Call) and getattr(given.func, "attr", getattr(given.func, "id", "")) in
                {"action", "lanes_menu"}
            )  # fmt: skip
            if called in {"addAction", "addMenu"} and given is not None and not ready:
                bare.append(f"{name}:{node.lineno}")
            if called in {"QAction", "QMenu"} and given is not None and _says_something(given):
                bare.append(f"{name}:{node.lineno}")
    assert bare == []


def test_tooltips_of_models_are_plain():
    for _, path in files("ui"):
        if any(isinstance(node, ast.Attribute) and node.attr == "ToolTipRole" for node in nodes()[path]):
            assert any(called == "tooltip_text" for called, _ in calls(path)), path


def test_titles_of_windows_are_plain():
    bare = [
        f"{name}:{node.lineno}"
        for name, path in files("ui")
        for called, node in calls(path)
        if called == "setWindowTitle" and _unescaped(node.args[0])
    ]
    assert bare == []


def test_the_terminal_gets_texts_through_one_helper():
    for name, path in files("cxstudio"):
        for called, node in calls(path):
            if called == "print" or "stdout" in ast.unparse(node.func):
                assert LEAVES.get(name), f"{name}:{node.lineno}"
        if name in LEAVES:
            text = path.read_text(encoding="utf-8")
            assert "terminal_text(" in text
            prints = [node for called, node in calls(path) if called == "print"]
            assert all(ast.unparse(node.args[0]).startswith("terminal_text(") for node in prints)


def test_nothing_a_project_holds_is_opened():
    """Only files this program wrote or keeps are handed to the system; no address of a project is."""
    for name, path in files("ui"):
        for called, node in calls(path):
            if called == "openUrl":
                assert ast.unparse(node.args[0]).startswith("QUrl.fromLocalFile("), f"{name}:{node.lineno}"
            assert called not in {"setOpenExternalLinks", "setOpenLinks"} or name == "ui/shell/handbook.py"


def test_nothing_of_a_project_is_decoded_by_qt():
    """Pictures of a project reach Qt as pixels, and nobody but the decoder of PNG and JPEG looks at their bytes."""
    for name, path in files("ui"):
        for called, node in calls(path):
            assert called not in {"loadFromData", "QImageReader", "QSvgRenderer", "QMovie"}, f"{name}:{node.lineno}"
            bytes_or_name = called in {"QPixmap", "QImage", "QIcon"} and len(node.args) == 1
            if bytes_or_name and isinstance(node.args[0], ast.Constant | ast.JoinedStr):
                raise AssertionError(f"{name}:{node.lineno}")
    for name, path in (*files("ui"), *files("cxstudio")):
        opens = [node for called, node in calls(path) if called == "open" and ast.unparse(node.func) == "Image.open"]
        assert all({word.arg for word in node.keywords} >= {"formats"} for node in opens), name
        assert not opens or name == "cxstudio/files/pictures.py"
        readers = [node for called, node in calls(path) if called == "ImageReader"]
        assert not readers, name


def test_other_parsers_of_markup_are_not_used():
    """reportlab's paragraphs and drawings read markup; documents are set without them."""
    for name, path in files("cxstudio"):
        for node in nodes()[path]:
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("reportlab.platypus"):
                raise AssertionError(name)


def _says_something(given: ast.expr) -> bool:
    said = ast.unparse(given)
    return (".tr(" in said or said.startswith(("tr(", "f'", '"', "'"))) and not said.startswith("caption(")


def _unescaped(given: ast.expr) -> bool:
    """Whether a name goes into a title as it is."""
    parts = [part.value for part in ast.walk(given) if isinstance(part, ast.FormattedValue)]
    return any(not ast.unparse(part).startswith("window_title(") for part in parts) or isinstance(given, ast.Name)
