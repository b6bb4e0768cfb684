"""The style sheet: one text with role names in it, filled from a theme."""

from __future__ import annotations

import re

from cxstudio.look.roles import Role
from ui.theme.form_style import FORMS
from ui.theme.role_colours import Colours, mix

_FRAME = """
* { outline: none; }
QWidget { color: @ink; font-size: 13px; }
QMainWindow, QWidget#window, QWidget[ground="ground"] { background: @ground; }
QWidget[ground="surface"] { background: @surface; }
QWidget[ground="lane"] { background: @lane_ground; }
QWidget[ground="none"], QStackedWidget { background: transparent; }
QWidget#topbar { background: @surface; border-bottom: 1px solid @line; }
QWidget#rail { background: @surface; border-right: 1px solid @line; }
QWidget#workbar { background: @lane_ground; border-bottom: 1px solid @line; }
QWidget#findline { background: @surface; border-top: 1px solid @line; }
QWidget#inspector { background: @surface; border-left: 1px solid @line; }
QWidget#side_panels { background: @surface; border-right: 1px solid @line; }
QWidget#statusline { background: @surface; border-top: 1px solid @line; }
QWidget#statusline QLabel { color: @muted; font-size: 12px; }
QToolTip { background: @ink; color: @surface; border: none; padding: 5px 8px; font-size: 12px; }
QScrollArea, QScrollArea > QWidget > QWidget { border: none; background: transparent; }
QScrollArea#chart_list { background: @surface; border-right: 1px solid @line; }
QScrollArea#chart, QScrollArea#chart > QWidget > QWidget { background: @surface; }
QScrollArea#report_settings { background: @surface; border-right: 1px solid @line; }
QScrollArea#report_settings > QWidget > QWidget { background: @surface; }
QSplitter::handle { background: @line; }
QFrame[kind="card"] { background: @surface; border: 1px solid @line; border-radius: 12px; }
QFrame[kind="well"] { background: @ground; border: none; border-radius: 10px; }
QFrame[kind="rule"] { background: @line; border: none; max-height: 1px; min-height: 1px; }
QFrame[kind="overlay"] { background: @surface; border: 1px solid @line_strong; border-radius: 12px; }
"""

_LABELS = """
QLabel { background: transparent; }
QLabel[kind="display"] { font-size: 26px; font-weight: 600; }
QLabel[kind="title"] { font-size: 20px; font-weight: 600; }
QLabel[kind="name"] { font-size: 17px; font-weight: 600; }
QLabel[kind="project"] { font-size: 15px; font-weight: 600; }
QLabel[kind="strong"] { font-weight: 600; }
QLabel[kind="muted"] { color: @muted; }
QLabel[kind="small"] { color: @muted; font-size: 12px; }
QLabel[kind="caption"] { color: @muted; font-size: 11px; font-weight: 600; }
QLabel[kind="badge"] { background: @accent_ground; border-radius: 12px; }
QLabel[kind="accent"] { color: @accent; font-weight: 600; }
QLabel[kind="error"] { color: @disappointing_text; font-size: 12px; }
QLabel[kind="bubble"] { background: @ink; color: @surface; border-radius: 6px; padding: 5px 9px; font-size: 12px; }
QLabel[kind="key"] { color: @muted; background: @surface; border: 1px solid @line; border-radius: 5px;
    padding: 0 5px; font-size: 11px; }
QLabel[kind="chip"] { background: @okay_ground; color: @okay; border-radius: 9px; padding: 2px 9px; font-size: 11px;
    font-weight: 600; }
QLabel[kind="chip"][tone="accent"] { background: @accent_ground; color: @accent; }
QLabel[kind="chip"][tone="critical"] { background: @disappointing_ground; color: @disappointing_text; }
QLabel[kind="chip"][tone="delighting"] { background: @delighting_ground; color: @delighting; }
QLabel[kind="chip"][tone="stardust"] { background: @stardust_ground; color: @stardust; }
"""

