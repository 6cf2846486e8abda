"""The pieces that only some pages have: what leads to the rows of a filter, the list of a whole kind, groups."""

from dataclasses import replace

import pytest

from graph_service.cypher.files import Filter
from graph_service.cypher.lists.page import Answer, Choice, GroupTexts, finding, found, is_whole, paged
from graph_service.cypher.order import Order
from tests.unit.clue_list import BY_KIND, FILE, FROM, HEAD

_STAGE = Filter("stage", "[Stage!]", "n.stage IN $stage", "Stages", "COLLECT { MATCH (s:Stage) RETURN s.clue }")
_HELD = Filter("held", "String", "n.held = $held", "Held by", "COLLECT { MATCH (h:Held) RETURN h.clue }")
_LEADING = replace(FILE, filters={"from": FROM, "stage": _STAGE, "held": _HELD})
_KIND = replace(BY_KIND, name="read/kinds/clue")
_ANSWER = Answer("n", "n.uid")


def test_what_leads_to_the_rows_of_a_filter_is_found_first_and_the_filter_holds_all_the_same() -> None:
    assert found(_LEADING, Choice(("held", "from", "stage"))).splitlines() == [
        "WITH COLLECT { MATCH (h:Held) RETURN h.clue } AS lead_held",
        "WITH *, COLLECT { MATCH (s:Stage) RETURN s.clue } AS lead_stage",
        "MATCH (n:Clue)", "WHERE true", "  AND (n.held = $held)", "  AND (n.day >= date($from))", "  AND (n.stage IN $stage)",
        "  AND (n.uid IN lead_held)", "  AND (n.uid IN lead_stage)",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "choice", "whole"),
    [
        ("read/kinds/clue", Choice(), True),
        ("read/kinds/clue", Choice(("from",)), False),
        ("read/kinds/clue", Choice(also=("n.amount > 1",)), False),
        ("read/clues", Choice(), False),
    ],
)
def test_only_the_list_of_a_whole_kind_is_read_along_an_index_and_counted_by_its_edition(
    name: str, choice: Choice, whole: bool
) -> None:
    file = replace(_KIND, name=name)
    text = paged(file, choice, replace(_ANSWER, total=True))

    assert is_whole(file, choice) is whole
    assert text.startswith(
        "CALL () { RETURN COLLECT { UNWIND $editions AS name MATCH (e:Edition {name: name}) WHERE e.mark IS NOT NULL "
        "WITH e ORDER BY e.name RETURN [e.name, e.mark] } AS total }\nCALL () {\nCALL () {\nMATCH (n:Clue)\nWHERE true\n"
        "  AND n.received_on IS NOT NULL\nWITH n ORDER BY n.received_on DESC, "
        if whole
        else "CALL () { RETURN COUNT {\nMATCH (n:Clue)\nWHERE true\n"
    )
    assert text.endswith("RETURN collect([n.uid]) AS rows\n}\nRETURN rows, total")
    assert ("UNWIND (led + rest)[..$page] AS n\n" in text) is whole
    assert ("$editions" in paged(file, choice, _ANSWER)) is False, "nobody asks for the total"


def test_groups_are_made_of_what_the_filters_leave_and_counted_where_that_is_wanted() -> None:
    groups = (GroupTexts("RETURN n.stage LIMIT 5", "RETURN DISTINCT n.stage"), GroupTexts("RETURN n.unit", None))
    file = replace(FILE, anchor="MATCH (u)", carried="u")

    text = paged(file, Choice(("from",)), replace(_ANSWER, groups=groups))

    body = ["MATCH (n:Clue)", "WHERE true", "  AND (n.day >= date($from))"]
    assert text.splitlines()[2:15] == [
        "CALL (u) { RETURN [COLLECT {", *body, "RETURN n.stage LIMIT 5",
        "}, COUNT {", *body, "RETURN DISTINCT n.stage", "}] AS groups_0 }",
        "CALL (u) { RETURN [COLLECT {", *body[:1],
    ]  # fmt: skip
    assert "\nRETURN n.unit\n}, null] AS groups_1 }\nCALL (u) {\n" in text
    assert text.endswith("\nRETURN rows, groups_0, groups_1")


def test_without_an_anchor_the_further_lists_are_made_of_every_row_that_was_found() -> None:
    strongest = Order("STRONGEST", "row.score", True, None, "Strongest first")
    file = replace(
        FILE,
        head={**HEAD, "sends": "row.key", "tie": "row.key"},
        orders={"STRONGEST": strongest},
        extras={"steps": "UNWIND every AS row"},
    )

    text = finding(file, "STRONGEST")

    assert (
        "RETURN {steps: COLLECT {\nWITH every WHERE 'steps' IN $given.extras\nUNWIND every AS row\nRETURN row }} AS places, "
        in text
    )
    assert text.startswith("\nCALL () {\nMATCH (n:Clue)\nWHERE true\nWITH row ORDER BY ")
