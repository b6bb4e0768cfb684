"""Our own file: container, migrations, safe writing, lock, recovery journal, backups, pictures."""

from cxstudio.files.aside import Aside
from cxstudio.files.container import SUFFIX
from cxstudio.files.decoding import Problem
from cxstudio.files.errors import ChangedOnDisk, NotReadable, NotSaved
from cxstudio.files.loading import Loaded, load
from cxstudio.files.saving import project_bytes, save

__all__ = [
    "SUFFIX",
    "Aside",
    "ChangedOnDisk",
    "Loaded",
    "NotReadable",
    "NotSaved",
    "Problem",
    "load",
    "project_bytes",
    "save",
]
