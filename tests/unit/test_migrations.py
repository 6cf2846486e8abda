"""What a released migration did stays as it was, and what a model may not change under a graph that exists."""

import re
from typing import Any

import pytest

from graph_service.migrations.numbered import STEPS, names_made, numbered_steps
from graph_service.migrations.state import Held, is_newer
from schema import KINDS, RELATIONSHIP_TYPES, ddl
from schema.ddl import Form, Wanted
from tests.queries import all_files

# Recorded in every graph that was made before 2026-11-28; a graph whose record differs is refused.
_CHECKSUMS = {
    1: "42bcc8ea1fe19336",
    2: "992b807267282611",
    3: "a7f868bd99c0b8ba",
    4: "8507d0ec9ee45bfc",
    5: "7a0166b80e91e835",
    6: "5e8298b700bc035f",
    7: "26ee43f6235b1f11",
}
# A uid follows from prefix, and from the value of the first identifier that is stated: changed here, every record of an
# existing graph would be loaded a second time beside itself. A change needs a numbered step that rewrites the uids.
_IDENTITIES = {
    "Clue": ("clue", ()),
    "AuditFinding": ("auditfinding", ()),
    "InspectionIssue": ("issue", ()),
    "Ticket": ("ticket", ()),
    "Alert": ("alert", ()),
    "Person": ("person", ("id_number",)),
    "Unit": ("unit", ("uscc",)),
    "Vehicle": ("vehicle", ("plate",)),
    "FuelCard": ("fuelcard", ("card_number",)),
    "Phone": ("phone", ("phone_number",)),
    "Account": ("account", ("account_number",)),
    "Place": ("place", ("address",)),
    "Project": ("project", ("project_number",)),
    "Contract": ("contract", ("contract_number",)),
    "AuditReport": ("auditreport", ("report_number",)),
    "InspectionRound": ("round", ("round_code",)),
    "Refuelling": ("refuelling", ()),
    "Trip": ("trip", ()),
    "ReceptionBill": ("bill", ()),
    "SubsidyPayment": ("subsidy", ()),
    "Bid": ("bid", ()),
    "Team": ("team", ("team_code",)),
    "Officer": ("officer", ("officer_id",)),
}


def test_a_released_step_stays_as_it_was() -> None:
    assert {step.version: step.checksum for step in numbered_steps()}.items() >= _CHECKSUMS.items()


def test_steps_are_numbered_without_a_gap_and_named_apart() -> None:
    steps = numbered_steps()

    assert [step.version for step in steps] == list(range(1, len(list(STEPS.glob("*.cypher"))) + 1))
    assert len({step.name for step in steps}) == len(steps)
    assert all(step.statements for step in steps)
    assert {"clue_uid", "names_uid", "words", "mention_uid"} <= names_made()


def test_a_released_kind_keeps_what_its_uids_follow_from() -> None:
    now = {label: (kind.PREFIX, kind.IDENTIFIERS) for label, kind in KINDS.items()}

    assert now.items() >= _IDENTITIES.items()


def test_the_needs_of_the_model_have_names_of_their_own() -> None:
    needs = ddl.wanted()

    assert len({each.name for each in needs}) == len(needs)
    assert {each.labels[0] for each in needs if each.form is Form.UNIQUE} >= {*KINDS, *RELATIONSHIP_TYPES}


_MADE_WITH_UID = re.compile(r"\b(?:CREATE|MERGE) [^\n]*?\(\w*:([A-Z]\w+) \{\s*uid:")


def test_whatever_is_made_with_a_uid_has_its_constraint() -> None:
    made = {label for file in all_files() for label in _MADE_WITH_UID.findall(file.whole)}
    unique = {label for each in ddl.wanted() if each.form is Form.UNIQUE for label in each.labels}

    assert made >= {"Link", "LinkJudgement", "IdentityJudgement", "IdentityChange", "Mention"}
    assert made <= unique


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("0.2.0", "0.1.0", True),
        ("0.10.0", "0.9.9", True),
        ("1.0", "0.99.1", True),
        ("0.1.0", "0.1.0", False),
        ("0.1.0", "0.1.1", False),
        ("0", "0.1.0", False),
    ],
)
def test_versions_are_compared_by_their_numbers(one: str, other: str, expected: bool) -> None:
    assert is_newer(one, other) is expected


_WORDS = Wanted("words", Form.FULLTEXT, ("A", "B"), ("x", "y"))
_SOUGHT = Wanted("a_x", Form.RANGE, ("A",), ("x",))
_ONCE = Wanted("a_uid", Form.UNIQUE, ("A",), ("uid",))


def _held(form: str, labels: str, fields: str, **other: Any) -> Held:
    told: dict[str, Any] = {"on": "NODE", "failed": False, "filling": False, "analyzer": "cjk"} | other
    return Held("any", form, labels=frozenset(labels.split()), fields=frozenset(fields.split()), **told)


@pytest.mark.parametrize(
    ("held", "need", "served", "by_more_too"),
    [
        (_held("FULLTEXT", "B A", "y x"), _WORDS, True, True),
        (_held("FULLTEXT", "A B C", "x y"), _WORDS, False, True),
        (_held("FULLTEXT", "A B", "x y z"), _WORDS, False, True),
        (_held("FULLTEXT", "A", "x y"), _WORDS, False, False),
        (_held("FULLTEXT", "A B", "x y", analyzer="standard"), _WORDS, False, False),
        (_held("FULLTEXT", "A B", "x y", failed=True), _WORDS, False, False),
        (_held("RANGE", "A", "x"), _SOUGHT, True, True),
        (_held("UNIQUE", "A", "x"), _SOUGHT, True, True),
        (_held("RANGE", "A", "x z"), _SOUGHT, False, False),
        (_held("RANGE", "A", "x", on="RELATIONSHIP"), _SOUGHT, False, False),
        (_held("TEXT", "A", "x"), _SOUGHT, False, False),
        (_held("UNIQUE", "A", "uid"), _ONCE, True, True),
        (_held("RANGE", "A", "uid"), _ONCE, False, False),
    ],
)
def test_what_a_graph_has_serves_a_need_whatever_its_name(
    held: Held, need: Wanted, served: bool, by_more_too: bool
) -> None:
    assert held.serves(need) is served
    assert held.serves(need, more_too=True) is by_more_too
