"""The filter of a root's list: handy conditions keep the texts of the query file, the rest is put into text as it was given."""

from collections.abc import Mapping
from typing import Any

from graph_service.api.arguments.conditions import WHERE, AskedId, Conditions, pointed, stated_filters
from graph_service.api.arguments.normal_form import as_kept
from graph_service.api.arguments.sought import plain, sought


def read_filter(label: str, given: Mapping[str, Any]) -> dict[str, Any]:
    """Return what the filter adds to the request: parameters, names of the file's filters, further conditions, ids to look up."""
    stated, params, checked = stated_filters(label), {}, []
    rest = {name: value for name, value in given.items() if name not in stated and value is not None}
    for name in sorted(given.keys() & stated.keys()):
        value = given[name]
        if value is None:
            continue
        if stated[name].type != "ID":
            params[name] = as_kept(stated[name].field, plain(value))
            continue
        target = sought(value, f"filter.{name}", *(pointed(stated[name]) or (label,)))
        if target.field == "uid":
            params[name] = target.value
            checked.append(AskedId(target, name, f"filter.{name}"))
        else:
            rest[name] = value
    conditions = Conditions()
    texts = conditions.of(label, rest, "n")
    filters = tuple(name for name in sorted(params))
    if conditions.values:
        params[WHERE] = conditions.values
    return {
        "params": params, "filters": filters, "words": (("KEY_", "uid"),), "conditions": tuple(texts), "ids": tuple(conditions.ids),
        "checked": tuple(checked),
    }  # fmt: skip
