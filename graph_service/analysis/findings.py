"""What is told of a network: each finding with its ties, in a sentence; nodes and ties by their places among those shown."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from graph_service.analysis import words
from graph_service.analysis.between import go_betweens
from graph_service.analysis.bounds import MOST_NODES, TOLD_NODES
from graph_service.analysis.growth import GrowthStep, Joining, growth
from graph_service.analysis.measured import Measured, Wanted
from graph_service.analysis.measures import parts
from graph_service.analysis.network import Network
from graph_service.analysis.suggestions import suggestions


def findings(network: Network, is_cut: bool, wanted: Wanted) -> dict[str, Any]:
    """Return what is told of a network that is cut or whole, and which nodes and ties that shows."""
    measured = Measured(network, wanted)
    answer = {
        "node_count": len(network.nodes),
        "tie_count": len(network.ties),
        "is_whole": not is_cut,
        "part_sizes": parts(network.matrix)[: wanted.first],
        "undated_ties": sum(tie.day is None for tie in network.ties),
        "central": [_central(measured, node) for node in measured.ordered(range(len(network.nodes)))[: wanted.first]],
        "communities": list(_communities(measured)),
        "go_betweens": list(go_betweens(measured)),
        "growth": [_step(measured, each) for each in growth(network, wanted.period)],
        "suggestions": list(suggestions(measured)),
        "left_out": list(_left_out(measured)),
        **_method(measured),
    }
    shown = measured.shown
    return {
        "nodes": [network.nodes[node].address for node in shown.nodes],
        "edges": [network.ties[tie].address for tie in shown.ties],
        "network": answer,
    }


def _method(measured: Measured) -> dict[str, str]:
    exact = len(measured.sources) == len(measured.network.nodes)
    facts: dict[str, str | int] = {} if exact else {"sources": len(measured.sources)}
    how = "exact" if exact else "estimated"
    told = words.both(lambda at: words.sentence("method", at, exact=words.sentence(how, at, **facts)))
    return {"method": told["sentence"], "method_zh": told["sentence_zh"]}


def _central(measured: Measured, node: int) -> dict[str, Any]:
    network = measured.network
    ties, degree = network.ties_at[node], int(measured.degrees[node])
    facts: dict[str, str | int] = {"name": measured.name(node), "degree": degree, "others": len(network.nodes) - 1}
    share, types = words.percent(measured.betweenness[node]), [network.ties[tie].type for tie in ties]
    return {
        "node": measured.shown.node(node), "hops": network.nodes[node].hops, "community": measured.group_of[node],
        "degree": degree, "betweenness": float(measured.betweenness[node]), "page_rank": float(measured.ranks[node]),
        "edges": measured.shown.edges(ties),
        **words.both(lambda at: words.sentence("central", at, **facts, share=share, ties=words.counted(types, at))),
    }  # fmt: skip


def _communities(measured: Measured) -> Iterator[dict[str, Any]]:
    inside, outward = [0] * (len(measured.groups) + 1), [0] * (len(measured.groups) + 1)
    for tie in measured.network.ties:
        one, other = measured.group_of[tie.start], measured.group_of[tie.end]
        for number in {one, other}:
            (inside if one == other else outward)[number] += 1
    for number, group in enumerate(measured.groups[: measured.wanted.first], 1):
        yield _community(measured, number, group, inside[number], outward[number])


def _community(measured: Measured, number: int, group: list[int], inside: int, outside: int) -> dict[str, Any]:
    first, kinds = measured.ordered(group)[:TOLD_NODES], [measured.network.nodes[node].label for node in group]
    facts: dict[str, str | int] = {
        "size": len(group),
        "all": len(measured.network.nodes),
        "inside": inside,
        "outside": outside,
    }
    return {
        "number": number, "size": len(group), "nodes": [measured.shown.node(node) for node in first],
        "ties": inside, "outward_ties": outside,
        **words.both(lambda at: words.sentence(
            "community", at, **facts, names=measured.names(first, at), kinds=words.counted(kinds, at)
        )),
    }  # fmt: skip


def _step(measured: Measured, step: GrowthStep) -> dict[str, Any]:
    return {
        "period": step.period, "nodes": step.nodes, "ties": step.ties, "parts": step.parts, "largest": step.largest,
        "joinings": [_joining(measured, each) for each in step.joinings[: measured.wanted.first]],
    }  # fmt: skip


def _joining(measured: Measured, joining: Joining) -> dict[str, Any]:
    far = [measured.network.far(tie, joining.node) for tie in joining.ties]
    facts = {"day": joining.day, "name": measured.name(joining.node)}
    return {
        "node": measured.shown.node(joining.node), "day": joining.day, "sizes": joining.sizes,
        "edges": measured.shown.edges(joining.ties),
        **words.both(lambda at: words.sentence(
            "joined", at, **facts, sizes=words.joined(map(str, joining.sizes), at), names=measured.names(far, at)
        )),
    }  # fmt: skip


def _left_out(measured: Measured) -> Iterator[dict[str, Any]]:
    nodes = measured.network.nodes
    hubs = [place for place, node in enumerate(nodes) if node.is_hub and node.hops < measured.wanted.hops]
    for hub in hubs[: measured.wanted.first]:
        count = f"{MOST_NODES}+" if nodes[hub].ties > MOST_NODES else str(nodes[hub].ties)
        facts: dict[str, Any] = {"name": measured.name(hub), "count": count}
        yield {
            "node": measured.shown.node(hub), "ties": min(nodes[hub].ties, MOST_NODES),
            **words.both(partial(words.sentence, "left_out", **facts)),
        }  # fmt: skip
