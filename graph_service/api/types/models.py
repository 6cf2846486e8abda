"""The comparison models as the API tells of them: their types, and the request for them."""

from collections.abc import Mapping
from typing import Any

from graph_service.api.plan.root import Request
from graph_service.api.types.made import listed, term_type
from graph_service.api.types.results import typed
from graph_service.models.reference import models_told
from schema.vocabulary import Channel, Severity


def build() -> None:
    """Make the types of comparison models."""
    typed("ModelParameter", "A parameter that a comparison model runs with 比对模型参数", {
        "name": (str, "Name of the parameter 参数名"),
        "type": (str, "Int, Float, String or Boolean; in brackets a list of them 参数类型"),
        "default": (str, "What it is where a city gives nothing of its own, as JSON 默认值"),
        "unit": (str, "What it counts in 单位"),
        "about": (str, "What the parameter means, in both languages 含义"),
    })  # fmt: skip
    typed("ComparisonModel", "A comparison model 比对模型: a pattern in the registers that a desk has to look at", {
        "model": (str, "Id of the model, as its alerts state it 模型编号"),
        "version": (int, "Version of the model that runs now 模型版本"),
        "title": (str, "What the model looks for, in both languages 模型名称"),
        "severity": (term_type(Severity), "Severity of its alerts 模型预警级别"),
        "channel": (term_type(Channel), "Channel of its alerts 模型预警渠道"),
        "team": (str, "Code of the team whose desk checks its alerts 核查部门"),
        "innocent": (str, "Innocent explanations, to be checked first"),
        "innocent_zh": (str, "Innocent explanations in Chinese 须先排除的正当情形"),
        "parameters": (listed("ModelParameter"), "Parameters that the model runs with 模型参数表"),
    })  # fmt: skip


def read_told(_: Mapping[str, Any]) -> Request:
    """Return the request for every model."""
    told = models_told()
    return Request(params={"models": told}, first=len(told))
