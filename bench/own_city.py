"""`python -m bench.own_city --seed N --pairs FILE`: a city of our own generator from its files to its judged pairs."""

import asyncio
import json
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import typer

from bench.connected_pairs import Connection, MatterPair, read_connections, read_sharing
from bench.judged_pairs import FALSE, NEUTRAL, TRUE, CityFound, JudgedCity
from bench.measured_home import LINKED, load_city, run_leadlink, run_steps, running_graph, settings_of
from bench.officer import officer_of
from graph_service.cypher.score import SHOWN_FROM
from graph_service.embedded import Running
from graph_service.graph import Writer
from graph_service.progress import ShownSteps, Steps
from graph_service.settings import Settings

# A busy machine takes its time to plan the first question; the figures are not of time.
_PATIENT = {"log_requests": False, "read_timeout_seconds": 300.0}
_MATTERS = """MATCH (m:Matter)
RETURN collect([m.uid, [label IN labels(m) WHERE NOT label IN ['Matter', 'Entity']][0] + ':' + m.number]) AS rows"""


class OwnTruth:
    """What `truth.json` of a city of ours says of pairs."""

    def __init__(self, truth: Mapping[str, Any]) -> None:
        self.rules = frozenset(truth["rules"])
        self.true = {_pair(each) for each in truth["pairs"]}
        self.near = {_pair(each) for each in truth["near_misses"]} - self.true

    def sort(self, pair: MatterPair, found: Connection) -> str:
        """Return true, false or neutral; the truth tells nothing of what rests on rules that it does not name."""
        if pair in self.true:
            return TRUE
        is_judged = pair in self.near or not found.rules or found.rules & self.rules
        return FALSE if is_judged else NEUTRAL


def _pair(told: Mapping[str, Any]) -> MatterPair:
    return MatterPair.of(*(f"{told[side]['kind']}:{told[side]['number']}" for side in ("a", "b")))


def main(
    seed: int = typer.Option(..., help="Seed of the city."),
    size: str = typer.Option("small", help="Size of the city: small or medium, whose truth is complete."),
    home: Path | None = typer.Option(None, help="Home to keep, loaded again if it is there; else a new one each time."),
    pairs: Path = typer.Option(..., help="File to write the judged pairs to."),
) -> None:
    """Write, load, resolve, read and link the city, write its judged pairs, and print one line of JSON."""
    with tempfile.TemporaryDirectory(prefix="own-city-") as folder, ShownSteps() as steps:
        kept = home.resolve() if home else Path(folder) / "home"
        data = kept / f"city-{size}-{seed}"
        if not data.is_dir():
            run_leadlink(kept, ["city", "--size", size, "--seed", str(seed), "--out", str(data)])
        truth = OwnTruth(json.loads((data / "truth.json").read_text(encoding="utf-8")))
        found = _run(kept, data, steps)
    city = found.judged(f"own city, {size}, seed {seed}", len(truth.true), truth.sort)
    city.write(pairs)
    print(json.dumps(figures(city), ensure_ascii=False))


def figures(city: JudgedCity) -> dict[str, Any]:
    """Return precision and recall of what is shown when nobody asks for a score."""
    shown = [pair.is_true for pair in city.returned() if pair.score >= SHOWN_FROM]
    right = sum(shown)
    measures = {"precision": right / max(1, len(shown)), "recall": right / max(1, city.true)}
    return {"city": city.city, **{name: round(value, 3) for name, value in measures.items()}, "neutral": city.neutral}


def _run(home: Path, data: Path, steps: Steps) -> CityFound:
    settings = settings_of(home).model_copy(update=_PATIENT)
    with running_graph(settings, steps) as running:
        steps.say("loading")
        load_city(home, data)
        run_steps(home, LINKED, steps)
        steps.say("asking for every matter")
        return _found(settings, running)


def _found(settings: Settings, running: Running) -> CityFound:
    with Writer(running, settings.neo4j_database) as writer:
        keys = dict(writer.run_read(_MATTERS)[0][0]["rows"])
        with officer_of(writer):
            return CityFound(asyncio.run(read_connections(settings, running, keys)), read_sharing(writer, keys))


if __name__ == "__main__":
    typer.run(main)
