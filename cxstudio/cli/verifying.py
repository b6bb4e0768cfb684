"""`verify`: does a report say what its project gives, and did anybody change it by hand?"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from cxstudio.cli.projects import open_project

if TYPE_CHECKING:
    from cxstudio.cli.main import Run


def verify(options: argparse.Namespace, run: Run) -> int:
    """Say whether every printed figure agrees, and name those that differ; 1 where there is any such."""
    from cxstudio.outputs.verify_files import verify_file

    document = None if options.project is None else open_project(options.project).content.document
    answer = verify_file(Path(options.report), document, run.texts.language)
    for line in answer.lines:
        run.say(line)
    return 0 if answer.agrees else 1
