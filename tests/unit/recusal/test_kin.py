"""Who is near kin: each kind of relation, stated from either end, and what is just beyond."""

import pytest

from graph_service.recusal.kin import BLOOD, SPOUSE, UNSTATED, Kinship, near_kin

_BACK = {"PARENT": "CHILD", "CHILD": "PARENT"}
IN_LAW = "IN_LAW"


def chain(*steps: str | None, from_the_end: bool = False) -> list[Kinship]:
    """Return kinships in a row: p0 is the officer, each next one is `step` of the one before."""
    made = []
    for place, step in enumerate(steps):
        near, far = f"p{place}", f"p{place + 1}"
        said = _BACK.get(step or "", step) if from_the_end else step
        ends = (far, near) if from_the_end else (near, far)
        made.append(Kinship(*ends, said, f"k{place}", ((f"k{place}", 7),)))
    return made


def last_of(kinships: list[Kinship]) -> str | None:
    """Return as what the last person of a chain is near, or nothing."""
    return {each.uid: each.kind for each in near_kin(["p0"], kinships)}.get(f"p{len(kinships)}")


NEAR = {
    "spouse": (["SPOUSE"], SPOUSE),
    "parent": (["PARENT"], BLOOD),
    "child": (["CHILD"], BLOOD),
    "sibling": (["SIBLING"], BLOOD),
    "grandparent": (["PARENT", "PARENT"], BLOOD),
    "grandchild": (["CHILD", "CHILD"], BLOOD),
    "half-sibling by a parent": (["PARENT", "CHILD"], BLOOD),
    "uncle": (["PARENT", "SIBLING"], BLOOD),
    "uncle by a grandparent": (["PARENT", "PARENT", "CHILD"], BLOOD),
    "nephew": (["SIBLING", "CHILD"], BLOOD),
    "cousin": (["PARENT", "SIBLING", "CHILD"], BLOOD),
    "cousin by a grandparent": (["PARENT", "PARENT", "CHILD", "CHILD"], BLOOD),
    "cousin's spouse": (["PARENT", "PARENT", "CHILD", "CHILD", "SPOUSE"], IN_LAW),
    "spouse's parent": (["SPOUSE", "PARENT"], IN_LAW),
    "spouse's sibling": (["SPOUSE", "SIBLING"], IN_LAW),
    "spouse's sibling by a parent": (["SPOUSE", "PARENT", "CHILD"], IN_LAW),
    "spouse of a spouse's sibling": (["SPOUSE", "SIBLING", "SPOUSE"], IN_LAW),
    "stepchild": (["SPOUSE", "CHILD"], IN_LAW),
    "step-parent": (["PARENT", "SPOUSE"], IN_LAW),
    "child's spouse": (["CHILD", "SPOUSE"], IN_LAW),
    "parent of a child's spouse": (["CHILD", "SPOUSE", "PARENT"], IN_LAW),
    "sibling's spouse": (["SIBLING", "SPOUSE"], IN_LAW),
    "other parent of a child": (["CHILD", "PARENT"], SPOUSE),
    "kin by marriage, as a source states it": (["IN_LAW"], IN_LAW),
    "kin of whom nothing more is stated": ([None], UNSTATED),
}
FAR = {
    "great-grandparent": ["PARENT", "PARENT", "PARENT"],
    "grandparent's sibling": ["PARENT", "PARENT", "SIBLING"],
    "cousin's child": ["PARENT", "SIBLING", "CHILD", "CHILD"],
    "nephew's child": ["SIBLING", "CHILD", "CHILD"],
    "sibling of a child's spouse": ["CHILD", "SPOUSE", "SIBLING"],
    "spouse's uncle": ["SPOUSE", "PARENT", "SIBLING"],
    "spouse's grandparent": ["SPOUSE", "PARENT", "PARENT"],
    "parent of a sibling's spouse": ["SIBLING", "SPOUSE", "PARENT"],
    "kin of somebody who is kin by marriage": ["IN_LAW", "SIBLING"],
    "kin of a parent, unstated": ["PARENT", None],
    "kin of somebody unstated": [None, "SPOUSE"],
}  # fmt: skip


@pytest.mark.parametrize("from_the_end", [False, True], ids=["stated by the officer", "stated by the relative"])
@pytest.mark.parametrize(("steps", "kind"), NEAR.values(), ids=NEAR)
def test_near_kin_are_found_whoever_states_it(steps: list[str | None], kind: str, from_the_end: bool) -> None:
    assert last_of(chain(*steps, from_the_end=from_the_end)) == kind


@pytest.mark.parametrize("from_the_end", [False, True], ids=["stated by the officer", "stated by the relative"])
@pytest.mark.parametrize("steps", FAR.values(), ids=FAR)
def test_who_is_beyond_is_not(steps: list[str | None], from_the_end: bool) -> None:
    assert last_of(chain(*steps, from_the_end=from_the_end)) is None


def test_a_relative_is_told_by_the_shortest_chain_with_all_that_it_rests_on() -> None:
    kinships = [
        *chain("PARENT", "CHILD"),
        Kinship("p2", "p0", "SIBLING", "k9", (("k9", 7),)),
        Kinship("p8", "p9", "SPOUSE", "k8"),
    ]

    found = {each.uid: each for each in near_kin(["p0"], kinships)}

    assert set(found) == {"p1", "p2"}
    assert (found["p2"].kind, found["p2"].via) == (BLOOD, (("k9", 7),))


def test_an_officer_who_is_two_people_of_the_graph_is_no_relative_of_himself() -> None:
    assert [each.uid for each in near_kin(["p0", "p2"], chain("PARENT", "CHILD", "SPOUSE"))] == ["p1", "p3"]
