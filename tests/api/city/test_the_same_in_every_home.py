"""One city in two homes: another key of the uids, sources and rows in another order, and the same answers.

It stands last in this folder, since it loads its homes over the city of the others: much of what it asks has been planned
by then.

Ids and cursors are opaque, so ids are numbered by their first appearance and cursors left out before the answers are
compared; so is what tells of the loading itself: rows, loads and times of the clock.
"""

import csv
import json
import os
import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import orjson
import pytest
from graphql import GraphQLInterfaceType, GraphQLObjectType, get_named_type, is_leaf_type
from pydantic import SecretStr

from graph_service.api.gate.installed import EXAMPLES
from graph_service.api.schema import build_schema
from graph_service.api.types.kinds import KIND_ROOTS
from graph_service.app import create_app
from graph_service.cypher.files import query
from graph_service.demo.stories import read_stories, tell
from graph_service.embedded import Running
from graph_service.graph import Writer
from graph_service.identity.resolve import resolve
from graph_service.identity.thresholds import DEFAULT_THRESHOLD
from graph_service.linkage.propose import propose_links
from graph_service.mentions.keeping import keep_mentions
from graph_service.model import camel
from graph_service.progress import Silent
from graph_service.rights.roles import read_roles
from graph_service.rights.viewer import Tokens
from graph_service.search.keeping import keep_search_keys
from graph_service.settings import Settings
from graph_service.web.examples import read_examples
from loaders.city.making import TRUTH, make_city
from loaders.session import load_all
from loaders.show import Shown
from tests.api.city.conftest import SOURCES
from tests.conftest import wipe
from tests.queries import some_orders

OTHERS = (
    'search(text: "云江", first: 60) { nodes { id caption __typename } }',
    "auditLinkedIssues(first: 40) { nodes { reason finding { number } unit { name } issues { number } clues { number } } }",
    "links(first: 100) { nodes { id rule state sentence one { number } other { number } via { caption } } }",
    "identityCandidates(first: 100) { nodes { kind score one { caption } other { caption } fields { field found } } }",
    "identityCandidates(first: 50, orderBy: NEWEST) { nodes { score one { caption } other { caption } } }",
    "sources { nodes { name state } }",
)
_ID = re.compile(r"\b(?:[a-z]+_)*[0-9a-f]{24}\b")
_NOT_COMPARED = {"16_loads"}  # when something was loaded is another thing in each home
_OF_THE_LOADING = {"cursor", "endCursor", "startCursor", "row", "load", "learntAt", "learnt_at"}
Answers = dict[str, str]
_SIZE = os.environ.get("LEADLINK_TEST_SAME_SIZE", "tiny")  # of the city; "small" is the one that the examples ask
_ONE_IN = int(
    os.environ.get("LEADLINK_TEST_SAME_ONE_IN", "6")
)  # of the operations on lists; 1 asks all, in some minutes more


def everything(type_name: str, is_far: bool = False) -> str:
    """Return a selection of all that a type has, with what is at the other end of its lists."""
    kind = build_schema()._schema.type_map[type_name]
    assert isinstance(kind, GraphQLObjectType | GraphQLInterfaceType)
    parts = []
    for name, field in kind.fields.items():
        below = get_named_type(field.type)
        if is_leaf_type(below):
            parts.append(name)
        elif name == "provenance":
            parts.append("provenance { source sourceKey }")
        elif is_far:
            told = [
                each
                for each in ("id", "caption", "__typename")
                if each in {*getattr(below, "fields", ()), "__typename"}
            ]
            parts.append(f"{name} {{ {' '.join(told)} }}")
        else:
            first = "(first: 4)" if field.args else ""
            parts.append(f"{name}{first} {{ {everything(below.name, is_far=True)} }}")
    return " ".join(parts)


def operations(numbers: dict[str, list[str]]) -> Iterator[str]:
    """Yield operations on every list that a client can ask for, in every order."""
    for kind in KIND_ROOTS:
        yield f"{{ {camel(kind.many)}(first: 25) {{ totalCount nodes {{ {everything(kind.label)} }} }} }}"
        for order in some_orders(query(f"read/kinds/{kind.file}")):
            yield f"{{ {camel(kind.many)}(first: 60, orderBy: {order}) {{ nodes {{ id caption }} }} }}"
    for other in OTHERS:
        yield f"{{ {other} }}"
    for number in [each for found in numbers.values() for each in found]:
        yield f"""{{ expand(id: "{number}", first: 60) {{
          counts {{ type count neighbours }} nodes {{ id caption }} edges {{ id type source target properties }} }} }}"""
    yield from _paths(numbers)
    for number in numbers["clue"]:
        yield f"""{{ connectedMatters(id: "{number}", first: 30) {{ leftOut {{ reason count entity {{ caption }} }}
          nodes {{ score matter {{ number }} evidence {{ rule sentence sentenceZh path {{ nodes {{ id caption }} }} }} }} }} }}"""
    values = json.dumps([each.partition(":")[2] for found in numbers.values() for each in found], ensure_ascii=False)
    yield f"{{ lookup(values: {values}) {{ value matches {{ field node {{ id caption }} }} }} }}"


