"""Values for arguments, such that most of them find something."""

from collections import defaultdict
from dataclasses import dataclass, field
from random import Random
from typing import Any

from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLInputType,
    get_named_type,
    get_nullable_type,
    is_list_type,
)

from graph_service.api.types.kinds import KIND_ROOTS
from graph_service.cypher.macros import FAMILIES
from graph_service.model import ABSTRACT, camel
from schema import KINDS, MATTER, RELATIONSHIP_TYPES
from tests.sketch import Sketch

_IDS: dict[str, tuple[str, ...]] = {
    "unit": ("Unit",), "person": ("Person",), "round": ("InspectionRound",), "superior": ("Unit",), "matter": MATTER,
    "tenderer": ("Unit",), "about": ("Person",), "owner": ("Unit", "Person"), "connectedMatters.id": MATTER,
    "hits.id": ("Person", "Unit", "Phone", "Vehicle", *MATTER),
}  # fmt: skip
_ROOTS = {camel(name): (kind.label,) for kind in KIND_ROOTS for name in (kind.one, kind.many)}
_TEXTS = {
    "number": "number", "uscc": "uscc", "name": "name", "code": "team_code", "plate": "plate", "idNumber": "id_number",
    "team": "team_code", "leadTeam": "team_code",
    "officer": "officer_id",
}  # fmt: skip
_MOST_DEEP = 4  # filters inside filters
_WORDS = ("物业", "电费", "张甲", "物业公司 1", "12388", "a+b", "云A", '("', "住建局", "kit")


