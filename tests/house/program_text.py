"""The program's own files as the rules of the house read them: parsed once, whatever the number of rules."""

import ast
import gc
from functools import cache
from pathlib import Path

from babel.messages.extract import extract_from_dir

ROOT = Path(__file__).resolve().parents[2]
WINGS = ("cxstudio", "ui")
KEYWORDS = {"tr": None, "trn": (1, 2), "N_": None, "gettext": None}


@cache
def nodes() -> dict[Path, tuple[ast.AST, ...]]:
    """Everything that stands in each file of both wings."""
    files = [path for wing in WINGS for path in sorted((ROOT / wing).rglob("*.py"))]
    found = {path: tuple(ast.walk(ast.parse(path.read_text(encoding="utf-8")))) for path in files}
    gc.freeze()  # they stay to the end: the collector need not walk them again and again
    return found


@cache
def messages_in_code() -> frozenset[str]:
    """Every text the tools for translation find; of a plural the first form."""
    found = set()
    for wing in WINGS:
        for _, _, message, _, _ in extract_from_dir(ROOT / wing, keywords=KEYWORDS, method_map=[("**.py", "python")]):
            found.add(message if isinstance(message, str) else message[0])
    return frozenset(found)
