"""A pack that is taken along tells no more than the API: of two graphs that differ in what is hidden, every form holds the same.

What a form says of itself (who made it, when, as which request) is another each time and is taken out before; nothing else is.
"""

import re
from collections.abc import Callable, Mapping
from typing import Any

import httpx
import pytest
from fastapi import FastAPI

from graph_service.api.exports.route import PATH
from graph_service.rights.viewer import Tokens
from tests.api.conftest import InNewGraph
from tests.opened import pages_of, parts_of
from tests.packs import OFFICERS, ON, READERS, draw_unit
from tests.sketch import EVERYONE, Sketch

FORMS = ("xlsx", "docx", "pdf", "zip")
_GIVEN = {"unit": "unit_bureau", "on": ON.isoformat()}
_MOMENT = re.compile(rb"20\d\d-\d\d-\d\d[T ]\d\d:\d\d(:\d\d)?(\.\d+)?(Z|\+\d\d:\d\d)?")
_OF_ITSELF = (
    "manifest.json",
    "manifest.sig",
    "public_key.pem",
)  # digests of files that say when they were made, and their signature
_READS = re.compile(r"\b[mx]\.audience IN \$viewer_audiences")  # of matters and of who is named by them
Exporting = Callable[..., Any]


def _unit() -> Sketch:
    return draw_unit(findings=44, issues=4, clues=12, alerts=2)


def _seen_by(team: str) -> Sketch:
    open_to = [number for number, readers in READERS.items() if number == EVERYONE or team in readers]
    return _unit().seen_by(open_to)


@pytest.fixture(scope="module")
def export(client: httpx.AsyncClient, tokens: Tokens) -> Exporting:
    async def asked(officer: str, **given: Any) -> httpx.Response:
        heads = {"Authorization": f"Bearer {tokens.sign(officer)}", "x-purpose": "x"}
        return await client.post(PATH, json=_GIVEN | given, headers=heads)

    return asked


def told(answer: httpx.Response, form: str) -> bytes:
    """Return what a file tells, part by part, without what it says of itself."""
    assert answer.status_code == 200, answer.content
    return _MOMENT.sub(b"<moment>", _told(answer.content, form)).replace(
        answer.headers["x-request-id"].encode(), b"<request>"
    )


def _told(body: bytes, form: str) -> bytes:
    if form == "pdf":
        return "\n".join(pages_of(body)).encode()
    parts = {name: part for name, part in sorted(parts_of(body).items()) if name not in _OF_ITSELF}
    inner = {name: _told(part, end) for name, part in parts.items() if (end := name.rpartition(".")[2]) in FORMS}
    return b"\n".join(name.encode() + b": " + part for name, part in (parts | inner).items())


async def _every_form(export: Exporting, *officers: str) -> dict[tuple[str, str], bytes]:
    return {(who, form): told(await export(who, form=form), form) for who in officers for form in FORMS}


async def test_what_is_hidden_changes_no_form(export: Exporting, in_new_graph: InNewGraph) -> None:
    officers = ("o_round", "o_other")
    in_new_graph(_unit())
    whole = await _every_form(export, *officers)

    for officer in officers:
        in_new_graph(_seen_by(OFFICERS[officer]))
        part = await _every_form(export, officer)
        assert [key for key, each in part.items() if each != whole[key]] == []
    assert whole["o_round", "xlsx"] != whole["o_other", "xlsx"]
    assert b"SJ-2026-0000" in whole["o_round", "xlsx"]


async def test_a_planted_leak_is_noticed_in_every_form(
    export: Exporting, in_new_graph: InNewGraph, app: FastAPI, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Matters that are read whoever may read them are in the file, and the worlds are no longer the same."""
    fetch, changed = app.state.graph.fetch, list[str]()

    async def leaking(query: str, params: Mapping[str, Any], name: str) -> list[Any]:
        if "/pack/" in name:
            query, many = _READS.subn("true", query)
            changed.append(name if many else "")
        found: list[Any] = await fetch(query, params, name)
        return found

    monkeypatch.setattr(app.state.graph, "fetch", leaking)
    in_new_graph(_unit())
    whole = await _every_form(export, "o_round")
    in_new_graph(_seen_by(OFFICERS["o_round"]))
    part = await _every_form(export, "o_round")

    assert [key for key, each in part.items() if each == whole[key]] == []
    assert {"read/pack/findings", "show/pack/findings", "show/pack/focuses"} <= set(changed)


@pytest.mark.parametrize("unit", ["unit_hidden", "unit_absent"])
async def test_a_hidden_unit_is_refused_like_one_that_is_nowhere(
    unit: str, export: Exporting, in_new_graph: InNewGraph
) -> None:
    in_new_graph(_unit())
    answers = [await export("o_round", unit=each, form="pdf") for each in (unit, "unit_nowhere")]

    one, other = [each.content.replace(each.headers["x-request-id"].encode(), b"<request>") for each in answers]
    assert (answers[0].status_code, one.replace(unit.encode(), b"<unit>")) == (
        400,
        other.replace(b"unit_nowhere", b"<unit>"),
    )
