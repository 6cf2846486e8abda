"""Every query file filters by the viewer's audiences whatever it matches: nodes and relationships alike."""

import re
from collections.abc import Iterator
from typing import Any

import pytest

from graph_service.api.queries.roots import roots
from graph_service.cypher.files import QueryFile, part, read_folder
from graph_service.cypher.macros import visible_itself, written_out
from tests.graph.composed import ComposedCase, composed, kind_cases, list_cases, plan_of, projection_cases
from tests.unit.cypher_of_packs import OF_PACKS
from tests.unit.cypher_of_rules import ANCHOR, NAMINGS, PARTS, UNFILTERED_BY_RULES
from tests.unit.cypher_of_series import CHECKED, KEPT, UNFILTERED
from tests.unit.cypher_walk import Block, Bound, bindings, blocks, cuts

FILES = [file for folder in ("read", "show", "linkage", "warnings", "parts") for file in read_folder(folder).values()]
_OWN = "a record of the service itself, shown by the rights of its parts or of the source's holder"
_PAIR = "a record of a pair, shown as it stands even if it was merged: filtered by its own audience"
_LED = "what answers for a merged node, filtered itself"
_REACHED = "what a network has reached, filtered when it was: by parts/around or by the step that led to it"
_COUNTED = "the unit asked about or one under it, sought and filtered by the file that takes this part in"
_TAKEN = "filtered by the file that takes this part in"
# Say nothing beyond their ends, a mention and what it means or what answers for that, which are filtered.
_BARE = {"MENTIONS", "REFERS_TO", "MERGED_INTO*0.."}
_OF_PAIR = {"one": _PAIR, "other": _PAIR, "c": _OWN, "COMPARES": _OWN, "JUDGES": _OWN, "j": _OWN}
_SOUGHT = "found by a way of parts/search/sought, or beside what was, and filtered there"
EXCEPTIONS: dict[str, dict[str, str]] = {
    **UNFILTERED,
    **(UNFILTERED_BY_RULES | OF_PACKS),
    "parts/alike": {"m": ANCHOR, "t": PARTS},
    "parts/issues_of_finding": {"u": _TAKEN, "f": _TAKEN},
    "parts/network_step": {"x": _REACHED},
    "parts/warning": {"v": _COUNTED, **CHECKED},
    "read/analysis/network": {"x": _REACHED},
    "warnings/back_after_rectification": {"m": "one of the matters near the unit, filtered by parts/warning"},
    "warnings/leaders_concerned": {"v": _COUNTED, **CHECKED},
    "read/audit_linked_issues_of_unit": {"s": "a list of relationships, each filtered by all()"},
    "read/search": {"node": _SOUGHT, "hit": _SOUGHT},
    "parts/search/kept": {"node": _SOUGHT},
    "read/connected_matters": {"m": "the matter asked about, sought and filtered by parts/asked_matter", **NAMINGS},
    "read/identity_candidate": _OF_PAIR,
    "read/identity_candidates": _OF_PAIR,
    "parts/identity_candidate": {"c": _TAKEN, "JUDGES": _OWN, "j": _OWN},
    "read/link": {"l": _OWN, "JOINS": _OWN},
    "read/links": {"l": _OWN, "JOINS": _OWN},
    "read/scoreboard": {"l": _OWN, "JOINS": _OWN, "run": "the last run of the rules: it names rules and no link"},
    "read/notices": {
        "t": "one of the viewer's own teams",
        **dict.fromkeys(("n", "TOLD_TO", "SPEAKS_OF"), _OWN),
        "l": "the link that the notice speaks of: the same matters and parts, filtered as the notice's",
        "e": _OWN,
        "s": "the series that the notice speaks of: filtered by what the notice rests on, which is of its members",
        "now": _LED,
        "k": _OWN,
    },
    "parts/link_late": {"l": _TAKEN, "RESTS_ON": _OWN, "MERGED_INTO*0..": _LED, "": _LED, "JUDGES": _OWN, "j": _OWN},
    "read/loads": {"l": _OWN},
    "read/own/link": {"n": _OWN, "JOINS": _OWN},
    "read/own/load": {"n": _OWN},
    "parts/own/load": {"l": _TAKEN, "r": _OWN, "REJECTED_IN": _OWN},
    "parts/paths/hops": {"one": "a node of the path, filtered by the file that takes this part in"},
    "parts/paths/ties": {
        "x": "a node that a search has reached, filtered by the file that takes this part in",
        "": "how much is stored, whoever may read it: only how it is counted depends on it, not what is found",
    },
    "read/sources": {"s": _OWN, "t": _OWN, "k": _OWN, "l": _OWN, "d": _OWN},
    "read/viewer": {"n": "the officer who asks"},
    "show/network": {"": "an end of a relationship that the viewer may see, of which only the id is shown"},
    "show/connected_matters": {"": "an end of a relationship that the viewer may see, of which only the id is shown"},
}

