"""The theme: a palette of the studio as Qt colours, fonts, icons and style sheet."""

from __future__ import annotations

import errno
from pathlib import Path

from PySide6.QtCore import Qt, QTemporaryDir
from PySide6.QtGui import QColor, QFont, QGuiApplication, QIcon, QPalette
from PySide6.QtWidgets import QApplication

from cxstudio.look.palette import palette
from cxstudio.look.roles import Role
from ui.theme import fonts, icons
from ui.theme.role_colours import mix
from ui.theme.style_sheet import style_sheet


class Theme:
    """One palette, resolved for Qt. A switch of palette makes a new theme and new widgets."""

    def __init__(self, name: str, accent: str = "") -> None:
        self.name = name
        self.palette = palette(name, accent)
        self._colours = {role: QColor(self.palette[role]) for role in Role}
        self._own_folder: QTemporaryDir | None = None
        """Gone with the theme."""
        self._icons: dict[tuple[str, Role, Role | None], QIcon] = {}

    @property
    def dark(self) -> bool:
        """Light text on a dark ground."""
        return self.colour(Role.SURFACE).lightness() < 128

    def colour(self, role: Role) -> QColor:
        """A role's colour."""
        return self._colours[role]

    def mixed(self, role: Role, other: Role, share: float) -> QColor:
        """`role` with a `share` (0 to 1) of `other` in it: hover, pressed, disabled."""
        return mix(self.colour(role), self.colour(other), share)

    def font(self, size: int = fonts.BASE, face: str = "regular") -> QFont:
        """A font for widgets; size in pixels, face as in `look.fonts`."""
        return fonts.font(size, face)

    def icon(self, name: str, role: Role = Role.MUTED, chosen: Role | None = None) -> QIcon:
        """An icon of `look.icons` in a role's colour, for checked or active states in another."""
        key = (name, role, chosen)
        if key not in self._icons:
            self._icons[key] = icons.icon(
                name, self.colour(role), self.mixed(role, Role.SURFACE, 0.6), self.colour(chosen or role)
            )
        return self._icons[key]

    def apply(self, application: QApplication, cache: Path) -> None:
        """Give the application this theme's fonts, palette and style sheet; `cache` keeps the sheet's pictures."""
        fonts.load_fonts()
        sheet = style_sheet(self, self._pictures(cache / "look"), self.palette.field_line)
        if application.styleSheet() != sheet:  # setting it makes every widget look at its style again
            application.setFont(self.font())
            application.setPalette(self._qt_palette())
            application.setStyleSheet(sheet)

    def _pictures(self, folder: Path) -> dict[str, str]:
        """The two pictures a style sheet can only take from files; in a folder of their own where `folder` refuses."""
        try:
            return self._pictures_in(folder)
        except OSError:
            self._own_folder = QTemporaryDir()
        try:
            if self._own_folder.isValid():
                return self._pictures_in(Path(self._own_folder.path()))
        except OSError:
            pass  # then two small signs are missing
        return dict.fromkeys(("arrow", "check"), "none")

    def _pictures_in(self, folder: Path) -> dict[str, str]:
        """Write those that are not there yet. Raises OSError."""
        found = {}
        for key, name, role in (("arrow", "arrow_down", Role.MUTED), ("check", "check", Role.ON_ACCENT)):
            stem = f"{key}-{self.colour(role).name()[1:]}"
            for ratio, ending in ((1, ".png"), (2, "@2x.png")):
                path = folder / (stem + ending)
                if not path.exists():
                    folder.mkdir(parents=True, exist_ok=True)
                    if not icons.pixmap(name, 14, self.colour(role), ratio).save(str(path)):
                        raise OSError(errno.EIO, "a picture cannot be written", str(path))
            found[key] = (folder / (stem + ".png")).as_posix()
        return found

    def _qt_palette(self) -> QPalette:
        roles = {
            QPalette.ColorRole.Window: Role.GROUND,
            QPalette.ColorRole.WindowText: Role.INK,
            QPalette.ColorRole.Base: Role.SURFACE,
            QPalette.ColorRole.AlternateBase: Role.LANE_GROUND,
            QPalette.ColorRole.Text: Role.INK,
            QPalette.ColorRole.Button: Role.SURFACE,
            QPalette.ColorRole.ButtonText: Role.INK,
            QPalette.ColorRole.PlaceholderText: Role.FAINT,
            QPalette.ColorRole.Highlight: Role.ACCENT,
            QPalette.ColorRole.HighlightedText: Role.ON_ACCENT,
            QPalette.ColorRole.Accent: Role.ACCENT,
            QPalette.ColorRole.Link: Role.ACCENT,
            QPalette.ColorRole.LinkVisited: Role.ACCENT,
            QPalette.ColorRole.ToolTipBase: Role.INK,
            QPalette.ColorRole.ToolTipText: Role.SURFACE,
            QPalette.ColorRole.Mid: Role.LINE,
        }
        made = QPalette()
        for role, meaning in roles.items():
            made.setColor(role, self.colour(meaning))
        for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText, QPalette.ColorRole.WindowText):
            made.setColor(QPalette.ColorGroup.Disabled, role, self.mixed(Role.FAINT, Role.SURFACE, 0.3))
        return made


def palette_name(setting: str) -> str:
    """The palette a setting means: "light", "dark", or what the system wears."""
    if setting in ("light", "dark"):
        return setting
    hints = QGuiApplication.styleHints()
    return "dark" if hints is not None and hints.colorScheme() is Qt.ColorScheme.Dark else "light"
