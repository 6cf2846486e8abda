"""The root type of the API, made from the roots; every value is read by `execute.py`."""

from typing import Any

import strawberry

from graph_service.api.queries.access import access_fields, recusal_fields
from graph_service.api.queries.analysis import MOST_WARNED
from graph_service.api.queries.changes import change_fields
from graph_service.api.queries.circulars import circular_fields
from graph_service.api.queries.given import Given, field, paged
from graph_service.api.queries.packs import pack_fields
from graph_service.api.queries.paths import path_fields
from graph_service.api.queries.tasks import task_fields
from graph_service.api.queries.views import view_fields
from graph_service.api.queries.work import work_fields
from graph_service.api.types import (
    analysis,
    changes,
    circulars,
    early_warnings,
    filters,
    groups,
    identity,
    links,
    models,
    pack,
    pictures,
    results,
    search,
)
from graph_service.api.types import graph_types as types
from graph_service.api.types.groups import grouped
from graph_service.api.types.inputs import filter_type, order_type
from graph_service.api.types.kept import access, checks, clue_life, interventions, series, tasks, views, worklist
from graph_service.api.types.kinds import KIND_ROOTS, KindRoots, declare_kinds
from graph_service.api.types.made import TYPES, listed, listed_of, term_type
from graph_service.api.types.results import connection
from graph_service.api.types.scalars import Day
from graph_service.api.types.search import search_extras
from graph_service.cypher.files import QueryFile, query
from graph_service.cypher.score import SHOWN_FROM
from graph_service.cypher.warnings import USUAL_DAYS
from graph_service.model import camel, snake
from schema import KINDS
from schema.ordering import kind_in_words
from schema.vocabulary import Channel


def _kind_fields(kind: KindRoots) -> dict[str, Any]:
    file, label = query(f"read/kinds/{kind.file}"), kind.label
    words = kind.many.replace("_", " ")
    optional = len(kind.by) > 1
    given = {snake(name): Given(*_by(name, file.filters[name].about, optional)) for name in kind.by}
    page = connection(label, label, f"A page of {words}", grouped=grouped(label, words))
    return {
        kind.one: field(TYPES[label] | None, f"One {kind.one.replace('_', ' ')}, or nothing that you may see", given),
        kind.many: field(page, f"{words.capitalize()} that you may see, filtered and sorted", {
            **_chosen_of(file, label, words),
            **paged(20, 1000),
        }),
    }  # fmt: skip


def _matters() -> Any:
    given = _chosen_of(query("read/kinds/matter"), "Matter", "matters")
    return field(
        connection("Matter", "Matter", "A page of matters", grouped=grouped("Matter", "matters")),
        "Matters of every kind that you may see, filtered and sorted 全部事项",
        {**given, **paged(20, 1000)},
    )


def _chosen_of(file: QueryFile, label: str, words: str) -> dict[str, Given]:
    """Return the arguments that choose and sort a kind, where its query file has filters and orders."""
    given: dict[str, Given] = {}
    kind: Any = TYPES[f"{label}Filter"]
    given["filter"] = Given(kind | None, f"Conditions on the {words}", strawberry.UNSET)
    if file.orders:
        kind = order_type(f"{label}Order", file, f"Ways to sort {words}")
        usual = kind_in_words(label, camel) if label in KINDS else "newest first, then kind by kind"
        about = f"Order of the {words}; without it they come {usual}"
        given["order_by"] = Given(kind | None, about, strawberry.UNSET)
    return given


def _by(name: str, about: str, optional: bool) -> tuple[Any, ...]:
    kind: Any = strawberry.ID if name == "id" else str
    return (kind | None, about, strawberry.UNSET) if optional else (kind, about)