def _paths(numbers: dict[str, list[str]]) -> Iterator[str]:
    """Yield questions for the paths between things of every two kinds, the first of many and all of few."""
    things = [each for found in zip(*numbers.values(), strict=False) for each in found]
    for start, end in zip(things, things[1:] + things[5:], strict=False):
        yield f"""{{ pathsConnection(from: "{start}", to: "{end}", first: 30) {{ totalCount totalIsExact searchedHops
          leftOut {{ sentence node {{ id }} }} edges {{ mostTies node {{ sentence sentenceZh nodes {{ id caption }} edges {{ id }}
          hops {{ count sentence edges {{ id type properties }} }} }} }} }} }}"""
        yield f"""{{ paths(from: "{start}", to: "{end}", first: 3, maxHops: 5) {{ sentence nodes {{ id }} }} }}"""


NUMBERS = """{ clues(first: 6, orderBy: NUMBER) { nodes { number } } units(first: 6, orderBy: NAME) { nodes { uscc } }
  people(first: 6, orderBy: NAME) { nodes { idNumber } } vehicles(first: 3, orderBy: PLATE) { nodes { plate } } }"""


def numbers_of(data: dict[str, Any]) -> dict[str, list[str]]:
    """Return public numbers of some of each kind."""
    prefixes = {"clues": "clue", "units": "unit", "people": "person", "vehicles": "vehicle"}
    found = {
        prefix: [f"{prefix}:{value}" for node in data[name]["nodes"] for value in node.values() if value]
        for name, prefix in prefixes.items()
    }
    return {prefix: sorted(set(each)) for prefix, each in found.items()}


def comparable(value: Any, known: dict[str, str]) -> Any:
    """Return an answer with its ids numbered by their first appearance, and without what tells of the loading."""
    if isinstance(value, dict):
        return {key: comparable(each, known) for key, each in value.items() if key not in _OF_THE_LOADING}
    if isinstance(value, list):
        return [comparable(each, known) for each in value]
    if isinstance(value, str):
        return _ID.sub(lambda match: known.setdefault(match[0], f"#{len(known)}"), value)
    return value


class Home:
    """A home of its own on the Neo4j of the tests."""

    def __init__(self, settings: Settings, server: Running, key: str) -> None:
        self.settings = settings.model_copy(
            update={
                "uid_key": SecretStr(key),
                "demo": False,
                "operations": "open",
                "read_timeout_seconds": 120.0,
            }
        )
        self.server = server

    def fill(self, folder: Path, sources: list[Path], writer: Writer) -> None:
        """Load the city, then do all that a home does with it."""
        wipe(self.server, writer)
        with Shown(True) as shown:
            load_all(sources, folder, self.settings, False, shown)
        uid_key = self.settings.read_uid_key()
        resolve(writer, uid_key, DEFAULT_THRESHOLD, Silent())
        keep_mentions(writer, uid_key, read_roles(), lambda _: None)
        propose_links(writer, uid_key, lambda *_: None)
        keep_search_keys(writer)
        writer.run_schema("CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()")

    async def answers(self, truth: dict[str, Any]) -> Answers:
        """Return what this home answers to every operation."""
        app = create_app(self.settings, self.server)
        headers = {"Authorization": f"Bearer {Tokens(self.settings).sign('o-case-01')}"}
        async with app.router.lifespan_context(app):
            transport = httpx.ASGITransport(app=app)
            async with httpx.AsyncClient(
                transport=transport, base_url="http://x", headers=headers, timeout=200
            ) as client:
                return await self._asked(client, truth)

    async def _asked(self, client: httpx.AsyncClient, truth: dict[str, Any]) -> Answers:
        async def ask(text: str, variables: Any = None) -> Any:
            reply = (await client.post("/graphql", json={"query": text, "variables": variables})).json()
            assert "errors" not in reply, (text, reply["errors"])
            return reply["data"]

        told = {f"story {each.id}": (await tell(each, truth, client)).answer for each in read_stories()}
        given = {
            each.name: await ask(each.query, each.variables)
            for each in read_examples(EXAMPLES)
            if each.name not in _NOT_COMPARED and _SIZE == "small"
        }
        chosen = list(operations(numbers_of(await ask(NUMBERS))))[::_ONE_IN]
        asked = {text: await ask(text) for text in chosen}
        return {name: orjson.dumps(comparable(each, {})).decode() for name, each in (told | given | asked).items()}


def shuffled(folder: Path, other: Path) -> None:
    """Write the same files with their rows in another order; no sign of theirs holds a byte that is a comma or quote."""
    for path in folder.rglob("*"):
        place = other / path.relative_to(folder)
        if path.is_dir():
            continue
        place.parent.mkdir(parents=True, exist_ok=True)
        if path.suffix == ".csv":
            with path.open(encoding="latin-1", newline="") as file:
                head, *rows = list(csv.reader(file))
            random.Random(1).shuffle(rows)  # noqa: S311 - not for secrets
            with place.open("w", encoding="latin-1", newline="") as file:
                csv.writer(file).writerows([head, *rows])
        else:
            place.write_bytes(path.read_bytes())


@pytest.mark.long
async def test_answers_are_the_same_whatever_the_key_of_the_uids_and_the_order_of_loading(
    tmp_path: Path, settings: Settings, server: Running, writer: Writer
) -> None:
    folder, another = tmp_path / "city", tmp_path / "another"
    make_city(_SIZE, 7, folder)
    shuffled(folder, another)
    truth = json.loads((folder / TRUTH).read_text(encoding="utf-8"))
    one, other = Home(settings, server, "a" * 43), Home(settings, server, "b" * 43)

    one.fill(folder, SOURCES, writer)
    answers = await one.answers(truth)
    other.fill(another, SOURCES[::-1], writer)
    again = await other.answers(truth)

    assert len(answers) > 40
    assert [name for name in answers if answers[name] != again.get(name)] == []
