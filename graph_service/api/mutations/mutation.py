"""The root type of mutations: each writes, then shows what it wrote as the operation selects it."""

from collections.abc import Awaitable, Callable
from typing import Any

import orjson
import strawberry
from graphql import GraphQLResolveInfo
from graphql.execution.values import VariableValues

from graph_service.access_log.entry import purpose_of
from graph_service.act import ActRefused
from graph_service.api.mutations import (
    access_acts,
    alert_checks,
    clue_acts,
    interventions,
    judgements,
    link_judgements,
    recusal_acts,
    refused,
    series_acts,
    task_acts,
    vault_opening,
    view_acts,
)
from graph_service.api.plan.context import QueryContext, WriteAccess
from graph_service.api.plan.plan import Plan, compile_root
from graph_service.api.plan.price import refuse_dear
from graph_service.api.queries.execute import OperationContext
from graph_service.api.queries.given import Given, field
from graph_service.api.queries.roots import roots
from graph_service.cypher.project.projection import TAG
from graph_service.cypher.project.selection import Scope, SelectedField, arguments
from graph_service.cypher.project.signing import CURSOR_KEY
from graph_service.errors import GraphUnavailable
from graph_service.graph import Graph
from graph_service.model import camel, snake
from graph_service.rights.viewer import Viewer

Act = Callable[[dict[str, Any], Graph, Viewer, WriteAccess], Awaitable[str]]
_ACTS: dict[str, tuple[Act, str]] = {  # what writes, and the root by which its result is shown
    "judgeIdentity": (judgements.judge_identity, "identityCandidate"),
    "unmergeIdentity": (judgements.unmerge_identity, "identityCandidate"),
    "checkAlert": (alert_checks.check_alert, "alert"),
    "judgeLink": (link_judgements.judge_link, "link"),
    **{camel(name): (act, "series") for name, act in series_acts.ACTS.items()},
    **{camel(name): (act, "accessRequest") for name, act in access_acts.ACTS.items()},
    **{camel(name): (act, "clue") for name, act in clue_acts.ACTS.items()},
    **{camel(name): (act, "recusal") for name, act in recusal_acts.ACTS.items()},
    **{camel(name): (act, "intervention") for name, act in interventions.ACTS.items()},
    **{camel(name): (act, "savedView") for name, act in view_acts.ACTS.items()},
    **{camel(name): act for name, act in task_acts.ACTS.items()},
}

_LOOKING = {"requestAccess"}
_MISSES = ("NotVisible", "HitUnknown")  # how refusals end that say that there is nothing
_KEPT_REASONS = {"accessRequest", "recusal"}  # roots that show acts whose reason the access log keeps


def build_mutation() -> type:
    """Return the root type with every mutation; the types of answers must be there already."""
    for module in (
        refused,
        judgements,
        link_judgements,
        alert_checks,
        series_acts,
        access_acts,
        clue_acts,
        recusal_acts,
        interventions,
        task_acts,
        vault_opening,
        view_acts,
    ):
        module.build()
    declared = judgements.fields() | link_judgements.fields() | alert_checks.fields() | series_acts.fields()
    declared |= (
        access_acts.fields()
        | clue_acts.fields()
        | recusal_acts.fields()
        | interventions.fields()
        | task_acts.fields()
        | vault_opening.fields()
        | view_acts.fields()
    )
    made = {
        name: field(
            returns, about, {snake(key): Given(kind, text, *usual) for key, (kind, text, *usual) in given.items()}
        )
        for name, (returns, about, given) in declared.items()
    }
    about = "Everything that can be done; each answer is what was done or a named refusal"
    return strawberry.type(type("Mutation", (), {**made, "__module__": __name__}), name="Mutation", description=about)


async def resolve_mutation(
    _source: Any, info: GraphQLResolveInfo[OperationContext], **_arguments: Any
) -> dict[str, Any]:
    """Return the value of a mutation: what its root shows of the thing that was written, or its refusal."""
    values = info.variable_values
    coerced = values if isinstance(values, VariableValues) else VariableValues({}, values)
    given = arguments(info.schema, "Mutation", info.field_nodes[0], coerced)
    chosen = SelectedField(str(info.path.key), tuple(info.field_nodes))
    scope = Scope(info.schema, info.fragments, coerced.coerced)
    query_context = info.context.query_context
    if told := vault_opening.OPENINGS.get(info.field_name):
        try:
            name, value = await told(given, query_context, info.context.trace)
        except ActRefused as refusal:
            info.context.trace.act_refused = refusal.name
            return _refusal(refusal, chosen, scope)
        return {**_picked(value, chosen, scope, name), TAG: name}
    act, shown = _ACTS[info.field_name]
    if query_context.write_access is None:
        raise GraphUnavailable("nothing can be written here", "the service", "ask the service that writes")
    plan = compile_root(roots()[shown], chosen, scope, tagged=True)
    CURSOR_KEY.set(query_context.cursor_key)
    if shown in _KEPT_REASONS:
        asked = info.context.trace.asked
        asked.purpose = purpose_of("; ".join(filter(None, (asked.purpose, given["reason"].strip()))))
    refuse_dear(plan.price.of(VariableValues({}, dict(scope.variables))), query_context.limits.rows)
    if info.field_name in _LOOKING:
        query_context.probing.require(query_context.viewer)
    try:
        uid = await act(given, query_context.graph, query_context.viewer, query_context.write_access)
    except ActRefused as refusal:
        info.context.trace.act_refused = refusal.name
        if refusal.name.endswith(_MISSES):
            await query_context.probing.missed(
                query_context.viewer, orjson.dumps([info.field_name, given], default=str).decode()
            )
        return _refusal(refusal, chosen, scope)
    return await _shown(plan, uid, scope, query_context)


async def _shown(plan: Plan, uid: str, scope: Scope, query_context: QueryContext) -> dict[str, Any]:
    values = VariableValues({}, dict(scope.variables))
    value: dict[str, Any] = await plan.fulfil(plan.root.read({"id": uid}), query_context, values)
    return {**value, TAG: plan.root.type}


def _picked(value: dict[str, Any], chosen: SelectedField, scope: Scope, name: str) -> dict[str, Any]:
    """Return what is selected of a value that lies in no graph, by response keys."""
    picked: dict[str, Any] = {}
    for each in scope.fields(chosen.sets, name):
        if each.name not in value:
            continue
        said = value[each.name]
        rows = isinstance(said, list) and each.name in vault_opening.NESTED
        picked[each.key] = (
            [_picked(row, each, scope, vault_opening.NESTED[each.name]) for row in said] if rows else said
        )
    return picked


def _refusal(refusal: ActRefused, chosen: SelectedField, scope: Scope) -> dict[str, Any]:
    told = {"message": refused.message(refusal.name), "mend": refusal.mend}
    shown = {each.key: told[each.name] for each in scope.fields(chosen.sets, refusal.name) if each.name in told}
    return {**shown, TAG: refusal.name}
