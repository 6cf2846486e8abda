"""Who asks: what every query is told of the viewer, and how long a token is good."""

import pytest
from joserfc import jwt
from joserfc.jwk import OctKey

from graph_service.cypher.seen.sight import Sight
from graph_service.cypher.seen.tiers import Tiers
from graph_service.cypher.seen.view import View
from graph_service.errors import NotAllowed
from graph_service.rights import viewer
from graph_service.rights.hits import Hits
from graph_service.rights.roles import Grant
from graph_service.rights.viewer import Tokens, Viewer
from graph_service.settings import Settings
from schema.record import DataClass
from tests.unit.tokens.clock import NOW, Clock


def test_every_query_is_told_audiences_officer_teams_and_what_their_roles_may_do() -> None:
    told = Viewer("o1", ("T1", "T2"), (7, 9), frozenset({Grant.WATCH_SOURCES, Grant.JUDGE})).params

    assert told == {
        "viewer_audiences": [7, 9],
        "viewer_officer": "o1",
        "viewer_teams": ["T1", "T2"],
        "viewer_units": [],
        "viewer_grants": ["JUDGE", "WATCH_SOURCES"],
        "viewer_classes": sorted(map(str, DataClass)),
        "viewer_hits": {"audiences": [], "channels": [], "concealing": [], "closed": []},
    }
    assert Viewer("o1", (), ()).params["viewer_grants"] == [], "who has no role may do nothing"


def test_a_demo_token_is_good_for_twelve_hours(settings: Settings) -> None:
    told = jwt.decode(Tokens(settings).sign("o1"), OctKey.import_key(settings.read_token_key())).claims

    assert (told["sub"], told["exp"] - told["iat"]) == ("o1", 12 * 3600)


def test_a_token_ends_at_its_end_also_when_it_was_read_before(settings: Settings, clock: Clock) -> None:
    tokens = Tokens(settings)
    token = tokens.sign("o1", 60)

    clock.now = NOW + 59.9
    assert tokens.officer(token) == "o1"
    for end in (60, 61):
        clock.now = NOW + end
        for reader in (tokens, Tokens(settings)):
            with pytest.raises(NotAllowed, match="expired"):
                reader.officer(token)


@pytest.mark.parametrize(("begins", "good"), [(-1, True), (0, True), (1, False)])
def test_a_token_is_good_from_its_beginning(begins: int, good: bool, settings: Settings, clock: Clock) -> None:
    told = {"sub": "o1", "nbf": NOW + begins, "exp": NOW + 60}
    token = jwt.encode({"alg": "HS256"}, told, OctKey.import_key(settings.read_token_key()))

    if good:
        assert Tokens(settings).officer(token) == "o1"
        return
    with pytest.raises(NotAllowed, match="not good yet"):
        Tokens(settings).officer(token)


def test_more_tokens_than_are_remembered_are_all_read(
    settings: Settings, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(viewer, "_REMEMBERED", 3)
    tokens = Tokens(settings)
    signed = {f"o{number}": tokens.sign(f"o{number}") for number in range(8)}

    assert [tokens.officer(token) for token in signed.values()] == list(signed)
    assert len(tokens._read) <= 3
    assert tokens.officer(signed["o0"]) == "o0"


def test_a_viewer_looks_at_the_graph_by_what_the_roles_see() -> None:
    sight = Sight(frozenset({DataClass.D2, DataClass.D10}), frozenset({DataClass.D1}))
    tiers = Tiers(frozenset({"clue_1"}))
    asking = Viewer(
        "o1", ("T1",), (7,), frozenset(Grant), sight=sight, hits=Hits((3,), ("PALM",), ("OWN_.",)), tiers=tiers
    )

    assert asking.view == View(sight, tiers)
    assert asking.params["viewer_classes"] == ["D1", "D10", "D2"]
    assert asking.params["viewer_grants"] == sorted(Grant.__members__), "of many too"
    closed = asking.params["viewer_hits"].pop("closed")
    assert {"Clue", "AuditFinding"} <= set(closed), "their texts are not seen"
    assert "Unit" not in closed
    assert asking.params["viewer_hits"]["audiences"] == [3]
