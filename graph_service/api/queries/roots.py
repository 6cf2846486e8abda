"""How the arguments of each root field become a request to its query file."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache, partial
from typing import Any

from graph_service.api.arguments.normal_form import as_kept
from graph_service.api.arguments.root_filter import read_filter
from graph_service.api.arguments.sought import plain, sought
from graph_service.api.plan.root import Request, Root, RootForm, bounded
from graph_service.api.queries.analysis import read_network, read_warnings, worked_out
from graph_service.api.queries.circulars import circular_roots
from graph_service.api.queries.packs import pack_root
from graph_service.api.queries.paths import read_expand, read_path_page, read_paths
from graph_service.api.queries.searching import explain, read_lookup, read_search
from graph_service.api.types.changes import read_changes
from graph_service.api.types.identity import read_candidate
from graph_service.api.types.kept.access import read_access_request, read_grounds, read_hits, read_recusal
from graph_service.api.types.kept.checks import read_model_scores
from graph_service.api.types.kept.interventions import read_intervention
from graph_service.api.types.kept.series import read_series
from graph_service.api.types.kept.tasks import reader_of
from graph_service.api.types.kept.tickets import read_routes
from graph_service.api.types.kept.views import read_view
from graph_service.api.types.kept.worklist import read_task_worklist, read_worklist, task_work_found, work_found
from graph_service.api.types.kinds import KIND_ROOTS, KindRoots
from graph_service.api.types.links import read_link, read_scores
from graph_service.api.types.models import read_dry_run, read_told
from graph_service.cypher.files import query
from graph_service.cypher.project.kept.series import SERIES
from graph_service.cypher.project.kept.views import VIEW
from graph_service.cypher.project.own import OWN
from graph_service.cypher.score import HUB_CAP
from graph_service.errors import BadInput
from graph_service.model import camel
from graph_service.paths.search import seek
from graph_service.tasks.rules import CONSULTATION, TASKS, word_of

Arguments = Mapping[str, Any]
MOST_ROWS = 1000
_OF_OWN = {"series": "read/series/one", "link": "read/own/link", "load": "read/own/load"}


def _one(kind: KindRoots, fields: Mapping[str, str]) -> Callable[[Arguments], Request]:
    def read(given: Arguments) -> Request:
        named = {name: given[name] for name in (*kind.by, *kind.within) if given.get(name) is not None}
        if len(named) != 1:
            raise BadInput(f"give exactly one of {', '.join(kind.by)}", camel(kind.one), "leave the others out")
        if "id" in named:
            target = sought(named["id"], "id", kind.label)
            return Request(params={"id": target.value}, filters=("id",), words=(("KEY_", target.field),))
        kept = {name: as_kept(fields[name], value) for name, value in named.items()}
        return Request(params=kept, filters=tuple(kept))

    return read


def _numbers(file: str, kind: KindRoots) -> dict[str, str]:
    """Return the field that each argument of a single field speaks of, as the filters of the file say it."""
    filters = query(file).filters
    return {name: filters[name].field for name in kind.by if name != "id"}


def _many(label: str, given: Arguments) -> Request:
    chosen = read_filter(label, given.get("filter") or {})
    return Request(order=plain(given.get("orderBy")), **_page(given, MOST_ROWS), **chosen)


def _page(given: Arguments, most: int, usual: int = 20) -> dict[str, Any]:
    first = given.get("first")
    return {"first": bounded("first", usual if first is None else first, most), "after": given.get("after")}


def _node(given: Arguments) -> Request:
    if (file := _OF_OWN.get(str(given["id"]).partition("_")[0])) and "_" in str(given["id"]):
        return Request(params={"id": str(given["id"])}, file=file)
    target = sought(given["id"], "id")
    return Request(params={"id": target.value}, words=target.words())


def _connected(given: Arguments) -> Request:
    target = sought(given["id"], "id", "Matter")
    score = given.get("minScore")
    params = {
        "uid" if target.field == "uid" else target.label: target.value,
        "channels": plain(given.get("channels")),
        "min_score": 0.0 if score is None else score,
        "hub_cap": HUB_CAP,
    }
    return Request(params=params, order="SCORE", **_page(given, 100))


def _audit_linked(given: Arguments) -> Request:
    unit, inspection_round = given.get("unit"), given.get("round")
    if unit is not None and inspection_round is not None:
        raise BadInput("both unit and round are given", "auditLinkedIssues", "give one of them, or neither")
    page = _page(given, MOST_ROWS, 50)
    if unit is not None:
        target = sought(unit, "unit", "Unit")
        return Request(
            {"unit": target.value}, order="RANK", file="read/audit_linked_issues_of_unit", words=target.words(), **page
        )
    if inspection_round is not None:
        target = sought(inspection_round, "round", "InspectionRound")
        return Request(
            {"round": target.value},
            order="RANK",
            file="read/audit_linked_issues_of_round",
            words=target.words(),
            **page,
        )
    return Request(order="RANK", **page)


def _newest(given: Arguments) -> Request:
    chosen = {name: plain(value) for name, value in (given.get("filter") or {}).items() if value is not None}
    return Request(params=chosen, filters=tuple(sorted(chosen)), order="NEWEST", **_page(given, 200))


def _by_name(given: Arguments) -> Request:
    return Request(**_page(given, 200))


def _ordered(usual: str, given: Arguments) -> Request:
    return replace(_newest(given), order=plain(given.get("orderBy")) or usual)


def _of_officers() -> list[Root]:
    return [
        Root(
            "worklist",
            "read/work/worklist",
            "WorkItem",
            RootForm.PAGE,
            read_worklist,
            row="row",
            show="show/worklist",
            work_out=work_found,
        ),
        Root("hits", "read/access/hits", "Hit", RootForm.ALL, read_hits, row="row"),
        Root("accessRequest", "read/access/one", "AccessRequest", RootForm.ONE, read_access_request, row="row"),
        Root("accessRequests", "read/access/many", "AccessRequest", RootForm.PAGE, _newest, row="row"),
        Root("intervention", "read/interventions/one", "Intervention", RootForm.ONE, read_intervention, row="row"),
        Root("interventions", "read/interventions/many", "Intervention", RootForm.PAGE, _newest, row="row"),
        Root("savedView", "read/views/one", VIEW, RootForm.ONE, read_view, row="row"),
        Root("savedViews", "read/views/many", VIEW, RootForm.PAGE, _newest, row="row"),
        Root("probings", "read/probing/many", "Probing", RootForm.PAGE, _newest, row="row"),
        Root("recusal", "read/recusal/one", "Recusal", RootForm.ONE, read_recusal, row="row"),
        Root("recusals", "read/recusal/many", "Recusal", RootForm.PAGE, _newest, row="row"),
        Root("recusalGrounds", "read/recusal/grounds", "RecusalGround", RootForm.ALL, read_grounds, row="row"),
    ]


def _of_models() -> list[Root]:
    return [
        Root("models", "read/models/known", "ComparisonModel", RootForm.ALL, read_told, row="row"),
        Root("modelDryRun", "read/models/dry_run", "ModelDryRun", RootForm.ONE, read_dry_run, row="row"),
        Root("modelScoreboard", "read/models/scoreboard", "ModelScore", RootForm.ALL, read_model_scores, row="row"),
    ]


def _of_tasks() -> list[Root]:
    one = [
        Root(
            camel(word_of(kind)),
            f"read/tasks/{'consultation' if kind == CONSULTATION else 'one'}",
            kind,
            RootForm.ONE,
            reader_of(kind),
            row="row",
        )
        for kind in TASKS
    ]
    waiting = Root("taskWorklist", "read/tasks/worklist", "TaskWork", RootForm.PAGE, read_task_worklist, row="row",
                   show="show/task_worklist", work_out=task_work_found)  # fmt: skip
    routes = Root("ticketRoutes", "read/tasks/ticket_routes", "TicketRoute", RootForm.ALL, read_routes, row="row")
    lists = ((f"{word_of(kind)}s", kind) for kind in TASKS)
    return [
        waiting,
        routes,
        *one,
        *(Root(camel(name), f"read/tasks/{name}", kind, RootForm.PAGE, _newest, row="row") for name, kind in lists),
    ]


@cache
def roots() -> dict[str, Root]:
    """Return every root field by its name in the API."""
    known = [
        Root("viewer", "read/viewer", "Officer", RootForm.ONE, lambda _: Request()),
        Root("node", "read/node", "Node", RootForm.ONE, _node, missing=True, own=OWN),
        Root("search", "read/search", "Node", RootForm.PAGE, read_search, row="row", node="row.node", show="show/search",
             flat=(("hits", "hit", "SearchHit"),), explain=explain, broad=True),
        Root("lookup", "read/lookup", "LookupHit", RootForm.ALL, read_lookup, row="row"),
        Root("connectedMatters", "read/connected_matters", "ConnectedMatter", RootForm.PAGE, _connected, row="row", missing=True,
             show="show/connected_matters"),
        Root("expand", "read/expand", "Relationship", RootForm.PAGE, read_expand, row="row", missing=True,
             flat=(("nodes", "node", "Node"), ("edges", "edge", "Relationship"))),
        Root("network", "read/analysis/network", "Network", RootForm.ONE, read_network, row="row", missing=True,
             show="show/network", work_out=worked_out),
        Root("paths", "read/paths/step", "Path", RootForm.ALL, read_paths, row="row", missing=True, show="show/paths", seek=seek),
        Root("pathsConnection", "read/paths/step", "PathConnection", RootForm.ONE, read_path_page, row="row", missing=True,
             show="show/paths_connection", seek=seek),
        Root("auditLinkedIssues", "read/audit_linked_issues", "AuditLinkedIssue", RootForm.PAGE, _audit_linked, row="row", missing=True),
        Root("earlyWarnings", "read/analysis/early_warnings", "EarlyWarning", RootForm.PAGE, read_warnings, row="row", missing=True),
        Root("identityCandidate", "read/identity_candidate", "IdentityCandidate", RootForm.ONE, read_candidate, row="row"),
        Root("identityCandidates", "read/identity_candidates", "IdentityCandidate", RootForm.PAGE, partial(_ordered, "SCORE"), row="row"),
        Root("link", "read/link", "Link", RootForm.ONE, read_link, row="row"),
        Root("links", "read/links", "Link", RootForm.PAGE, _newest, row="row"),
        Root("series", "read/series/one", SERIES, RootForm.ONE, read_series),
        Root("seriesList", "read/series/many", SERIES, RootForm.PAGE, _newest, row="series_row"),
        Root("scoreboard", "read/scoreboard", "RuleScore", RootForm.ALL, read_scores, row="row"),
        Root("notices", "read/notices", "Notice", RootForm.PAGE, partial(_ordered, "NEWEST"), row="row"),
        Root("loads", "read/loads", "Load", RootForm.PAGE, _newest, row="row"),
        Root("changes", "read/changes", "Changes", RootForm.ONE, read_changes, row="row"),
        Root("sources", "read/sources", "Source", RootForm.PAGE, _by_name, row="row"),
        Root("matters", "read/kinds/matter", "Matter", RootForm.PAGE, partial(_many, "Matter")),
    ]  # fmt: skip
    for kind in KIND_ROOTS:
        file = f"read/kinds/{kind.file}"
        fields = _numbers(file, kind)
        known.append(Root(camel(kind.one), file, kind.label, RootForm.ONE, _one(kind, fields), numbers=fields))
        known.append(Root(camel(kind.many), file, kind.label, RootForm.PAGE, partial(_many, kind.label)))
    of_their_own = (pack_root(), *circular_roots(), *_of_models(), *_of_officers(), *_of_tasks())
    return {root.name: root for root in (*known, *of_their_own)}
