"""Measures agree with networkx on graphs of many shapes, and are the same again."""

import networkx
import numpy
import pytest

from graph_service.analysis import measures
from graph_service.analysis.bounds import EXACT_NODES, SOURCES
from graph_service.analysis.network import matrix_of
from tests.unit.analysis.drawn import random_graphs

GRAPHS = [pytest.param(graph, id=f"{len(graph)}-{graph.size()}") for graph in random_graphs()]


@pytest.mark.parametrize("graph", GRAPHS)
def test_betweenness_pagerank_and_parts_are_those_of_networkx(graph: networkx.Graph) -> None:
    matrix = matrix_of(len(graph), list(graph.edges))

    between = measures.betweenness_centrality(matrix, measures.sources_of(len(graph)))
    between_of = networkx.betweenness_centrality(graph)
    rank, ranked = measures.pagerank(matrix), networkx.pagerank(graph, tol=1e-12, max_iter=1000)

    assert between == pytest.approx([between_of[node] for node in range(len(graph))], abs=1e-12)
    assert rank == pytest.approx([ranked[node] for node in range(len(graph))], abs=1e-9)
    assert measures.parts(matrix) == sorted(map(len, networkx.connected_components(graph)), reverse=True)


@pytest.mark.parametrize("graph", GRAPHS)
def test_taking_a_node_away_leaves_the_parts_that_networkx_leaves(graph: networkx.Graph) -> None:
    matrix = matrix_of(len(graph), list(graph.edges))

    for node in list(graph)[:12]:
        part = graph.subgraph(networkx.node_connected_component(graph, node) - {node})
        assert measures.parts_without(matrix, node) == sorted(
            map(len, networkx.connected_components(part)), reverse=True
        )


@pytest.mark.parametrize("graph", GRAPHS)
def test_communities_part_the_network_as_well_as_louvain(graph: networkx.Graph) -> None:
    found = measures.communities(matrix_of(len(graph), list(graph.edges)))

    assert sorted(node for group in found for node in group) == list(range(len(graph)))
    assert [len(group) for group in found] == sorted(map(len, found), reverse=True)
    if graph.size():
        louvain = networkx.community.modularity(graph, networkx.community.louvain_communities(graph, seed=1))
        assert networkx.community.modularity(graph, found) >= louvain - 0.02


def test_a_large_network_is_estimated_from_some_of_its_nodes() -> None:
    graph = networkx.barabasi_albert_graph(EXACT_NODES + 1, 3, seed=2)
    matrix, exact = matrix_of(len(graph), list(graph.edges)), list(range(len(graph)))
    sources = measures.sources_of(len(graph))

    estimated, whole = (measures.betweenness_centrality(matrix, each) for each in (sources, exact))

    assert len(set(sources)) == SOURCES
    assert measures.sources_of(EXACT_NODES) == exact[:-1]
    assert float(numpy.corrcoef(estimated, whole)[0, 1]) > 0.98
    assert estimated.sum() == pytest.approx(whole.sum(), rel=0.05)


def test_the_same_network_gives_the_same_figures_again() -> None:
    matrix = matrix_of(300, list(networkx.barabasi_albert_graph(300, 3, seed=9).edges))

    again = [(measures.communities(matrix), measures.pagerank(matrix).tolist()) for _ in range(3)]
    assert again[0] == again[1] == again[2]
