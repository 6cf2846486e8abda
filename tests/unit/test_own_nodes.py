"""What the service writes about a matter or an entity lives in nodes of its own: only loading sets what records hold."""

import re

from graph_service.cypher.files import QueryFile
from tests.queries import all_files

_BY_LOADING = {"loading", "rejects", "disputes", "migrations", "sources"}
_OWN = "a node of the service's own"
_OWN_TIE = "a relationship of the service's own between records, which says what their texts say"
_MARK = "a mark for the next proposing of links, no property"
_RAISED = "an alert that a comparison model raised"
_MERGED = "a record that was merged: for whom it answers and who may read it; taken back whole, folded again by a load"
# Whatever a query of the service sets, by file and variable, and what that is.
SET_BY_THE_SERVICE = {
    "access/answer": {"r": _OWN},
    "access/ask": {"r": _OWN},
    "access/hold": {"r": _OWN},
    "access/revoke": {"r": _OWN},
    "access/turn": {"b": _OWN},
    "alerts/check": {"before": _OWN, "k": _OWN},
    "alerts/drop": {"a": _RAISED, "b": _OWN, "l": _MARK, "c": _OWN},
    "alerts/ran": {"r": _OWN},
    "alerts/running": {"r": _OWN},
    "alerts/turn": {"b": _OWN},
    "changes/begin": {"b": _OWN},
    "editions/count_up": {"e": _OWN, "b": _OWN, "c": _OWN},
    "alerts/write": {"a": _RAISED, "r": _OWN_TIE, "c": _OWN},
    "identity/judge": {"c": _OWN, "before": _OWN, "b": _OWN},
    "identity/propose": {"c": _OWN},
    "identity/lend": {"s": "the survivor of a merge, which shows for others what they lend it"},
    "identity/merge": {"s": _MARK, "a": _MERGED, "x": _MERGED, "m": _OWN, "made": "a relationship that goes over", "c": _OWN},
    "identity/unmerge": {
        "s": _MARK, "a": _MERGED, "x": _MERGED, "l": _OWN,
        "made": "a relationship that comes back", "c": _OWN,
    },
    "interventions/keep": {"k": _OWN, "b": _OWN},
    "interventions/turn": {"b": _OWN},
    "judging/overrule": {"c": _OWN},
    "judging/tie": {"c": _OWN},
    "links/groundless": {"l": _OWN},
    "links/hold": {"l": _OWN},
    "links/judge": {"l": _OWN, "before": _OWN, "b": _OWN},
    "links/merge": {"l": _OWN},
    "links/place": {"l": _OWN},
    "notices/tell": {"b": _OWN},
    "notices/tell_withdrawn": {"b": _OWN},
    "links/run_done": {"r": _OWN},
    "links/settled": {"n": _MARK},
    "links/stirred": {"n": _MARK},
    "mentions/alike_drop": {"one": _MARK},
    "mentions/alike_write": {"r": _OWN_TIE, "one": _MARK},
    "mentions/drop": {"m": _MARK},
    "mentions/write": {"m": _MARK, "x": _OWN},
    "search/edition": {"e": _OWN},
    "search/marked": {"n": "a mark for the next giving of search keys, no property"},
    "search/write": {"n": "what search finds a record by, made of what it shows; a load takes it away with what it was made of"},
    "rights/audiences_merge": {"a": _OWN},
    "notices/tell_check": {"b": _OWN},
    "notices/tell_work": {"b": _OWN, "n": _OWN},
    "notices/tell_series": {"b": _OWN},
    "probing/miss": {"p": _OWN},
    "probing/tell": {"p": _OWN, "b": _OWN},
    "probing/touch": {"p": _OWN},
    "recusal/decide": {"k": _OWN},
    "recusal/declare": {"k": _OWN},
    "recusal/hold": {"k": _OWN},
    "recusal/turn": {"b": _OWN},
    "series/absorb": {"a": _OWN, "led": _OWN},
    "series/close": {"s": _OWN},
    "series/lead": {"s": _OWN},
    "series/remove": {"k": _OWN},
    "series/say": {"e": _OWN},
    "series/turn": {"b": _OWN},
    "tasks/make": {"t": _OWN},
    "tasks/step": {"s": _OWN, "before": _OWN, "i": _OWN, "made": _OWN},
    "tasks/turn": {"b": _OWN},
    "views/drop": {"v": _OWN, "a": _OWN},
    "views/keep": {"v": _OWN, "a": _OWN},
    "views/turn": {"b": _OWN},
    "work/step": {"s": _OWN, "before": _OWN, "b": _OWN},
    "work/turn": {"b": _OWN},
}  # fmt: skip
_INSIDE = re.compile(r"\[[^\[\]]*\]|\{[^{}]*\}")
_SET = re.compile(r"\b(?:SET|REMOVE) ([^\n]+(?:\n  [^\n]+)*)")
_TARGET = re.compile(r"(?:^|, *\n? *)(\w+)(?:\.\w+|:\w+| \+?= )")


def set_in(file: QueryFile) -> set[str]:
    """Return the variables of which a file sets something."""
    clauses = (_INSIDE.sub("", clause) for clause in _SET.findall(file.whole))
    return {variable for clause in clauses for variable in _TARGET.findall(clause)}


def test_the_service_writes_into_nodes_of_its_own() -> None:
    found = {file.name: set_in(file) for file in all_files() if file.name.partition("/")[0] not in _BY_LOADING}

    assert {name: names for name, names in found.items() if names} == {
        name: set(known) for name, known in SET_BY_THE_SERVICE.items()
    }


def test_what_is_set_is_seen() -> None:
    file = QueryFile(
        "x", {}, "MATCH (n)\nSET n.a = 1, m:Loose,\n  o += $p\nREMOVE q.b\nSET r = {a: s.b}, t.c = [u.d, 1]"
    )

    assert set_in(file) == {"n", "m", "o", "q", "r", "t"}
