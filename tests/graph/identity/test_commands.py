"""`leadlink identity`: the queue, judgements and taking back on the command line, by whoever runs the platform."""

import json

import pytest
from typer.testing import CliRunner

from graph_service.cli import build_app
from graph_service.embedded import Running
from graph_service.errors import BadInput, Conflict
from graph_service.identity.resolve import resolve
from graph_service.identity.thresholds import DEFAULT_THRESHOLD
from graph_service.progress import Silent
from tests.identified import IDS, KEY, load_place, who
from tests.loading import Loading


@pytest.fixture
def place(loading: Loading, server: Running, monkeypatch: pytest.MonkeyPatch) -> Loading:
    """A place with a queue, and the settings that lead the command to it."""
    load_place(loading)
    resolve(loading.environment.writer, KEY, DEFAULT_THRESHOLD, Silent())
    for name, value in (("NEO4J_URI", server.uri), ("NEO4J_PASSWORD", server.password), ("UID_KEY", KEY.decode())):
        monkeypatch.setenv(f"LEADLINK_{name}", value)
    monkeypatch.setenv("LEADLINK_HOME", str(loading.folder))
    return loading


def run(*arguments: str) -> str:
    result = CliRunner().invoke(build_app(), ["identity", *arguments], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.stdout


def test_queue_shows_the_likeliest_first_with_all_that_speaks(place: Loading) -> None:
    pairs = [json.loads(line) for line in run("queue", "--json").splitlines()]

    assert [pair["score"] for pair in pairs] == sorted((pair["score"] for pair in pairs), reverse=True)
    assert {"name"} <= set(pairs[0]["fields"])
    assert "sex conflict" in run("queue")
    assert len(run("queue", "--first", "1").splitlines()) == 1


def test_judgement_and_taking_back_change_the_graph_at_once(place: Loading) -> None:
    pair = next(each for each in map(json.loads, run("queue", "--json").splitlines()) if each["one_name"] == "曾小平")
    known = place.rows("MATCH (p:Person {id_number: $i}) RETURN p.uid AS u", i=IDS[4])[0]["u"]

    run("judge", pair["one"], known, "--verdict", "SAME", "--why", "asked", "--officer", "o_1")
    assert who(place)["X3"] == IDS[4]
    run("unmerge", pair["one"], "--why", "no", "--officer", "o_1")

    assert who(place)["X3"] is None
    assert [row["state"] for row in place.rows("MATCH (c:IdentityCandidate {by: 'o_1'}) RETURN c.state AS state")] == [
        "DIFFERENT"
    ]
    with pytest.raises(Conflict):
        run("unmerge", pair["one"], "--why", "again", "--officer", "o_1")
    with pytest.raises(BadInput):
        run("judge", pair["one"], known, "--verdict", "MAYBE", "--why", "x", "--officer", "o_1")
