"""Shares: in per cent whatever their unit, which the value, the column's name or the declaration states."""

from decimal import Decimal

import pytest

from loaders.declare.field_types import default_normaliser
from schema.identifiers import NORMALISERS, Refused
from schema.links.ties import Share


@pytest.mark.parametrize("name", ["ratio", "percent", "fraction"])
@pytest.mark.parametrize(
    ("written", "share"),
    [
        ("35%", "35"),
        ("35.5％", "35.5"),
        ("0.35%", "0.35"),
        ("３５％", "35"),
        ("三十五%", "35"),
        ("5‰", "0.5"),
        ("三成五", "35"),
        ("叁成", "30"),
        ("3成5", "35"),
        ("三成半", "35"),
        ("百分之三十五", "35"),
        ("百分之三十五点零五", "35.05"),
        ("百分之35.5", "35.5"),
        ("百分之百", "100"),
    ],
)
def test_a_unit_in_the_value_wins(name: str, written: str, share: str) -> None:
    assert NORMALISERS[name](written) == Decimal(share)


@pytest.mark.parametrize(
    ("name", "bare", "share"),
    [
        ("percent", "0.35", "0.35"),
        ("percent", 35, "35"),
        ("fraction", "0.35", "35"),
        ("fraction", 0.355, "35.5"),
        ("fraction", 1, "100"),
        ("ratio", "35", "35"),
        ("ratio", 0, "0"),
    ],
)
def test_a_bare_number_has_the_unit_that_is_declared(name: str, bare: object, share: str) -> None:
    assert NORMALISERS[name](bare) == Decimal(share)


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("ratio", "0.35", "declare the column as percent or fraction"),
        ("ratio", 1, "declare the column as percent or fraction"),
        ("fraction", "35", "declare the column as percent"),
        ("percent", "1/3", "one exact share"),
        ("percent", "三分之一", "one exact share"),
        ("ratio", "约35%", "one exact share"),
        ("ratio", "30%-40%", "one exact share"),
        ("ratio", "35%以上", "one exact share"),
        ("ratio", "120%", "above 100"),
        ("percent", -1, "below 0"),
        ("ratio", "控股", "write it as 35%"),
        ("percent", "NaN", "write it as 35%"),
        ("decimal", "35%", "declare the column as percent"),
    ],
)
def test_what_is_no_one_share_is_refused(name: str, value: object, told: str) -> None:
    with pytest.raises(Refused) as caught:
        NORMALISERS[name](value)

    assert told in caught.value.reason_en


@pytest.mark.parametrize(
    ("column", "name"),
    [("持股比例", "ratio"), ("持股比例(%)", "percent"), ("出资比例％", "percent"), ("share_percent", "percent")],
)
def test_the_column_of_a_share_can_state_its_unit(column: str, name: str) -> None:
    assert default_normaliser(Share, "ratio", column) == name
