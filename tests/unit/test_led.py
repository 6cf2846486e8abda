"""Which index leads the list of a whole kind, and of a family each kind's own."""

import pytest

from graph_service.cypher.files import query
from graph_service.cypher.lists.led import leading, led_rows
from graph_service.cypher.order import node_order
from schema import KINDS, MATTER

_MATTER, _UNIT = query("read/kinds/matter"), query("read/kinds/unit")
_DAYS = {
    "Clue": "n.received_on DESC", "AuditFinding": "n.found_on DESC", "InspectionIssue": "n.found_on DESC",
    "Ticket": "n.asked_at DESC", "Alert": "n.raised_at DESC",
}  # fmt: skip


@pytest.mark.parametrize("order", [None, "NEWEST"])
def test_each_kind_of_matter_is_led_by_its_day(order: str | None) -> None:
    by = _MATTER.orders[order] if order else None

    assert leading("Matter", _MATTER.ties(by), by) == _DAYS
    assert tuple(_DAYS) == MATTER


def test_oldest_first_nothing_leads_for_within_a_day_the_newest_comes_first() -> None:
    by = _MATTER.orders["OLDEST"]

    assert leading("Matter", _MATTER.ties(by), by) == {}


def test_a_kind_is_led_where_its_order_is_indexed() -> None:
    assert leading("Unit", _UNIT.ties(None), None) == {"Unit": "n.name"}
    counted = _UNIT.orders["NAMED_IN_DESC"]
    assert leading("Unit", _UNIT.ties(counted), counted) == {}


def test_of_a_family_each_kind_is_looked_for_by_itself() -> None:
    text = led_rows(_MATTER.body, "", _DAYS, _MATTER.ties())

    assert [text.count(f"MATCH (n:{label})") for label in MATTER] == [1] * len(MATTER)
    assert text.count("MATCH (n:Matter)") == 1, "those without a day, of all kinds at once"


def test_in_the_order_of_the_family_the_matters_of_a_kind_stand_as_in_their_own() -> None:
    family = len(_MATTER.ties())

    for label in MATTER:
        assert [name.lstrip("-") for name in KINDS[label].ORDER][1:] == ["number"]
        assert len(node_order(label, "n")) == family - 1, "the family's has the kind beside"
