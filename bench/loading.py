"""leadlink's loader beside the plain one: the same graph, each into an empty server started for it."""

import os
import shutil
import statistics
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.cpu import cpu_of
from bench.measured_home import city_at, load_city, running_graph, settings_of
from bench.plain_load import PlainLoad, PlainLoader
from bench.read_back import read_links, read_nodes
from bench.report import table
from graph_service.embedded import Running
from graph_service.graph import Writer
from graph_service.progress import Steps

WANTED = 0.7


@dataclass(frozen=True)
class LoadRound:
    """One round: seconds of leadlink from the files to the graph, the plain loader for the same graph, and the
    processor seconds of both with their servers."""

    seconds: float
    plain: PlainLoad
    processor: float
    plain_processor: float

    @property
    def rate(self) -> float:
        """Return the nodes and relationships that leadlink loaded per second."""
        return (self.plain.nodes + self.plain.links) / self.seconds

    @property
    def ratio(self) -> float:
        """Return leadlink's rate as a part of the plain loader's."""
        return self.rate / self.plain.rate


def compare_loading(folder: Path, size: str, rounds: int, steps: Steps) -> list[LoadRound]:
    """Return the rounds; each loads the city twice into new, empty homes."""
    data = city_at(folder, size, steps)
    return [_round(data, folder, f"loading, round {number} of {rounds}", steps) for number in range(1, rounds + 1)]


def _round(data: Path, folder: Path, what: str, steps: Steps) -> LoadRound:
    with tempfile.TemporaryDirectory(prefix="loading-", dir=folder) as homes:
        ours, plain = Path(homes) / "ours", Path(homes) / "plain"
        with running_graph(settings_of(ours), steps) as running:
            steps.say(f"{what}: leadlink")
            begun, used = time.perf_counter(), -_used(running)
            load_city(ours, data)
            seconds, used = time.perf_counter() - begun, used + _used(running)
            steps.say(f"{what}: reading the graph back")
            with Writer(running) as writer:
                nodes, links = read_nodes(writer), read_links(writer)
        with running_graph(settings_of(plain), steps) as running, Writer(running) as writer:
            steps.say(f"{what}: the plain loader")
            plainly = -_used(running)
            loaded = PlainLoader(writer).load(nodes, links)
            plainly += _used(running)
        shutil.rmtree(ours, ignore_errors=True)
    return LoadRound(seconds, loaded, used, plainly)


def _used(running: Running) -> float:
    # This process, the commands that it has run and waited for, and the server.
    own = os.times()
    server = cpu_of([running.pid]) if running.pid else 0.0
    return own.user + own.system + own.children_user + own.children_system + server


def loading_lines(pairs: Sequence[LoadRound], size: str) -> list[str]:
    """Return the rounds as a page."""
    middle = statistics.median(pair.ratio for pair in pairs)
    reached = "reached" if middle >= WANTED else "MISSED"
    rows = [
        [str(number), f"{pair.plain.nodes:,} + {pair.plain.links:,}", f"{pair.seconds:.1f} s", f"{pair.rate:,.0f}",
         f"{pair.plain.rate:,.0f}", f"**{pair.ratio:.2f}**", f"{pair.processor:.0f} / {pair.plain_processor:.0f}"]
        for number, pair in enumerate(pairs, 1)
    ]  # fmt: skip
    head = ["round", "nodes + relationships", "leadlink, files to graph", "leadlink /s", "plain loader /s", "ratio"]
    head.append("processor seconds of each, server included")
    return [
        f"The {size} city, into an empty server each time. leadlink's time holds everything: starting the command, "
        "reading files, decoding, mapping, checking, merging, the ledger. The plain loader gets finished rows.",
        "",
        *table(head, rows),
        "",
        f"Median ratio {middle:.2f}, wanted {WANTED}: {reached}.",
        "",
    ]
