"""What the README asks gets the answers that the README shows, from the city of the demo."""

import json
import re
from typing import Any

import httpx
import pytest

from tests.unit.tree import ROOT

_ASKED = re.compile(r"```graphql\n(.*?)```\n```json\n(.*?)```", re.DOTALL)
_REST = "…"  # what the README leaves out of a list


def _shown() -> list[tuple[str, Any]]:
    found = _ASKED.findall((ROOT / "README.md").read_text(encoding="utf-8"))
    return [(asked, json.loads(re.sub(rf"\n\s*{_REST}\n", f'\n"{_REST}",\n', shown))) for asked, shown in found]


def _agrees(shown: Any, given: Any) -> bool:
    """Return whether an answer is what is shown; of a list that is cut, what is left must be in it."""
    if isinstance(shown, list) and _REST in shown:
        rest = [each for each in shown if each != _REST]
        return len(given) >= len(shown) and all(any(_agrees(one, other) for other in given) for one in rest)
    if isinstance(shown, list):
        pairs = zip(shown, given, strict=False)
        return len(shown) == len(given) and all(_agrees(one, other) for one, other in pairs)
    if isinstance(shown, dict):
        return list(shown) == list(given) and all(_agrees(shown[key], given[key]) for key in shown)
    return bool(shown == given)


@pytest.mark.parametrize(("asked", "shown"), _shown())
async def test_an_answer_in_the_readme_is_what_the_city_gives(
    asked: str, shown: Any, officer: httpx.AsyncClient
) -> None:
    reply = (await officer.post("/graphql", json={"query": asked})).json()

    assert "errors" not in reply, reply["errors"]
    assert _agrees(shown, reply["data"]), json.dumps(reply["data"], ensure_ascii=False)


def test_the_readme_shows_answers() -> None:
    assert len(_shown()) >= 3
