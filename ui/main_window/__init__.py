"""The window, what is made anew for each session, and its own commands.

The one room that may import all others; no other imports it.
"""

# What needs no Qt is loaded ahead of it: PySide6 reads the source of every module that is loaded after itself.
import cxstudio.exchange.readers
import cxstudio.look.fonts
import cxstudio.look.icons
import cxstudio.look.palette
import cxstudio.session.log
import cxstudio.session.settings  # noqa: F401
