"""Searches files for words, however software writes them."""

import json
from pathlib import Path
from urllib.parse import quote


def holding(root: Path, *words: str) -> dict[str, set[str]]:
    """Return the files under a folder that hold one of the words, in any of the forms in which software writes texts."""
    forms = {
        word: {
            word.encode(), word.encode("utf-16-le"), word.encode("utf-16-be"), word.encode("gb18030"),
            json.dumps(word)[1:-1].encode(), quote(word).encode(),
        }
        for word in words
    }  # fmt: skip
    found: dict[str, set[str]] = {}
    for path in (each for each in root.rglob("*") if each.is_file()):
        data = path.read_bytes()
        told = {word for word, each in forms.items() if any(form in data for form in each)}
        if told:
            found[path.relative_to(root).as_posix()] = told
    return found
