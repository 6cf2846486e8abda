"""Who has hits is data; what is opened or shut to one viewer is said wherever the predicate on the viewer stands."""

import pytest

from graph_service.cypher.files import query
from graph_service.cypher.marks import mark_of
from graph_service.cypher.rules import filled
from graph_service.cypher.seen.sight import EVERYTHING, Sight
from graph_service.cypher.seen.tiers import Tiers, by_tiers
from graph_service.cypher.seen.view import View
from graph_service.cypher.visibility import hit, visible
from graph_service.errors import BadInput
from graph_service.rights.hits import NO_HITS, Hits, hits_among
from graph_service.rights.roles import Given, read_roles, roles_of
from graph_service.rights.rounds import round_rights
from graph_service.rights.tiers import _opened
from schema.record import DataClass
from schema.vocabulary import Channel

_ALL = {channel.value for channel in Channel}
_KNOWN = [
    [1, ["EVERYONE"]],
    [2, ["SUPERVISION_1"]],
    [3, ["INTERNAL", "CHIEF"]],
    [4, ["SUPERVISION_1", "SEALED"]],
    [5, []],
    [6, ["UPPER_1"]],
]


@pytest.mark.parametrize(
    ("teams", "channels"),
    [
        ([], set()), (["SUPERVISION_1"], _ALL), (["DISC_1"], _ALL), (["PETITION"], {"PETITION", "PALM"}), (["TOWNSHIP_2"], set()),
        (["COUNTY_1"], set()), (["AUDIT"], set()), (["IT"], set()), (["DISC_1", "AUDIT"], set()), (["PETITION", "TOWNSHIP_2"], {"PETITION", "PALM"}),
    ],
)  # fmt: skip
def test_of_which_channels_a_team_has_hits(teams: list[str], channels: set[str]) -> None:
    assert read_roles().hit_channels(teams) == channels


def test_rounds_open_something_to_inspection_teams_that_work_for_no_partner() -> None:
    roles = read_roles()
    found = dict(round_rights(roles, ["INSP_TEAM_1", "SUPERVISION_1", "INSP_OFFICE"]))

    assert list(found) == ["INSP_TEAM_1"]
    assert found["INSP_TEAM_1"].reads_as == "INSPECTION_OFFICE"
    assert round_rights(roles, ["INSP_TEAM_1", "ORG_DEPT"]) == ()
    with pytest.raises(BadInput, match="no role is called NOBODY"):
        roles_of({"teams": {}, "roles": {"A": {"rounds": {"reads_as": "NOBODY", "channels": ["AUDIT"]}}}}, "here")


def test_what_is_sealed_or_of_own_staff_or_of_the_level_above_is_no_hit() -> None:
    found = hits_among(_KNOWN, {"PALM"}, read_roles(), Sight(frozenset({DataClass.D1})))

    assert found == Hits(
        (1, 2, 1 + mark_of("Ticket"), 2 + mark_of("Ticket")),
        ("PALM",),
        ("INTERNAL", "SEALED", "OWN_STAFF", r"UPPER_.*"),
    )
    assert hits_among(_KNOWN, (), read_roles(), EVERYTHING) == NO_HITS


@pytest.mark.parametrize(
    "name", ["read/links", "read/kinds/clue", "read/node", "read/access/hits", "vault/open", "series/standing"]
)
def test_wherever_the_predicate_stands_what_is_opened_fulfils_it_and_what_is_shut_does_not(name: str) -> None:
    text = filled(query(name).whole)
    made = by_tiers(text)

    said = text.count("IN $viewer_audiences") + text.count("IN $viewer_hits.audiences")
    in_parts = text.count("all(audience IN l.audiences WHERE audience IN $viewer_audiences)")
    of_links = 2 * in_parts  # its ends, what it rests on seen and unseen: three for the one that was said
    assert made.count("$viewer_tiers[") == said + of_links > 0
    assert made.count("size([audience IN l.audiences WHERE NOT") == in_parts


@pytest.mark.parametrize("name", ["read/access/many", "read/access/one", "access/standing", "access/made_by"])
def test_a_request_for_nothing_but_what_is_shut_is_there_for_who_made_it_alone(name: str) -> None:
    assert "any(uid IN r.matters WHERE coalesce($viewer_tiers[uid], true))" in by_tiers(filled(query(name).whole))


def test_a_hit_that_is_opened_is_none_any_more() -> None:
    assert by_tiers(visible("m")) == "coalesce($viewer_tiers[m.uid], m.audience IN $viewer_audiences)"
    assert by_tiers(hit("m")) == "(m.audience IN $viewer_hits.audiences AND $viewer_tiers[m.uid] IS NULL)"


@pytest.mark.parametrize(
    ("given", "teams", "keeps"),
    [
        (Given("PALM", False, ["SUPERVISION_1"]), ["SUPERVISION_1"], True),
        (Given("PALM", False, ["SUPERVISION_1", "TOWNSHIP_2"]), ["TOWNSHIP_2"], False),  # left the team that has hits
        (
            Given("PALM", True, ["SUPERVISION_1", "TOWNSHIP_2"]),
            ["TOWNSHIP_2", "SUPERVISION_3"],
            False,
        ),  # neither given to the one nor due to the other
        (Given("PALM", True, ["SUPERVISION_1"]), ["SUPERVISION_1"], True),
        (Given("STATIONED", False, ["PETITION"]), ["PETITION"], False),  # no channel of the team's
        (Given("PALM", False, ["PETITION"]), ["PETITION", "AUDIT"], False),  # works for a partner too by now
    ],
)
def test_access_goes_on_while_the_role_has_hits_of_the_channel(given: Given, teams: list[str], keeps: bool) -> None:
    assert read_roles().keeps_access(given, teams) is keeps


def test_what_hangs_on_an_opened_matter_is_open_to_all_its_readers_and_nowhere_sealed() -> None:
    known = {
        2: frozenset({"SUPERVISION_1"}),
        3: frozenset({"SUPERVISION_1", "SEALED"}),
        4: frozenset({"EVERYONE"}),
        5: frozenset({"PETITION"}),
    }
    things = [["clue_1", 2, f"thing_{audience}", audience, audience] for audience in known]

    assert _opened(things, known, read_roles()).opened == {"thing_2", "thing_4"}


def test_who_has_nothing_opened_or_shut_reads_the_texts_as_they_are() -> None:
    text, opened = query("read/links").whole, frozenset({"clue_1"})

    assert View().is_plain
    assert View().text(text) is text
    assert View(tiers=Tiers(opened)).text(text) == by_tiers(text)
    assert View(tiers=Tiers(opened, shut=frozenset({"clue_2"}))).text(text) == by_tiers(text)
    assert View(tiers=Tiers(opened)).params["viewer_tiers"] == {"clue_1": True}
    assert Tiers(opened, shut=opened).params["viewer_tiers"] == {"clue_1": False}, "what is shut is shut"
