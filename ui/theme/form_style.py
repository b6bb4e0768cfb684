"""Style rules of forms, filled from the theme together with the window's own."""

from typing import Final

FORMS: Final = """
QPlainTextEdit { padding: 3px 7px; }
QPlainTextEdit#inline_editor { padding: 4px 0; }
QCheckBox { min-height: 28px; }
QPushButton[kind="segment"] { min-height: 26px; }
QLabel[kind="field"] { color: @muted; font-size: 12px; }
QPushButton[kind="tag"] { background: @okay_ground; color: @muted; border: 1px solid transparent; border-radius: 13px;
    padding: 0 10px; min-height: 26px; font-size: 12px; font-weight: 600; }
QPushButton[kind="tag"]:hover { border-color: @line_strong; }
QPushButton[kind="tag"]:checked, QPushButton[kind="tag"][on="true"] { background: @accent_ground; color: @accent; }
QPushButton[kind="tag"]:focus { border-color: @accent; }
QPushButton[kind="select"] { background: @surface; border: 1px solid @line; border-radius: 8px; padding: 0 8px;
    text-align: left; font-weight: 400; min-height: 28px; }
QPushButton[kind="select"]:hover { border-color: @line_strong; }
QPushButton[kind="select"]:focus { border-color: @accent; }
QPushButton[kind="section"] { background: transparent; border: none; border-top: 1px solid @faint_line;
    border-radius: 0; padding: 0; text-align: left; color: @muted; font-size: 11px; font-weight: 600;
    min-height: 34px; }
QPushButton[kind="section"]:hover, QPushButton[kind="section"]:focus { color: @accent; background: transparent; }
QPlainTextEdit[kind="heading"] { font-size: 17px; font-weight: 600; }
QPlainTextEdit[kind="heading"], QPlainTextEdit[kind="bare"], QLineEdit[kind="plain"] { border: none;
    border-bottom: 1px solid transparent; border-radius: 0; background: transparent; padding: 4px 0; }
QPlainTextEdit[kind="heading"]:hover, QPlainTextEdit[kind="bare"]:hover { border-bottom-color: @line_strong; }
QPlainTextEdit[kind="heading"]:focus, QPlainTextEdit[kind="bare"]:focus { border: none;
    border-bottom: 1px solid @accent; }
QFrame[kind="item"] { background: @lane_ground; border: 1px solid @faint_line; border-radius: 10px; }
QFrame[kind="item"][tone="disappointing"] { background: @disappointing_ground; border-color: @disappointing_ground; }
QFrame[kind="item"][tone="disappointing"] QPlainTextEdit[kind="bare"] { color: @disappointing_text; }
QFrame[kind="item"][tone="delighting"] { background: @delighting_ground; border-color: @delighting_ground; }
QFrame[kind="item"][tone="delighting"] QPlainTextEdit[kind="bare"] { color: @delighting; }
QFrame[kind="item"] QPlainTextEdit[kind="bare"]:focus { color: @ink; }
QPlainTextEdit[kind="bare"][tone="quote"] { font-style: italic; color: @muted; }
QFrame[kind="item"][tone="quote"] QPlainTextEdit[kind="bare"] { font-style: italic; }
QPushButton[kind="add"] { background: transparent; border: 1px solid transparent; border-radius: 6px; color: @accent;
    padding: 0 3px 0 0; min-height: 28px; text-align: left; }
QPushButton[kind="add"]:hover { color: @accent_hover; }
QPushButton[kind="add"]:focus { border-color: @accent; }
QPushButton[kind="add"]:disabled { color: @disabled; }
QFrame[kind="verdict"] { background: @okay_ground; border: 1px solid @line; border-radius: 12px; }
QFrame[kind="verdict"][tone="disappointing"] { background: @disappointing_ground; border-color: @disappointing_line; }
QFrame[kind="verdict"][tone="delighting"] { background: @delighting_ground; border-color: @delighting_line; }
QFrame[kind="verdict"] QLabel { color: @okay; }
QFrame[kind="verdict"][tone="disappointing"] QLabel { color: @disappointing_text; }
QFrame[kind="verdict"][tone="delighting"] QLabel { color: @delighting; }
QFrame[kind="verdict"] QLabel[kind="plain"] { color: @ink; }
QPushButton[kind="pick"] { background: @surface; border: 1px solid @line; border-radius: 10px; text-align: left;
    padding: 0; font-weight: 400; min-height: 0; }
QPushButton[kind="pick"]:hover { border-color: @accent; }
QPushButton[kind="pick"]:checked { border-color: @accent; background: @accent_ground; }
QPushButton[kind="pick"]:focus { border: 2px solid @accent; }
QPushButton[kind="person"] { background: transparent; border: 1px solid transparent; border-radius: 10px; padding: 0;
    text-align: left; min-height: 0; }
QPushButton[kind="person"]:hover { background: @hover; }
QPushButton[kind="person"]:checked { background: @accent_ground; }
QPushButton[kind="person"]:focus { border-color: @accent; }
QFrame[kind="sided"] { background: @surface; border: 1px solid @line; border-left: 4px solid @line;
    border-radius: 10px; }
QFrame[kind="sided"][tone="delighting"] { border-left-color: @delighting; }
QFrame[kind="sided"][tone="disappointing"] { border-left-color: @disappointing; }
QWidget#side { border-right: 1px solid @line; }
QPushButton[kind="eyebrow"] { background: transparent; border: 1px solid transparent; border-radius: 6px;
    color: @muted; font-size: 11px; font-weight: 600; padding: 0; min-height: 26px; text-align: left; }
QPushButton[kind="eyebrow"]:hover { color: @accent; }
QPushButton[kind="eyebrow"]:focus { color: @accent; }
QPushButton[kind="plainlink"] { background: transparent; border: 1px solid transparent; border-radius: 6px;
    padding: 0; font-weight: 400; text-align: left; }
QPushButton[kind="plainlink"]:hover { color: @accent; background: transparent; }
QPushButton[kind="plainlink"]:focus { border-color: @accent; }
QSlider[kind="weight"] { min-height: 28px; }
QSlider[kind="weight"]::groove:horizontal { height: 6px; background: @line; border-radius: 3px; }
QSlider[kind="weight"]::sub-page:horizontal { height: 6px; background: @accent; border-radius: 3px; }
QSlider[kind="weight"]::handle:horizontal { width: 8px; height: 14px; margin: -4px 0; border-radius: 4px;
    border: 1px solid @surface; background: @accent; }
QListWidget { border-radius: 6px; }
QTableWidget[kind="proposal"] { border: 1px solid @faint_line; border-radius: 8px; }
QTableWidget[kind="proposal"]::item { padding: 0 10px; border: none; }
QTableWidget[kind="proposal"] QComboBox { margin: 2px 0; }
"""
