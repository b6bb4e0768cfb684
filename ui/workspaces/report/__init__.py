"""Report: what management gets, as it will be printed."""

from ui.workspaces.report.workspace import ReportWorkspace

__all__ = ["ReportWorkspace"]
