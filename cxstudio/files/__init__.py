"""Our own file: container, migrations, safe writing, lock, recovery journal, backups, pictures. No foreign format.

What stands here is loaded when first asked for: settings are read and written before any project is.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cxstudio.files.aside import Aside
    from cxstudio.files.container import SUFFIX
    from cxstudio.files.decoding import Problem
    from cxstudio.files.errors import ChangedOnDisk, NotBackedUp, NotReadable, NotSaved
    from cxstudio.files.loading import Loaded, load
    from cxstudio.files.saving import project_bytes, save

__all__ = [
    "SUFFIX",
    "Aside",
    "ChangedOnDisk",
    "Loaded",
    "NotBackedUp",
    "NotReadable",
    "NotSaved",
    "Problem",
    "load",
    "project_bytes",
    "save",
]
_HOMES = {
    "aside": ("Aside",),
    "container": ("SUFFIX",),
    "decoding": ("Problem",),
    "errors": ("ChangedOnDisk", "NotBackedUp", "NotReadable", "NotSaved"),
    "loading": ("Loaded", "load"),
    "saving": ("project_bytes", "save"),
}


def __getattr__(name: str) -> object:
    for module, names in _HOMES.items():
        if name in names:
            return getattr(import_module(f"{__name__}.{module}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
