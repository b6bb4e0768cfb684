"""Reads the words of a sample: one file per language in resources/catalogue/samples."""

from __future__ import annotations

import tomllib
from typing import TypeVar

from pydantic import TypeAdapter

from cxstudio.resources import resource_path

T = TypeVar("T")


def sample_words(kind: type[T], name: str, language: str) -> T:
    """What a sample says in "de" or "en", in its shape. Raises pydantic's ValidationError where a word is missing."""
    with resource_path("catalogue", "samples", f"{name}.{language}.toml").open("rb") as file:
        return TypeAdapter(kind).validate_python(tomllib.load(file))
