"""The rating sheet: a round on paper, to be ticked with a pen. No figures: it is asked before there are any."""

from cxstudio.documents.rating_sheet.making import RatingSheet, rating_sheet_pdf

__all__ = ["RatingSheet", "rating_sheet_pdf"]
