"""Projects by shortened names."""

import pytest

from graph_service.mentions.lexicon.known import KnownEntity, MatterText
from graph_service.mentions.text.mention import Because, Mention, MentionKind, MentionState
from tests.unit.mentions.small import EVERYONE, TEAM, finder, meant

_PROJECTS = {
    "river": "云江市云水区2024年滨江路改造工程", "lake1": "云江市双林镇青泽湖清淤项目(一标段)", "lake2": "云江市良村镇青泽湖清淤项目",
    "old": "云江市老旧小区改造工程", "library": "云江市图书馆项目",
}  # fmt: skip
_FINDER = finder(
    *(KnownEntity(f"project_{key}", "Project", EVERYONE, (name,), (f"N-{key}",)) for key, name in _PROJECTS.items())
)


def projects(text: str) -> list[Mention]:
    found = _FINDER.find(MatterText("petition_1", text, TEAM))
    return [one for one in found if one.kind is MentionKind.PROJECT]


def test_a_shortened_name_is_sure_below_the_full_one() -> None:
    (short,) = projects("听说滨江路改造花了不少钱")
    (full,) = projects("听说云江市云水区2024年滨江路改造工程花了不少钱")

    assert (short.text, meant(short), short.because) == ("滨江路改造", ["project_river"], Because.OTHER_NAME)
    assert full.text == _PROJECTS["river"]
    assert (meant(full), full.state, short.state) == (["project_river"], MentionState.SURE, MentionState.SURE)
    assert short.certainty < full.certainty


def test_a_shortened_name_of_several_projects_is_a_candidate_of_each() -> None:
    (mention,) = projects("青泽湖清淤走过场")

    assert (meant(mention), mention.state) == (["project_lake1", "project_lake2"], MentionState.CANDIDATE)


@pytest.mark.parametrize("text", ["新滨江路改造走过场", "滨江路改造二期走过场", "滨江路改造工程二标段走过场"])
def test_what_may_be_another_project_is_not_sure(text: str) -> None:
    assert [one.state for one in projects(text)] == [MentionState.CANDIDATE]


@pytest.mark.parametrize("text", ["老旧小区改造走过场", "云江市图书馆不开门", "滨江路又堵车"])
def test_a_general_name_or_a_place_is_no_project(text: str) -> None:
    assert projects(text) == []
