"""Splink as its tutorial sets it up: names by Jaro-Winkler, units and posts by equality, weights trained on the data."""

import logging
from typing import Any

import pyarrow as pa  # type: ignore[import-untyped]

from graph_service.identity.people import PersonRecord, PersonRecords

_SURE = 0.95
_SEED = 7


def plain_pairs(people: PersonRecords) -> dict[str, str]:
    """Return for each person without a strong identifier the one that plain Splink takes them for."""
    from splink import DuckDBAPI, Linker, SettingsCreator, block_on
    from splink import comparison_library as cl

    logging.getLogger("splink").setLevel(logging.ERROR)
    settings = SettingsCreator(
        link_type="link_only",
        unique_id_column_name="uid",
        comparisons=[
            cl.JaroWinklerAtThresholds("name", [0.9, 0.7]).configure(term_frequency_adjustments=True),
            cl.ExactMatch("unit"),
            cl.ExactMatch("post"),
        ],
        blocking_rules_to_generate_predictions=[block_on("name"), block_on("unit")],
    )
    engine = DuckDBAPI()
    sides = [
        engine.register(_frame(people.loose), dataset_display_name="a_loose"),
        engine.register(_frame(people.known), dataset_display_name="b_known"),
    ]
    linker = Linker(sides, settings, log_level=logging.ERROR)
    linker.training.estimate_probability_two_random_records_match([block_on("name", "unit")], recall=0.7)
    linker.training.estimate_u_using_random_sampling(max_pairs=2e6, seed=_SEED)
    linker.training.estimate_parameters_using_expectation_maximisation(block_on("name"))
    linker.training.estimate_parameters_using_expectation_maximisation(block_on("unit"))
    found = linker.inference.predict(threshold_match_probability=_SURE).as_record_list()
    best: dict[str, Any] = {}
    for row in sorted(found, key=lambda each: float(each["match_probability"])):
        best[row["uid_l"]] = row["uid_r"]
    return best


def _frame(side: list[PersonRecord]) -> pa.Table:
    return pa.table(
        {
            "uid": [person.uid for person in side],
            "name": [person.name for person in side],
            "unit": [min(person.units, default=None) for person in side],
            "post": [min(person.held, default="|").partition("|")[2] or None for person in side],
        }
    )


def plain_units(loose: pa.Table, known: pa.Table) -> dict[str, str]:
    """Return for each name of a unit the unit that Splink takes it for when names are all it has."""
    from splink import DuckDBAPI, Linker, SettingsCreator, block_on
    from splink import comparison_library as cl

    settings = SettingsCreator(
        link_type="link_only",
        unique_id_column_name="uid",
        comparisons=[cl.JaroWinklerAtThresholds("name", [0.95, 0.88, 0.7])],
        blocking_rules_to_generate_predictions=[block_on("substr(name, 1, 2)"), block_on("substr(name, -2, 2)")],
        probability_two_random_records_match=1 / max(known.num_rows, 1),
    )
    engine = DuckDBAPI()
    sides = [
        engine.register(loose, dataset_display_name="a_loose"),
        engine.register(known, dataset_display_name="b_known"),
    ]
    linker = Linker(sides, settings, log_level=logging.ERROR)
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6, seed=_SEED)
    found = linker.inference.predict().as_record_list()
    best: dict[str, Any] = {}
    for row in sorted(found, key=lambda each: float(each["match_weight"])):
        best[row["uid_l"]] = row["uid_r"]
    return best
