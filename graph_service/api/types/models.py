"""The comparison models as the API tells of them: their types, the request for them, and for a run that writes nothing."""

import json
from collections.abc import Mapping
from typing import Any

from graph_service.api.plan.root import Request
from graph_service.api.types.inputs import input_type
from graph_service.api.types.made import listed, term_type
from graph_service.api.types.results import typed
from graph_service.cypher.rules import model_body
from graph_service.errors import BadInput
from graph_service.models.model_file import Model, read_models
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
    _build_dry_run()


def _build_dry_run() -> None:
    typed("ModelSetting", "A number, word or list that a comparison model runs with 参数取值", {
        "name": (str, "Name of the parameter that is set 参数项"),
        "value": (str, "What it runs with, as JSON 取值"),
        "is_usual": (bool, "Whether it is the model's usual value 是否默认值"),
    })  # fmt: skip
    typed("ModelHit", "One finding of a comparison model that ran without writing 试算结果", {
        "key": (str, "What the finding is about, as its alert would state it 试算对象"),
        "sentence": (str, "The finding in a sentence"),
        "sentence_zh": (str, "The finding in a Chinese sentence 试算结果说明"),
        "is_fresh": (bool, "Whether no alert of the model stands for it 是否新增"),
        "records": (listed("Node"), "Records that fired 触发记录"),
        "named": (listed("Node"), "Whom and what an alert of it would name 涉及对象"),
    })  # fmt: skip
    typed("ModelDryRun", "What a comparison model would find now with given numbers, of what you may read; nothing is written 比对模型试算", {
        "model": (str, "Id of the model that ran 试算模型"),
        "version": (int, "Version of the model that ran 试算模型版本"),
        "settings": (listed("ModelSetting"), "What it ran with 试算参数"),
        "found": (int, "Findings all of whose rows you may read 试算命中数"),
        "standing": (int, "Alerts of the model that stand now, of those that you may read 现有预警数"),
        "fresh": (int, "Findings for which no alert stands 试算新增数"),
        "gone": (int, "Alerts whose rows would fire no more 试算减少数"),
        "hits": (listed("ModelHit"), "The first 50 findings, new ones first 试算命中明细"),
        "gone_alerts": (listed("Alert"), "The first 50 alerts whose rows would fire no more 试算减少的预警"),
    })  # fmt: skip
    input_type("ModelSettingInput", "A parameter with another value than the usual one 参数取值填报", {
        "name": (str, "Name of the parameter"),
        "value": (str, "What it is to be, as JSON: 3, 1.1, \"word\" or [\"list\"]"),
    })  # fmt: skip


def read_dry_run(given: Mapping[str, Any]) -> Request:
    """Return the request for a run of a model that writes nothing; refuse a model or a number that there is not."""
    known = read_models()
    model = known.get(given["model"])
    if model is None:
        raise BadInput(f"there is no model {given['model']!r}", "argument model", f"use one of {', '.join(known)}")
    ran = model.with_parameters({each["name"]: _stated(each) for each in given.get("parameters") or ()})
    return Request(
        params={**ran, "model": model.id, "told": _told(model, ran)}, words=(("MODEL_", model_body(model.file.body)),)
    )


def _stated(given: Mapping[str, Any]) -> Any:
    try:
        return json.loads(given["value"])
    except ValueError as error:
        where = f"argument parameters, {given['name']}"
        raise BadInput("the value is no JSON", where, 'write 3, 1.1, "word" or ["list"]') from error


def _told(model: Model, ran: Mapping[str, Any]) -> dict[str, Any]:
    settings = [
        {"name": name, "value": json.dumps(value, ensure_ascii=False), "is_usual": value == model.defaults[name]}
        for name, value in ran.items()
    ]
    head = model.file.head
    return {
        "model": model.id, "version": model.version, "settings": settings,
        "because": head["because"], "because_zh": head["because_zh"],
    }  # fmt: skip


def read_told(_: Mapping[str, Any]) -> Request:
    """Return the request for every model."""
    told = models_told()
    return Request(params={"models": told}, first=len(told))
