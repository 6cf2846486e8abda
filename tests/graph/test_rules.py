"""Each linkage rule on a pair that meets and on near misses, its strength by the documented formula."""

from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from math import prod

import pytest

from graph_service.cypher.score import HUB_CAP, SHOWN_FROM, score_of
from graph_service.embedded import Running
from graph_service.graph import Graph, Writer
from graph_service.migrations import migrate
from graph_service.model import PICTURED
from tests.graph.pair_sketch import Asker, PairSketch, strength
from tests.graph.pairs import SHARED, THROUGH, MatterIds, draw


@dataclass
class Cases:
    """What was drawn, by name: pairs that are asked about."""

    sketch: PairSketch
    pairs: dict[str, MatterIds]
    asker: Asker


@pytest.fixture(scope="module")
async def cases(server: Running, empty_graph: Writer) -> AsyncIterator[Cases]:
    migrate(empty_graph)
    sketch = PairSketch()
    pairs = draw(sketch)
    sketch.sketch.write(empty_graph)
    graph = Graph(server, timeout_seconds=120)
    yield Cases(sketch, pairs, Asker(graph))
    await graph.close()


@pytest.mark.parametrize("label", SHARED)
async def test_a_shared_thing_connects(label: str, cases: Cases) -> None:
    one, other = cases.pairs[f"{label} meets"]
    (evidence,) = await cases.asker.evidence(one, other)

    names = [end for (_, _, end_label), ties in cases.sketch.sketch.ties.items() if end_label == label
             for start, end, _ in ties.values() if start == one]  # fmt: skip
    called = next(iter(cases.sketch.sketch.nodes[label][names[0]].properties.values()))
    assert evidence["rule"] == SHARED[label]
    assert evidence["strength"] == pytest.approx(strength(SHARED[label], certainty=0.8, days=100), abs=1e-6)
    assert [node["id"] for node in evidence["path"]["nodes"]] == [one, names[0], other]
    assert [edge["id"] for edge in evidence["path"]["edges"]] == [
        f"{PICTURED}NAMES-{one}-{names[0]}-{_place(cases, one, names[0])}",
        f"{PICTURED}NAMES-{other}-{names[0]}-{_place(cases, other, names[0])}",
    ]
    for told in (evidence["sentence"], evidence["path"]["sentence"]):
        assert str(called) in told
        assert "this one as subject, the other as contact" in told
        assert "2 matters" in told
    assert all(word in evidence["sentenceZh"] for word in (str(called), "被反映人", "联系方式", "2件"))


def _place(cases: Cases, start: str, end: str) -> int:
    """Return the number of the surest naming, which is the first that was drawn."""
    for ties in cases.sketch.sketch.ties.values():
        for uid, (a, b, _) in ties.items():
            if (a, b) == (start, end):
                return int(uid.rpartition("-")[2])
    raise AssertionError("no such tie was drawn")


MISSES = ("hub", "hidden thing", "hidden matter", "hidden naming")


@pytest.mark.parametrize("label", SHARED)
@pytest.mark.parametrize("miss", MISSES)
async def test_a_near_miss_connects_nothing(label: str, miss: str, cases: Cases) -> None:
    one, other = cases.pairs[f"{label} {miss}"]
    found = await cases.asker.ask(one)

    assert other not in {node["matter"]["id"] for node in found["nodes"]}


@pytest.mark.parametrize("label", SHARED)
async def test_a_hub_is_left_out_and_said_so(label: str, cases: Cases) -> None:
    found = await cases.asker.ask(cases.pairs[f"{label} hub"][0])

    (left,) = found["leftOut"]
    assert left["count"] == HUB_CAP + 1
    assert left["entity"]["id"].startswith(label.lower())
    assert left["reason"]


TIED: dict[str, tuple[str, Callable[[str], bool]]] = {
    "kin meets": ("kin", lambda told: "registered as kin (spouse)" in told),
    "share meets": ("firm_control", lambda told: "who controls it (shareholder)" in told),
    "office meets": ("firm_control", lambda told: "who controls it (legal person)" in told),
    **{f"through {label} meets": (SHARED[label], lambda told: "One names" in told) for label in THROUGH},
}


