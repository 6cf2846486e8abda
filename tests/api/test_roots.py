"""Every root of the design answers, within its bounds, in one round trip; in two where finding is planned apart."""

from collections.abc import Mapping
from typing import Any

import pytest

from graph_service.api.queries.roots import roots
from graph_service.api.schema import build_schema
from graph_service.graph import Graph
from tests.api.conftest import Caller
from tests.packs import UNIT_PACK
from tests.tasks import OF_TASKS

PAGE = "totalCount pageInfo { hasNextPage endCursor } nodes { id } edges { cursor node { id caption } }"
_BY_ID = {"invoice": "invoice", "phoneCall": "call", "transfer": "transfer"}
OPERATIONS = {
    "viewer": "{ viewer { id officerName teams { team { teamCode } } } }",
    "node": '{ node(id: "clue_02") { __typename id } }',
    "search": f'{{ search(text: "物业公司") {{ {PAGE} }} }}',
    "lookup": '{ lookup(values: ["张乙", "云A00001", "13800000001"]) { value matches { field node { id caption } } } }',
    "connectedMatters": '{ connectedMatters(id: "clue_02") { nodes { score matter { id } evidence { rule sentence } } } }',
    "accessRequest": '{ accessRequest(id: "access_1") { id state matters { id } } }',
    "recusal": '{ recusal(id: "recusal_1") { id state matter { id } } }',
    **{name: f"{{ {name} {{ totalCount nodes {{ id }} }} }}" for name in ("recusals", "probings", "accessRequests")},
    **OF_TASKS,
    "recusalGrounds": '{ recusalGrounds(officer: "o_disc", matter: "clue_02") { kind sentence } }',
    "hits": '{ hits(id: "person_0") { id channel team teamName } }',
    "expand": '{ expand(id: "person_1") { counts { type count } nodes { id } edges { id type } totalCount } }',
    "network": '{ network(around: ["clue_02"]) { nodeCount tieCount method central { node { id } degree sentence } communities { size } '
    "goBetweens { node { id } } growth { period } leftOut { node { id } } } }",
    "earlyWarnings": '{ earlyWarnings(on: "2025-03-31", days: 120) { totalCount nodes { unit { id } level facts { sign matters { id } } } } }',
    "unitPack": UNIT_PACK,
    "paths": '{ paths(from: "clue_02", to: "person_4") { sentence nodes { id } edges { id } } }',
    "pathsConnection": '{ pathsConnection(from: "clue_02", to: "person_4") { totalCount leftOut { sentence } nodes { sentence hops { count } } } }',
    "auditLinkedIssues": "{ auditLinkedIssues { nodes { finding { id } issues { id } repeated reason } } }",
    "identityCandidate": '{ identityCandidate(id: "same_1") { id one { id } other { caption } fields { field found bits agrees } } }',
    "identityCandidates": "{ identityCandidates { nodes { id kind state score one { id } other { id } namesakes judgements { by } } } }",
    "link": '{ link(id: "link_03") { id rule state judgements { verdict by why at retiredAt } } }',
    "links": "{ links { nodes { id rule state one { id } other { id } via { id } } } }",
    "series": '{ series(id: "series_1") { id caption provenance { source row } title state members { matter { id } isJoined } '
    "notes { text } timeline { at kind matter { id } } suggestions { matter { id } joinedTo { id } score } } }",
    "seriesList": f"{{ seriesList {{ {PAGE} }} }}",
    "notices": "{ notices { nodes { id kind at team rule sentence one { id } other { id } link { id via { id } } } } }",
    "worklist": "{ worklist { counts { kind count } nodes { clue { id } kinds deadline { limit escalation { on } } } } }",
    "scoreboard": "{ scoreboard { rule title proposed confirmed rejected unsure precision isDemoted } }",
    "changes": "{ changes { asOf hasMore changes { id form kind at node { id caption } } } }",
    "loads": "{ loads { nodes { id source rejects { row reason } } } }",
    "models": "{ models { model version title severity channel team innocent innocentZh parameters { name type default unit about } } }",
    "modelDryRun": '{ modelDryRun(model: "V1") { model found standing fresh gone hits { key sentence } goneAlerts { id } } }',
    "modelScoreboard": "{ modelScoreboard { model title alerts checked open dismissed toUnit toClue precision } }",
    "sources": "{ sources { totalCount nodes { name holder state lastLoad { id rejects { row } } } } }",
    "clue": '{ clue(number: "XS-001") { id } }',
    "clues": f"{{ clues {{ {PAGE} }} }}",
    "auditFinding": '{ auditFinding(number: "SJ-0") { id } }',
    "auditFindings": f"{{ auditFindings {{ {PAGE} }} }}",
    "inspectionIssue": '{ inspectionIssue(number: "XC-0") { id } }',
    "inspectionIssues": f"{{ inspectionIssues {{ {PAGE} }} }}",
    "ticket": '{ ticket(number: "TS-000") { id life { stage unit { id } deadlines { limit } allowedActions { action } } } }',
    "tickets": f"{{ tickets {{ {PAGE} }} }}",
    "alert": '{ alert(number: "YJ-0") { id state review checks { id outcome by reason at retiredAt matter { id } } } }',
    "alerts": f"{{ alerts {{ {PAGE} }} }}",
    "person": '{ person(id: "person_1") { id } }',
    "people": f"{{ people {{ {PAGE} }} }}",
    "unit": '{ unit(uscc: "91110000600037341L") { id } }',
    "units": f"{{ units {{ {PAGE} }} }}",
    "vehicle": '{ vehicle(plate: "云A00001") { id } }',
    "vehicles": f"{{ vehicles {{ {PAGE} }} }}",
    "project": '{ project(number: "P-1") { id } }',
    "projects": f"{{ projects {{ {PAGE} }} }}",
    "contract": '{ contract(number: "C-1") { id } }',
    "contracts": f"{{ contracts {{ {PAGE} }} }}",
    "inspectionRound": '{ inspectionRound(code: "R-1") { id } }',
    "inspectionRounds": f"{{ inspectionRounds {{ {PAGE} }} }}",
    "auditReport": '{ auditReport(id: "auditreport_kit") { id } }',
    "auditReports": f"{{ auditReports {{ {PAGE} }} }}",
    "team": '{ team(code: "DISC_1") { id } }',
    "teams": f"{{ teams {{ {PAGE} }} }}",
    "fuelCard": '{ fuelCard(id: "fuelcard_kit") { id } }',
    "fuelCards": f"{{ fuelCards {{ {PAGE} }} }}",
    "phone": '{ phone(id: "phone_kit") { id } }',
    "phones": f"{{ phones {{ {PAGE} }} }}",
    "account": '{ account(id: "account_kit") { id } }',
    "accounts": f"{{ accounts {{ {PAGE} }} }}",
    "place": '{ place(id: "place_kit") { id } }',
    "places": f"{{ places {{ {PAGE} }} }}",
    "household": '{ household(id: "household_kit") { id } }',
    "households": f"{{ households {{ {PAGE} }} }}",
    "refuelling": '{ refuelling(id: "refuelling_kit") { id } }',
    "refuellings": f"{{ refuellings {{ {PAGE} }} }}",
    "trip": '{ trip(id: "trip_kit") { id } }',
    "trips": f"{{ trips {{ {PAGE} }} }}",
    "receptionBill": '{ receptionBill(id: "bill_kit") { id } }',
    "receptionBills": f"{{ receptionBills {{ {PAGE} }} }}",
    "subsidyPayment": '{ subsidyPayment(id: "subsidy_kit") { id } }',
    "subsidyPayments": f"{{ subsidyPayments {{ {PAGE} }} }}",
    "bid": '{ bid(id: "bid_kit") { id } }',
    "bids": f"{{ bids {{ {PAGE} }} }}",
    "dispatchOrder": '{ dispatchOrder(id: "dispatch_kit") { id } }',
    "dispatchOrders": f"{{ dispatchOrders {{ {PAGE} }} }}",
    "vehicleRepair": '{ vehicleRepair(id: "repair_kit") { id } }',
    "vehicleRepairs": f"{{ vehicleRepairs {{ {PAGE} }} }}",
    "travelClaim": '{ travelClaim(id: "claim_kit") { id } }',
    "travelClaims": f"{{ travelClaims {{ {PAGE} }} }}",
    "attendanceDay": '{ attendanceDay(id: "attendance_kit") { id } }',
    "attendanceDays": f"{{ attendanceDays {{ {PAGE} }} }}",
    "kinFiling": '{ kinFiling(id: "filing_kit") { id } }',
    "kinFilings": f"{{ kinFilings {{ {PAGE} }} }}",
    "hospitalStay": '{ hospitalStay(id: "stay_kit") { id } }',
    "hospitalStays": f"{{ hospitalStays {{ {PAGE} }} }}",
    "officer": '{ officer(id: "officer_kit") { id } }',
    "officers": f"{{ officers {{ {PAGE} }} }}",
    "caseOfficer": '{ caseOfficer(id: "caseofficer_kit") { id } }',
    "caseOfficers": f"{{ caseOfficers {{ {PAGE} }} }}",
    **{name: f'{{ {name}(id: "{uid}_kit") {{ id }} }}' for name, uid in _BY_ID.items()},
    **{name: f"{{ {name} {{ {PAGE} }} }}" for name in ("invoices", "phoneCalls", "transfers", "matters")},
}
MOST = {
    "matters": ("", 1000), "clues": ("", 1000), "people": ("", 1000), "auditLinkedIssues": ("", 1000), "links": ("", 200), "notices": ("", 200),
    "earlyWarnings": ("", 100), "identityCandidates": ("", 200), "seriesList": ("", 200), "loads": ("", 200), "sources": ("", 200),
    "worklist": ("", 200), "search": ('text: "x",', 100), "connectedMatters": ('id: "clue_02",', 100), "expand": ('id: "clue_02",', 500),
}  # fmt: skip
MOST_ROUNDS = 12  # of a search for paths: a few steps, what each reached put in order, and what is shown
_BESIDE = ("rights/", "ready", "search/due", "recusal/", "series/matters")  # who asks, and what is due


