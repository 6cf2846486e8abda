"""The story that comparison models find: the last of the city's tests, since it adds their alerts to its graph."""

import httpx
import pytest

from graph_service.demo.stories import read_stories, tell
from graph_service.graph import Writer
from graph_service.mentions.reading import read_rights
from graph_service.models.model_file import read_models
from graph_service.models.run import keep_alerts, run_model
from graph_service.rights.roles import read_roles
from graph_service.settings import Settings
from tests.api.city.conftest import LoadedCity

_OF_THE_STORY = ("V1", "V2", "V3", "V5", "V7", "V11")


@pytest.fixture(scope="module")
def compared(city: LoadedCity, writer: Writer, settings: Settings) -> LoadedCity:
    rights = read_rights(writer, read_roles())
    for name in _OF_THE_STORY:
        given = {name: day for name, day in city.truth["models"][name]["parameters"].items() if name == "as_of"}
        keep_alerts(writer, run_model(writer, read_models()[name], given), rights, settings.read_uid_key())
    return city


async def test_the_story_of_official_cars_is_found(compared: LoadedCity, officer: httpx.AsyncClient) -> None:
    story = next(each for each in read_stories() if each.id == "F7")
    expected = next(each for each in compared.truth["stories"] if each["id"] == "F7")["expect"]

    told = await tell(story, compared.truth, officer)

    assert "—" not in told.sentence, told.sentence
    assert told.answer["cases"]["totalCount"] == expected["cases"] == 42
    assert told.answer["vehicles"]["totalCount"] >= expected["vehicles"] == 1100
    assert all(row["rowKey"] for each in told.answer["cases"]["nodes"] for row in each["firedOn"])
