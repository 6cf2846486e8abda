"""Who asks by an id or number of a node that was merged is answered for its survivor, where both are open to the viewer."""

import pytest

from graph_service.cypher.redirects import answering

_OWN = "coalesce(asked_{0}.own_audience, asked_{0}.audience) IN $viewer_audiences"
_SURVIVOR = "coalesce(asked_{0}.survivor, asked_{0}.uid) AS answering_{0}\n"


def _found(param: str, pattern: str, carried: str = "") -> str:
    return (
        f"MATCH (asked_{param}:{pattern})\nWHERE {_OWN.format(param)}\nWITH DISTINCT {carried}{_SURVIVOR.format(param)}"
    )


@pytest.mark.parametrize(
    ("label", "condition", "pattern", "led"),
    [
        ("Person", "n.uid = $id", "Person {uid: $id}", "n.uid = answering_id"),
        ("Unit", "n.uid = $of", "Unit {uid: $of}", "n.uid = answering_of"),
        # a number that identifies leads as a uid does
        ("Person", "n.id_number = $number", "Person {id_number: $number}", "n.uid = answering_number"),
        # what the condition points at, whatever kind is listed
        (
            "Clue",
            "EXISTS { (n)-[:NAMES]->(:Person {uid: $person}) }",
            "Person {uid: $person}",
            "EXISTS { (n)-[:NAMES]->(:Person {uid: answering_person}) }",
        ),
        (
            "Clue",
            "EXISTS { (n)--(e:Person|Unit {uid: $entity}) WHERE e.uid <> $entity }",
            "Person|Unit {uid: $entity}",
            "EXISTS { (n)--(e:Person|Unit {uid: answering_entity}) WHERE e.uid <> answering_entity }",
        ),
    ],
)
def test_what_is_asked_of_an_entity_is_asked_of_its_survivor(
    label: str, condition: str, pattern: str, led: str
) -> None:
    param = pattern.rpartition("$")[2].rstrip("}")

    assert answering([condition], label) == (_found(param, pattern), [led])


@pytest.mark.parametrize(
    ("label", "condition"),
    [
        ("Clue", "n.uid = $id"),  # matters are not merged
        ("Clue", "n.number = $number"),
        ("Person", "n.name = $name"),  # a name identifies nobody
        ("Clue", "EXISTS { (n)--(:Clue {uid: $clue}) }"),
        ("Clue", "EXISTS { (n)--(:Person|Clue {uid: $either}) }"),
        ("Person", "n.id_number STARTS WITH $number"),
        ("Person", "m.uid = $id"),
    ],
)
def test_what_names_nothing_that_is_merged_stays_as_it_is(label: str, condition: str) -> None:
    assert answering([condition], label) == ("", [condition])


def test_each_of_several_ids_is_found_once_and_carried_on() -> None:
    led, conditions = answering(
        [
            "n.uid = $id",
            "EXISTS { (n)--(:Unit {uid: $unit}) }",
            "EXISTS { (n)--(:Unit {uid: $unit}) AND $units }",
            "n.born_on > $from",
        ],
        "Person",
    )

    assert led == _found("id", "Person {uid: $id}") + _found("unit", "Unit {uid: $unit}", "answering_id, ")
    assert conditions == [
        "n.uid = answering_id",
        "EXISTS { (n)--(:Unit {uid: answering_unit}) }",
        "EXISTS { (n)--(:Unit {uid: answering_unit}) AND $units }",
        "n.born_on > $from",
    ]
