"""Roles are data: which team has which, and what follows for what it reads and may do."""

from pathlib import Path

import pytest

from graph_service.errors import BadInput
from graph_service.rights.audiences import EVERYONE
from graph_service.rights.roles import Grant, read_roles
from tests.queries import all_files
from tests.unit.tree import PRODUCT, named, python, texts

OTHER_CITY = """
teams: {审计组: OUTSIDE, "技术*": KEEPER, "*": INSIDE}
roles: {OUTSIDE: [], KEEPER: [READ_SHARED, WATCH_SOURCES], INSIDE: [READ_SHARED, JUDGE]}
"""


@pytest.mark.parametrize(
    ("teams", "tokens", "grants"),
    [
        ([], [], set()),
        (["DISC_1"], ["DISC_1", EVERYONE], {Grant.READ_SHARED, Grant.JUDGE}),
        (["AUDIT"], ["AUDIT"], {Grant.JUDGE}),
        (["UNIT_OFFICER"], ["UNIT_OFFICER"], {Grant.JUDGE}),
        (["DISC_1", "AUDIT"], ["DISC_1", "AUDIT"], {Grant.JUDGE}),
        (["IT"], ["IT", EVERYONE], {Grant.READ_SHARED, Grant.WATCH_SOURCES}),
        (["IT", "DISC_1"], ["IT", "DISC_1", EVERYONE], {Grant.READ_SHARED, Grant.WATCH_SOURCES, Grant.JUDGE}),
        (["PETITION"], ["PETITION", EVERYONE], {Grant.READ_SHARED, Grant.JUDGE, Grant.OPEN_VAULT}),
        (["CHIEF"], ["CHIEF", EVERYONE], {Grant.READ_SHARED, Grant.WATCH_SOURCES, Grant.JUDGE}),
    ],
)
def test_what_a_team_stands_for_and_may_do(teams: list[str], tokens: list[str], grants: set[Grant]) -> None:
    roles = read_roles()

    assert roles.tokens(teams) == tokens
    assert roles.of(teams) == grants


def test_another_city_gives_its_own_teams(tmp_path: Path) -> None:
    path = tmp_path / "roles.yaml"
    path.write_text(OTHER_CITY, encoding="utf-8")

    roles = read_roles(path)

    assert not roles.is_inside("审计组")
    assert roles.is_inside("第一室")
    assert roles.of(["技术保障"]) == {Grant.READ_SHARED, Grant.WATCH_SOURCES}
    assert roles.tokens(["AUDIT"]) == ["AUDIT", EVERYONE], "a code of the demo city means nothing here"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("teams: {A: B}\nroles: {}", "no role is called B"),
        ("teams: {A: B}\nroles: {B: [FLY]}", "at roles.B.0"),
        ("teams: [A]\nroles: {}", "at teams"),
        ("- a: [", "cannot be read"),
        ("more: 1\nteams: {}\nroles: {}", "at more"),
    ],
)
def test_a_file_that_says_nonsense_is_refused(text: str, says: str, tmp_path: Path) -> None:
    path = tmp_path / "roles.yaml"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(BadInput, match=says) as refused:
        read_roles(path)
    assert refused.value.mend


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="cannot be read"):
        read_roles(tmp_path / "none.yaml")


def test_no_team_of_the_demo_city_is_named_in_the_service() -> None:
    codes = {"AUDIT", "MEDIA_DESK", "ORG_DEPT", "CASE_MGMT", "CHIEF", "IT", "UNIT_", "UNIT_OFFICER", "INSP_OFFICE"}
    said = [
        f"{named(path)}:{line}"
        for path in python(*PRODUCT)
        if not {"city", "demo"} & set(path.parts) and named(path) != "schema/vocabulary.py"  # AUDIT is a channel there
        for line, text in texts(path)
        if text in codes
    ]
    said += [file.name for file in all_files() if any(f"'{code}'" in file.whole for code in codes)]

    assert said == []


def test_a_refusal_of_a_file_says_where_and_lists_the_roles_there_are(tmp_path: Path) -> None:
    path = tmp_path / "roles.yaml"
    path.write_text("teams: {A: Z, B: Y}\nroles: {C: [JUDGE], B: [JUDGE]}", encoding="utf-8")
    with pytest.raises(BadInput) as caught:
        read_roles(path)
    assert (caught.value.what, caught.value.mend) == ("no role is called Y", "use one of B, C")

    path.write_text("teams: [A]\nroles: [B]", encoding="utf-8")
    with pytest.raises(BadInput) as caught:
        read_roles(path)
    assert caught.value.what == "the file of roles cannot be read at teams, roles"
    assert caught.value.mend == "write it like roles.yaml in graph_service/rights"

    path.write_text("- a: [", encoding="utf-8")
    with pytest.raises(BadInput) as caught:
        read_roles(path)
    assert caught.value.what == "the file of roles cannot be read"
