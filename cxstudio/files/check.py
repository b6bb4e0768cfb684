"""What is wrong with a file, if anything: for `cxstudio check`."""

from __future__ import annotations

from pathlib import Path

from cxstudio.errors import N_
from cxstudio.files.decoding import Problem
from cxstudio.files.encoding import encode
from cxstudio.files.jsontext import read_json
from cxstudio.files.loading import load
from cxstudio.files.saving import used_assets


def check_file(path: Path) -> list[Problem]:
    """Everything that is not as it should be; empty for a sound file. Raises NotReadable where it cannot be opened."""
    loaded = load(path)
    content = loaded.content
    found = list(content.problems)
    if content.newer:
        found.append(
            Problem(
                N_("The file was made with a later version of CX Studio (format {number})."),
                (("number", content.format),),
            )
        )
    missing = used_assets(content.document) - loaded.assets.keys()
    found += [Problem(N_("The picture {asset} is missing."), (("asset", digest[:12]),)) for digest in sorted(missing)]
    found += [
        Problem(N_("The file holds “{name}”, which is unknown; it is kept."), (("name", name[:80]),))
        for name in sorted(content.aside.members)
        if not name.startswith("assets/")
    ]
    found += [
        Problem(N_("The project holds the unknown entry “{name}”; it is kept."), (("name", name[:80]),))
        for name in sorted(content.aside.top)
    ]
    read_json(encode(content.document, content.aside))
    return found
