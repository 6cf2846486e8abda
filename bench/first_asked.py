"""`python -m bench.first_asked --home HOME`: what the counts of all lists take, and what nobody has asked before on every root.

The home holds a loaded city. Selections are drawn from the schema, so that the server has planned none of them; each root is
asked by several, once each. The service has had its start: what it plans by itself is planned.
"""

import json
import os
import random
import statistics
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import httpx
import typer
from graphql import GraphQLObjectType, GraphQLSchema, build_schema, get_named_type, is_leaf_type, is_required_argument

from bench.machine import described_run
from bench.measured_home import ROOT, running_graph, running_service, settings_of
from bench.officer import OFFICER, officer_of
from graph_service.api.types.kinds import KIND_ROOTS
from graph_service.graph import Writer
from graph_service.model import camel
from graph_service.progress import ShownSteps
from graph_service.rights.viewer import Tokens

_TWO = "(first: 2)"
_PAGES = [*(camel(kind.many) for kind in KIND_ROOTS), "matters"]
_QUICK, _SETTLED = 15, 20  # milliseconds of a small question, and how often it takes no longer


def main(
    home: Path = typer.Option(..., help="A home with a loaded city, which no service uses now."),
    each: int = typer.Option(3, help="Selections of each root."),
    seed: int = typer.Option(0, help="Seed of the drawing; 0 takes another each time."),
    out: Path | None = typer.Option(None, help="File for the figures as JSON."),
) -> None:
    """Print the milliseconds as JSON."""
    draw = random.Random(seed or None)  # noqa: S311 - not for secrets
    load = os.getloadavg()[0]
    with asked_service(home) as (ask, _):
        asked = measure(ask, each, draw)
    text = json.dumps({"asked": asked, **described_run(load)}, ensure_ascii=False, indent=2)
    if out:
        out.write_text(text, encoding="utf-8")
    print(text)


@dataclass(frozen=True)
class Asked:
    """The service that is asked."""

    client: httpx.Client
    url: str

    def __call__(self, text: str) -> dict[str, Any]:
        """Return what is answered to an operation."""
        answer = self.client.post(self.url, json={"query": text}).json()
        if "errors" in answer:
            raise RuntimeError(f"{text}: {answer['errors'][0]['message']}")
        return dict(answer["data"])

    def took(self, text: str) -> float:
        """Return the milliseconds until the answer."""
        began = time.perf_counter()
        self(text)
        return 1000 * (time.perf_counter() - began)

    def settle(self) -> None:
        """Return when a small question has been quick for a while: what the service plans by itself is planned."""
        quick = 0
        for _ in range(300):
            quick = quick + 1 if self.took("{ viewer { officerName } }") < _QUICK else 0
            if quick == _SETTLED:
                return
            time.sleep(0.5)


@contextmanager
def asked_service(home: Path) -> Iterator[tuple[Asked, Writer]]:
    """Run the service of a home, which has planned what it plans by itself, until the block ends."""
    settings = settings_of(home)
    with (
        ShownSteps() as steps,
        running_graph(settings, steps) as running,
        Writer(running) as writer,
        officer_of(writer),
        running_service(settings) as side,
        httpx.Client(headers={"Authorization": f"Bearer {Tokens(settings).sign(OFFICER)}"}, timeout=120) as client,
    ):
        ask = Asked(client, side.url(cast(Any, None)))
        steps.say("waiting until the service has planned what it plans by itself")
        ask.settle()
        yield ask, writer


def measure(ask: Asked, each: int, draw: random.Random) -> dict[str, Any]:
    """Return the figures of each sort of question."""
    schema = build_schema((ROOT / "schema" / "api.graphql").read_text(encoding="utf-8"))
    counted = {name: [ask.took(f"{{ {name}(first: 0) {{ totalCount }} }}") for _ in range(4)] for name in _PAGES}
    roots = _roots(schema, _ids(ask))
    drawn = {name: [ask.took(_drawn(schema, name, given, draw)) for _ in range(each)] for name, given in roots.items()}
    return {
        "totalCount, first time": _told({name: took[0] for name, took in counted.items()}),
        "totalCount, again": _told({name: statistics.median(took[1:]) for name, took in counted.items()}),
        "never seen, median of each root": _told({name: statistics.median(took) for name, took in drawn.items()}),
        "never seen, slowest of each root": _told({name: max(took) for name, took in drawn.items()}),
    }


def _ids(ask: Asked) -> dict[str, str]:
    found = {}
    for kind in KIND_ROOTS:
        name = camel(kind.many)
        nodes = ask(f"{{ {name}(first: 1) {{ nodes {{ id }} }} }}")[name]["nodes"]
        if nodes:
            found[camel(kind.one)] = nodes[0]["id"]
    return found


def _roots(schema: GraphQLSchema, ids: dict[str, str]) -> dict[str, str]:
    """Return the roots with their arguments; single ones that take no id (matters by number, teams by code) are left out."""
    fields = cast(GraphQLObjectType, schema.query_type).fields
    single = {name: f'(id: "{uid}")' for name, uid in ids.items() if "id" in fields[name].args}
    clue, ticket = (f'"{ids[name]}"' for name in ("clue", "ticket"))
    return {**single, **dict.fromkeys(_PAGES, _TWO)} | {
        "node": f"(id: {clue})", "search": '(text: "张芳", first: 2)', "lookup": '(values: ["张芳", "13812345678"])',
        "connectedMatters": f"(id: {clue}, first: 2)", "expand": f"(id: {clue}, first: 2)", "network": f"(of: {clue})",
        "paths": f"(from: {clue}, to: {ticket}, maxHops: 3, first: 2)", "links": _TWO, "auditLinkedIssues": _TWO, "changes": _TWO,
        "seriesList": _TWO, "notices": _TWO, "identityCandidates": _TWO, "loads": _TWO, "sources": _TWO, "viewer": "",
    }  # fmt: skip


def _drawn(schema: GraphQLSchema, root: str, given: str, draw: random.Random) -> str:
    query = cast(GraphQLObjectType, schema.query_type)
    return f"{{ {root}{given} {{ {_selected(schema, get_named_type(query.fields[root].type).name, draw, 3)} }} }}"


def _selected(schema: GraphQLSchema, type_name: str, draw: random.Random, depth: int) -> str:
    """Return some of the fields of a type, up to as many steps away."""
    fields = getattr(schema.type_map[type_name], "fields", None)
    if not fields:
        return "__typename"
    open_to = [name for name, each in fields.items() if not any(map(is_required_argument, each.args.values()))]
    leaves = [name for name in open_to if is_leaf_type(get_named_type(fields[name].type))]
    others = [name for name in open_to if name not in leaves and name != "pageInfo"]
    parts = ["__typename", *draw.sample(leaves, min(len(leaves), draw.randint(1, 8)))]
    pages = [name for name in others if name in ("nodes", "edges")]
    for name in (pages[:1] or draw.sample(others, min(len(others), 2))) if depth else []:
        kind = fields[name].type
        below = _selected(schema, get_named_type(kind).name, draw, depth - (name != "nodes"))
        bound = _TWO if "first" in fields[name].args else ""
        parts.append(f"{name}{bound} {{ {below} }}")
    return " ".join(parts)


def _told(found: dict[str, float]) -> dict[str, Any]:
    slow = sorted(found.items(), key=lambda each: -each[1])
    told = {"roots": len(found), "median": round(statistics.median(found.values()), 1), "most": round(slow[0][1], 1)}
    return told | {"slowest": {name: round(took, 1) for name, took in slow[:6]}}


if __name__ == "__main__":
    typer.run(main)
