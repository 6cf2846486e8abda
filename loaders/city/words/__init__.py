"""Words that the city is made of, kept as data."""

from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@cache
def read_words(name: str) -> Any:
    """Return the content of one list of words."""
    return yaml.safe_load(files(__name__).joinpath(f"{name}.yaml").read_text(encoding="utf-8"))


def story_text(name: str, **values: object) -> str:
    """Return the text of a story with its <words> filled in."""
    text = str(read_words("stories")[name])
    for key, value in values.items():
        text = text.replace(f"<{key}>", str(value))
    return text
