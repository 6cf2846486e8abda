"""Pairs of matters on one unit, on who held a post in it, and on firms that did business with it: those that meet, and near misses."""

from typing import Any

from graph_service.cypher.score import BACK_DAYS, REPEAT_DAYS
from tests.graph.pair_sketch import HIDDEN, PairSketch, day_after
from tests.graph.pairs import MatterIds

_CLOSED = 100  # days after the first of January 2025


def rectified_pairs(ground: PairSketch) -> dict[str, MatterIds]:
    """Draw findings that were put right or not, and matters that came after or before that."""

    def pair(days: int, label: str = "Ticket", state: str = "DONE", **fields: Any) -> MatterIds:
        unit = ground.entity("Unit", unit_kind="ORGAN")
        earlier = ground.matter("AuditFinding", problem="DINING", rectification=state, closed_on=day_after(_CLOSED))
        later = ground.matter(label, days, **{"problem": "DINING", **fields})
        for matter in (earlier, later):
            ground.sketch.names(matter, unit, role="SUBJECT_UNIT")
        return earlier, later

    before: dict[str, Any] = {"occurred_from": day_after(10), "occurred_to": day_after(_CLOSED - 1)}
    return {
        "back as a ticket": pair(300), "back as an issue": pair(_CLOSED + BACK_DAYS, "InspectionIssue"),
        "back as a clue": pair(300, "Clue", "CHECKED_OFF"), "back, another kind": pair(300, problem="GIFTS"),
        "back, before it was put right": pair(_CLOSED - 10), "back, never put right": pair(300, state="GOING_ON"),
        "back, an old deed told late": pair(300, "InspectionIssue", **before), "back, too late": pair(_CLOSED + BACK_DAYS + 1),
        "back, an alert raised from it": pair(300, "Alert", model_version=1),
    }  # fmt: skip


def complaint_pairs(ground: PairSketch) -> dict[str, MatterIds]:
    """Draw complaints on one unit."""

    def pair(days: int, label: str = "Ticket", **fields: Any) -> MatterIds:
        unit = ground.entity("Unit", unit_kind="ORGAN")
        one = ground.matter("Ticket", problem="SCHOOL_MEALS", category="COMPLAINT")
        other = ground.matter(label, days, **{"problem": "SCHOOL_MEALS", **fields})
        for matter in (one, other):
            ground.sketch.names(matter, unit, role="SUBJECT_UNIT")
        return one, other

    return {
        "complaint again": pair(REPEAT_DAYS), "complaint as a petition": pair(20, "Clue", channel="PETITION"),
        "complaint, months later": pair(REPEAT_DAYS + 1), "complaint, of another kind": pair(20, problem="DIBAO"),
        "complaint, a question": pair(20, category="CONSULT"), "complaint, a finding": pair(20, "AuditFinding"),
        "complaint, a team's clue": pair(20, "Clue", channel="DISCIPLINARY", came_by="DAILY_SUPERVISION"),
    }  # fmt: skip


def part_pairs(ground: PairSketch) -> dict[str, MatterIds]:
    """Draw a finding on one unit that tells of another, and a complaint on that one."""

    def pair(is_under: bool = True, audience: int = 1, problem: str = "DIBAO") -> MatterIds:
        town, village = (ground.entity("Unit", unit_kind=kind) for kind in ("TOWNSHIP", "VILLAGE"))
        if is_under:
            ground.sketch.tie("UNDER", village, town, audience)
        finding = ground.matter("AuditFinding", problem="DIBAO")
        ticket = ground.matter("Ticket", 40, problem=problem, category="ADVICE")
        ground.sketch.names(finding, town, role="SUBJECT_UNIT")
        ground.sketch.names(ticket, village, role="SUBJECT_UNIT")
        ground.sketch.names(finding, village, role="MENTIONED_IN_TEXT", certainty=0.9)
        return finding, ticket

    return {
        "part of the unit that is told of": pair(), "part, another kind": pair(problem="GIFTS"),
        "part, hidden that it is one": pair(audience=HIDDEN), "part, of another unit": pair(is_under=False),
    }  # fmt: skip


