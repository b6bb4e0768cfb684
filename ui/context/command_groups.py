"""Headings under which commands stand in the menus."""

from __future__ import annotations

from typing import Final

from cxstudio.wording import N_

PROJECT: Final = N_("Project")
EDIT: Final = N_("Edit")
JOURNEYS: Final = N_("Journeys")
EXPORT: Final = N_("Export")
PRINT: Final = N_("Print")
GO: Final = N_("Workspaces")
VIEW: Final = N_("View")

MENU: Final = (PROJECT, EDIT, JOURNEYS, EXPORT, PRINT, GO, VIEW)
"""The menus of the top bar; other commands are found by Ctrl+K and where they are used."""
