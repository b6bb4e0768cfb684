"""From older formats to today's: small functions on plain dicts, one per step."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

FORMAT = 0
"""The format this program writes. 0 until the first release."""

Step = Callable[[dict[str, Any]], dict[str, Any]]

STEPS: dict[int, Step] = {}
"""Format number → what makes the next one of it."""


def migrate(project: dict[str, Any], steps: dict[int, Step] = STEPS, target: int = FORMAT) -> dict[str, Any]:
    """The content of project.json in today's format. Raises KeyError where a step is missing."""
    number = project["format"]
    while number < target:
        project = {**steps[number](project), "format": number + 1}
        number += 1
    return project
