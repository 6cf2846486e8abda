"""Who stands between: nodes that tie communities together, and those without which a network falls apart."""

from collections.abc import Iterator
from typing import Any

from graph_service.analysis import words
from graph_service.analysis.measured import Measured
from graph_service.analysis.measures import articulation_points, parts_without

_A_PART = 2  # nodes; what cuts off a single one stands between nobody
_SEVERAL = 2


def go_betweens(measured: Measured) -> Iterator[dict[str, Any]]:
    """Yield who stands between communities or parts, those first over whom most of the shortest ways lead."""
    network, cutting, found = measured.network, articulation_points(measured.network.graph), 0
    for node in sorted(range(len(network.nodes)), key=lambda each: (-measured.betweenness[each], each)):
        if found == measured.wanted.first or not measured.betweenness[node]:
            return
        sides = _sides(measured, node)
        sizes = [size for size in parts_without(network.matrix, node) if size >= _A_PART] if node in cutting else []
        if max(len(sides), len(sizes)) >= _SEVERAL:
            found += 1
            yield _told(measured, node, sides, sizes)


def _sides(measured: Measured, node: int) -> dict[int, list[int]]:
    """Return the ties of a node by the community at their other end."""
    found: dict[int, list[int]] = {}
    for tie in measured.network.ties_at[node]:
        found.setdefault(measured.group_of[measured.network.far(tie, node)], []).append(tie)
    return dict(sorted(found.items()))


def _told(measured: Measured, node: int, sides: dict[int, list[int]], sizes: list[int]) -> dict[str, Any]:
    return {
        "node": measured.shown.node(node), "betweenness": float(measured.betweenness[node]), "communities": list(sides),
        "sizes_without": sizes, "edges": measured.shown.edges([ties[0] for ties in sides.values()]),
        **words.both(lambda at: _sentence(measured, node, sides, sizes, at)),
    }  # fmt: skip


def _sentence(measured: Measured, node: int, sides: dict[int, list[int]], sizes: list[int], language: int) -> str:
    name, cut = measured.name(node), words.joined(map(str, sizes), language)
    if len(sides) < _SEVERAL:
        return words.sentence("only", language, name=name, sizes=cut)
    clauses = []
    for number, ties in sides.items():
        far = measured.names([measured.network.far(tie, node) for tie in ties], language)
        clauses.append(words.sentence("side", language, number=number, names=far))
    told = words.sentence("between", language, name=name, sides=words.listed(clauses, language))
    return told + (words.sentence("apart", language, sizes=cut) if len(sizes) >= _SEVERAL else "")
