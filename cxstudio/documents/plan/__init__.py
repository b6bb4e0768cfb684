"""The action plan as a table: XLSX to work on, CSV for everything else. No figure: columns come from `wording`."""

from cxstudio.documents.plan.csv_file import plan_csv
from cxstudio.documents.plan.xlsx_file import plan_xlsx

__all__ = ["plan_csv", "plan_xlsx"]
