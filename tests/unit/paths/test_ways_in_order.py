"""Ways come in order and complete: compared with all simple paths of networkx on graphs drawn at random."""

import random
from itertools import islice, pairwise

import networkx
import pytest

from graph_service.paths.known import Known
from graph_service.paths.question import Key
from graph_service.paths.ranking import Ground, Meter, OutOfSteps, ways_of

_STEPS = 1_000_000
_SEEDS = range(40)


def drawn(seed: int) -> networkx.Graph:
    """Return a graph of some twenty nodes, in which many ways are equally long and equally crowded."""
    graph = networkx.gnp_random_graph(5 + seed % 14, 0.3, seed=seed)
    return networkx.relabel_nodes(graph, {node: f"n{node}" for node in graph})


def known_of(graph: networkx.Graph, shut: frozenset[str] = frozenset()) -> Known:
    """Return all that there is to know of the graph, with n0 and n1 as ends."""
    known = Known("n0", "n1", shut=shut)
    known.add([[node, graph.degree(node), list(graph[node])] for node in graph], 10_000)
    return known


def key_of(graph: networkx.Graph, seed: int) -> dict[str, Key]:
    """Return public keys in an order that has nothing to do with that of the nodes."""
    places = list(range(graph.number_of_nodes()))
    random.Random(seed).shuffle(places)  # noqa: S311 - not for secrets
    return {node: (place, node) for node, place in zip(graph, places, strict=True)}


def crowds_of(graph: networkx.Graph) -> dict[str, int]:
    return {node: min(3, graph.degree(node)) for node in graph}


def found(graph: networkx.Graph, hops: int, seed: int, through: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    """Return the ways of so many hops from n0 to n1 as they are put in order."""
    known = known_of(graph)
    ground = Ground("n0", "n1", known.between(hops), crowds_of(graph), key_of(graph, seed), through)
    return [way.nodes for way in ways_of(ground, hops, Meter(_STEPS))]


def expected(graph: networkx.Graph, hops: int, seed: int, through: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    """Return the same by listing all simple paths and sorting them."""
    keys, crowds = key_of(graph, seed), crowds_of(graph)
    paths = [tuple(path) for path in networkx.all_simple_paths(graph, "n0", "n1", cutoff=hops) if len(path) == hops + 1]
    fitting = [path for path in paths if set(through) <= set(path[1:-1])]
    return sorted(fitting, key=lambda path: (max([0, *(crowds[n] for n in path[1:-1])]), [keys[n] for n in path[1:-1]]))


@pytest.mark.parametrize("seed", _SEEDS)
def test_every_way_of_a_length_is_found_once_and_in_order(seed: int) -> None:
    graph = drawn(seed)

    assert [found(graph, hops, seed) for hops in range(1, 7)] == [expected(graph, hops, seed) for hops in range(1, 7)]


@pytest.mark.parametrize("seed", _SEEDS)
def test_ways_that_have_to_lead_over_some_nodes_are_those_that_do(seed: int) -> None:
    graph, through = drawn(seed), ("n2", "n4")

    for hops in range(1, 7):
        assert found(graph, hops, seed, through) == expected(graph, hops, seed, through)


def test_the_first_ways_of_very_many_take_few_steps() -> None:
    layers = [[f"{layer}-{place}" for place in range(60)] for layer in range(5)]
    graph = networkx.Graph()
    graph.add_edges_from(("n0", node) for node in layers[0])
    graph.add_edges_from((one, other) for here, there in pairwise(layers) for one in here for other in there)
    graph.add_edges_from((node, "n1") for node in layers[-1])
    known, meter = known_of(graph), Meter(_STEPS)
    ground = Ground("n0", "n1", known.between(6), dict.fromkeys(graph, 2), key_of(graph, 1))

    first = list(islice(ways_of(ground, 6, meter), 50))

    assert len(first) == 50
    assert [way.key for way in first] == sorted(way.key for way in first)
    assert _STEPS - meter.left < 50_000, "60 ** 5 ways need not be listed for the first 50 of them"


def test_a_search_ends_when_its_steps_are_used_up() -> None:
    graph = networkx.relabel_nodes(networkx.complete_graph(9), {place: f"n{place}" for place in range(9)})
    ground = Ground("n0", "n1", known_of(graph).between(6), crowds_of(graph), key_of(graph, 1))

    with pytest.raises(OutOfSteps):
        list(ways_of(ground, 6, Meter(500)))


def test_blind_alleys_and_what_is_shut_or_closed_are_no_ground() -> None:
    graph = networkx.Graph(
        [("n0", "a"), ("a", "n1"), ("a", "blind"), ("blind", "end"), ("n0", "b"), ("b", "n1"), ("n0", "c"), ("c", "n1")]
    )
    known = known_of(graph, frozenset({"b"}))
    known.closed.add("c")

    assert known.between(2).keys() == {"n0", "n1", "a"}
    assert known.between(4).keys() == {"n0", "n1", "a"}
    known.closed.clear()
    assert known.between(2).keys() == {"n0", "n1", "a", "c"}


def test_what_is_named_is_open_whatever_its_kind() -> None:
    known = Known("n0", "n1", open=frozenset({"u"}))
    known.add([["n0", 2, ["-u", "-v"]], ["n1", 2, ["-u", "-v"]]], 10)

    assert known.between(2).keys() == {"n0", "n1", "u"}


def test_what_has_too_many_ties_is_reached_but_not_followed() -> None:
    known = Known("n0", "n1")
    known.add([["n0", 2, ["hub", "a"]], ["n1", 1, ["hub"]]], 100)
    known.add([["hub", 101, None], ["a", 2, ["n0", "b"]]], 100)

    assert known.hubs == {"hub"}
    assert known.frontier("n0", 2) == ["b"]
    assert known.between(2).keys() == {"n0", "n1", "hub"}