_BUTTONS = """
QPushButton { background: @surface; border: 1px solid @line; border-radius: 8px; padding: 0 12px;
    min-height: 28px; font-weight: 600; }
QPushButton:hover { background: @hover; }
QPushButton:pressed { background: @pressed; }
QPushButton:focus { border-color: @accent; }
QPushButton:disabled { color: @disabled; border-color: @faint_line; }
QPushButton[kind="primary"] { background: @accent; color: @on_accent; border-color: @accent; }
QPushButton[kind="primary"]:hover { background: @accent_hover; }
QPushButton[kind="primary"]:focus { border: 2px solid @accent_ring; }
QPushButton[kind="primary"]:disabled { background: @line; border-color: @line; color: @muted; }
QPushButton[kind="ghost"] { background: transparent; border-color: transparent; padding: 0 8px; }
QPushButton[kind="ghost"]:hover { background: @hover; }
QPushButton[kind="ghost"]:focus { border-color: @accent; }
QPushButton#saved_state { font-weight: 400; color: @muted; }
QPushButton[kind="link"] { background: transparent; border: 1px solid transparent; color: @accent; padding: 0 4px; }
QPushButton[kind="link"]:hover { background: @accent_ground; }
QPushButton[kind="link"]:focus { border-color: @accent; }
#statusline QPushButton { min-height: 20px; max-height: 22px; }
QPushButton[kind="keyed"] { text-align: left; }
QPushButton[kind="chip"] { background: @okay_ground; color: @muted; border: 1px solid transparent; border-radius: 11px;
    padding: 0 10px; min-height: 22px; font-size: 12px; font-weight: 600; }
QWidget[ground="ground"] QPushButton[kind="chip"]:!checked { background: @surface; }
QWidget[ground="ground"] QPushButton[kind="chip"]:!checked:!focus { border-color: @line; }
QWidget[ground="ground"] QPushButton[kind="tag"]:!checked { background: @surface; }
QWidget[ground="ground"] QPushButton[kind="tag"]:!checked:!focus:!hover { border-color: @line; }
QPushButton[kind="chip"]:checked { background: @accent_ground; color: @accent; }
QPushButton[kind="chip"]:focus { border-color: @accent; }
QPushButton::menu-indicator { width: 0; }
QToolButton { background: transparent; border: 1px solid transparent; border-radius: 8px; padding: 3px;
    min-width: 22px; min-height: 22px; }
QToolButton:hover { background: @hover; }
QToolButton:pressed { background: @pressed; }
QToolButton:focus { border-color: @accent; }
QToolButton::menu-indicator { image: none; width: 0; }
QToolButton[kind="face"] { padding: 0; border: 1px solid @line; border-radius: 14px; min-width: 26px; max-width: 26px;
    min-height: 26px; max-height: 26px; }
QToolButton[kind="face"]:hover { border-color: @line_strong; }
QToolButton[kind="face"]:checked { background: @accent_ground; border-color: @accent; }
QToolButton[kind="face"]:focus { border-color: @accent; }
QToolButton[kind="rail"] { border-radius: 10px; color: @muted; font-size: 12px; font-weight: 600;
    padding: 6px 0 4px 0; }
QToolButton[kind="rail"]:checked { background: @accent_ground; color: @accent; }
QWidget[kind="segments"] { background: @okay_ground; border-radius: 9px; }
QPushButton[kind="segment"] { background: transparent; border: 1px solid transparent; border-radius: 7px; color: @muted;
    min-height: 24px; padding: 0 11px; }
QPushButton[kind="segment"]:hover { color: @ink; }
QPushButton[kind="segment"]:checked { background: @surface; color: @ink; border-color: @line; }
QPushButton[kind="segment"]:focus { border-color: @accent; }
QPushButton[kind="search"] { background: @ground; border: 1px solid @line; color: @muted; text-align: left;
    font-weight: 400; border-radius: 9px; min-height: 30px; }
QPushButton[kind="search"]:hover, QPushButton[kind="search"]:focus { border-color: @accent; }
QPushButton[kind="tile"] { background: @surface; border: 1px solid @line; border-radius: 12px; padding: 0;
    min-height: 112px; }
QPushButton[kind="tile"]:hover { border-color: @accent; background: @tile_hover; }
QPushButton[kind="tile"]:focus { border: 2px solid @accent; }
QPushButton[kind="row"] { background: transparent; border: 1px solid transparent; border-radius: 8px; text-align: left;
    font-weight: 400; padding: 0 10px; min-height: 34px; }
QPushButton[kind="row"]:hover { background: @hover; }
QPushButton[kind="row"]:focus { border-color: @accent; }
"""

