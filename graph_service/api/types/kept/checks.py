"""Checks of alerts at a desk: their types in the API, and how comparison models fared by them."""

from collections.abc import Mapping
from typing import Any

import strawberry

from graph_service.api.plan.root import Request
from graph_service.api.types.made import TYPES, declare, term_type
from graph_service.api.types.results import typed
from graph_service.api.types.scalars import Moment
from graph_service.cypher.project.kept.checks import CHECK
from graph_service.models.reference import models_told
from schema.vocabulary import AlertState

_MOST_MODELS = 1000


def build() -> None:
    """Make the types of checks; those of nodes must be there already."""
    matter: Any = TYPES["Matter"]
    state = term_type(AlertState)
    cls = TYPES[CHECK]
    told: dict[str, tuple[Any, str]] = {
        "id": (strawberry.ID, "Opaque id of the check"),
        "outcome": (state, "What came of the alert; OPEN where it was reopened 核查结论"),
        "by": (str, "Officer who checked the alert 核查人"),
        "reason": (str, "What explains the alert or is to come of it, for who may read the alert 核查理由"),
        "at": (Moment, "When the alert was checked 核查时间"),
        "retired_at": (Moment | None, "When a later check of the alert took its place 核查失效时间"),
        "matter": (matter | None, "The ticket or clue that the alert became, where it was named and you may read it 核查去向事项"),
    }  # fmt: skip
    for name, (kind, about) in told.items():
        declare(cls, name, kind, about)
    strawberry.type(cls, name=CHECK, description="What a person said of an alert at a desk, kept for ever 预警核查记录")
    typed("ModelScore", "What came of the alerts that a comparison model raised, of those that you may read 比对模型战绩", {
        "model": (str, "Id of the comparison model 模型编号"),
        "title": (str, "What the model looks for, in both languages 模型名称"),
        "alerts": (int, "Alerts of the model that are there 预警总数"),
        "checked": (int, "Alerts of the model that a desk has checked, be they open again 已核查数"),
        "open": (int, "Alerts of the model that are open 待核查数"),
        "dismissed": (int, "Alerts of the model that were dismissed 排除数"),
        "to_unit": (int, "Alerts of the model that went to the unit 转单位自查数"),
        "to_clue": (int, "Alerts of the model that became clues 转问题线索数"),
        "precision": (float | None, "Share of those that went to the unit or became clues among those and the dismissed 模型准确率"),
    })  # fmt: skip


def read_model_scores(_: Mapping[str, Any]) -> Request:
    """Return the request for the score of every model; models of one's own are added by their alerts."""
    told = [{name: each[name] for name in ("model", "title", "place")} for each in models_told()]
    return Request(params={"models": told}, first=_MOST_MODELS)
