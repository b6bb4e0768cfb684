"""What the report is printed on, as its settings say."""

from __future__ import annotations

from cxstudio.documents.chosen import report_settings
from cxstudio.documents.paper import PAPERS, Paper
from cxstudio.model import Document


def chosen_paper(document: Document) -> Paper:
    """What the report is printed on."""
    settings = report_settings(document)
    paper = PAPERS[settings.paper.value]
    return paper.upright if settings.portrait else paper
