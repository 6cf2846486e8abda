"""Short pure parts of the service: what an HTTP request holds, why Neo4j did not come up, spellings of the API."""

import json
from pathlib import Path

import pytest

from graph_service.api.callers import bearer
from graph_service.api.request_body import MOST_NESTING, _nesting, parse
from graph_service.errors import BadInput, Conflict, GraphServiceError, GraphUnavailable, NotAllowed
from graph_service.keys import read_or_create_key, write_secret
from graph_service.model import camel, end_type, snake
from graph_service.server.config import Folders
from graph_service.server.faults import explain, refused_password
from schema import MATTER


@pytest.mark.parametrize(
    ("credentials", "token"),
    [("Bearer abc", "abc"), ("bearer  abc ", "abc"), ("Basic abc", None), ("Bearer", ""), ("", None), ("abc", None)],
)
def test_a_token_is_borne(credentials: str, token: str | None) -> None:
    assert bearer(credentials) == token


@pytest.mark.parametrize(
    ("body", "depth"),
    [
        (b"[" * 40 + b"]" * 40, 40),
        (b'{"a":' * 40 + b"1" + b"}" * 40, 40),
        (b"[]" * 40, 1),
        (b'"' + b"[" * 40 + b'"', 0),
        (b'"\\"' + b"[" * 40 + b'"', 0),
        (b'"\\\\"' + b"[" * 40, 40),
        (b"[" * MOST_NESTING, 0),  # so few that nobody has to look where they stand
    ],
)
def test_brackets_open_at_once_are_counted_outside_texts(body: bytes, depth: int) -> None:
    assert _nesting(body) == depth


def test_a_body_is_a_query_with_its_variables() -> None:
    given = {"query": "{ viewer { id } }", "variables": None, "operationName": None}

    assert parse(json.dumps(given).encode()) == given


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (b"[" * 40 + b"]" * 40, "nested too deep"), (b"{", "not JSON"), (b"[]", "no query"), (b'{"query": 1}', "no query"),
        (b'{"query": "x", "variables": [1]}', "not an object"), (b'{"query": "x", "variables": "x"}', "not an object"),
        (b'{"query": "x", "operationName": ["x"]}', "not a text"),
    ],
)  # fmt: skip
def test_a_body_that_is_none_is_told_why(body: bytes, told: str) -> None:
    with pytest.raises(BadInput, match=told):
        parse(body)


@pytest.mark.parametrize(
    ("written", "named", "told"),
    [
        ("java.net.BindException: Address already in use", GraphUnavailable, "port 7687 was taken"),
        ("FileLockException: store", Conflict, "another process uses the database"),
        ("Lock file has been locked", Conflict, "another process uses the database"),
        ("write failed: No space left on device", GraphUnavailable, "the disk is full"),
        ("java.lang.OutOfMemoryError", GraphUnavailable, "not enough memory"),
        ("Could not reserve enough space for heap", GraphUnavailable, "not enough memory"),
        ("line\nInvalid value for setting x\nmore", GraphUnavailable, "Invalid value for setting x"),
        ("nothing of note", GraphUnavailable, "it wrote no reason"),
        ("already in use\nINFO  Starting...\nERROR of this run", GraphUnavailable, "ERROR of this run"),
    ],
)
def test_why_neo4j_did_not_come_up(written: str, named: type[GraphServiceError], told: str, tmp_path: Path) -> None:
    folders = Folders(tmp_path)
    folders.logs.mkdir(parents=True, exist_ok=True)
    (folders.logs / "neo4j.log").write_text(written, encoding="utf-8")

    refused = explain(folders, 7687)

    assert type(refused) is named
    assert told in refused.what
    assert refused.mend


def test_a_password_that_does_not_fit_names_its_file(tmp_path: Path) -> None:
    folders = Folders(tmp_path)

    refused = refused_password(folders)

    assert (type(refused), refused.where) == (NotAllowed, str(folders.password))


def test_a_secret_is_made_once_and_only_its_owner_reads_it(tmp_path: Path) -> None:
    path = tmp_path / "secrets" / "key"

    key = read_or_create_key(path)

    assert read_or_create_key(path) == key
    assert len(key) >= 32
    assert (path.stat().st_mode & 0o777, path.parent.stat().st_mode & 0o777) == (0o600, 0o700)
    write_secret(path, "another")
    assert read_or_create_key(path) == key, "the first of several writers wins"
    assert [each.name for each in path.parent.iterdir()] == ["key"]


def test_a_key_that_was_cut_short_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "key"
    path.write_text("short")

    with pytest.raises(BadInput, match="too short"):
        read_or_create_key(path)


@pytest.mark.parametrize(("name", "spelt"), [("title", "title"), ("as_named", "asNamed"), ("id_number", "idNumber")])
def test_the_api_spells_names_its_own_way(name: str, spelt: str) -> None:
    assert (camel(name), snake(spelt)) == (spelt, name)


def test_ends_have_the_smallest_family_that_covers_them() -> None:
    assert end_type(("Clue",)) == "Clue"
    assert end_type(MATTER) == "Matter"
    assert end_type(("Clue", "Person")) == "Node"