@dataclass
class OfferedValues:
    """What a sketch offers: ids by kind, texts by property, and the cursors that lists gave out."""

    sketch: Sketch
    cursors: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def draw(self, random: Random, place: str, kind: GraphQLInputType) -> Any:
        """Return a value for the argument at the place, such as `Query.clues.first`."""
        bare, name = get_nullable_type(kind), place.rpartition(".")[2]
        ways = get_named_type(kind)
        if is_list_type(bare) and name == "by" and isinstance(ways, GraphQLEnumType):
            return random.sample(sorted(ways.values), k=random.choice((1, 2)))
        if is_list_type(bare):
            return self._list(random, place, kind)
        named = get_named_type(kind)
        if isinstance(named, GraphQLEnumType):
            return random.choice(sorted(named.values))
        if isinstance(named, GraphQLInputObjectType):
            return self._object(random, place, named)
        if name == "changedSince" or place.endswith(".changes.since"):
            return random.choice(self.cursors["changes"])
        if name == "after":
            known = self.cursors.get(place.split(".")[1], [])
            return random.choice(known) if known else None
        return self._scalar(random, place, named.name)

    def _list(self, random: Random, place: str, kind: GraphQLInputType) -> list[Any]:
        name, named = place.rpartition(".")[2], get_named_type(kind)
        if named.name == "ModelSettingInput":
            return random.choice(([], [{"name": "tank_factor", "value": "0.5"}]))
        if isinstance(named, GraphQLInputObjectType):
            return [self._object(random, place, named) for _ in range(random.choice((1, 2)))]
        if isinstance(named, GraphQLEnumType):
            return random.sample(sorted(named.values), k=min(len(named.values), random.choice((1, 2, 8))))
        if named.name == "ID":
            return [self._id(random, place) for _ in range(random.choice((1, 1, 2)))]
        if named.name != "String":
            return [self._scalar(random, place, named.name) for _ in range(random.choice((1, 2)))]
        followed = FAMILIES["CONNECTIONS_"].split("|") if ".paths" in place else sorted(RELATIONSHIP_TYPES)
        offered = {"types": followed, "notTypes": followed, "rule": ["same_person", "kin"]}.get(
            name
        ) or self._known_texts()
        return random.sample(offered, k=min(len(offered), random.choice((0, 1, 3))))

    def _object(self, random: Random, place: str, kind: GraphQLInputObjectType) -> dict[str, Any]:
        """Return a filter; the deeper it stands, the fewer of its fields are filters themselves."""
        deep = place.count(".") - 2
        leaves = [
            name
            for name, each in kind.fields.items()
            if not isinstance(get_named_type(each.type), GraphQLInputObjectType)
        ]
        inner = [name for name in kind.fields if name not in leaves]
        most = max(1, len(leaves) // 5) if len(leaves) > 3 or not inner else 1
        chosen = random.sample(leaves, k=min(len(leaves), random.randint(0, most)))
        if inner and deep < _MOST_DEEP:
            chosen += random.sample(inner, k=random.choice((0, 1, 1, 2) if deep < 1 else (0, 1)))
        drawn = {each: self.draw(random, f"{place}.{each}", kind.fields[each].type) for each in chosen}
        if "ids" in drawn:
            name = kind.name.removesuffix("Filter")
            drawn["ids"] = [self._one_of(random, ABSTRACT.get(name, (name,))) for _ in drawn["ids"]]
        return drawn

    def _scalar(self, random: Random, place: str, kind: str) -> Any:
        if kind == "ID":
            return self._id(random, place)
        if place == "Query.worklist.since":
            return random.choice(("2025-12-31", "2026-01-05T07:30:00Z", "2027-01-01"))
        if place == "Query.modelDryRun.model":
            return "V1"
        if kind == "String":
            return self._text(random, place.rpartition(".")[2])
        drawn: dict[str, Any] = {
            "Int": random.choice((0, 1, 2, 3, 5)), "Boolean": random.random() < 0.5, "Float": random.choice((0.0, 0.1, 0.5)),
            "Date": f"2025-0{random.randint(1, 3)}-01", "DateTime": "2025-03-01T03:00:00", "Fen": random.choice((0, 100, 300)),
        }  # fmt: skip
        if place.endswith(("maxHops", "hops", "days")):
            return random.choice((1, 2, 3))
        return drawn[kind]

    def _id(self, random: Random, place: str) -> str:
        parts = place.split(".")
        if parts[1] == "identityCandidate":
            return random.choice(("same_1", "same_2", "same_4", "same_nobody"))
        if parts[1] == "accessRequest":
            return random.choice(("access_1", "access_nobody"))
        if parts[1] == "savedView":
            return random.choice(("view_1", "view_2", "view_nobody"))
        if parts[1] == "recusal":
            return random.choice(("recusal_1", "recusal_nobody"))
        if parts[1] in (
            "recommendation",
            "sweep",
            "intervention",
            "supervisionList",
            "consultation",
            "consultationTask",
        ):
            return random.choice((f"{parts[1].lower()}_1", f"{parts[1].lower()}_2"))
        if parts[1] == "series" or (parts[1] == "node" and random.random() < 0.1):
            return random.choice(("series_1", "series_2", "series_3", "series_tour", "series_nobody"))
        usual: tuple[str, ...] = _ROOTS.get(parts[1], tuple(KINDS))
        labels = _IDS.get(parts[-1], _IDS.get(".".join(parts[-2:]), usual))
        return self._one_of(random, labels)

    def _one_of(self, random: Random, labels: tuple[str, ...]) -> str:
        known = [uid for label in labels for uid in self.sketch.nodes.get(label, ())]
        return random.choice([*known, f"{KINDS[labels[0]].PREFIX}_nobody"])

    def _text(self, random: Random, name: str) -> str:
        if name not in _TEXTS:
            return random.choice(_WORDS)
        properties = {"code": ("team_code", "round_code")}.get(
            name, (_TEXTS[name], f"report_{name}", f"project_{name}")
        )
        known = self._texts_of(properties)
        return random.choice([*known, "nothing"])

    def _texts_of(self, properties: tuple[str, ...]) -> list[str]:
        drawn = (each.properties for nodes in self.sketch.nodes.values() for each in nodes.values())
        return [values[name] for values in drawn for name in properties if isinstance(values.get(name), str)]

    def _known_texts(self) -> list[str]:
        return self._texts_of(("name", "number", "plate", "phone_number", "id_number", "uscc"))

    @staticmethod
    def is_enum(kind: GraphQLInputType) -> bool:
        """Return whether the argument takes a value of an enum."""
        return isinstance(get_named_type(kind), GraphQLEnumType)