# Hits of an index of words are cut inside the call, before anything can be asked of them.
_CUT_IN_CALL = re.compile(r"CALL db\.[^)]*\blimit\b")


def _trees(file: QueryFile) -> Iterator[Block]:
    body = blocks(file.whole.replace("CANDIDATE_", part("identity_candidate")))
    yield body
    yield from (blocks(f"{{ {each.text} }}", body) for each in file.filters.values())


def unseen(file: QueryFile) -> set[str]:
    """Return the names of what the file matches without the predicate, types where there is no name."""
    return {_called(bound) for tree in _trees(file) for bound in bindings(tree) if not _filtered(bound)}


def cut_unseen(file: QueryFile) -> set[str]:
    """Return the names of what is matched without the predicate before rows or lists are cut."""
    found = {
        _called(bound)
        for tree in _trees(file)
        for said in cuts(tree)
        for bound in bindings(said)
        if not _filtered(bound)
    }
    return found | set(_CUT_IN_CALL.findall(file.whole))


def _filtered(bound: Bound) -> bool:
    return bound.block.sees(bound.name) or bound.block.asks(bound.name)


def _called(bound: Bound) -> str:
    return bound.name or bound.kind


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_whatever_a_file_matches_is_filtered_for_the_viewer(file: QueryFile) -> None:
    assert unseen(file) == EXCEPTIONS.get(file.name, {}).keys()


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_what_a_procedure_yields_is_filtered_too(file: QueryFile) -> None:
    tree = blocks(file.whole)

    yielded = [block.own.partition("YIELD ")[2].split()[0] for block in tree.every() if "YIELD " in block.own]
    assert all(tree.sees(name) for name in yielded)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_rights_come_before_every_cut(file: QueryFile) -> None:
    assert cut_unseen(file) <= EXCEPTIONS.get(file.name, {}).keys()


@pytest.mark.parametrize("case", [*projection_cases(), *kind_cases(), *list_cases()], ids=lambda case: case.name)
def test_rights_come_before_every_cut_that_is_composed(case: ComposedCase) -> None:
    bound = [each for said in cuts(blocks(case.text)) for each in bindings(said)]

    assert [each for each in bound if not _filtered(each) and not _says_nothing(each)] == []
    assert bound


def test_the_exceptions_hold_what_they_say() -> None:
    texts = {file.name: file.whole for file in FILES}

    assert "all(each IN s WHERE each.audience IN $viewer_audiences)" in texts["read/audit_linked_issues_of_unit"]
    assert "all(audience IN l.audiences WHERE audience IN $viewer_audiences)" in texts["read/links"]
    for name in ("read/identity_candidates", "read/identity_candidate"):
        assert all(visible_itself(end) in texts[name] for end in ("one", "other"))
    assert "l.holder IN $viewer_teams" in texts["read/loads"]
    assert "s.holder IN $viewer_teams" in texts["read/sources"]
    assert "{officer_id: $viewer_officer}" in texts["read/viewer"]
    for file in FILES:
        if "ISSUES_" in file.whole:
            tree = blocks(file.whole)
            assert tree.sees("f") and tree.sees("u"), file.name  # noqa: PT018 - one claim about two variables


@pytest.mark.parametrize("case", list(projection_cases()), ids=lambda case: case.name)
def test_nested_lists_are_filtered_for_the_viewer(case: ComposedCase) -> None:
    bound = list(bindings(blocks(case.text)))

    unseen = [each for each in bound if not _filtered(each) and not _says_nothing(each)]
    assert {(each.name, each.kind) for each in unseen} <= (_ON_THE_WAY if "link_x" in case.name else set())
    assert len(bound) > 2


_ON_THE_WAY = {("", "")}  # what a link rests on may have been merged: whatever is shown is filtered where it ends


def _says_nothing(bound: Bound) -> bool:
    # Of statements without a name only that there are any is asked; a load is that of a statement which is filtered.
    # Of whom a matter is on nothing is shown but the words of the matter's own row, which is filtered.
    return (
        bound.name.startswith("subject")
        or bound.kind in {*_BARE, *KEPT, "DESCRIBES", "Load", "Edition"}
        or (not bound.name and bound.kind == "SourceRecord")
    )


@pytest.mark.parametrize("case", list(kind_cases()), ids=lambda case: case.name)
def test_composed_lists_filter_what_they_add_of_their_own(case: ComposedCase) -> None:
    bound = list(bindings(blocks(case.text)))

    assert [each for each in bound if not _filtered(each) and not _says_nothing(each)] == []
    assert all(
        param not in case.params or "asked_" in case.text for param in ("person", "superior", "tenderer", "owner")
    )


