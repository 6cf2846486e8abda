"""The service keeps links and search keys up by itself: owners are told within a minute, once, whoever is killed meanwhile."""

import os
import random
import time

import pytest

from graph_service.embedded import Running
from graph_service.graph import Writer
from graph_service.linkage.propose import propose_links
from graph_service.migrations import fingerprint_of, migrate
from graph_service.rights.viewer import Tokens
from graph_service.search.keeping import keys_are_due
from graph_service.settings import Settings
from tests.api.test_notices import new_pair
from tests.conftest import wipe
from tests.service.processes import environment, service, until
from tests.world import BOTH, draw_world, write_world

_TOLD = "{ notices(first: 200, filter: {kind: [LINK_PROPOSED]}) { totalCount nodes { one { number } } } }"
_DUE = "RETURN EXISTS { (:Stirred) } OR EXISTS { (:Stirring) } AS due"
_NOT_ONCE = """MATCH (l:Link)-[:JOINS {place: 0}]->(one:Clue {title: '新'}) WHERE l.proposed_at >= datetime($since)
WITH l, COUNT { (:Notice {link: l.uid, kind: 'LINK_PROPOSED'}) } AS notices WHERE notices <> 2
RETURN l.uid AS link, notices"""
_NEW = "MATCH (l:Link)-[:JOINS {place: 0}]->(:Clue {title: '新'}) WHERE l.proposed_at >= datetime($since) RETURN count(l) AS n"
_MARKED = "MATCH (n:Clue {title: '新'}) SET n:Keyless"  # as whoever writes a node does
_WITHOUT_KEYS = "MATCH (n:Clue) WHERE n.key_signs IS NULL RETURN count(n) AS n"
_PAIRS = int(os.environ.get("LEADLINK_TEST_LINK_PAIRS", "20"))
_KILLS = int(os.environ.get("LEADLINK_TEST_LINK_KILLS", "1"))


@pytest.fixture
def linked(settings: Settings, server: Running, writer: Writer) -> Writer:
    """The hand-drawn city, its links proposed once."""
    key = settings.read_uid_key()
    wipe(server, writer)
    migrate(writer, fingerprint_of(key))
    write_world(draw_world(), writer)
    propose_links(writer, key, lambda *_: None)
    return writer


def now(writer: Writer) -> str:
    return str(writer.run_read("RETURN toString(datetime()) AS now")[0][0]["now"])


def settled(writer: Writer) -> bool:
    return not writer.run_read(_DUE)[0][0]["due"]


def test_owners_are_told_within_a_minute_and_what_is_new_gets_its_keys(
    settings: Settings, server: Running, linked: Writer, tokens: Tokens
) -> None:
    with service(environment(settings.home, server, link_seconds="1", keys_seconds="1"), "--workers", "2") as running:
        new_pair(linked, "81", BOTH)
        began = time.monotonic()
        token = tokens.sign("o_tour")
        until(lambda: "81D" in running.ask(_TOLD, token).text)  # on a busy machine too
        print(f"told {time.monotonic() - began:.1f} s after the change")
        linked.run_write(_MARKED)
        until(lambda: not keys_are_due(linked))
        assert linked.run_read(_WITHOUT_KEYS)[0][0]["n"] == 0


@pytest.mark.long
def test_each_notice_is_there_once_under_kills(settings: Settings, server: Running, linked: Writer) -> None:
    told = environment(settings.home, server, link_seconds="0.2")
    since = now(linked)
    for number in range(_PAIRS):
        new_pair(linked, f"9{number:02}", BOTH)
    draw = random.Random(7)  # noqa: S311 - times, not secrets
    for _ in range(_KILLS):
        with service(told) as running:
            time.sleep(draw.uniform(1.0, 5.0))
            running.process.kill()
    with service(told):
        until(lambda: settled(linked))

    assert linked.run_read(_NOT_ONCE, since=since)[0] == []
    assert linked.run_read(_NEW, since=since)[0][0]["n"] >= _PAIRS
