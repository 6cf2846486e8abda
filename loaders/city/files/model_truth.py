"""What the truth says of the comparison models: parameters, hits, near misses, and what is neither."""

from collections import defaultdict
from typing import Any

from loaders.city.cases.plan import CityPlan
from loaders.city.world.size import TODAY

PARAMETERS: dict[str, dict[str, Any]] = {
    "V6": {"city_areas": ["云水区", "分岭县", "高新区", "仙湖区"]},
    "C5": {"as_of": TODAY.isoformat()},
}
# What one model's cases may imply for another: the same firms, cars or people, seen from a second side.
_MAY_IMPLY = {
    "T10": ("T1", "T12"),
    "T12": ("T1", "T10", "K1", "K2"),
    "T1": ("T10", "T12", "K2"),
    "K1": ("K2",),
    "K2": ("K1",),
}
_WHY = {True: "breaks the rule", False: "just inside the rule"}


def model_truth(plan: CityPlan) -> dict[str, dict[str, Any]]:
    """Return by model what the city holds; the keys are those of the rows that belong to a case."""
    cases: dict[str, dict[bool, list[dict[str, Any]]]] = defaultdict(lambda: {True: [], False: []})
    for one in plan.models:
        told = {name: value for name, value in one.items() if name not in ("model", "hit")}
        cases[one["model"]][one["hit"]].append({"why": _WHY[one["hit"]], **told})
    return {
        name: {
            "parameters": PARAMETERS.get(name, {}),
            "hits": cases[name][True],
            "near_misses": cases[name][False],
            "neutral": _neutral(name, cases) + (_seen_twice(plan) if name == "C1" else []),
        }
        for name in sorted(cases, key=lambda name: (name[0], int(name[1:])))
    }


def _neutral(name: str, cases: dict[str, dict[bool, list[dict[str, Any]]]]) -> list[str]:
    own = {key for side in cases[name].values() for one in side for key in one["keys"]}
    others = (one for other in _MAY_IMPLY.get(name, ()) for side in cases[other].values() for one in side)
    return sorted({key for one in others for key in one["keys"]} - own)


def _seen_twice(plan: CityPlan) -> list[str]:
    """Return the matters of story F7, some of whose people have two alerts and two clues, in up to three channels."""
    return [matter.number for matter in plan.matters if matter.tag.startswith("F7")]
