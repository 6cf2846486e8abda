"""How two people are compared: the comparisons, their levels, and what each says for or against one person.

m is how often a level holds for one person written twice, u how often for two people taken at random. Names take u from
the names of everybody known; posts take it from how many hold them. u of a post is counted in holders per person known.
"""

from dataclasses import dataclass
from typing import Any

ANOTHER_POST = "held another post in this unit"
ANOTHER_TIME = "was in this unit, at another time"
_TYPICAL_MANY = 20  # holders of a post that many hold, in one unit and year
_TYPICAL_STAFF = 30  # people with a post in one unit


@dataclass(frozen=True)
class Level:
    """One outcome of a comparison: its test in SQL, what it is called, m and u."""

    sql: str
    label: str
    m: float
    u: float
    tf: str | None = None  # column whose frequency stands in for u


def model(population: int, size: str) -> Any:
    """Return Splink's settings for so many known people, in the SQL of a backend that counts lists by `size`."""
    from splink import SettingsCreator  # takes seconds to load

    rate = 1 / population
    comparisons: list[Any] = [
        _comparison("name", "pattern_l IS NOT NULL OR pattern_r IS NOT NULL", _name_levels()),
        _comparison("masked", "pattern_l IS NULL AND pattern_r IS NULL", _mask_levels()),
        _comparison("post", "len(held_l) = 0", _post_levels(rate)),
        _comparison("unit", "len(held_l) > 0 OR len(units_l) = 0", _unit_levels(rate)),
        _comparison("born", "born_on_l IS NULL OR born_on_r IS NULL", _same("born_on", 0.97, 1 / 18_000, 0.03)),
        _comparison("sex", "sex_l IS NULL OR sex_r IS NULL", _same("sex", 0.99, 0.5, 0.01)),
        _comparison("number", "number_l IS NULL OR number_r IS NULL", _number_levels(rate)),
        _comparison("phone", "len(phones_l) = 0 OR len(phones_r) = 0", _phone_levels(rate)),
        _comparison("text", "len(told_l) = 0", _text_levels(rate)),
    ]
    blocking: list[Any] = [
        _blocked("aliases"),
        _blocked("sounds"),
        _blocked("masks", "units"),
        {"blocking_rule": "l.number_ends = r.number_ends"},
    ]
    return SettingsCreator(
        link_type="link_only",
        unique_id_column_name="uid",
        comparisons=[_spelled(comparison, size) for comparison in comparisons],
        blocking_rules_to_generate_predictions=blocking,
        probability_two_random_records_match=rate,
        retain_intermediate_calculation_columns=True,
        retain_matching_columns=True,
    )


def _spelled(comparison: dict[str, Any], size: str) -> dict[str, Any]:
    levels = comparison["comparison_levels"]
    told = [{**level, "sql_condition": level["sql_condition"].replace("len(", f"{size}(")} for level in levels]
    return {**comparison, "comparison_levels": told}


def _name_levels() -> list[Level]:
    return [
        Level("folded_l = folded_r", "same name", 0.93, 1e-3, "folded"),
        Level("len(array_intersect(aliases_l, aliases_r)) > 0", "variant or former name", 0.03, 1e-3, "variant"),
        Level("len(array_intersect(sounds_l, sounds_r)) > 0", "same sound", 0.03, 2e-3, "sound"),
        Level("ELSE", "another name", 0.01, 0.99),
    ]


def _mask_levels() -> list[Level]:
    fits = "folded_r LIKE pattern_l OR folded_l LIKE pattern_r"
    # Only 张某, which may be short for 张某某, has two masks; 张*国 shows a sign that 张建军 does not have.
    shortened = "(len(masks_l) > 1 OR len(masks_r) > 1) AND len(array_intersect(masks_l, masks_r)) > 0"
    return [
        Level(fits, "fits the masked name", 0.95, 0.01, "mask"),
        Level(shortened, "fits a shortened mask", 0.04, 0.02, "surname"),
        Level("ELSE", "does not fit the masked name", 0.01, 0.97),
    ]


def _post_levels(rate: float) -> list[Level]:
    # m of the first three is given how many hold the stated post, so the three share one place in the sum.
    return [
        Level(_meet("sole"), "held this very post, as the only one", 0.86, rate),
        Level(_meet("few"), "held this very post, with few others", 0.86, 3 * rate),
        Level(_meet("many"), "held this very post, with many others", 0.86, _TYPICAL_MANY * rate),
        Level(_meet("held"), "held this post, at another time", 0.03, 2 * rate),
        Level(_meet("served"), ANOTHER_POST, 0.03, _TYPICAL_STAFF * rate),
        Level(_meet("units"), ANOTHER_TIME, 0.02, _TYPICAL_STAFF * rate),
        # Registers of posts hold those who lead; that they lack somebody of the staff says nothing.
        Level("NOT registered_l", "no register tells who holds this post", 0.5, 0.5),
        Level("ELSE", "is not known to have been in this unit", 0.06, 0.98),
    ]


def _unit_levels(rate: float) -> list[Level]:
    return [
        Level(_meet("served"), "had a post in this unit", 0.85, _TYPICAL_STAFF * rate),
        Level(_meet("units"), ANOTHER_TIME, 0.07, _TYPICAL_STAFF * rate),
        Level("ELSE", "is not known to have been in this unit", 0.08, 0.98),
    ]


def _number_levels(rate: float) -> list[Level]:
    # Four places at each end are what most masks leave; in one city the first four tell nothing.
    return [
        Level("number_r LIKE number_l", "fits the masked id number", 0.97, max(1e-4, rate)),
        Level("ELSE", "conflicts", 0.03, 0.9999),
    ]


def _phone_levels(rate: float) -> list[Level]:
    return [Level(_meet("phones"), "uses the phone", 0.5, 2 * rate), Level("ELSE", "uses another phone", 0.5, 1.0)]


def _text_levels(rate: float) -> list[Level]:
    # A text speaks of others too, so that it names somebody else says little.
    return [
        Level(_meet("told"), "named for certain in the matter's text", 0.6, 2 * rate),
        Level("ELSE", "not named in the matter's text", 0.4, 0.99),
    ]


def _same(column: str, same: float, chance: float, differs: float) -> list[Level]:
    return [
        Level(f"{column}_l = {column}_r", "same", same, chance),
        Level("ELSE", "conflicts", differs, 1 - chance),
    ]


def _meet(column: str) -> str:
    return f"len(array_intersect({column}_l, {column}_r)) > 0"


def _comparison(name: str, unknown: str, levels: list[Level]) -> dict[str, Any]:
    null = {"sql_condition": unknown, "label_for_charts": "not stated", "is_null_level": True}
    return {"output_column_name": name, "comparison_levels": [null, *map(_level, levels)]}


def _level(level: Level) -> dict[str, Any]:
    stated: dict[str, Any] = {
        "sql_condition": level.sql,
        "label_for_charts": level.label,
        "m_probability": level.m,
        "u_probability": level.u,
    }
    if level.tf:
        stated |= {"tf_adjustment_column": level.tf, "disable_tf_exact_match_detection": True}
    return stated


def _blocked(*arrays: str) -> dict[str, Any]:
    rule = " AND ".join(f"l.{column} = r.{column}" for column in arrays)
    return {"blocking_rule": rule, "arrays_to_explode": list(arrays)}
