"""The real network of persons and crimes, loaded by its declaration alone: the pairs that networkx counts."""

from collections import Counter
from pathlib import Path

import httpx
import pytest

from graph_service.embedded import Running
from graph_service.graph import Writer
from graph_service.rights.viewer import Tokens
from graph_service.settings import Settings
from loaders.session import load_all
from loaders.show import Shown
from tests.api.conftest import Caller
from tests.conftest import wipe

ROOT = Path(__file__).parents[2]
DATA = ROOT.parent / "shared" / "data" / "crime_network"
PAIRS = """query($id: ID!) {
  connectedMatters(id: $id, minScore: 0, first: 100) { nodes { matter { number } evidence { rule path { nodes { id } } } } }
}"""
OFFICER = """CREATE (o:Officer:Staff {uid: 'officer_net', officer_id: 'o-net', audience: $number})
-[:MEMBER_OF {uid: 'member_net', audience: $number}]->(:Team:Staff {uid: 'team_net', team_code: 'NET', audience: $number})"""

pytestmark = pytest.mark.skipif(not DATA.is_dir(), reason="needs ../shared/data/crime_network beside the project")


@pytest.fixture(scope="module")
def loaded(server: Running, writer: Writer, settings: Settings) -> dict[str, object]:
    wipe(server, writer)
    with Shown(True) as shown:
        outcome = load_all([ROOT / "loaders/sources/crime_network.yaml"], DATA, settings, False, shown)[0]
    number = writer.run_read("MATCH (a:Audience) RETURN a.number AS number")[0][0]["number"]
    writer.run_write(OFFICER, number=number)
    return outcome.summary()


@pytest.fixture
def asker(client: httpx.AsyncClient, tokens: Tokens, loaded: dict[str, object]) -> Caller:
    return Caller(client, tokens.sign("o-net"))


def test_every_row_is_merged(loaded: dict[str, object], writer: Writer) -> None:
    counts = {
        label: writer.run_read(f"MATCH (n:{label}) RETURN count(n) AS c")[0][0]["c"] for label in ("Person", "Clue")
    }
    namings = writer.run_read("MATCH ()-[r:NAMES]->() RETURN count(r) AS c")[0][0]["c"]

    assert loaded["read"] == loaded["merged"] == 1476
    assert (counts, namings) == ({"Person": 829, "Clue": 551}, 1476)


async def test_the_pairs_are_exactly_those_of_the_network(asker: Caller) -> None:
    clues = (await asker.ask("{ clues(first: 1000) { nodes { number } } }"))["clues"]["nodes"]
    shared: dict[tuple[str, ...], int] = {}
    for clue in clues:
        page = (await asker.ask(PAIRS, {"id": f"clue:{clue['number']}"}))["connectedMatters"]
        for node in page["nodes"]:
            pair = tuple(sorted((clue["number"], node["matter"]["number"])))
            persons = {each["path"]["nodes"][1]["id"] for each in node["evidence"] if each["rule"] == "same_person"}
            shared[pair] = len(persons)

    assert len(clues) == 551
    assert len(shared) == 2343
    assert Counter(shared.values()) == {1: 2214, 2: 122, 3: 7}
