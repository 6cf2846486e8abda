"""Connected matters against the truth of the city: every planted pair, recall and precision at the default score."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import Any

import httpx
import pytest

from graph_service.cypher.score import SHOWN_FROM
from schema import KINDS
from tests.api.city.conftest import LoadedCity

MatterKey = tuple[str, str]  # kind and number
MatterKeys = tuple[MatterKey, MatterKey]
QUERY = """query($id: ID!, $after: String, $least: Float) {
  connectedMatters(id: $id, first: 100, after: $after, minScore: $least) {
    pageInfo { hasNextPage endCursor }
    nodes { score matter { __typename number } evidence { rule sentence sentenceZh strength } }
  }
}"""
ROOTS = ("clues", "auditFindings", "inspectionIssues", "tickets", "alerts")


@dataclass
class Connections:
    """What the service connects: rules per pair."""

    rules: dict[MatterKeys, set[str]] = field(default_factory=dict)
    sentences: list[str] = field(default_factory=list)


@pytest.fixture(scope="module")
async def found(chief: httpx.AsyncClient) -> Connections:
    result = Connections()
    for matter in await _matters(chief):
        for node in await _connected(chief, matter):
            other = (node["matter"]["__typename"], node["matter"]["number"])
            result.rules[_pair(matter, other)] = {each["rule"] for each in node["evidence"]}
            result.sentences += [text for each in node["evidence"] for text in (each["sentence"], each["sentenceZh"])]
    return result


async def test_the_truth_is_found(city: LoadedCity, found: Connections, capsys: pytest.CaptureFixture[str]) -> None:
    true: dict[MatterKeys, set[str]] = defaultdict(set)
    planted: dict[MatterKeys, set[str]] = defaultdict(set)
    for each in city.truth["pairs"]:
        pair = _pair(*((each[side]["kind"], each[side]["number"]) for side in ("a", "b")))
        if each["needs_identity"]:
            continue
        true[pair].add(each["rule"])
        if each["planted"]:
            planted[pair].add(each["rule"])
    hits = true.keys() & found.rules.keys()
    # The truth tells nothing of the rules that it does not name: what rests on those alone is printed, not judged.
    judged = {pair for pair, rules in found.rules.items() if rules & city.truth["rules"].keys()}
    recall, precision = len(hits) / len(true), len(true.keys() & judged) / len(judged)
    with capsys.disabled():
        print(f"\nconnected matters at score {SHOWN_FROM}: recall {recall:.3f}, precision {precision:.3f}")
        extra = Counter(tuple(sorted(rules)) for pair, rules in found.rules.items() if pair not in true)
        print(f"found beside the truth, by rules: {dict(extra)}")

    missed = {pair: rules - found.rules.get(pair, set()) for pair, rules in planted.items()}
    assert {pair: rules for pair, rules in missed.items() if rules} == {}
    assert recall == 1.0
    assert precision >= 0.98
    assert all(text and "?" not in text for text in found.sentences)


async def test_near_misses_stay_apart(city: LoadedCity, found: Connections) -> None:
    for each in city.truth["near_misses"]:
        pair = _pair(*((each[side]["kind"], each[side]["number"]) for side in ("a", "b")))
        assert each["rule"] not in found.rules.get(pair, set()), each


def _pair(one: MatterKey, other: MatterKey) -> MatterKeys:
    return (one, other) if one < other else (other, one)


async def _matters(client: httpx.AsyncClient) -> list[MatterKey]:
    text = "{ " + " ".join(f"{root}(first: 1000) {{ nodes {{ __typename number }} }}" for root in ROOTS) + " }"
    data = (await client.post("/graphql", json={"query": text})).json()["data"]
    return sorted((node["__typename"], node["number"]) for page in data.values() for node in page["nodes"])


async def _connected(client: httpx.AsyncClient, matter: MatterKey) -> list[dict[str, Any]]:
    nodes: list[dict[str, Any]] = []
    variables: dict[str, Any] = {"id": f"{KINDS[matter[0]].PREFIX}:{matter[1]}", "least": SHOWN_FROM, "after": None}
    while True:
        reply = (await client.post("/graphql", json={"query": QUERY, "variables": variables})).json()
        page = reply["data"]["connectedMatters"]
        nodes += page["nodes"]
        if not page["pageInfo"]["hasNextPage"]:
            return nodes
        variables["after"] = page["pageInfo"]["endCursor"]