_ASKED = (
    "MATCH (a:Person {uid: $id}) WHERE coalesce(a.own_audience, a.audience) IN $viewer_audiences "
    "MATCH (n:Person {uid: coalesce(a.survivor, a.uid)}) "
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("MATCH (n:Clue) WHERE n.audience IN $viewer_audiences RETURN n", set()),
        ("MATCH (n:Clue) RETURN n", {"n"}),
        ("MATCH (n:Clue)-[x:NAMES]->(e) WHERE n.audience IN $viewer_audiences RETURN n", {"x", "e"}),
        ("MATCH (n:Clue)-[:NAMES]->(n) WHERE n.audience IN $viewer_audiences RETURN n", {"NAMES"}),
        ("CALL () { MATCH (n:Clue) RETURN n } MATCH (m:Clue) WHERE m.audience IN $viewer_audiences RETURN m", {"n"}),
        (
            "MATCH (n:A) WHERE n.audience IN $viewer_audiences AND EXISTS { (n)-[x:R]->(b) WHERE x.audience IN $viewer_audiences }",
            {"b"},
        ),
        (
            "MATCH (foo:A)-[o:R]->(b:B) WHERE foo.audience IN $viewer_audiences AND b.audience IN $viewer_audiences",
            {"o"},
        ),
        (_ASKED + "WHERE n.audience IN $viewer_audiences RETURN n", set()),
        (_ASKED + "RETURN n", {"n"}),
        (_ASKED + "WHERE n.audience IN $viewer_audiences RETURN n, a.name", {"a"}),
        (_ASKED + "WHERE n.audience IN $viewer_audiences RETURN n, a", {"a"}),
        (_ASKED.replace("own_audience", "audience") + "WHERE n.audience IN $viewer_audiences RETURN n", {"a"}),
    ],
)
def test_the_walk_finds_what_is_missing(text: str, expected: set[str]) -> None:
    assert unseen(QueryFile("read/x", {}, text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("MATCH (n:Clue) WHERE visible(n) RETURN n LIMIT 5", set()),
        ("MATCH (n:Clue) WITH n LIMIT 5 WHERE visible(n) RETURN n", {"n"}),
        ("MATCH (n:Clue) WITH collect(n)[..5] AS ns UNWIND ns AS n WITH n WHERE visible(n) RETURN n", {"n"}),
        ("MATCH (n:Clue) WITH collect(n)[0] AS n WHERE visible(n) RETURN n", {"n"}),
        ("MATCH (n:Clue) WITH head(collect(n)) AS n WHERE visible(n) RETURN n", {"n"}),
        ("CALL () { MATCH (n:Clue) RETURN n LIMIT 5 } WITH n WHERE visible(n) RETURN n", {"n"}),
        ("CALL () { MATCH (n:Clue) RETURN n } WITH n LIMIT 5 WHERE visible(n) RETURN n", {"n"}),
        ("CALL () { MATCH (n:Clue) RETURN n } WITH n WHERE visible(n) RETURN n LIMIT 5", set()),
        ("MATCH (n:Clue)-[x:R]->(e) WHERE visible(n) RETURN n, COLLECT { MATCH (e) WHERE visible(x) RETURN e LIMIT 2 }", {"e"}),
        ("MATCH (n:Clue) WHERE visible(n) WITH n LIMIT 5 MATCH (n)-[x:R]->(e) WHERE visible(x, e) RETURN e", set()),
        ("CALL db.index.fulltext.queryNodes('w', $w, {limit: 9}) YIELD n WHERE visible(n)", {"CALL db.index.fulltext.queryNodes('w', $w, {limit"}),
        ("MATCH p = SHORTEST 2 (a) (()-[r]-(x) WHERE visible(r)){1,4} (b)", {"x", "a", ""}),
    ],
)  # fmt: skip
def test_the_walk_finds_what_is_cut_too_early(text: str, expected: set[str]) -> None:
    assert cut_unseen(QueryFile("read/x", {}, written_out(text))) == expected


@pytest.mark.parametrize(
    ("root", "given", "sought_by"),
    [
        ("node", {"id": "clue:X1"}, "(asked:Clue {number: $id})"),
        ("expand", {"id": "vehicle:赣K12345"}, "(asked:Vehicle {plate: $id})"),
        ("auditLinkedIssues", {"unit": "unit:2"}, "(asked:Unit {uscc: $unit})"),
        ("auditLinkedIssues", {"round": "round:3"}, "(a:InspectionRound {round_code: $round})"),
        ("person", {"id": "person:1"}, ":Person {id_number: $id})"),
        ("inspectionRounds", {"filter": {"id": "round:3"}}, "n.uid = $where.v0"),  # looked up first, as in every filter
    ],
)
def test_a_kind_with_its_number_is_sought_by_that_number(root: str, given: dict[str, Any], sought_by: str) -> None:
    assert sought_by in composed(plan_of(roots()[root]), given).text
