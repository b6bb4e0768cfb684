"""Report: what management gets, as it will be printed."""

from ui.workspaces.report.report_workspace import ReportWorkspace

__all__ = ["ReportWorkspace"]
