"""Pairs of matters that texts, firms, kin, receptions and letters connect, or nearly."""

from datetime import datetime
from typing import Any

from tests.graph.pair_sketch import PairSketch
from tests.graph.pairs import MatterIds


def texts(ground: PairSketch, one: str, other: str, days: int = 0) -> MatterIds:
    return ground.clue(text=one), ground.clue(days, text=other)


def controllers(ground: PairSketch, is_one: bool, ratio: float | None = None) -> MatterIds:
    """Two firms of one person, or of two namesakes, the first with this share."""
    firms = [ground.entity("Unit", unit_kind="FIRM") for _ in range(2)]
    people = [ground.entity("Person", name="罗敏菊") for _ in range(2)]
    for firm, person in zip(firms, [people[0], people[0 if is_one else 1]], strict=True):
        stated: dict[str, Any] = {} if ratio is None else {"ratio": ratio}
        ground.sketch.tie("HOLDS_SHARE", person, firm, **stated)
        ratio = None
    one, other = ground.clue(), ground.clue()
    ground.sketch.names(one, firms[0])
    ground.sketch.names(other, firms[1])
    return one, other


def kin_of_cadre(ground: PairSketch, with_business: bool) -> MatterIds:
    """A cadre, and the firm of a sister, which tendered at the cadre's unit or at another."""
    sketch = ground.sketch
    office, elsewhere = (ground.entity("Unit", unit_kind="ORGAN") for _ in range(2))
    cadre, sister = (ground.entity("Person") for _ in range(2))
    firm, project = ground.entity("Unit", unit_kind="FIRM"), ground.entity("Project")
    bid = sketch.node("Bid", f"{ground.drawn}", bid_number=f"{ground.drawn}")
    sketch.tie("HOLDS_POST", cadre, office, post="局长")
    sketch.tie("KIN_OF", cadre, sister, relation="SIBLING")
    sketch.tie("HOLDS_SHARE", sister, firm)
    sketch.tie("TENDERED_BY", project, office if with_business else elsewhere)
    sketch.tie("BID_FOR", bid, project)
    sketch.tie("BID_BY", bid, firm)
    one, other = ground.clue(), ground.clue()
    sketch.names(one, cadre)
    sketch.names(other, firm)
    return one, other


def reception(ground: PairSketch, day: datetime, told: str, days: int = 400) -> MatterIds:
    """A bureau that had a reception, the one above it, and a text on each that speaks of a reception."""
    sketch = ground.sketch
    lower, upper = (ground.entity("Unit", unit_kind="ORGAN") for _ in range(2))
    inn = ground.entity("Unit", name=f"望江楼{ground.drawn}号酒店")
    bill = sketch.node("ReceptionBill", f"{ground.drawn}", bill_number=f"{ground.drawn}", occurred_at=day)
    sketch.tie("UNDER", lower, upper)
    sketch.tie("HOSTED_BY", bill, lower)
    sketch.tie("SERVED_BY", bill, inn)
    one, other = ground.clue(days), ground.clue(days, text=told)
    sketch.names(one, lower, inn)
    sketch.names(other, upper)
    return one, other


def firms(ground: PairSketch, kind: str, **fields: Any) -> MatterIds:
    return ground.sharing(ground.entity("Unit", unit_kind=kind, **fields))


def owned(ground: PairSketch, tie: str, owner_kind: str, ratio: float | None = None) -> MatterIds:
    """A firm that a unit is above, or of which it holds so many per cent."""
    firm, owner = (ground.entity("Unit", unit_kind=kind) for kind in ("FIRM", owner_kind))
    ends = (firm, owner) if tie == "UNDER" else (owner, firm)
    if ratio is None:
        ground.sketch.tie(tie, *ends)
    else:
        ground.sketch.tie(tie, *ends, ratio=ratio)
    return ground.sharing(firm)


def letter(ground: PairSketch, number: str, audience: int) -> MatterIds:
    """A finding that was handed over by a letter, and a text that speaks of the letter."""
    finding = ground.clue()
    registered = ground.sketch.node("Clue", f"letter{number}", number=f"云审移〔2025〕{number}号")
    ground.sketch.tie("HANDED_OVER_AS", finding, registered, audience)
    return finding, ground.clue(text=f"移送处理书云审移[2025]{number}号没有回音")


def blamed(ground: PairSketch, one: str, other: str) -> MatterIds:
    """Two texts of one bureau."""
    pair = texts(ground, one, other, 100)
    bureau = ground.entity("Unit", unit_kind="ORGAN")
    for matter in pair:
        ground.sketch.names(matter, bureau, role="SUBJECT_UNIT")
    return pair


def hidden_text(ground: PairSketch) -> MatterIds:
    return ground.clue(text="电话13800001111"), ground.clue(audience=9, text="电话13800001111")


def covered_id(ground: PairSketch, covered: str) -> MatterIds:
    """A text with a masked id, and a matter whose entry names a person by the whole one."""
    accused, named = ground.clue(text=f"会计（身份证号{covered}）收了钱"), ground.clue()
    ground.sketch.names(named, ground.entity("Person", name="孙立平", id_number="420684196503125512"))
    return accused, named
