"""The report as PDF: a decision paper with its appendix. No figure is computed and no page broken here."""

from cxstudio.documents.report.making import report_pdf

__all__ = ["report_pdf"]
