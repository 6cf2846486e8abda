"""A crime graph from its exported files, by the drafts that were mended: every row is in, and each fact as it was written."""

from typing import Any

from loaders.declare.source_file import read_source
from loaders.load.one_source import load_source
from tests.loading import Loading
from tests.pole import COUNTS, LINKS, POLE, pole

_LABELS = {"persons": "Person", "locations": "Place", "crimes": "Clue", "officers": "CaseOfficer", "phones": "Phone",
           "phone_calls": "PhoneCall", "vehicles": "Vehicle"}  # fmt: skip
_TYPES = {"knows": "KNOWS", "family_rel": "KIN_OF", "current_address": "LOCATED_AT", "has_phone": "USES_PHONE", "party_to": "NAMES",
          "occurred_at": "NAMES", "investigated_by": "INVESTIGATED_BY", "caller": "CALLED_FROM", "called": "CALLED_TO",
          "involved_in": "NAMES"}  # fmt: skip


def _one(loading: Loading, query: str) -> tuple[Any, ...]:
    (row,) = loading.rows(query)
    return tuple(row.values())


def test_every_row_is_in_and_says_what_it_said(loading: Loading) -> None:
    for name, text in pole().items():
        loading.write(name, text)

    for name in LINKS | COUNTS:  # ties first: their ends wait as stubs
        outcome = load_source(
            read_source(POLE / "mended" / f"{name}.yaml"), loading.folder, loading.environment, lambda *_: None
        )
        assert (outcome.merged, outcome.rejected) == ((LINKS | COUNTS)[name], 0), name

    for name, label in _LABELS.items():
        assert _one(loading, f"MATCH (n:{label}) RETURN count(n), count(n.stub)") == (COUNTS[name], 0), label
    for name, kind in _TYPES.items():
        assert _one(loading, f"MATCH ()-[r:{kind} {{source: '{name}'}}]->() RETURN count(r)") == (LINKS[name],), name
    _says_what_it_said(loading)


def _says_what_it_said(loading: Loading) -> None:
    place = "MATCH (p:Place {address: '1 Mill Lane'})<-[:STATED_OF]-(f:Fact) RETURN p.latitude, p.longitude, f.fact_name, f.fact_text"
    assert _one(loading, place) == (51.7, -1.26, "postcode", "OX0 0AB")
    crime = "MATCH (c:Clue {number: '0000000000'}) RETURN toString(c.occurred_from), c.title, c.channel"
    assert _one(loading, crime) == ("2017-08-01", "Burglary", "OTHER")
    handled = (
        "MATCH (:Clue {number: '0000000000'})-[:INVESTIGATED_BY]->(o:CaseOfficer) "
        "RETURN o.officer_as_named, o.badge_number, o.officer_rank"
    )
    assert _one(loading, handled) == ("Ada Yarrow", "26-5234182", "Constable")
    call = "MATCH (c:PhoneCall)-[:CALLED_FROM]->(p:Phone) WHERE c.call_number = '150007' RETURN toString(c.occurred_at), c.seconds, p.phone_number"
    assert _one(loading, call) == ("2017-08-08T07:07:00", 41, "8-(607)149-1259")
    words = loading.rows("MATCH ()-[r:KNOWS]->() RETURN r.word AS word, count(*) AS times ORDER BY word")
    assert words == [{"word": each, "times": 55} for each in ("KNOWS", "KNOWS_LW", "KNOWS_PHONE", "KNOWS_SN")]
    kin = loading.rows(
        "MATCH ()-[r:KIN_OF]->() RETURN r.word AS word, r.relation AS relation, count(*) AS times ORDER BY word"
    )
    assert [tuple(row.values()) for row in kin] == [
        ("GRANDPARENT", None, 20), ("PARENT", "PARENT", 20), ("SIBLING", "SIBLING", 20),
    ]  # fmt: skip
    person = "MATCH (p:Person {name: 'Ada Marlow'})<-[:STATED_OF]-(f:Fact {fact_name: 'age'}) RETURN min(toInteger(f.fact_text))"
    assert _one(loading, person) == (20,)
