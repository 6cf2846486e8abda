"""Every example operation answers without an error and finds something; so does every story."""

from typing import Any

import httpx
import pytest

from graph_service.api.gate.installed import EXAMPLES
from graph_service.demo.stories import Story, read_stories, tell
from graph_service.web.examples import Example, read_examples
from tests.api.city.conftest import LoadedCity

STORIES = [story for story in read_stories() if story.id != "F7"]  # told where the models have run
AUDIENCES = {"investigator", "inspection team", "loader"}


def test_there_are_examples_for_every_user() -> None:
    found = read_examples(EXAMPLES)

    assert len(found) >= 15
    assert {each.audience for each in found} == AUDIENCES


def test_every_example_has_a_title_in_both_languages() -> None:
    for each in read_examples(EXAMPLES):
        assert each.title[0].isascii()
        assert any("\u4e00" <= letter <= "\u9fff" for letter in each.title), each.name


@pytest.mark.parametrize("example", read_examples(EXAMPLES), ids=lambda each: each.name)
async def test_an_example_finds_something(example: Example, officer: httpx.AsyncClient) -> None:
    reply = (await officer.post("/graphql", json={"query": example.query, "variables": example.variables})).json()

    assert "errors" not in reply, reply["errors"]
    assert all(_holds_something(value) for value in reply["data"].values())


@pytest.mark.parametrize("story", STORIES, ids=lambda each: each.id)
async def test_a_story_is_found(story: Story, city: LoadedCity, officer: httpx.AsyncClient) -> None:
    told = await tell(story, city.truth, officer)

    assert "—" not in told.sentence, told.sentence


def _holds_something(value: Any) -> bool:
    if isinstance(value, dict):
        return any(_holds_something(each) for each in value.values())
    if isinstance(value, list):
        return any(_holds_something(each) for each in value)
    return bool(value)