def test_an_operation_stands_here_for_every_root() -> None:
    query = build_schema()._schema.query_type
    assert query

    assert set(OPERATIONS) == set(query.fields) == set(roots())


@pytest.mark.parametrize("name", OPERATIONS)
async def test_each_root_answers_in_one_round_trip_or_finds_first_and_then_shows(
    name: str, disc: Caller, graph: Graph, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    fetch = graph.fetch

    async def counting(query: str, params: Mapping[str, Any], file: str) -> list[Any]:
        asked.append(file)
        return await fetch(query, params, file)

    monkeypatch.setattr(graph, "fetch", counting)
    data = await disc.ask(OPERATIONS[name])

    found = data[name]
    if name not in {"recusalGrounds", "probings", "ticketRoutes", "modelDryRun"}:  # empty for this officer
        assert found.get("nodes", True) if isinstance(found, dict) else found, "the city holds something for every root"
    # Until the graph has its indexes the service itself looks once a second whether a search is answered.
    beside = _BESIDE if name == "search" else (*_BESIDE, "read/search", "search/")
    found_by = [file for file in asked if not file.startswith(beside)]
    if roots()[name].seek:
        assert [found_by[0], found_by[-1]] == ["read/paths/begin", roots()[name].show]
        assert len(found_by) <= MOST_ROUNDS
    else:
        assert found_by == list(roots()[name].files) or ({*found_by} == {*roots()[name].files} and roots()[name].parts)


def test_what_is_found_or_worked_out_first_takes_two_round_trips_and_nothing_else_does() -> None:
    told = "search connectedMatters network paths pathsConnection unitPack supervisionOfUnit circular worklist taskWorklist"
    assert [name for name, root in roots().items() if len(root.files) > 1] == told.split()


async def test_several_roots_take_one_round_trip_each(
    disc: Caller, graph: Graph, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    fetch = graph.fetch

    async def counting(query: str, params: Mapping[str, Any], file: str) -> list[Any]:
        asked.append(file)
        return await fetch(query, params, file)

    monkeypatch.setattr(graph, "fetch", counting)
    await disc.ask(
        "{ viewer { id } clues { nodes { names { entity { id namedIn { matter { id } } } } } } a: viewer { id } }"
    )

    assert sorted(file for file in asked if not file.startswith((*_BESIDE, "read/search"))) == [
        "read/kinds/clue",
        "read/viewer",
        "read/viewer",
    ]


@pytest.mark.parametrize("name", MOST)
async def test_first_has_a_stated_maximum(name: str, disc: Caller) -> None:
    given, most = MOST[name]

    await disc.ask(f"{{ {name}({given} first: {most}) {{ pageInfo {{ hasNextPage }} }} }}")
    assert (
        await disc.code(f"{{ {name}({given} first: {most + 1}) {{ pageInfo {{ hasNextPage }} }} }}") == "LIMIT_EXCEEDED"
    )
    assert await disc.code(f"{{ {name}({given} first: -1) {{ pageInfo {{ hasNextPage }} }} }}") == "LIMIT_EXCEEDED"
    assert await disc.code(f"{{ {name}({given} first: 100000) {{ pageInfo {{ hasNextPage }} }} }}") == "LIMIT_EXCEEDED"


@pytest.mark.parametrize(
    "query",
    [
        '{ node(id: "clue_02") { ... on Clue { names(first: 101) { id } } } }',
        "query($n: Int! = 101) { clues { nodes { names(first: $n) { id } } } }",
        '{ paths(from: "clue_02", to: "person_4", first: 51) { sentence } }',
        '{ paths(from: "clue_02", to: "person_4", maxHops: 7) { sentence } }',
        '{ pathsConnection(from: "clue_02", to: "person_4", first: 101) { totalCount } }',
        '{ paths(from: "clue_02", to: "person_4", maxHops: 0) { sentence } }',
        '{ network(around: ["clue_02"], hops: 4) { nodeCount } }',
        '{ network(around: ["clue_02"], first: 101) { nodeCount } }',
        "{ earlyWarnings(days: 1097) { totalCount } }",
    ],
)
async def test_nested_lists_and_paths_have_bounds_too(query: str, disc: Caller) -> None:
    assert await disc.code(query) == "LIMIT_EXCEEDED"


async def test_a_pasted_list_has_a_bound(disc: Caller) -> None:
    query = "query($v: [String!]!) { lookup(values: $v) { value } }"

    found = await disc.ask(query, {"v": ["x"] * 10_000})
    assert len(found["lookup"]) == 10_000
    assert await disc.code(query, {"v": ["x"] * 10_001}) == "LIMIT_EXCEEDED"


async def test_first_zero_gives_no_rows_and_still_counts(disc: Caller) -> None:
    data = await disc.ask("{ clues(first: 0) { totalCount nodes { id } pageInfo { hasNextPage endCursor } } }")

    assert data["clues"]["nodes"] == []
    assert data["clues"]["totalCount"] > 0
    assert data["clues"]["pageInfo"] == {"hasNextPage": True, "endCursor": None}


async def test_rows_are_counted_only_when_asked_for(
    disc: Caller, graph: Graph, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts: list[str] = []
    fetch = graph.fetch

    async def listening(query: str, params: Mapping[str, Any], file: str) -> list[Any]:
        texts.extend([query] if file.startswith("read/") else [])  # not who asks
        return await fetch(query, params, file)

    monkeypatch.setattr(graph, "fetch", listening)
    await disc.ask("{ alerts { nodes { id number } } }")
    await disc.ask("{ alerts { totalCount nodes { id number } } }")

    plain, counted = (text for text in texts if "Alert" in text)
    assert "$editions" not in plain
    assert "$editions" in counted
