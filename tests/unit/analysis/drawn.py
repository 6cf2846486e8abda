"""Networks drawn by hand or at random, as a query would have read them."""

from collections.abc import Iterable

import networkx

from graph_service.analysis.growth import YEAR
from graph_service.analysis.measured import Measured, Wanted
from graph_service.analysis.network import Network, NetworkNode, NetworkTie

USUAL = Wanted(first=20, order="BETWEENNESS", period=YEAR, hops=3)


def network(pairs: Iterable[str], days: Iterable[str] = (), **kinds: str) -> Network:
    """Return the network of pairs such as `a-b`; the first letters come first, and are people unless a kind is given."""
    given = [pair.split("-") for pair in pairs]
    letters = sorted({letter for pair in given for letter in pair})
    nodes = [
        NetworkNode(["", letter], kinds.get(letter, "Person"), letter, min(at, 3), 1)
        for at, letter in enumerate(letters)
    ]
    dated = [*days, *[None] * len(given)]
    ties = [
        NetworkTie(letters.index(one), letters.index(other), "NAMES", day, ["", f"{one}{other}"])
        for (one, other), day in zip(given, dated, strict=False)
    ]
    return Network(tuple(nodes), tuple(ties))


def measured(drawn: Network, wanted: Wanted = USUAL) -> Measured:
    """Return the network with its measures."""
    return Measured(drawn, wanted)


def random_graphs() -> list[networkx.Graph]:
    """Return graphs of several shapes, some in parts, some with nodes that nothing is tied to."""
    drawn = [networkx.gnm_random_graph(size, ties, seed=size) for size, ties in ((3, 2), (12, 9), (60, 90), (150, 400))]
    drawn += [networkx.barabasi_albert_graph(200, 2, seed=5), networkx.path_graph(30), networkx.star_graph(40)]
    return [
        *drawn,
        networkx.disjoint_union(networkx.complete_graph(5), networkx.cycle_graph(7)),
        networkx.empty_graph(4),
    ]
