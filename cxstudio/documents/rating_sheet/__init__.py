"""The rating sheet: a round on paper, to be ticked with a pen. No figures: it is asked before there are any."""

from cxstudio.documents.rating_sheet.making import rating_sheet_pdf

__all__ = ["rating_sheet_pdf"]
