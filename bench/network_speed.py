"""`python -m bench.network_speed`: what an analysis takes by itself, on networks of growing size drawn at random.

The last is as large as the service lets one be. Reading it from Neo4j and showing what was found come on top.
"""

import time

import networkx
import typer

from graph_service.analysis.bounds import MOST_NODES
from graph_service.analysis.findings import findings
from graph_service.analysis.growth import MONTH
from graph_service.analysis.measured import Wanted
from graph_service.analysis.network import Network, NetworkNode, NetworkTie
from schema import ENTITY, MATTER

_SEED = 7
_TIES_EACH = 4


def main(rounds: int = typer.Option(3, help="How often each is analysed; the median is told.")) -> None:
    """Analyse networks of 500, 1,500 and as many nodes as are allowed, and print the seconds."""
    for size in (MOST_NODES // 10, MOST_NODES * 3 // 10, MOST_NODES):
        network = drawn(size)
        taken = sorted(_seconds(network) for _ in range(rounds))
        print(
            f"{len(network.nodes)} nodes, {len(network.ties)} ties: {taken[rounds // 2]:.2f} s ({taken[0]:.2f} to {taken[-1]:.2f})"
        )


def drawn(size: int) -> Network:
    """Return a network in which few nodes have many ties, as registers have them: matters name entities, month by month."""
    graph = networkx.barabasi_albert_graph(size, _TIES_EACH, seed=_SEED)
    kinds = [*MATTER, *ENTITY]
    nodes = tuple(NetworkNode(["", str(at)], kinds[at % len(kinds)], f"N{at}", min(at, 3), 1) for at in range(size))
    return Network(nodes, tuple(_tie(start, end, at) for at, (start, end) in enumerate(sorted(graph.edges))))


def _tie(start: int, end: int, at: int) -> NetworkTie:
    return NetworkTie(start, end, "NAMES", f"20{at % 20:02}-{at % 12 + 1:02}-01", ["", str(at)])


def _seconds(network: Network) -> float:
    begun = time.perf_counter()
    findings(Network(network.nodes, network.ties), False, Wanted(100, "BETWEENNESS", MONTH, 3))
    return time.perf_counter() - begun


if __name__ == "__main__":
    typer.run(main)
