"""Every pair of matters that `connectedMatters` connects in a loaded city, and every pair that names one thing."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import httpx

from bench.cypher_text import cypher
from bench.officer import OFFICER
from graph_service.app import create_app
from graph_service.embedded import Running
from graph_service.errors import Conflict
from graph_service.graph import Writer
from graph_service.rights.viewer import Tokens
from graph_service.settings import Settings

_CONNECTED = """query ($id: ID!, $after: String) {
  connectedMatters(id: $id, minScore: 0, first: 100, after: $after) {
    pageInfo { hasNextPage endCursor } nodes { score strength matter { id } evidence { rule } }
  }
}"""


@dataclass(frozen=True)
class MatterPair:
    """Two matters by their keys, the lesser first."""

    one: str
    other: str

    @classmethod
    def of(cls, one: str, other: str) -> "MatterPair":
        """Return the pair of the two in either order."""
        return cls(*sorted((one, other)))


@dataclass(frozen=True)
class Connection:
    """What the service says of a pair."""

    score: float
    strength: float
    rules: frozenset[str]


@dataclass(frozen=True)
class Sharing:
    """How many things both name, and their Adamic-Adar index."""

    shared: int
    adamic_adar: float


async def read_connections(
    settings: Settings, running: Running, keys: Mapping[str, str]
) -> dict[MatterPair, Connection]:
    """Return what connects the matters of these ids, by their keys, as the officer of the bench sees it."""
    app = create_app(settings, running)
    head = {"Authorization": "Bearer " + Tokens(settings).sign(OFFICER)}
    strongest: dict[MatterPair, Connection] = {}
    async with app.router.lifespan_context(app):
        service = httpx.ASGITransport(app)
        async with httpx.AsyncClient(transport=service, base_url="http://service", headers=head, timeout=300) as client:
            for uid, key in keys.items():
                for node in await _nodes(client, uid):
                    other = keys.get(node["matter"]["id"])
                    if other is not None and other != key:
                        _keep(strongest, MatterPair.of(key, other), node)
    return strongest


def _keep(strongest: dict[MatterPair, Connection], pair: MatterPair, node: dict[str, Any]) -> None:
    found = Connection(node["score"], node["strength"], frozenset(each["rule"] for each in node["evidence"]))
    if pair not in strongest or found.strength > strongest[pair].strength:
        strongest[pair] = found


async def _nodes(client: httpx.AsyncClient, uid: str) -> list[dict[str, Any]]:
    nodes: list[dict[str, Any]] = []
    variables: dict[str, Any] = {"id": uid, "after": None}
    while True:
        answer = (await client.post("/graphql", json={"query": _CONNECTED, "variables": variables})).json()
        if "errors" in answer:
            raise Conflict(str(answer["errors"])[:400], "connectedMatters", "ask the service itself to see why")
        page = answer["data"]["connectedMatters"]
        nodes += page["nodes"]
        if not page["pageInfo"]["hasNextPage"]:
            return nodes
        variables["after"] = page["pageInfo"]["endCursor"]


def read_sharing(writer: Writer, keys: Mapping[str, str]) -> dict[MatterPair, Sharing]:
    """Return what the matters of these ids share, whoever may see it."""
    rows = writer.run_read(cypher("shared_entities"), uids=list(keys))[0]
    return {
        MatterPair.of(keys[row["one"]], keys[row["other"]]): Sharing(row["shared"], row["adamic_adar"]) for row in rows
    }
