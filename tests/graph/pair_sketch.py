"""Matters drawn in pairs for the linkage rules, and what `connectedMatters` answers about them."""

import math
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

import orjson
from graphql import parse

from graph_service.api.plan.context import QueryContext
from graph_service.api.queries.execute import OperationContext, answer, compile_operation
from graph_service.api.schema import build_schema
from graph_service.cypher.files import read_folder
from graph_service.cypher.score import CROWDING, HALVING_DAYS
from graph_service.graph import Graph
from graph_service.rights.audiences import of_every_kind
from graph_service.rights.viewer import Viewer
from schema import KINDS
from tests.sketch import EVERYONE, Sketch

HIDDEN = 9
_START = date(2025, 1, 1)
_DOCUMENT = parse("""query($id: ID!, $minScore: Float, $channels: [Channel!]) {
  connectedMatters(id: $id, first: 100, minScore: $minScore, channels: $channels) {
    totalCount
    nodes { score strength matter { id } evidence {
      rule sentence sentenceZh strength path { sentence nodes { id } edges { id } }
    } }
    leftOut { entity { id } count reason }
  }
}""")


def day_after(days: int) -> date:
    """Return the day so many days after the first of January 2025."""
    return _START + timedelta(days=days)


@dataclass
class PairSketch:
    """A sketch that grows pair by pair; every pair has names of its own."""

    sketch: Sketch = field(default_factory=lambda: Sketch({EVERYONE: ["EVERYONE"], HIDDEN: ["OWN_STAFF"]}))
    drawn: int = 0

    def clue(self, days: int = 0, audience: int = EVERYONE, **fields: Any) -> str:
        """Draw a clue received so many days after the first of January 2025."""
        return self.matter("Clue", days, audience, **fields)

    def matter(self, label: str, days: int = 0, audience: int = EVERYONE, **fields: Any) -> str:
        """Draw a matter of this kind that came in so many days after the first of January 2025."""
        self.drawn += 1
        number, field_of_day = f"{self.drawn:04}", KINDS[label].ORDER[0].removeprefix("-")
        came_in = {
            field_of_day: day_after(days)
            if field_of_day.endswith("_on")
            else datetime.combine(day_after(days), time(9))
        }
        return self.sketch.node(label, number, audience, **{"number": number, **came_in, **fields})

    def entity(self, label: str, audience: int = EVERYONE, **fields: Any) -> str:
        """Draw an entity; its required identifier follows from its number unless it is given."""
        self.drawn += 1
        required = {
            "Phone": "phone_number", "Account": "account_number", "Place": "address", "Vehicle": "plate",
            "Project": "project_number", "Contract": "contract_number",
        }  # fmt: skip
        usual = {required[label]: f"{label} {self.drawn}"} if label in required else {"name": f"{label} {self.drawn}"}
        return self.sketch.node(label, f"{self.drawn:04}", audience, **usual | fields)

    def sharing(self, *entities: str, days: int = 0, **fields: Any) -> tuple[str, str]:
        """Draw two clues that name the same entities."""
        one, other = self.clue(0, **fields), self.clue(days, **fields)
        for clue in (one, other):
            self.sketch.names(clue, *entities)
        return one, other


@dataclass
class Asker:
    """Somebody who may read what is for everyone."""

    graph: Graph
    _compiled: Any = None

    async def ask(self, uid: str, **variables: Any) -> dict[str, Any]:
        """Return what is connected with the matter."""
        schema = build_schema()._schema
        self._compiled = self._compiled or compile_operation(schema, _DOCUMENT, None, {})[0]
        context = OperationContext(QueryContext(self.graph, Viewer("o", (), tuple(of_every_kind([EVERYONE]))), b"key"))
        data = await answer(self._compiled, schema, {"id": uid, **variables}, context)
        assert data, context.refused
        return dict(orjson.loads(orjson.dumps(data["connectedMatters"])))

    async def evidence(self, one: str, other: str) -> list[dict[str, Any]]:
        """Return the evidence that connects two matters, nothing if nothing does; the same seen from either."""
        found = {node["matter"]["id"]: node["evidence"] for node in (await self.ask(one, minScore=0.0))["nodes"]}
        back = {node["matter"]["id"]: node["evidence"] for node in (await self.ask(other, minScore=0.0))["nodes"]}
        assert sorted(each["rule"] for each in found.get(other, [])) == sorted(
            each["rule"] for each in back.get(one, [])
        )
        return list(found.get(other, []))


def weight(rule: str) -> float:
    """Return the weight in the head of the rule's file."""
    return float(read_folder("linkage")[rule].head["weight"])


def strength(rule: str, certainty: float = 1.0, sharing: int = 2, days: int = 0) -> float:
    """Return the strength that score.py documents."""
    rarity = 1 + CROWDING * math.log(max(sharing - 1, 1)) ** 2
    return round(weight(rule) * certainty / rarity / (1 + days / HALVING_DAYS), 6)