def _special_fields() -> dict[str, Any]:
    node, ident = TYPES["Node"], strawberry.ID
    channels = listed_of(term_type(Channel))
    left_out = (listed("LeftOut"), "Shared things that were not allowed to connect, with the reason")
    some = "Only matters of these channels"
    return {
        "viewer": field(TYPES["Officer"], "The officer who asks 当前干部", {}),
        "node": field(node | None, "Whatever has this id 按标识查询", {
            "id": Given(ident, "Id from an answer, or kind and number such as `clue:XS-2025-00025`")}),
        "lookup": field(listed("LookupHit"), "A pasted list of ids, plates, phones, credit codes, numbers and names 批量比对", {
            "values": Given(list[str], "Values, at most 10,000")}),
        "connected_matters": field(
            connection("ConnectedMatter", "ConnectedMatter", "A page of connected matters, strongest first", {"left_out": left_out}),
            "Matters of any channel that belong with this one, each with its evidence 关联事项", {
                "id": Given(ident, "Id of a matter, or kind and number such as `clue:XS-2025-00025`"), "channels": Given(channels | None, some, None),
                "min_score": Given(float | None, "Only connections of this score or more, 0 to 1; 0 for all", SHOWN_FROM), **paged(20, 100)}),
        "audit_linked_issues": field(
            connection("AuditLinkedIssue", "AuditLinkedIssue", "A page of audit findings with what belongs with each"),
            "What an inspection team pulls before it goes in 审计关联问题", {
                "unit": Given(ident | None, "Only this unit and those directly under it", strawberry.UNSET),
                "round": Given(ident | None, "Only units that this round inspects", strawberry.UNSET), **paged(50, 1000)}),
        "models": field(listed("ComparisonModel"), "Comparison models that raise alerts, with their parameters 比对模型", {}),
        "model_dry_run": field(
            TYPES["ModelDryRun"] | None, "What a comparison model would find now with other numbers; nothing is written 比对模型试算", {
                "model": Given(str, "Id of the model, such as V4"),
                "parameters": Given(listed("ModelSettingInput") | None, "Parameters with other values than the usual ones", strawberry.UNSET)}),
        "model_scoreboard": field(listed("ModelScore"), "What came of the alerts that each comparison model raised 比对模型战绩板", {}),
        "sources": field(
            connection("Source", "Source", "A page of sources"), "Source systems of your team, and how each stands 数据来源", paged(20, 200)),
        "loads": field(connection("Load", "Load", "A page of loads"), "Loads of the sources that your team may see 加载记录", paged(20, 200)),
    }  # fmt: skip


def _search_fields() -> dict[str, Any]:
    ident, channels = strawberry.ID, listed_of(term_type(Channel))
    some = "Only matters of these channels"
    return {
        "search": field(
            connection("Search", "Node", "A page of what was found, best match first", search_extras()),
            "Whatever people write: any part of a name, number or address, words of a text, pinyin, initials, homophones, one slip of "
            "the pen, * and ?, \"phrases\", several words that one thing joins 检索", {
            "text": Given(str, "What to find: 恒光电力, 张芳 恒光, zhangfang, hgdl, A2131, 刘*欣, 138****1234"),
            "kinds": Given(listed_of(TYPES["Kind"]) | None, "Only these kinds", strawberry.UNSET),
            "channels": Given(channels | None, some, strawberry.UNSET),
            "problems": Given(listed_of(TYPES["Problem"]) | None, "Only matters of these kinds of problem", strawberry.UNSET),
            "since": Given(Day | None, "Only what is dated on this day or later", strawberry.UNSET),
            "until": Given(Day | None, "Only what is dated on this day or earlier", strawberry.UNSET),
            "unit": Given(ident | None, "Only what is linked with this unit", strawberry.UNSET), **paged(20, 100)}),
    }  # fmt: skip


def _analysis_fields() -> dict[str, Any]:
    ident = strawberry.ID
    return {
        "network": field(TYPES["Network"],
            "The network around nodes: who is central, what hangs together, who stands between, how it grew 关系网络分析", {
            "around": Given(list[strawberry.ID], "Ids of 1 to 20 nodes, such as a clue, a unit or the matters of a series"),
            "hops": Given(int | None, "At most this many steps from them, 1 to 3", 2),
            "types": Given(list[str] | None, "Only ties of these types", strawberry.UNSET),
            "order_by": Given(analysis.Centrality | None, "Which measure ranks the central", analysis.Centrality.BETWEENNESS),
            "period": Given(analysis.GrowthPeriod | None, "Step in which growth is told", analysis.GrowthPeriod.YEAR),
            "first": Given(int | None, "At most this many of each finding, 0 to 100", 20)}),
        "early_warnings": field(
            connection("EarlyWarning", "EarlyWarning", "A page of units with what warns of them"),
            "What warns of a unit, or of all units of which anything does: each fact with its matters 单位预警", {
                "unit": Given(ident | None, "Only this unit, which is answered even where nothing warns of it", strawberry.UNSET),
                "with_under": Given(bool | None, "Whether the units directly under it are counted with it", False),
                "on": Given(Day | None, "Last day of the time that counts; without it today", strawberry.UNSET),
                "days": Given(int | None, "Length of that time, 1 to 1096 days; it is compared with as many days before", USUAL_DAYS),
                **paged(20, MOST_WARNED)}),
    }  # fmt: skip


