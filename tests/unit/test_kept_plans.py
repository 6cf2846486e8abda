"""Neo4j keeps no plan of a text of more than 65,535 signs: the longest stays below that for who has something opened too."""

from graph_service.cypher.seen.tiers import by_tiers
from tests.graph.composed import finding_cases
from tests.graph.packs import pack_cases

_LONGEST_KEPT = 65_535


def test_the_plan_of_the_longest_text_is_kept_for_who_has_something_opened() -> None:
    lengths = {case.name: len(by_tiers(case.text, shuts=False)) for case in (*finding_cases(), *pack_cases())}

    assert max(lengths.values()) > _LONGEST_KEPT // 2, "the longest text is among them"
    assert {name: length for name, length in lengths.items() if length > _LONGEST_KEPT} == {}
