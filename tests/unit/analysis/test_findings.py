"""What is told of small networks whose answer can be seen."""

import pytest

from graph_service.analysis.between import go_betweens
from graph_service.analysis.bounds import HUB_CAP, MOST_NODES
from graph_service.analysis.findings import findings
from graph_service.analysis.growth import MONTH, YEAR, growth
from graph_service.analysis.network import Network, NetworkNode
from graph_service.analysis.suggestions import suggestions
from graph_service.cypher.project.told_ties import called
from schema import KINDS, RELATIONSHIP_TYPES
from tests.unit.analysis.drawn import USUAL, measured, network

# Two squares with both diagonals, and g alone between them; h hangs on g.
_TWO = ["a-b", "a-c", "a-d", "b-c", "b-d", "c-d", "d-g", "g-i", "i-j", "i-k", "i-l", "j-k", "j-l", "k-l", "g-h"]


def test_who_stands_between_two_groups_is_told_with_the_ties_to_each() -> None:
    drawn = network(_TWO)

    found = list(go_betweens(measured(drawn)))
    names = [drawn.nodes[list(_shown(drawn))[each["node"]]].caption for each in found]

    assert sorted(names) == ["d", "g", "i"]
    told = found[names.index("g")]
    assert told["sizes_without"] == [4, 4], "h alone is no part"
    assert "falls into parts of 4, 4" in told["sentence"]
    assert "4、4个对象的几块" in told["sentence_zh"]
    assert " over d" in told["sentence"] or " over i" in told["sentence"]


def _shown(drawn: Network) -> list[int]:
    again = measured(drawn)
    list(go_betweens(again))
    return list(again.shown.nodes)


@pytest.mark.parametrize("pairs", [["a-b", "b-c", "a-c"], ["a-b"], ["a-h", "b-h", "c-h"]])
def test_nobody_stands_between_where_nothing_would_fall_apart(pairs: list[str]) -> None:
    assert list(go_betweens(measured(network(pairs)))) == []


def test_growth_counts_what_came_and_tells_who_joined_parts() -> None:
    days = ["2023-01-05", "2023-02-01", "2024-03-01", "2024-03-01", "2024-03-02", ""]
    drawn = network(["a-b", "c-d", "b-m", "c-m", "d-e", "x-y"], days)

    first, second = growth(drawn, YEAR)

    assert (first.period, first.nodes, first.ties, first.parts, first.largest, first.joinings) == (
        "2023",
        4,
        2,
        2,
        2,
        [],
    )
    assert (second.nodes, second.ties, second.parts, second.largest) == (2, 3, 1, 6)
    (joining,) = second.joinings
    assert (drawn.nodes[joining.node].caption, joining.day, joining.sizes, joining.ties) == (
        "m",
        "2024-03-01",
        [2, 2],
        [2, 3],
    )
    assert [step.period for step in growth(drawn, MONTH)] == ["2023-01", "2023-02", "2024-03"]


@pytest.mark.parametrize(
    ("pairs", "days"),
    [
        (["a-b", "b-m", "m-c"], ["2023-01-05", "2024-01-01", "2024-01-01"]),  # c was alone: no part
        (["a-b", "c-d", "a-c"], ["2023-01-05", "2023-01-05", ""]),  # the tie that would join has no day
        (["a-b", "b-c", "a-c"], ["2023-01-05", "2023-01-06", "2024-01-01"]),  # one part already
    ],
)
def test_nobody_joins_what_was_no_part_or_one_part_already(pairs: list[str], days: list[str]) -> None:
    assert [step.joinings for step in growth(network(pairs, days), YEAR) if step.joinings] == []


def test_a_naming_is_suggested_with_the_way_that_leads_there() -> None:
    drawn = network(["a-p", "b-p", "b-q", "b-r", "c-r"], a="Clue", b="Ticket", c="Clue")

    found = list(suggestions(measured(drawn)))

    # a names p, which b names beside q and r; that c names r too makes the way there one of more.
    assert [each["sentence"] for each in found] == [
        "a does not name q, but b names it beside p (ways that lead there: 1)",
        "a does not name r, but b names it beside p (ways that lead there: 1)",
    ]
    assert found[1]["sentence_zh"] == "a未涉及r，但b同时涉及r和p，此类路径共1条"
    assert found[0]["strength"] > found[1]["strength"] > 0


def test_a_hub_is_no_ground_for_a_suggestion() -> None:
    drawn = network(["a-p", "b-p", "b-q"], a="Clue", b="Ticket")
    crowded = [
        NetworkNode(node.address, node.label, node.caption, 1, HUB_CAP + (node.caption == "p"))
        for node in drawn.nodes[1:]
    ]

    assert list(suggestions(measured(drawn)))
    assert list(suggestions(measured(Network((drawn.nodes[0], *crowded), drawn.ties)))) == []


def test_what_does_not_fit_and_what_is_not_followed_is_told() -> None:
    hub = NetworkNode(["", "h"], "Phone", "12388", 1, MOST_NODES + 1)
    told = findings(Network((hub,), ()), True, USUAL)["network"]

    assert not told["is_whole"]
    assert [each["sentence"] for each in told["left_out"]] == [
        "12388 has 5000+ ties: it belongs to the network but was not followed through"
    ]
    assert findings(Network((hub,), ()), False, USUAL)["network"]["is_whole"]


def test_an_empty_list_is_wanted_and_given() -> None:
    told = findings(network(_TWO), False, type(USUAL)(0, "DEGREE", YEAR, 2))

    assert (told["nodes"], told["edges"], told["network"]["central"], told["network"]["node_count"]) == ([], [], [], 10)


@pytest.mark.parametrize("name", [*RELATIONSHIP_TYPES, *KINDS])
def test_every_tie_and_kind_is_called_by_its_declaration(name: str) -> None:
    english, chinese = called(name)

    assert (english, chinese) != called("NAMES_IN_TEXT")
    assert english == english.lower() or " " in english
    assert chinese.isprintable()