def _link_fields() -> dict[str, Any]:
    conditions = filter_type("LinkFilter", query("read/links"), "Conditions on links; all that are given must hold")
    page = connection("Link", "Link", "A page of links")
    told = query("read/notices")
    kinds = filter_type("NoticeFilter", told, "Conditions on notices; all that are given must hold")
    orders = order_type("NoticeOrder", told, "Ways to sort notices")
    return {
        "scoreboard": field(listed("RuleScore"), "How people judged what each linkage rule proposed 规则战绩板", {}),
        "notices": field(connection("Notice", "Notice", "A page of notices"), "What your teams were told 关联、串案与预警通知", {
            "filter": Given(kinds | None, "Conditions on the notices", strawberry.UNSET),
            "order_by": Given(orders | None, "Order of the notices; without it the newest come first", strawberry.UNSET),
            **paged(20, 200)}),
        "link": field(TYPES["Link"] | None, "One link, or nothing that you may see 串并关联详情", {
            "id": Given(strawberry.ID, "Id of the link")}),
        "links": field(page, "Links that rules proposed between matters 串并关联建议", {
            "filter": Given(conditions | None, "Conditions on the links", strawberry.UNSET), **paged(20, 200)}),
    }  # fmt: skip


def _series_fields() -> dict[str, Any]:
    conditions = filter_type(
        "SeriesFilter", query("read/series/many"), "Conditions on series; all that are given must hold"
    )
    page = connection("Series", "Series", "A page of series")
    return {
        "series": field(TYPES["Series"] | None, "One series of connected matters, or nothing that you may see 串案详情", {
            "id": Given(strawberry.ID, "Id of the series, or of one that was joined to it")}),
        "series_list": field(page, "Series of connected matters, newest first 串案列表", {
            "filter": Given(conditions | None, "Conditions on the series", strawberry.UNSET), **paged(20, 200)}),
    }  # fmt: skip


def _identity_fields() -> dict[str, Any]:
    file = query("read/identity_candidates")
    conditions = filter_type(
        "IdentityCandidateFilter", file, "Conditions on pairs of records; all that are given must hold"
    )
    orders = order_type("IdentityCandidateOrder", file, "Ways to sort pairs of records")
    page = connection("IdentityCandidate", "IdentityCandidate", "A page of pairs of records that may be one")
    return {
        "identity_candidate": field(
            TYPES["IdentityCandidate"] | None, "One pair of records that may be one, or nothing that you may see 疑似同一主体详情", {
            "id": Given(strawberry.ID, "Id of the pair")}),
        "identity_candidates": field(page, "Pairs of records that may be one, of which you read both in full 同一性待研判队列", {
            "filter": Given(conditions | None, "Conditions on the pairs of records", strawberry.UNSET),
            "order_by": Given(orders | None, "Order of the pairs; without it the likeliest come first", strawberry.UNSET),
            **paged(20, 200)}),
    }  # fmt: skip


# Each makes its types, those that others need first.
_MODULES = (
    filters, pictures, results, groups, identity, links, access, series, models, checks, clue_life, tasks, worklist, interventions, analysis,
    views, early_warnings, pack, search, changes, circulars,
)  # fmt: skip


def build_query() -> type:
    """Return the root type with every field."""
    types.build()
    declare_kinds()
    for module in _MODULES:
        module.build()
    fields = (
        _special_fields()
        | _search_fields()
        | path_fields(TYPES["Kind"])
        | _analysis_fields()
        | {**pack_fields(), **circular_fields()}
        | change_fields()
        | _link_fields()
        | _series_fields()
        | access_fields()
        | work_fields()
        | recusal_fields()
        | task_fields()
        | view_fields()
        | _identity_fields()
    )
    fields["matters"] = _matters()
    for kind in KIND_ROOTS:
        fields |= _kind_fields(kind)
    made = type("Query", (), {**fields, "__module__": __name__})
    return strawberry.type(
        made, name="Query", description="Everything that can be asked; you see what your team may see"
    )