def post_pairs(ground: PairSketch) -> dict[str, MatterIds]:
    """Draw clues on somebody who held a post, and findings in the unit."""

    def pair(
        term: tuple[int, ...] = (-300,),
        role: str = "SUBJECT",
        problem: str = "DINING",
        audience: int = 1,
        elsewhere: bool = False,
        **fields: Any,
    ) -> MatterIds:
        unit, person = ground.entity("Unit", unit_kind="ORGAN"), ground.entity("Person")
        ends = dict(zip(("valid_from", "valid_to"), map(day_after, term), strict=False))
        ground.sketch.tie("HOLDS_POST", person, unit, audience, post="科长", **ends)
        clue = ground.clue(60, problem=problem)
        finding = ground.matter("AuditFinding", **{"problem": "DINING", **fields})
        ground.sketch.names(clue, person, role=role)
        ground.sketch.names(finding, unit, role="SUBJECT_UNIT")
        if elsewhere:
            ground.sketch.names(clue, ground.entity("Unit", unit_kind="ORGAN"), role="SUBJECT_UNIT")
        return clue, finding

    earlier: dict[str, Any] = {"occurred_from": day_after(-600), "occurred_to": day_after(-400)}
    return {
        "in post": pair(), "in post to the day": pair((-300, 0)), "in post when it happened": pair((-700, -500), **earlier),
        "in post, only later": pair((1,)), "in post, until the day before": pair((-300, -1)),
        "in post when found, not when it happened": pair(**earlier), "in post, since nobody knows when": pair(()),
        "in post, a witness": pair(role="WITNESS"), "in post, another kind": pair(problem="GIFTS"),
        "in post, hidden": pair(audience=HIDDEN), "in post, accused elsewhere": pair(elsewhere=True),
    }  # fmt: skip


def shadow_pairs(ground: PairSketch) -> dict[str, MatterIds]:
    """Draw cadres, and firms that won in their units."""

    def pair(
        ways: tuple[str, ...], post: str = "局长", won: bool = True, until: int = 30, audience: int = 1
    ) -> MatterIds:
        sketch, unit, firm = (
            ground.sketch,
            ground.entity("Unit", unit_kind="ORGAN"),
            ground.entity("Unit", unit_kind="FIRM"),
        )
        people = [ground.entity("Person") for _ in range(len(ways) + 1)]
        sketch.tie("HOLDS_POST", people[0], unit, post=post, valid_from=day_after(-900), valid_to=day_after(until))
        for way, one, next_one in zip(ways, people, people[1:], strict=False):
            sketch.tie(
                way, one, next_one, audience, **({"word": "同学"} if way == "KNOWS" else {"relation": "SIBLING"})
            )
        sketch.tie("OFFICER_OF", people[-1], firm, role="LEGAL_PERSON")
        project = ground.entity("Project", opened_on=day_after(0))
        sketch.tie("TENDERED_BY", project, unit)
        bid = sketch.node("Bid", project, bid_number=project, won=won)
        sketch.tie("BID_FOR", bid, project)
        sketch.tie("BID_BY", bid, firm)
        one, other = ground.clue(200), ground.clue(230)
        sketch.names(one, people[0])
        sketch.names(other, firm)
        return one, other

    return {
        "shadow, a classmate": pair(("KNOWS",)), "shadow, kin of kin": pair(("KIN_OF", "KIN_OF")),
        "shadow, kin of a classmate": pair(("KNOWS", "KIN_OF")), "shadow, kin": pair(("KIN_OF",)),
        "shadow, no leader": pair(("KNOWS",), post="办事员"), "shadow, lost": pair(("KNOWS",), won=False),
        "shadow, no longer in post": pair(("KNOWS",), until=-1), "shadow, hidden": pair(("KNOWS",), audience=HIDDEN),
        "shadow, three steps": pair(("KNOWS", "KNOWS", "KNOWS")),
    }  # fmt: skip


def bidder_pairs(ground: PairSketch) -> dict[str, MatterIds]:
    """Draw two firms that bid, and what both are registered with or their bids state."""

    def pair(projects: int = 1, things: int = 1, in_bids: bool = False, others: int = 0) -> MatterIds:
        sketch = ground.sketch
        sections = [ground.entity("Project") for _ in range(projects)]
        phones = [ground.entity("Phone") for _ in range(things)]
        matters = ground.clue(), ground.clue(90)
        for n, matter in enumerate(matters):
            firm, section, phone = ground.entity("Unit", unit_kind="FIRM"), sections[n % projects], phones[n % things]
            bid = sketch.node("Bid", firm, bid_number=firm)
            sketch.tie("BID_BY", bid, firm)
            sketch.tie("BID_FOR", bid, section)
            sketch.tie(*(("CONTACT_AT", bid) if in_bids else ("USES_PHONE", firm)), phone)
            sketch.names(matter, firm)
        for _ in range(others):
            sketch.tie("USES_PHONE", ground.entity("Unit", unit_kind="FIRM"), phones[0])
        return matters

    return {
        "bidders with one phone": pair(), "bidders with one phone in their bids": pair(in_bids=True),
        "bidders, two projects": pair(projects=2), "bidders, two phones": pair(things=2),
        "bidders, a public number": pair(others=49),
    }  # fmt: skip
