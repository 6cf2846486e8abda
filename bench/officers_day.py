"""`python -m bench.officers_day --home HOME`: fifty officers at work at once, on one worker and on two.

Each looks at lists, takes something from the own worklist and acts on it, or judges a link; some send an act twice. Afterwards the
graph is held against what was acknowledged: no error, no lost or doubled act, no number twice, no gap in a clue's chain. Prints JSON.
"""

import asyncio
import itertools
import json
import math
import os
import sys
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import typer

from bench.child import started
from bench.cypher_text import cypher
from bench.machine import described_run
from bench.measured_home import ROOT, city_at, load_city, run_steps, running_graph, settings_of
from bench.officers_hands import READ, WRITE, Desk, Hands, Kept
from graph_service.bolt import free_port
from graph_service.cypher.files import query
from graph_service.graph import Writer
from graph_service.progress import ShownSteps, Steps
from graph_service.rights.viewer import Tokens
from graph_service.settings import Settings

_PATIENCE = 300.0  # seconds; a machine that runs other work beside is slow
_DESKS = ("CHIEF", "CASE_MGMT", "PETITION", "SUPERVISION_", "STATIONED_", "INVESTIGATION_", "ADJUDICATION", "TOWNSHIP_")


@contextmanager
def _service(settings: Settings, workers: int) -> Iterator[str]:
    """Run the service with so many workers on the home's graph; give its address."""
    port = free_port()
    told = {
        "LEADLINK_HOME": str(settings.home),
        "LEADLINK_DEMO": "true",
        "LEADLINK_LOG_REQUESTS": "false",
        "LEADLINK_WORKERS": str(workers),
    }
    command = (sys.executable, "-m", "graph_service.cli", "serve", "--port", str(port), "--workers", str(workers))
    url = f"http://127.0.0.1:{port}"
    with started(command, ROOT, {**os.environ, **told}, f"{url}/readyz"):
        yield url


def _officers(writer: Writer, count: int) -> list[Desk]:
    """Return officers of the teams that work on clues, each with its team and two of that team or of the nearest."""
    known = [(str(row["id"]), str(row["team"])) for row in writer.run_read(query("rights/officers").body)[0]]
    rank = {desk: place for place, desk in enumerate(_DESKS)}
    at_desks = [
        (officer, team, next((rank[each] for each in _DESKS if team.startswith(each)), None)) for officer, team in known
    ]
    chosen = sorted(((place, team, officer) for officer, team, place in at_desks if place is not None))[:count]
    own: dict[str, list[str]] = {}
    for _, team, officer in chosen:
        own.setdefault(team, []).append(officer)
    some = [officer for _, team, officer in chosen if team.startswith("SUPERVISION_")]
    return [Desk(officer, team, tuple([*own[team], *some][:2])) for _, team, officer in chosen]


async def _day(url: str, tokens: Tokens, officers: Sequence[Desk], seconds: float, pause: float) -> Kept:
    kept = Kept()
    until = time.monotonic() + seconds
    async with httpx.AsyncClient(
        base_url=url, timeout=_PATIENCE, limits=httpx.Limits(max_connections=len(officers))
    ) as client:
        run = f"{time.time_ns():x}"
        hands = [Hands(client, desk, tokens.sign(desk.officer, int(seconds) + 3600), kept, run) for desk in officers]
        await asyncio.gather(*(each.work(until, pause) for each in hands))
    return kept