_FLOW = """
QPushButton[kind="sentence"] { background: transparent; border: 1px solid transparent; border-radius: 8px; padding: 0;
    min-height: 0; font-weight: 400; }
QPushButton[kind="sentence"]:hover { background: @hover; }
QPushButton[kind="sentence"]:focus { border-color: @accent; }
QPushButton[kind="switch"] { background: transparent; border: 1px solid transparent; border-radius: 8px;
    text-align: left; font-weight: 600; padding: 0 7px; min-height: 30px; }
QPushButton[kind="switch"]:hover { background: @hover; }
QPushButton[kind="switch"]:checked { background: @accent_ground; color: @accent; }
QPushButton[kind="switch"]:focus { border-color: @accent; }
QLabel[kind="exit"] { background: @surface; border: 1px dashed @disappointing; border-radius: 12px;
    color: @disappointing_text; font-weight: 600; }
QLabel[kind="exit"][tone="critical"] { background: @disappointing_ground; border: 2px solid @disappointing; }
QWidget#flow_panel { background: @surface; border-left: 1px solid @line; }
QTableWidget#matrix { background: @surface; }
QTableWidget#matrix::item { padding: 0; }
"""

_FIELDS = """
QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox, QComboBox { background: @surface; border: 1px solid @line;
    border-radius: 8px; selection-background-color: @accent; selection-color: @on_accent; }
QLineEdit, QPlainTextEdit, QTextEdit { placeholder-text-color: @faint; }
QLineEdit, QAbstractSpinBox, QComboBox { min-height: 28px; padding: 0 8px; }
QPlainTextEdit, QTextEdit { padding: 3px 5px; }
QLineEdit:hover, QPlainTextEdit:hover, QTextEdit:hover, QAbstractSpinBox:hover, QComboBox:hover {
    border-color: @line_strong; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QAbstractSpinBox:focus, QComboBox:focus {
    border: 1px solid @accent; }
QLineEdit:disabled, QPlainTextEdit:disabled, QAbstractSpinBox:disabled, QComboBox:disabled { color: @muted;
    background: @ground; }
QLineEdit:read-only, QPlainTextEdit:read-only { background: @ground; }
QLineEdit[kind="big"] { min-height: 38px; font-size: 15px; border-radius: 10px; padding: 0 12px; }
QLineEdit[kind="bare"] { border: none; background: transparent; min-height: 32px; font-size: 15px; padding: 0; }
QLineEdit[kind="bare"]:focus { border: none; }
QComboBox::drop-down { border: none; width: 22px; }
QComboBox::down-arrow { image: url("@arrow"); width: 12px; height: 12px; }
QComboBox QAbstractItemView { background: @surface; border: 1px solid @line_strong; padding: 4px; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { width: 0; border: none; }
QDateEdit::drop-down { border: none; width: 22px; }
QDateEdit::down-arrow { image: url("@arrow"); width: 12px; height: 12px; }
QCheckBox, QRadioButton { spacing: 8px; min-height: 26px; background: transparent; }
QCheckBox::indicator { width: 16px; height: 16px; border: 1px solid @faint; border-radius: 5px; background: @surface; }
QCheckBox::indicator:hover, QCheckBox:focus { color: @accent; border-color: @accent; }
QCheckBox::indicator:checked { background: @accent; border-color: @accent; image: url("@check"); }
QCheckBox::indicator:disabled { background: @ground; border-color: @line; }
QSlider { min-height: 22px; background: transparent; }
QSlider::groove:horizontal { height: 3px; background: @line; border-radius: 1px; }
QSlider::handle:horizontal { width: 11px; height: 11px; margin: -6px 0; border: 2px solid @accent; border-radius: 7px;
    background: @surface; }
QSlider::handle:horizontal:focus { background: @accent_ground; }
QSlider::handle:horizontal:disabled { border-color: @line; }
QProgressBar { background: @line; border: none; border-radius: 2px; max-height: 4px; min-height: 4px; }
QProgressBar::chunk { background: @accent; border-radius: 2px; }
"""

