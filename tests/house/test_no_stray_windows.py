"""A part that may stay hidden is shown only once it has its place: without one it would be a window of its own for a
moment, and take the keyboard along."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from tests.house.program_text import ROOT

MAKERS = {"label", "button", "card", "chooser", "QFrame", "QWidget", "QLabel", "QPushButton", "QLineEdit"}
SHOWING = {"setVisible": "False", "setHidden": "True", "show": None}
"""What may show a part, and the argument with which it cannot."""


def test_parts_are_shown_where_they_have_their_place() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{line}"
        for path in sorted((ROOT / "ui").rglob("*.py"))
        for function in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(function, ast.FunctionDef) and shows_something(function)
        for line in shown_too_early(function)
    ]
    assert found == []


def test_no_part_shows_itself_while_it_is_made() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{made.name}"
        for path in sorted((ROOT / "ui").rglob("*.py"))
        for made in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(made, ast.ClassDef) and shows_itself(made)
    ]
    assert found == []


def test_a_part_that_shows_itself_is_found() -> None:
    early = "class A:\n def __init__(self):\n  self.refresh()\n def refresh(self):\n  self.setVisible(known)\n"
    late = early.replace("self.refresh()\n", "self.hide()\n")
    for text, wrong in ((early, True), (late, False)):
        (made,) = ast.parse(text).body
        assert isinstance(made, ast.ClassDef) and shows_itself(made) is wrong


def shows_itself(made: ast.ClassDef) -> bool:
    """Whether what is called while a part is made shows the part: nobody has given it a place by then."""
    methods = {m.name: m for m in made.body if isinstance(m, ast.FunctionDef)}
    if any(ast.unparse(base).startswith("QGraphics") for base in made.bases) or "parent" in _begun_with(methods):
        return False  # no window, or it has its place from the first
    left, seen = ["__init__"], set[str]()
    while left:
        name = left.pop()
        if name in seen or name not in methods:
            continue
        seen.add(name)
        later = {id(n) for f in ast.walk(methods[name]) if isinstance(f, ast.Lambda) for n in ast.walk(f)}
        for call in (n for n in ast.walk(methods[name]) if isinstance(n, ast.Call) and id(n) not in later):
            called = ast.unparse(call.func)
            given = ast.unparse(call.args[0]) if call.args else ""
            short = called.removeprefix("self.")
            if called.startswith("self.") and short in SHOWING and given != SHOWING[short]:
                return True
            if called.startswith("self.") and "." not in short:
                left.append(short)
    return False


def _begun_with(methods: dict[str, ast.FunctionDef]) -> str:
    """What the part's base is given when it is made."""
    begun = methods.get("__init__")
    calls = (n for n in ast.walk(begun) if isinstance(n, ast.Call)) if begun is not None else ()
    return " ".join(ast.unparse(a) for c in calls if ast.unparse(c.func) == "super().__init__" for a in c.args)


def test_the_rule_finds_what_it_is_for() -> None:
    early = "def f():\n    chip = label('')\n    chip.setVisible(known)\n    row(None, chip)\n"
    late = "def f():\n    chip = label('')\n    row(None, chip)\n    chip.setVisible(known)\n"
    for text, lines in ((early, [3]), (late, [])):
        (function,) = ast.parse(text).body
        assert isinstance(function, ast.FunctionDef) and list(shown_too_early(function)) == lines


def shows_something(function: ast.FunctionDef) -> bool:
    """Whether it is worth a closer look."""
    return any(isinstance(n, ast.Attribute) and n.attr in SHOWING for n in ast.walk(function))


def shown_too_early(function: ast.FunctionDef) -> Iterator[int]:
    """Lines that show a part made in the function before anything was given it to place."""
    loose: set[str] = set()
    for statement in function.body:
        calls = [n for n in ast.walk(statement) if isinstance(n, ast.Call)]
        later = {id(n) for fold in ast.walk(statement) if isinstance(fold, ast.Lambda) for n in ast.walk(fold)}
        for call in calls:
            if isinstance(call.func, ast.Attribute) and call.func.attr in SHOWING and id(call) not in later:
                given = ast.unparse(call.args[0]) if call.args else ""
                if ast.unparse(call.func.value) in loose and given != SHOWING[call.func.attr]:
                    yield call.lineno
        loose -= {ast.unparse(n) for call in calls if not only_looks(call) for a in call.args for n in ast.walk(a)
                  if isinstance(n, ast.Name | ast.Attribute)}  # fmt: skip
        value = statement.value if isinstance(statement, ast.Assign) else None
        if isinstance(value, ast.Call) and ast.unparse(value.func) in MAKERS and isinstance(statement, ast.Assign):
            loose |= {ast.unparse(target) for target in statement.targets}


def only_looks(call: ast.Call) -> bool:
    """Whether a call gives a part no place: it connects it or explains it."""
    return ast.unparse(call.func).rsplit(".", 1)[-1] in {"connect", "set_tooltip", "partial"}
