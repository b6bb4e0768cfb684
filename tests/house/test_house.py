"""Rules of the house that no linter knows."""

import ast
import re
import subprocess
import sys

import pytest
from babel.messages.pofile import read_po

from tests.house.program_text import KEYWORDS, ROOT, messages_in_code, nodes

pytestmark = pytest.mark.no_cover


def catalogue():
    with (ROOT / "resources/locale/de/LC_MESSAGES/cxstudio.po").open("rb") as file:
        return read_po(file, locale="de")


def placeholders(text: str) -> set[str]:
    return set(re.findall(r"\{(\w*)[^}]*\}", text))


def test_importing_the_studio_loads_no_qt():
    code = (
        "import pkgutil, importlib, sys, cxstudio\n"
        "for m in pkgutil.walk_packages(cxstudio.__path__, 'cxstudio.'): importlib.import_module(m.name)\n"
        "bad = [m for m in sys.modules if m.split('.')[0] in ('PySide6', 'shiboken6', 'ui')]\n"
        "sys.exit(' '.join(bad) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_every_text_in_the_code_has_a_german_one():
    known = {m.id if isinstance(m.id, str) else m.id[0]: m for m in catalogue() if m.id}
    missing = [m for m in sorted(messages_in_code()) if m not in known or not all(_strings(known[m]))]
    assert not missing


def test_every_plural_in_the_code_has_both_german_forms():
    """A call within a call's arguments makes the tools lose the second form."""
    plural = {m.id[0] for m in catalogue() if m.id and not isinstance(m.id, str)}
    calls = [
        node
        for found in nodes().values()
        for node in found
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "trn"
    ]
    said = {node.args[0].value for node in calls if isinstance(node.args[0], ast.Constant)}
    assert said
    assert said - plural == set()


def test_no_text_hides_inside_another_string():
    """The tools that gather texts do not look into f-strings."""
    hidden = []
    for path, found in nodes().items():
        for string in found:
            if isinstance(string, ast.JoinedStr):
                hidden += [f"{path.relative_to(ROOT)}:{call.lineno}" for call in ast.walk(string) if _says(call)]
    assert not hidden


def test_translations_keep_the_placeholders():
    wrong = []
    for message in catalogue():
        if not message.id:
            continue
        ids = [message.id] if isinstance(message.id, str) else list(message.id)
        allowed = set().union(*(placeholders(i) for i in ids))
        wrong += [t for t in _strings(message) if not placeholders(t) <= allowed]
    assert not wrong


def test_no_text_in_the_catalogue_is_left_over():
    known = {m.id if isinstance(m.id, str) else m.id[0] for m in catalogue() if m.id}
    assert not known - messages_in_code()


def test_pins_name_no_address():
    assert "://" not in (ROOT / "constraints.txt").read_text(encoding="utf-8")


def test_nothing_that_is_ignored_is_tracked():
    if not (ROOT / ".git").exists():
        pytest.skip("no checkout")
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--ignored", "--exclude-standard"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert listed.stdout == "", "what belongs to one machine would be laid over that of another"


def _says(node):
    if not isinstance(node, ast.Call) or not node.args or not isinstance(node.args[0], ast.Constant):
        return False
    name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    return name in KEYWORDS


def _strings(message):
    return [message.string] if isinstance(message.string, str) else list(message.string or ("",))
