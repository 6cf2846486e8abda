"""Example operations: files with a head of comments, listed for GraphiQL and run by the tests."""

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph_service.errors import BadInput

_MEND = "start the file with `# <title>`, its Chinese below, then `# for: <user>` and, if it has variables, `# variables: <JSON object>`"


@dataclass(frozen=True)
class Example:
    """One operation to try: its file's stem, its title in English and Chinese, the user it is for, its text and its variables."""

    name: str
    title: str
    audience: str
    query: str
    variables: dict[str, Any] | None


def read_examples(folder: Path) -> list[Example]:
    """Return the examples of a folder in the order of their file names, grouped by user."""
    examples = [_read(path) for path in sorted(folder.glob("*.graphql"))]
    audiences = list(dict.fromkeys(example.audience for example in examples))
    return sorted(examples, key=lambda example: audiences.index(example.audience))


def _read(path: Path) -> Example:
    text = path.read_text(encoding="utf-8")
    head = re.match(r"(?:#.*\n)*", text)
    lines = [line.lstrip("# ").strip() for line in head[0].splitlines()] if head else []
    if not lines or not lines[0] or lines[0].startswith(("for:", "variables:")):
        raise BadInput("the example has no title", str(path), _MEND)
    marked = dict(line.split(": ", 1) for line in lines[1:] if line.startswith(("for: ", "variables: ")))
    if "for" not in marked:
        raise BadInput("the example does not say whom it is for", str(path), _MEND)
    told = lines[1] if len(lines) > 1 and not lines[1].isascii() else ""
    return Example(
        path.stem, f"{lines[0]} {told}".strip(), marked["for"], text, _variables(marked.get("variables"), path)
    )


def _variables(text: str | None, path: Path) -> dict[str, Any] | None:
    if text is None:
        return None
    try:
        variables = json.loads(text)
    except ValueError as error:
        raise BadInput(f"the variables of the example are not JSON ({error})", str(path), _MEND) from error
    if not isinstance(variables, dict):
        raise BadInput("the variables of the example are not an object", str(path), _MEND)
    return variables