_LISTS = """
QAbstractItemView { background: @surface; border: none; selection-background-color: @accent_ground;
    selection-color: @ink; alternate-background-color: @lane_ground; }
QListView::item, QTreeView::item { min-height: 30px; border-radius: 6px; padding: 0 6px; }
QListView::item:hover, QTreeView::item:hover { background: @hover; }
QListView::item:selected, QTreeView::item:selected { background: @accent_ground; color: @ink; }
QTreeView#outline::item { border-radius: 0; }
QListWidget[kind="notes"] { background: transparent; }
QListWidget[kind="notes"]::item { background: @surface; border: 1px solid @line; border-radius: 8px; padding: 2px 9px; }
QListWidget[kind="notes"]::item:hover { border-color: @line_strong; }
QListWidget[kind="notes"]::item:selected { background: @accent_ground; border-color: @accent; color: @ink; }
QTableView { gridline-color: @faint_line; }
QTableView::item { padding: 0 8px; }
QTableView::item:selected { background: @accent_ground; color: @ink; }
QHeaderView { background: @surface; border: none; }
QHeaderView::section { background: @surface; color: @muted; border: none; border-bottom: 1px solid @line;
    padding: 6px 11px; font-size: 11px; font-weight: 600; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QTableCornerButton::section { background: @surface; border: none; }
QMenu { background: @surface; border: 1px solid @line_strong; padding: 5px; }
QMenu::item { padding: 6px 26px 6px 10px; border-radius: 6px; min-height: 18px; }
QMenu::item:selected { background: @accent_ground; }
QMenu::item:disabled { color: @disabled; }
QMenu::icon { padding-left: 8px; }
QMenu::separator { height: 1px; background: @line; margin: 5px 8px; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: @scroll; border-radius: 4px; margin: 2px; }
QScrollBar::handle:hover { background: @faint; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
"""

_BARS = """
QWidget[kind="notice"] { background: @accent_ground; border-bottom: 1px solid @line; }
QWidget[kind="notice"][tone="good"] { background: @delighting_ground; }
QWidget[kind="notice"][tone="warning"] { background: @stardust_ground; }
QWidget[kind="notice"][tone="error"] { background: @disappointing_ground; }
QWidget[kind="notice"][tone="error"] QLabel { color: @disappointing_text; }
QWidget[kind="notice"] QPushButton[kind="ghost"] { font-weight: 600; }
"""


def style_sheet(colours: Colours, images: dict[str, str]) -> str:
    """The style sheet in these colours; `images` are the paths of "arrow" and "check"."""
    accent, surface, line, ink = Role.ACCENT, Role.SURFACE, Role.LINE, Role.INK

    def mixed(role: Role, other: Role, share: float) -> str:
        return mix(colours.colour(role), colours.colour(other), share).name()

    names = {role.value: colours.colour(role).name() for role in Role}
    names |= {
        "hover": mixed(surface, ink, 0.05),
        "pressed": mixed(surface, ink, 0.1),
        "tile_hover": mixed(surface, Role.ACCENT_GROUND, 0.5),
        "line_strong": mixed(line, ink, 0.14),
        "scroll": mixed(line, ink, 0.12),
        "disabled": mixed(Role.FAINT, surface, 0.3),
        "accent_hover": mixed(accent, ink, 0.15),
        "accent_ring": mixed(accent, surface, 0.45),
        "disappointing_line": mixed(Role.DISAPPOINTING_GROUND, Role.DISAPPOINTING, 0.3),
        "delighting_line": mixed(Role.DELIGHTING_GROUND, Role.DELIGHTING, 0.3),
    }
    names |= images
    text = "".join((_FRAME, _LABELS, _BUTTONS, _FLOW, _FIELDS, _LISTS, _BARS, FORMS))
    return re.sub(r"@(\w+)", lambda found: names[found[1]], text)
