"""Neo4j keeps no plan of a text of more than 65,535 signs: the longest stays below that for who has something opened or shut too."""

from graph_service.cypher.seen.tiers import Tiers
from graph_service.cypher.seen.view import View
from graph_service.rights.roles import read_roles
from tests.graph.composed import finding_cases
from tests.graph.packs import pack_cases

_LONGEST_KEPT = 65_535
_TIERS = Tiers(frozenset({"clue_1"}), frozenset({1}), frozenset({"clue_2"}))


def test_the_plan_of_the_longest_text_is_kept_for_whoever_asks() -> None:
    roles = read_roles()
    sights = {roles.sight([team.replace("*", "1")]) for team, _ in roles.patterns}
    cases = [case for case in (*finding_cases(), *pack_cases()) if len(case.text) > _LONGEST_KEPT // 4]

    lengths = {(case.name, sight): len(View(sight, _TIERS).text(case.text)) for case in cases for sight in sights}

    assert len(sights) > 3, "roles see different fields"
    assert max(lengths.values()) > _LONGEST_KEPT // 2, "the longest text is among them"
    assert {key: length for key, length in lengths.items() if length > _LONGEST_KEPT} == {}
