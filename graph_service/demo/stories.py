"""The stories of the fictional city: the operation that finds each, and what it finds."""

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx

from graph_service.errors import BadInput

FOLDER = Path(__file__).resolve().parent.parent.parent / "examples" / "stories"
_TAKE = re.compile(r"^# take (\w+): (\S+)$", re.MULTILINE)
_FINDS = re.compile(r"^# finds: (.+)$", re.MULTILINE)
_PLACE = re.compile(r"\{([\w.#]+)\}")


@dataclass(frozen=True)
class Story:
    """One story: its title, its operation, the variables it takes from the city's truth, the sentence it ends in."""

    id: str
    title: str
    query: str
    takes: dict[str, str]
    finds: str


@dataclass(frozen=True)
class StoryResult:
    """A story with its answer and what the answer says."""

    story: Story
    variables: dict[str, Any]
    answer: dict[str, Any]
    sentence: str


def read_stories(folder: Path = FOLDER) -> list[Story]:
    """Return the stories in the order of their names."""
    return [_read(path) for path in sorted(folder.glob("F*.graphql"))]


def _read(path: Path) -> Story:
    text = path.read_text(encoding="utf-8")
    finds = _FINDS.search(text)
    if finds is None or not text.startswith("# "):
        raise BadInput("the story has no title or no `# finds:` line", path.name, "start it as the other stories do")
    query = "\n".join(line for line in text.splitlines() if not line.startswith("#")).strip()
    return Story(path.stem, text.splitlines()[0][2:], query, dict(_TAKE.findall(text)), finds[1])


async def tell(story: Story, truth: dict[str, Any], client: httpx.AsyncClient) -> StoryResult:
    """Return the story's answer, or refuse when the service gives an error instead."""
    known = next(each for each in truth["stories"] if each["id"] == story.id)
    variables = {name: _taken(known, path) for name, path in story.takes.items()}
    reply = (await client.post("/graphql", json={"query": story.query, "variables": variables})).json()
    if reply.get("errors"):
        raise BadInput(
            f"the story's operation failed: {reply['errors'][0]['message']}", story.id, "load the city again"
        )
    return StoryResult(
        story, variables, reply["data"], _PLACE.sub(lambda place: _shown(reply["data"], place[1]), story.finds)
    )


def _taken(known: dict[str, Any], path: str) -> Any:
    """Return what the truth holds at the path; `clue:matters.0.number` makes an id of a kind and a number."""
    kind, colon, inner = path.rpartition(":")
    found = pick(known, inner)
    return f"{kind}:{found}" if colon else found


def pick(value: Any, path: str) -> Any:
    """Return what stands at a path such as `matters.0.number`; `#` is the length of a list."""
    for step in path.split("."):
        value = len(value) if step == "#" else value[int(step) if isinstance(value, list) else step]
    return value


def _shown(data: Any, path: str) -> str:
    try:
        found = pick(data, path)
    except (LookupError, TypeError, ValueError):
        return "—"
    return f"{found:,}" if isinstance(found, int) else str(found)


def shortened(answer: dict[str, Any], most: int = 420) -> str:
    """Return the answer as JSON on one line, cut where it grows long."""
    text = json.dumps(answer, ensure_ascii=False)
    return text if len(text) <= most else f"{text[:most]} … ({len(text):,} characters)"
