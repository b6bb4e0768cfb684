"""What a project says is remembered only in caches that are emptied when it is closed."""

import ast
from collections.abc import Iterable

import pytest

from tests.house.program_text import ROOT, nodes

pytestmark = pytest.mark.no_cover
MAKERS = ("cache", "lru_cache")
WITHOUT_PROJECT = {
    "cxstudio/analysis/statistics/student_t.py: t_quantile": "numbers of a table",
    "cxstudio/caches.py: without a function": "the one place where the others are made",
    "cxstudio/catalogue/agendas.py: agenda_templates": "a file of the program",
    "cxstudio/catalogue/methods.py: methods": "a file of the program",
    "cxstudio/catalogue/persona_templates.py: persona_templates": "a file of the program",
    "cxstudio/catalogue/readiness_items.py: readiness_items": "a file of the program",
    "cxstudio/catalogue/templates.py: templates": "a file of the program",
    "cxstudio/catalogue/touchpoints.py: built_in": "a file of the program",
    "cxstudio/exchange/tables/text_encoding.py: _script": "single characters",
    "cxstudio/files/decoding.py: adapter": "kinds of records",
    "cxstudio/files/encoding.py: _defaults": "kinds of records",
    "cxstudio/files/journal_lines.py: field_adapter": "fields of kinds of records",
    "cxstudio/layout/slides/slide_frame.py: scale_of": "sizes",
    "cxstudio/layout/text/complex_scripts.py: _font": "font files",
    "cxstudio/layout/text/hyphenation_patterns.py: patterns": "languages",
    "cxstudio/look/fonts.py: font_book": "the fonts of this machine",
    "cxstudio/model/known_channels.py: _names": "a file of the program",
    "cxstudio/model/known_channels.py: known_channels": "a file of the program",
    "cxstudio/model/registry.py: map_fields": "kinds of records",
    "cxstudio/model/registry.py: ref_fields": "kinds of records",
    "cxstudio/render/pdf_fonts.py: pdf_font": "font files",
    "cxstudio/resources.py: resources_folder": "a folder of the program",
    "cxstudio/wording/fields/file_format_page.py: _docstrings": "kinds of records",
    "cxstudio/wording/texts.py: texts": "languages",
    "ui/theme/fonts.py: _family_of": "font files",
    "ui/theme/fonts.py: load_fonts": "font files",
    "ui/theme/icons.py: paths": "icons of the program",
}
"""Functions with a cache of their own: what is in it."""


def bare(here: Iterable[ast.AST]) -> set[str]:
    """The functions of a file with a cache of their own; where one is made without a function, what makes it."""
    imports = [node for node in here if isinstance(node, ast.ImportFrom) and node.module == "functools"]
    known = {each.asname or each.name for node in imports for each in node.names if each.name in MAKERS}
    makers = [node for node in here if makes(node, known)]
    found = set()
    for node in here:
        if isinstance(node, ast.FunctionDef):
            decorating = [use for each in node.decorator_list for use in ast.walk(each) if use in makers]
            makers = [use for use in makers if use not in decorating]
            found |= {node.name for _ in decorating}
    return found | {"without a function" for _ in makers}


def makes(node: ast.AST, known: set[str]) -> bool:
    """Whether this names what makes a cache."""
    if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "functools":
        return node.attr in MAKERS
    return isinstance(node, ast.Name) and node.id in known


def test_caches_of_projects_are_made_in_one_place():
    found = {f"{path.relative_to(ROOT).as_posix()}: {each}" for path, here in nodes().items() for each in bare(here)}
    assert found == set(WITHOUT_PROJECT)
