"""The pairs of matters that the linkage rules are tried on: those that meet, and near misses."""

from typing import Any

from graph_service.cypher.files import read_folder
from graph_service.cypher.score import HUB_CAP
from schema import RELATIONSHIP_TYPES
from tests.graph.pair_sketch import HIDDEN, PairSketch

MatterIds = tuple[str, str]
SHARED = {file.head["shares"]: name for name, file in read_folder("linkage").items() if "shares" in file.head}
THROUGH = {
    file.head["shares"]: file.head["through"] for file in read_folder("linkage").values() if "through" in file.head
}


def shared_pairs(ground: PairSketch, label: str) -> dict[str, MatterIds]:
    """Draw a pair that shares a thing of this kind, and the near misses of the rule."""
    sketch, pairs = ground.sketch, {}
    thing = ground.entity(label)
    one, other = ground.clue(0), ground.clue(100)
    sketch.names(one, thing, role="SUBJECT", certainty=0.8)
    sketch.names(one, thing, role="WITNESS", certainty=0.1)
    sketch.names(other, thing, role="CONTACT")
    pairs["meets"] = one, other
    crowded = [ground.clue() for _ in range(HUB_CAP + 1)]
    hub = ground.entity(label)
    for clue in crowded:
        sketch.names(clue, hub)
    pairs["hub"] = crowded[0], crowded[1]
    pairs["hidden thing"] = ground.sharing(ground.entity(label, HIDDEN))
    pairs["hidden matter"] = ground.clue(), ground.clue(0, HIDDEN)
    for clue in pairs["hidden matter"]:
        sketch.names(clue, thing := ground.entity(label))
    pairs["hidden naming"] = ground.clue(), ground.clue()
    half = ground.entity(label)
    sketch.names(pairs["hidden naming"][0], half)
    sketch.names(pairs["hidden naming"][1], half, audience=HIDDEN)
    return {f"{label} {name}": pair for name, pair in pairs.items()}


def unit_pairs(ground: PairSketch) -> dict[str, MatterIds]:
    """Draw pairs on the same unit."""
    sketch = ground.sketch

    def pair(
        days: int = 0, role: str = "SUBJECT_UNIT", problems: MatterIds = ("DINING", "DINING"), hidden: bool = False
    ) -> MatterIds:
        unit = ground.entity("Unit", HIDDEN if hidden else 1)
        one, other = ground.clue(problem=problems[0]), ground.clue(days, problem=problems[1])
        sketch.names(one, unit, role="SUBJECT_UNIT")
        sketch.names(other, unit, role=role)
        return one, other

    return {
        "unit meets": pair(700), "unit too far": pair(800), "unit other problem": pair(0, "SUBJECT_UNIT", ("DINING", "GIFTS")),
        "unit other role": pair(0, "INVOLVED"), "unit no kind": pair(0, "SUBJECT_UNIT", ("OTHER", "OTHER")),
        "unit hidden": pair(hidden=True),
    }  # fmt: skip


def tied_pairs(ground: PairSketch, kind: str, labels: MatterIds, name: str, **fields: Any) -> dict[str, MatterIds]:
    """Draw pairs of which one names the start of a tie and the other its end."""
    sketch, pairs = ground.sketch, {}
    for case, audiences in {
        "meets": (1, 1, 1), "hidden tie": (1, HIDDEN, 1), "hidden start": (HIDDEN, 1, 1), "hidden end": (1, 1, HIDDEN),
    }.items():  # fmt: skip
        start, end = ground.entity(labels[0], audiences[0]), ground.entity(labels[1], audiences[2])
        sketch.tie(kind, start, end, audiences[1], **fields)
        pairs[f"{name} {case}"] = ground.clue(0), ground.clue(30)
        sketch.names(pairs[f"{name} {case}"][0], start)
        sketch.names(pairs[f"{name} {case}"][1], end)
    return pairs


def draw(ground: PairSketch) -> dict[str, MatterIds]:
    """Draw every case."""
    pairs: dict[str, MatterIds] = {}
    for label in SHARED:
        pairs |= shared_pairs(ground, label)
    pairs |= unit_pairs(ground)
    pairs |= tied_pairs(ground, "KIN_OF", ("Person", "Person"), "kin", relation="SPOUSE")
    pairs |= tied_pairs(ground, "HOLDS_SHARE", ("Person", "Unit"), "share", ratio=60.0)
    pairs |= tied_pairs(ground, "OFFICER_OF", ("Person", "Unit"), "office", role="LEGAL_PERSON")
    pairs |= tied_pairs(ground, "HOLDS_POST", ("Person", "Unit"), "post", post="职员")
    for label, kind in THROUGH.items():
        link = RELATIONSHIP_TYPES[kind]
        ends = (link.start[0], label) if label in link.end else (label, link.end[0])
        pairs |= tied_pairs(ground, kind, ends, f"through {label}")
    pairs |= tied_pairs(ground, "OWNED_BY", ("Vehicle", "Unit"), "fleet")
    namesakes = [ground.entity("Person", name="王伟") for _ in range(2)]
    pairs["namesakes"] = ground.clue(), ground.clue()
    for clue, person in zip(pairs["namesakes"], namesakes, strict=True):
        ground.sketch.names(clue, person)
    pairs["several"] = ground.sharing(ground.entity("Person"), ground.entity("Phone"), days=10)
    pairs["three"] = ground.sharing(popular := ground.entity("Account"))
    ground.sketch.names(ground.clue(), popular)
    return pairs
