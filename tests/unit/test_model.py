"""The names of the API and of the graph are two spellings of the same."""

import pytest

from graph_service.api.schema import build_schema
from graph_service.cypher.project.projection import label_of
from graph_service.model import ABSTRACT, EDGES, camel, end_type, is_temporal, properties_of, snake, walks_of
from schema import ENTITY, KINDS, MATTER, RELATIONSHIPS

SCHEMA = build_schema()._schema


def fields_of(name: str) -> set[str]:
    return set(SCHEMA.type_map[name].fields)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("stored", "shown"),
    [("number", "number"), ("id_number", "idNumber"), ("is_top_leader", "isTopLeader"), ("amount_fen", "amountFen")],
)
def test_names_are_spelt_both_ways(stored: str, shown: str) -> None:
    assert camel(stored) == shown
    assert snake(shown) == stored


def test_every_property_there_is_survives_both_spellings() -> None:
    names = {name for kind in KINDS.values() for name in kind.model_fields}
    names |= {name for link in RELATIONSHIPS for name in link.ties.model_fields}

    assert {snake(camel(name)) for name in names} == names


@pytest.mark.parametrize("label", KINDS)
def test_a_kind_shows_its_properties_and_its_links(label: str) -> None:
    expected = {"id", "caption", "provenance", *properties_of(label), *walks_of(label)}
    expected |= {f"{name}Connection" for name in walks_of(label)}
    expected |= {"mentions", "series", "subjects"} if label in MATTER else set()
    expected |= {"checks", "review"} if label == "Alert" else {"life"} if label == "Ticket" else set()
    expected |= (
        {"stage", "heldBy", "steps", "deadlines", "allowedActions", "custody", "routes", "tookIn"}
        if label == "Clue"
        else set()
    )

    assert fields_of(label) == expected
    assert {stored for stored, _ in properties_of(label).values()} == set(KINDS[label].model_fields)


@pytest.mark.parametrize("edge", EDGES)
def test_an_edge_shows_its_two_ends_and_what_it_carries(edge: str) -> None:
    link = EDGES[edge]

    turned = ({"outgoing"} if link.turns else set()) | ({"statements"} if link.mutual else set())
    assert fields_of(edge) == {"id", "provenance", link.start_name, link.end_name, *properties_of(edge), *turned}


@pytest.mark.parametrize("family", ABSTRACT)
def test_a_family_shows_what_all_its_kinds_have(family: str) -> None:
    shared = set.intersection(*(fields_of(label) for label in ABSTRACT[family]))

    own = {"Series", "Link", "Load"} if family == "Node" else set()  # the service's own nodes have ids like any other
    possible = {each.name for each in SCHEMA.get_possible_types(SCHEMA.type_map[family])}  # type: ignore[arg-type]
    assert fields_of(family) <= shared
    assert possible == set(ABSTRACT[family]) | own


def test_walks_go_both_ways() -> None:
    assert walks_of("Clue")["names"].forward
    assert not walks_of("Person")["namedIn"].forward
    assert walks_of("Matter")["names"].link.type == walks_of("Entity")["namedIn"].link.type == "NAMES"


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        (("Person",), "Person"),
        (MATTER, "Matter"),
        (ENTITY, "Entity"),
        (("Person", "Unit"), "Entity"),
        (("Clue", "Team"), "Node"),
    ],
)
def test_an_end_has_the_smallest_type_that_covers_it(labels: tuple[str, ...], expected: str) -> None:
    assert end_type(labels) == expected


def test_days_and_times_travel_as_text() -> None:
    assert is_temporal(KINDS["Clue"], "received_on")
    assert is_temporal(KINDS["Ticket"], "asked_at")
    assert not is_temporal(KINDS["Clue"], "amount_fen")


@pytest.mark.parametrize("label", KINDS)
def test_an_id_says_which_label_to_look_in(label: str) -> None:
    assert label_of(f"{KINDS[label].PREFIX}_4f") == label


@pytest.mark.parametrize("text", ["", "x", "x_1", "Clue_1", "_", "clues_1"])
def test_what_is_no_id_of_ours_has_no_label(text: str) -> None:
    assert label_of(text) is None
