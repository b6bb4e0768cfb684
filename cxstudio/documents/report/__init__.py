"""The report as PDF: a decision paper with its appendix."""

from cxstudio.documents.report.making import Report, report_pdf

__all__ = ["Report", "report_pdf"]