@pytest.mark.parametrize("name", TIED)
async def test_a_registered_tie_connects(name: str, cases: Cases) -> None:
    rule, told_well = TIED[name]
    one, other = cases.pairs[name]
    (evidence,) = await cases.asker.evidence(one, other)

    certainty = 0.8 if name.startswith("through") else 1.0
    assert evidence["rule"] == rule
    assert evidence["strength"] == pytest.approx(strength(rule, certainty, days=30), abs=1e-6)
    assert told_well(evidence["sentence"])
    assert "不详" not in evidence["sentenceZh"]
    assert "unknown" not in evidence["sentence"]
    nodes, edges = evidence["path"]["nodes"], evidence["path"]["edges"]
    assert [nodes[0]["id"], nodes[-1]["id"]] == [one, other]
    assert len(nodes) == len(edges) + 1 == 4


@pytest.mark.parametrize("name", [name.removesuffix("meets") for name in TIED])
@pytest.mark.parametrize("hidden", ["hidden tie", "hidden start", "hidden end"])
async def test_a_hidden_tie_connects_nothing(name: str, hidden: str, cases: Cases) -> None:
    assert await cases.asker.evidence(*cases.pairs[f"{name}{hidden}"]) == []


@pytest.mark.parametrize(
    "name",
    [
        "unit too far",
        "unit hidden",
        "namesakes",
        "post meets",
        "fleet meets",
    ],
)
async def test_what_only_looks_alike_connects_nothing(name: str, cases: Cases) -> None:
    assert await cases.asker.evidence(*cases.pairs[name]) == []


async def test_the_same_problem_in_the_same_unit_connects(cases: Cases) -> None:
    one, other = cases.pairs["unit meets"]
    evidence, weak = await cases.asker.evidence(one, other)

    assert (evidence["rule"], weak["rule"]) == ("same_unit_same_problem", "same_unit")
    assert evidence["strength"] == pytest.approx(strength("same_unit_same_problem", days=700), abs=1e-6)
    assert "Both speak of dining in the unit Unit" in evidence["sentence"]
    assert "违规吃喝" in evidence["sentenceZh"]


@pytest.mark.parametrize("name", ["unit other problem", "unit other role", "unit no kind"])
async def test_one_unit_alone_is_not_silence_but_little(name: str, cases: Cases) -> None:
    one, other = cases.pairs[name]
    (evidence,) = await cases.asker.evidence(one, other)
    (node,) = (await cases.asker.ask(one))["nodes"]

    assert evidence["rule"] == "same_unit"
    assert evidence["strength"] == pytest.approx(strength("same_unit"), abs=1e-6)
    assert "which alone is little" in evidence["sentence"]
    assert "依据薄弱" in evidence["sentenceZh"]
    assert SHOWN_FROM <= node["score"] <= 0.3


async def test_what_two_rules_say_of_one_thing_counts_once(cases: Cases) -> None:
    one, other = cases.pairs["unit meets"]
    (node,) = (await cases.asker.ask(one))["nodes"]

    assert node["matter"]["id"] == other
    assert node["strength"] == pytest.approx(node["evidence"][0]["strength"], abs=1e-6)
    assert len(node["evidence"]) == 2


async def test_the_rarer_a_thing_the_stronger_it_connects(cases: Cases) -> None:
    (evidence,) = await cases.asker.evidence(*cases.pairs["three"])

    assert evidence["strength"] == pytest.approx(strength("shared_account", sharing=3), abs=1e-6)


async def test_evidence_adds_up_to_the_score(cases: Cases) -> None:
    one, other = cases.pairs["several"]
    found = await cases.asker.ask(one)

    (node,) = [node for node in found["nodes"] if node["matter"]["id"] == other]
    parts = [each["strength"] for each in node["evidence"]]
    assert [each["rule"] for each in node["evidence"]] == ["same_person", "shared_phone"], "strongest first"
    assert parts == [pytest.approx(strength(rule, days=10), abs=1e-6) for rule in ("same_person", "shared_phone")]
    assert node["strength"] == pytest.approx(1 - prod(1 - part for part in parts), abs=2e-6)
    assert node["score"] == pytest.approx(score_of(1 - prod(1 - part for part in parts)), abs=2e-6)
    assert found["totalCount"] == 1


async def test_kin_alone_are_shown_only_to_who_asks_for_weak_connections(cases: Cases) -> None:
    one, other = cases.pairs["kin meets"]

    assert (await cases.asker.ask(one))["nodes"] == []
    (node,) = (await cases.asker.ask(one, minScore=0.0))["nodes"]
    assert node["matter"]["id"] == other
    assert 0 < node["score"] < SHOWN_FROM


async def test_weak_connections_and_other_channels_are_left_out_on_demand(cases: Cases) -> None:
    one, _ = cases.pairs["several"]

    assert (await cases.asker.ask(one, minScore=1.0))["nodes"] == []
    assert (await cases.asker.ask(one, channels=["AUDIT"]))["nodes"] == []
