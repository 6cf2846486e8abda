"""`python -m bench.connected_speed --home HOME`: what one client waits for the matters that belong with one, warm, and at first.

The home holds a loaded city. Matters are drawn from its graph; the first use is that of selections that nobody has asked for.
"""

import json
import os
import random
import statistics
from pathlib import Path
from typing import Any

import typer

from bench.cypher_text import cypher
from bench.first_asked import Asked, asked_service
from bench.machine import described_run
from graph_service.graph import Writer

_MATTERS = "MATCH (m:Matter) WHERE m.stub IS NULL RETURN m.uid AS uid ORDER BY uid"
_USUAL = "totalCount nodes { score matter { id number title } evidence { rule sentence strength } }"
_OF_MATTER = ("id", "number", "title", "channel", "problem", "text", "caption")
_LISTS = (
    "",
    "names(first: 5) { role entity { id caption } }",
    "namesConnection(first: 2) { totalCount }",
    "series { id }",
)
_OF_EVIDENCE = ("rule", "sentence", "sentenceZh", "strength")


def main(
    home: Path = typer.Option(..., help="A home with a loaded city, which no service uses now."),
    matters: int = typer.Option(1000, help="Matters that are asked about, each once."),
    selections: int = typer.Option(20, help="Selections that nobody has asked for."),
    seed: int = typer.Option(0, help="Seed of the drawing; 0 takes another each time."),
    out: Path | None = typer.Option(None, help="File for the figures as JSON."),
) -> None:
    """Print the milliseconds as JSON."""
    draw = random.Random(seed or None)  # noqa: S311 - not for secrets
    load = os.getloadavg()[0]
    with asked_service(home) as (ask, writer):
        found = measure(ask, _drawn(writer, draw, matters), selections, draw)
        found["graph"] = dict(writer.run_read(cypher("size"))[0][0])
    text = json.dumps({**found, **described_run(load)}, indent=2)
    if out:
        out.write_text(text, encoding="utf-8")
    print(text)


def _drawn(writer: Writer, draw: random.Random, matters: int) -> list[str]:
    uids = [row["uid"] for row in writer.run_read(_MATTERS)[0]]
    return draw.sample(uids, min(matters, len(uids)))


def measure(ask: Asked, uids: list[str], selections: int, draw: random.Random) -> dict[str, Any]:
    """Return the times of the usual selection, each matter asked for once and then again, and those of new selections."""
    first = [ask.took(_text(uid, _USUAL)) for uid in uids]
    again = [ask.took(_text(uid, _USUAL)) for uid in uids]
    new = [ask.took(_text(draw.choice(uids), _selection(draw))) for _ in range(selections)]
    return {"matters": len(uids), "each once": _told(first), "again": _told(again), "new selections": _told(new)}


def _text(uid: str, selection: str) -> str:
    return f'{{ connectedMatters(id: "{uid}", first: 20) {{ {selection} }} }}'


def _selection(draw: random.Random) -> str:
    """Return a selection under names that nobody has given before, so that its text is new to the server."""
    mark = f"a{draw.getrandbits(48):x}"
    shown = " ".join(f"{mark}{name}: {name}" for name in draw.sample(_OF_MATTER, draw.randint(1, 5)))
    told = " ".join(draw.sample(_OF_EVIDENCE, draw.randint(1, 3)))
    path = draw.choice(("", "path { sentence nodes { id } }"))
    shown = f"{shown} {draw.choice(_LISTS)}"
    return f"totalCount nodes {{ score matter {{ {shown} }} evidence {{ {told} {path} }} }}"


def _told(times: list[float]) -> dict[str, float]:
    cut = statistics.quantiles(times, n=20)
    return {"p50": round(statistics.median(times), 1), "p95": round(cut[-1], 1), "most": round(max(times), 1)}


if __name__ == "__main__":
    typer.run(main)
