"""What follows from a post, from a team that no pattern fits, and from roles that conceal or exclude each other."""

import pytest

from graph_service.errors import NotAllowed
from graph_service.rights.roles import Given, Grant, read_roles, roles_of

_NOT_ALL = {
    "teams": {"OWN_?": "SEALED", "UP.*": "SEALED", "PART": "OUTSIDE"},
    "roles": {"SEALED": {"conceals": True}, "OUTSIDE": {"may": ["JUDGE"]}},
}


def test_who_fits_no_pattern_may_nothing_and_is_read_by_the_team_alone() -> None:
    roles = roles_of(_NOT_ALL, "here")

    assert roles.granted("OTHER") == frozenset()
    assert roles.granted("PART") == {Grant.JUDGE}
    assert (roles.tokens(["OTHER"]), roles.is_inside("OTHER"), roles.role_of("OTHER")) == (["OTHER"], False, None)


@pytest.mark.parametrize(("readers", "known"), [
    ([], False), (["PART"], True), (["OTHER"], True), (["OWN_1"], False), (["PART", "OWN_1"], False), (["OWN_12"], True),
])  # fmt: skip
def test_what_someone_reads_who_conceals_it_is_known_to_nobody_else(readers: list[str], known: bool) -> None:
    assert roles_of(_NOT_ALL, "here").may_be_known(readers) is known
    assert roles_of(_NOT_ALL, "here").concealing == ("OWN_.", r"UP\..*")


def test_a_post_grants_by_itself_and_without_a_team_opens_nothing_that_is_shared() -> None:
    roles, granted = read_roles(), {Grant.JUDGE, Grant.APPROVE_AS_LEADER}

    assert roles.of_post("分管领导") == granted | {Grant.READ_SHARED}
    assert roles.of_post("干部") == frozenset()
    assert roles.of([], ["分管领导"]) & {*granted, Grant.READ_SHARED} == granted
    assert roles.of(["DISC_1"], ["分管领导"]) == {Grant.READ_SHARED, Grant.HANDLE, Grant.RECUSE_TEAM, *granted}


def test_access_of_several_teams_goes_on_with_one_of_them() -> None:
    teams = ["SUPERVISION_1", "TOWNSHIP_2"]  # townships have no hits

    assert read_roles().keeps_access(Given("PALM", True, teams), teams)


def test_a_refusal_of_roles_names_them_in_order() -> None:
    with pytest.raises(NotAllowed) as caught:
        read_roles().held(["IT", "DISC_1", "AUDIT", "CHIEF", "PETITION"])
    assert caught.value.what == (
        "one officer has roles that exclude each other: AUDITOR, CHIEF, INVESTIGATOR, PETITION_OFFICE, SYSTEM_ADMINISTRATOR"
    )


def test_queries_ask_for_grants_by_their_names() -> None:
    assert [each.value for each in Grant] == list(Grant.__members__)
