"""Roles are data: which team has which, and what follows for what it reads and may do."""

from pathlib import Path

import pytest

from graph_service.cypher.seen.sight import Sight
from graph_service.errors import BadInput, NotAllowed
from graph_service.rights.audiences import EVERYONE
from graph_service.rights.roles import Grant, read_roles
from schema import KINDS
from schema.record import DataClass
from tests.queries import all_files
from tests.unit.tree import PRODUCT, named, python, texts

OTHER_CITY = """
teams: {审计组: OUTSIDE, "技术*": KEEPER, "*": INSIDE}
posts: {分管领导: LEADER}
roles:
  OUTSIDE: {whole: [D1, D7], masked: [D2]}
  KEEPER: {may: [READ_SHARED, WATCH_SOURCES], whole: [D1, D9]}
  INSIDE: {may: [READ_SHARED, JUDGE], whole: [D1, D2]}
  LEADER: {may: [READ_SHARED], whole: [D1, D5]}
"""


@pytest.mark.parametrize(
    ("teams", "tokens", "grants"),
    [
        ([], [], set()),
        (["DISC_1"], ["DISC_1", EVERYONE], {Grant.READ_SHARED, Grant.JUDGE, Grant.HANDLE}),
        (["AUDIT"], ["AUDIT"], {Grant.JUDGE}),
        (["UNIT_OFFICER"], ["UNIT_OFFICER"], {Grant.JUDGE, Grant.ANSWER_TICKETS}),
        (["DISC_1", "AUDIT"], ["DISC_1", "AUDIT"], {Grant.JUDGE}),
        (["PETITION", "AUDIT"], ["PETITION", "AUDIT"], {Grant.JUDGE}),
        (["CHIEF", "UNIT_OFFICER"], ["CHIEF", "UNIT_OFFICER"], {Grant.JUDGE, Grant.ANSWER_TICKETS}),
        (["IT"], [], {Grant.WATCH_SOURCES}),
        (["SECURITY_ADMIN"], [], {Grant.WATCH_PROBING}),
        (["LOG_ADMIN"], [], set()),
        (
            ["PETITION"],
            ["PETITION", EVERYONE],
            {Grant.READ_SHARED, Grant.JUDGE, Grant.OPEN_VAULT, Grant.TAKE_PETITIONS},
        ),
        (
            ["CHIEF"],
            ["CHIEF", EVERYONE],
            {
                Grant.READ_SHARED,
                Grant.WATCH_SOURCES,
                Grant.JUDGE,
                Grant.RECUSE_ALL,
                Grant.APPROVE_AS_LEADER,
                Grant.APPROVE_AS_CHIEF,
            },
        ),
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
    assert roles.sight(["第一室"]) == _sees("D1 D2")
    assert roles.sight(["第一室"], ["分管领导"]) == _sees("D1 D2 D5"), "a post adds to what the team sees"
    assert roles.sight(["第一室", "审计组"]) == _sees("D1 D7", "D2"), "who also works outside sees what is seen there"
    assert roles.sight([]) == _sees("")


def _sees(whole: str, masked: str = "") -> Sight:
    return Sight(frozenset(map(DataClass, whole.split())), frozenset(map(DataClass, masked.split())))


_ADMINISTRATORS = ("IT", "SECURITY_ADMIN", "LOG_ADMIN")


def test_three_officers_run_the_system_and_see_nothing() -> None:
    roles = read_roles()

    for team in _ADMINISTRATORS:
        assert roles.tokens([team]) == []
        assert roles.sight([team]).closed == tuple(KINDS)
        assert roles.of([team]) <= {Grant.WATCH_SOURCES, Grant.WATCH_PROBING}


@pytest.mark.parametrize(("teams", "posts", "decides"), [
    (["SUPERVISION_1"], ["负责人"], True), (["SUPERVISION_1"], ["干部"], False), ([], ["负责人"], False),
    (["AUDIT"], ["负责人"], False), (["IT"], ["负责人"], False), (["SUPERVISION_1", "AUDIT"], ["负责人"], False),
])  # fmt: skip
def test_who_leads_a_team_decides_on_recusals_in_it(teams: list[str], posts: list[str], decides: bool) -> None:
    assert (Grant.RECUSE_TEAM in read_roles().of(teams, posts)) is decides


@pytest.mark.parametrize("team", _ADMINISTRATORS)
def test_who_runs_the_system_has_no_other_role(team: str) -> None:
    roles = read_roles()

    for other in ({*_ADMINISTRATORS, "DISC_1", "AUDIT"}) - {team}:
        with pytest.raises(NotAllowed, match="exclude each other"):
            roles.held([team, other])
    with pytest.raises(NotAllowed, match="exclude each other"):
        roles.held([team], ["分管领导"])


def test_what_each_role_sees_is_the_table_of_the_trade() -> None:
    """The columns are D1 to D11; W is whole, M masked, - left out."""
    roles = read_roles()
    seen = {
        team: "".join(
            "W" if each in sight.whole else "M" if each in sight.masked else "-" for each in list(DataClass)[1:]
        )
        for team in _TABLE
        for sight in (roles.sight([team]),)
    }

    assert seen == _TABLE


_TABLE = {
    "CHIEF": "WWW-WWWWWWW",
    "PETITION": "WWWW-------",
    "CASE_MGMT": "WWW--WWWWW-",
    "SUPERVISION_2": "WWW-WWWWW--",
    "INVESTIGATION_1": "WWW-WW--W--",
    "ADJUDICATION": "WWW-WW-----",
    "CONDUCT": "WWW--WWWW--",
    "INTERNAL": "WWW-WW---W-",
    "STATIONED_3": "WWW-WWWWW--",
    "INSP_OFFICE": "WWW--WWWM--",
    "INSP_TEAM_1": "WWW---WWW--",
    "TOWNSHIP_4": "WWW-WW-W---",
    "IT": "-----------",
    "AUDIT": "WM----W----",
    "UNIT_OFFICER": "W----------",
}


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("teams: {A: B}\nroles: {}", "no role is called B"),
        ("teams: {A: B}\nroles: {B: {may: [FLY]}}", "at roles.B.may.0"),
        ("teams: {A: B}\nroles: {B: [JUDGE]}", "at roles.B"),
        ("teams: {A: B}\nroles: {B: {whole: [D12]}}", "at roles.B.whole.0"),
        ("teams: {A: B}\nroles: {B: {whole: [D1], masked: [D1]}}", "at roles.B"),
        ("teams: {A: B}\nroles: {B: {administers: SYSTEM, whole: [D1]}}", "at roles.B"),
        ("teams: {A: B}\nroles: {B: {administers: LOG, may: [READ_SHARED]}}", "at roles.B"),
        ("teams: {A: B}\nroles: {B: {administers: LOG, hits: [PALM]}}", "at roles.B"),
        ("teams: {A: B}\nposts: {C: D}\nroles: {B: {}}", "no role is called D"),
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


# AUDIT is a channel there, and what comes to a unit from it.
_OF_CHANNELS = {"schema/vocabulary.py", "graph_service/api/types/circulars.py", "read/circulars/supervision_of_unit"}


def test_no_team_of_the_demo_city_is_named_in_the_service() -> None:
    codes = {"AUDIT", "MEDIA_DESK", "ORG_DEPT", "CASE_MGMT", "CHIEF", "IT", "UNIT_", "UNIT_OFFICER", "INSP_OFFICE"}
    said = [
        f"{named(path)}:{line}"
        for path in python(*PRODUCT)
        if not {"city", "demo"} & set(path.parts) and named(path) not in _OF_CHANNELS
        for line, text in texts(path)
        if text in codes
    ]
    said += [
        file.name
        for file in all_files()
        if file.name not in _OF_CHANNELS and any(f"'{code}'" in file.whole for code in codes)
    ]

    assert said == []


def test_a_refusal_of_a_file_says_where_and_lists_the_roles_there_are(tmp_path: Path) -> None:
    path = tmp_path / "roles.yaml"
    teams = ", ".join(f"T{name}: {name}" for name in "ZYXWVUTSRQ")
    path.write_text(f"teams: {{{teams}}}\nroles: {{C: {{may: [JUDGE]}}, B: {{may: [JUDGE]}}}}", encoding="utf-8")
    with pytest.raises(BadInput) as caught:
        read_roles(path)
    assert (caught.value.what, caught.value.mend) == ("no role is called Q", "use one of B, C")

    path.write_text("teams: [A]\nroles: [B]", encoding="utf-8")
    with pytest.raises(BadInput) as caught:
        read_roles(path)
    assert caught.value.what == "the file of roles cannot be read at teams, roles"
    assert caught.value.mend == "write it like roles.yaml in graph_service/rights"

    path.write_text("- a: [", encoding="utf-8")
    with pytest.raises(BadInput) as caught:
        read_roles(path)
    assert caught.value.what == "the file of roles cannot be read"
