"""Mentions in the API: by the rights of who asks, sure ones with their entity, unsure ones with their candidates."""

from tests.api.conftest import Caller

_ASKED = """{ clue(number: "XS-001") { mentions {
  __typename id text start end kind normal certainty because state namesakes
  entity { __typename id caption } candidates { id }
} } }"""
_LIST = """{ clues(first: 12) { nodes { id mentions(first: 2) { start entity { ... on Person { name } } } } } }"""
_ANY = """{ node(id: "clue_02") { __typename ... on Matter { mentions { start } } ... on Clue { number } } }"""


async def test_mentions_stand_in_the_order_of_the_text(disc: Caller) -> None:
    (first, second, third, fourth) = (await disc.ask(_ASKED))["clue"]["mentions"]

    assert [each["start"] for each in (first, second, third, fourth)] == [0, 3, 6, 9]
    assert first == {
        "__typename": "Mention", "id": first["id"], "text": "词0", "start": 0, "end": 2, "kind": "PERSON", "normal": "词0",
        "certainty": 0.95, "because": "FULL_NAME", "state": "SURE", "namesakes": 1,
        "entity": {"__typename": "Person", "id": "person_1", "caption": "张乙"}, "candidates": [],
    }  # fmt: skip
    assert (fourth["kind"], fourth["entity"]) == ("AMOUNT", None)


async def test_unsure_mentions_show_their_visible_candidates_only(disc: Caller) -> None:
    mentions = (await disc.ask(_ASKED))["clue"]["mentions"]

    by_name = [{"id": "person_3"}, {"id": "person_2"}]  # 张丁 before 张丙, as Unicode has them
    assert (mentions[1]["entity"], mentions[1]["candidates"]) == (None, by_name)


async def test_a_hidden_entity_is_not_shown_and_a_hidden_mention_not_counted(disc: Caller) -> None:
    mentions = (await disc.ask(_ASKED))["clue"]["mentions"]

    assert mentions[2]["entity"] is None
    assert 12 not in [each["start"] for each in mentions]


async def test_a_list_of_matters_shows_the_first_mentions_of_each(disc: Caller) -> None:
    nodes = (await disc.ask(_LIST))["clues"]["nodes"]

    told = [node["mentions"] for node in nodes if node["mentions"]]
    assert told
    assert all(each == [{"start": 0, "entity": {"name": "张乙"}}, {"start": 3, "entity": None}] for each in told)


async def test_any_matter_has_them(disc: Caller) -> None:
    found = (await disc.ask(_ANY))["node"]

    assert found["__typename"] == "Clue"
    assert [each["start"] for each in found["mentions"]] == [0, 3, 6, 9]


async def test_mentions_have_a_bound(disc: Caller) -> None:
    assert await disc.code('{ clue(number: "XS-001") { mentions(first: 101) { id } } }') == "LIMIT_EXCEEDED"
