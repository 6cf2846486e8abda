"""Rules on what is wrong in one unit, who was in post there, and who did business with it: pairs that meet, and near misses."""

from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest

from graph_service.embedded import Running
from graph_service.graph import Graph, Writer
from graph_service.migrations import migrate
from tests.graph.pair_sketch import Asker, PairSketch, strength
from tests.graph.pairs import MatterIds
from tests.graph.unit_pairs import bidder_pairs, complaint_pairs, part_pairs, post_pairs, rectified_pairs, shadow_pairs
from tests.loading import clear

_DRAWN = {
    "rectified_but_back": rectified_pairs,
    "repeat_complaint": complaint_pairs,
    "same_unit_same_problem": part_pairs,
    "post_holder_at_time": post_pairs,
    "shadow_chain": shadow_pairs,
    "joined_bidders": bidder_pairs,
}
_MEET = {
    "back as a ticket": ("rectified_but_back", "was put right on 2025-04-11", "整改完成"),
    "back as an issue": ("rectified_but_back", "tells of dining there again", "违规吃喝"),
    "back as a clue": ("rectified_but_back", "there again", "又反映"),
    "complaint again": ("repeat_complaint", "62 days apart", "相隔62天"),
    "complaint as a petition": ("repeat_complaint", "Both complain of school meals", "校园餐"),
    "part of the unit that is told of": ("same_unit_same_problem", "Both speak of dibao", "低保"),
    "in post": ("post_holder_at_time", "who was 科长 of Unit", "其时任"),
    "in post to the day": ("post_holder_at_time", "(2025-01-01)", "2025-01-01"),
    "in post when it happened": ("post_holder_at_time", "at the time of", "被查出"),
    "shadow, a classmate": ("shadow_chain", "(legal person of the firm)", "法定代表人"),
    "shadow, kin of kin": ("shadow_chain", " – Person ", " – Person "),
    "shadow, kin of a classmate": ("shadow_chain", "when the firm won Project", "中标或承接Project"),
    "bidders with one phone": ("joined_bidders", "and share Phone", "且共用Phone"),
    "bidders with one phone in their bids": ("joined_bidders", "both bid for Project", "同投Project"),
}


@dataclass
class UnitCases:
    """Pairs of matters by name with the rule they try, and who asks about them."""

    pairs: dict[str, MatterIds]
    rules: dict[str, str]
    asker: Asker


@pytest.fixture(scope="module")
async def cases(server: Running, empty_graph: Writer) -> AsyncIterator[UnitCases]:
    migrate(empty_graph)
    clear(empty_graph)
    ground, pairs, rules = PairSketch(), dict[str, MatterIds](), dict[str, str]()
    for rule, draw in _DRAWN.items():
        drawn = draw(ground)
        pairs |= drawn
        rules |= dict.fromkeys(drawn, rule)
    ground.sketch.write(empty_graph)
    graph = Graph(server, timeout_seconds=120)
    yield UnitCases(pairs, rules, Asker(graph))
    await graph.close()


@pytest.mark.parametrize("name", _MEET)
async def test_a_pair_meets(name: str, cases: UnitCases) -> None:
    rule, told, told_zh = _MEET[name]
    found = {each["rule"]: each for each in await cases.asker.evidence(*cases.pairs[name])}

    assert rule in found
    assert told in found[rule]["sentence"]
    assert told_zh in found[rule]["sentenceZh"]
    assert not {"unknown", "不详"} & set(found[rule]["sentence"].split())
    path = found[rule]["path"]
    assert [path["nodes"][0]["id"], path["nodes"][-1]["id"]] == list(cases.pairs[name])
    assert len(path["nodes"]) == len(path["edges"]) + 1


async def test_near_misses_connect_nothing_by_their_rule(cases: UnitCases) -> None:
    misses = cases.pairs.keys() - _MEET.keys()
    found = {name: {each["rule"] for each in await cases.asker.evidence(*cases.pairs[name])} for name in sorted(misses)}

    assert len(misses) > 20
    assert [name for name, rules in found.items() if cases.rules[name] in rules] == []
    assert found["shadow, kin"] == {"kin_firm"}, "kin of the first degree are another rule's"


async def test_a_crowd_in_the_unit_takes_weight_away(cases: UnitCases) -> None:
    (evidence, *_) = await cases.asker.evidence(*cases.pairs["back as a ticket"])

    assert evidence["strength"] == pytest.approx(strength("rectified_but_back", days=300), abs=1e-6)
