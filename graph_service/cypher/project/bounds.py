"""How many entries each list of the API may hold that takes no `first`: the one place of these numbers, cut and priced by them.

Lists of a page inherit its `first`. A list that stands in neither way here is refused by a test.
"""

MATCHES = 50  # things that one value of a pasted list may mean
MATCHES_IN_ALL = 80_000  # things that all values of a pasted list may mean together
_STEPS = 12  # nodes and relationships of a path
_TOLD = 100
MOST: dict[str, int] = {
    "Mention.candidates": 20,
    "ConnectedMatterConnection.leftOut": 50,
    "ConnectedMatter.evidence": 50,
    "Path.nodes": _STEPS,
    "Path.edges": _STEPS,
    "Path.hops": _STEPS,
    "PathHop.edges": 20,
    "PathConnection.leftOut": 50,
    "Neighbourhood.counts": 2 * _TOLD,
    "AuditLinkedIssue.issues": 50,
    "AuditLinkedIssue.clues": 50,
    "ComparisonModel.parameters": 20,
    "Load.rejects": _TOLD,
    "ModelDryRun.settings": 20,
    "ModelDryRun.hits": 50,
    "ModelDryRun.goneAlerts": 50,
    "ModelHit.records": 50,
    "ModelHit.named": 50,
    "SearchConnection.kinds": 50,
    "SearchConnection.channels": 50,
    "SearchHit.found": 20,
    "CentralNode.edges": 20,
    "Community.nodes": 20,
    "GoBetween.edges": 20,
    "GrowthStep.joinings": _TOLD,
    "Joining.edges": 20,
    "SuggestedNaming.edges": 20,
    "EarlyWarning.facts": 20,
    "WarningFact.matters": 20,
    "Link.via": _TOLD,
    "Kinship.statements": 10,
    "Acquaintanceship.statements": 10,
    "Link.judgements": _TOLD,
    "IdentityCandidate.fields": 20,
    "IdentityCandidate.judgements": _TOLD,
    "Group.keys": 2,
    "Group.numbers": 5,
    "VaultContent.reporters": _TOLD,
    "VaultContent.originals": _TOLD,
    "VaultReporter.details": _TOLD,
    "AccessRequest.matters": 1000,
    "AccessRequest.given": 1000,
    **dict.fromkeys(
        (
            "UnitPack.focuses",
            "PackFinding.back",
            "PackFinding.holders",
            "PackFinding.issues",
            "PackFinding.clues",
            "PackIssue.back",
            "PackIssue.holders",
            "PackIssue.repeats",
            "PackTransfer.handedOver",
        ),
        10,
    ),
    "UnitPack.units": 200,
    "UnitPack.totals": 10,
    "UnitPack.byProblem": 50,
    "UnitPack.byYear": 100,
    "PackFocus.reasons": 20,
    "PackReason.matters": 50,
    "PackReason.people": 5,
    "PackHolder.against": 20,
    "PackHolder.inTerm": 10,
    "PackConnected.joins": 20,
    "Clue.deadlines": 50,
    "Clue.custody": _TOLD,
    "ClueDeadline.escalation": 20,
    "WorkItemConnection.counts": 50,
    "Clue.allowedActions": 100,
    **dict.fromkeys(
        (
            f"{kind}.{name}"
            for kind in ("Recommendation", "Sweep", "SupervisionList", "Consultation", "ConsultationTask")
            for name in ("matters", "allowedActions")
            if (kind, name) != ("Consultation", "matters")  # its items are on them
        ),
        _TOLD,
    ),
    **dict.fromkeys(
        (
            "Recommendation.items",
            "Recommendation.deadlines",
            "Sweep.deadlines",
            "SupervisionList.items",
            "SupervisionList.deadlines",
            "Consultation.items",
            "Consultation.deadlines",
            "ConsultationTask.deadlines",
            "ConsultationItem.matters",
        ),
        200,
    ),
    "Recommendation.steps": 500,
    "TicketLife.steps": 500,
    **dict.fromkeys(("TicketLife.deadlines", "TicketLife.allowedActions"), _TOLD),
    "Sweep.steps": 500,
    "SupervisionList.steps": 500,
    "Consultation.steps": 1000,
    "ConsultationTask.steps": 500,
    "ConsultationItem.tasks": 50,
    "Sweep.items": 2000,
    "Circular.clues": 400,
    "Circular.deadlines": 200,
    "Circular.links": 200,
    "Circular.stageTimes": 1000,
    "CircularTickets.byRating": 5,
    "SupervisionOfUnit.contacts": 100,
    "SupervisionOfUnit.months": 40,
    "SupervisionOfUnit.repeated": 100,
    "SavedView.things": 1000,
    "SavedView.ties": 2000,
    "Query.hits": 200,
    "Query.ticketRoutes": 1000,
    "Query.recusalGrounds": 200,
    "Query.models": 200,
    "Query.modelScoreboard": 200,
    "Query.scoreboard": 100,
}
INHERITED = {
    "LookupHit.matches", "Neighbourhood.nodes", "Neighbourhood.edges", "SearchConnection.hits", "Groups.groups",
    "Changes.changes", "Network.central", "Network.communities",
    "UnitPack.findings", "UnitPack.issues", "UnitPack.transfers", "UnitPack.clues", "UnitPack.alerts", "UnitPack.holders",
    "UnitPack.connected", "Network.goBetweens", "Network.growth", "Network.suggestions", "Network.leftOut",
}  # fmt: skip


def most_of(owner: str, name: str) -> int | None:
    """Return how many entries a list may hold by itself, or nothing where it inherits the `first` of the page that it stands in."""
    place = f"{owner}.{name}"
    if place in INHERITED or (owner.endswith("Connection") and name in {"nodes", "edges"}):
        return None
    return MOST[place]


def matches_of(values: int) -> int:
    """Return how many things each of so many pasted values may mean, so that all of them stay within their bound."""
    return max(1, min(MATCHES, MATCHES_IN_ALL // max(values, 1)))