def faults_of(steps: Sequence[Mapping[str, Any]], judgements: Sequence[Mapping[str, Any]], kept: Kept) -> list[str]:
    """Return what is not as it was acknowledged, in words; nothing where all is well."""
    found, keys = [], Counter[str]()
    for clue in steps:
        numbers = [number for number, *_ in clue["steps"]]
        led = [(before, stage) for _, _, before, stage, *_ in clue["steps"] if stage]
        keys.update(key for *_, key, _ in clue["steps"] if key)
        # A request that is sent again takes a number of the book and keeps no step: numbers may lack, none is there twice.
        if numbers != sorted(set(numbers)) or (numbers and numbers[-1] > clue["last"]):
            found.append(f"{clue['clue']}: numbers {numbers}, its book says {clue['last']}")
        if any(one[1] != other[0] for one, other in itertools.pairwise(led)):
            found.append(f"{clue['clue']}: a gap in {led}")
        if sum(is_standing for *_, is_standing in clue["steps"]) != bool(led):
            found.append(f"{clue['clue']}: it stands in several places")
    found += [f"{key}: acknowledged {keys[key] or 'and lost'}" for key in kept.done if keys[key] != 1]
    numbers = [number for each in judgements for number in each["numbers"]]
    found += [f"judgement {number} is there {count} times" for number, count in Counter(numbers).items() if count > 1]
    found += [f"{each['link']}: {each['standing']} judgements count" for each in judgements if each["standing"] != 1]
    counted = {each["link"]: len(each["numbers"]) for each in judgements}
    lost = [link for link, count in kept.judged.items() if count and not counted.get(link)]
    return [*found, *(f"{link}: a judgement was lost" for link in lost)]


def _share(times: Sequence[float], share: float) -> float | None:
    ordered = sorted(times)
    return round(ordered[max(0, math.ceil(share * len(ordered)) - 1)] * 1000, 1) if ordered else None


def _figures(kept: Kept, faults: Sequence[str], seconds: float) -> dict[str, Any]:
    told = {
        kind: {
            "count": len(taken),
            "per_second": round(len(taken) / seconds, 1),
            "p50_ms": _share(taken, 0.5),
            "p95_ms": _share(taken, 0.95),
            "max_ms": _share(taken, 1),
        }
        for kind, taken in ((kind, kept.taken[kind]) for kind in (READ, WRITE))
    }
    kinds = dict(kept.answers.most_common())
    return {
        **told,
        "answers": kinds,
        "acknowledged": len(kept.done),
        "errors": kept.errors[:20],
        "errors_in_all": len(kept.errors),
        "faults": list(faults)[:20],
    }


def _ensure_city(writer: Writer, settings: Settings, steps: Steps) -> None:
    if not writer.run_read(query("rights/officers").body)[0]:
        load_city(settings.home, city_at(settings.home, "small", steps))
        run_steps(settings.home, ("resolve", "link"), steps)


def main(
    home: Path = typer.Option(
        ..., help="Home to keep; the small city is loaded if it is new. It is acted in: never one in use."
    ),
    officers: int = typer.Option(50, min=2, help="Officers who work at once."),
    minutes: float = typer.Option(10, min=0.1, help="How long they work, for each number of workers."),
    workers: list[int] = typer.Option([1, 2], help="Numbers of workers of the service."),
    pause: float = typer.Option(2.0, min=0.01, help="Seconds between two things that an officer does, on average."),
) -> None:
    """Print what fifty officers met: counts, p50 and p95 of reads and writes, errors, and what is not as it was acknowledged."""
    settings, told = settings_of(home.absolute()), {}
    with (
        ShownSteps() as steps,
        running_graph(settings, steps) as running,
        Writer(running, settings.neo4j_database) as writer,
    ):
        _ensure_city(writer, settings, steps)
        chosen = _officers(writer, officers)
        for many in workers:
            steps.say(f"{len(chosen)} officers, {many} workers, {minutes} minutes")
            load = os.getloadavg()[0]
            with _service(settings, many) as url:
                kept = asyncio.run(_day(url, Tokens(settings), chosen, minutes * 60, pause))
            found = writer.run_read(cypher("day_kept"))[0][0]
            told[f"{many} workers"] = _figures(
                kept, faults_of(found["steps"], found["judgements"], kept), minutes * 60
            ) | described_run(load)
    print(
        json.dumps({"officers": len(chosen), "minutes": minutes, "pause": pause, **told}, ensure_ascii=False, indent=1)
    )
    if any(each["errors_in_all"] or each["faults"] for each in told.values()):
        raise typer.Exit(1)


if __name__ == "__main__":
    typer.run(main)
