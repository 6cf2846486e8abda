"""The access log of the real service: each answer with its records, whether they are asked for by id or not, and no value."""

import json
from pathlib import Path
from typing import Any

import pytest

from graph_service.access_log.log import FOLDER
from graph_service.settings import Settings
from tests.access_log import WrittenLog
from tests.api.conftest import Caller
from tests.api.test_websocket import address, heard, opened  # noqa: F401 - the fixture

SECRET = "刘志远"


class Read:
    """The log, from where it stood when the test began."""

    def __init__(self, home: Path) -> None:
        self.log = WrittenLog(home / FOLDER, home / "none")
        self.begun = len(self.log.lines)

    @property
    def entries(self) -> list[dict[str, Any]]:
        """Return the entries of answers since."""
        return [each for each in map(json.loads, self.log.lines[self.begun :]) if each["kind"] == "answer"]

    @property
    def last(self) -> dict[str, Any]:
        """Return the newest."""
        return self.entries[-1]


@pytest.fixture
def log(settings: Settings, disc: Caller) -> Read:
    return Read(settings.home)


async def test_an_answer_is_told_with_who_asked_and_what_was_shown(disc: Caller, log: Read) -> None:
    response = await disc.post(
        json.dumps({"query": "{ clues(first: 2) { nodes { id title } } }"}),
        **{"X-Purpose": "%E6%A0%B8%E6%9F%A5 clue 7"},
    )
    shown = [each["id"] for each in response.json()["data"]["clues"]["nodes"]]

    entry = log.last
    assert len(shown) == 2
    assert entry["records"] == {"Clue": shown}
    assert (entry["officer"], entry["teams"], entry["code"], entry["number"]) == ("o_disc", ["DISC_1"], "OK", 2)
    assert (entry["operation"], entry["channel"], entry["purpose"]) == (["clues"], "HTTP", "核查 clue 7")
    assert entry["request"] == response.headers["x-request-id"]
    assert len(entry["document"]) == 64


@pytest.mark.parametrize(
    ("query", "kinds"),
    [
        ("{ clues(first: 2) { nodes { title } } }", {"Clue"}),
        (
            "{ clues(first: 2) { edges { node { names(first: 9) { role entity { caption } } } } } }",
            {"Clue", "Person", "Unit"},
        ),
        ("{ clues(first: 9) { nodes { names(first: 9) { asNamed } } } }", {"Clue", "Person", "Unit"}),
        ("{ matters(first: 1000) { nodes { __typename caption } } }", {"Clue", "Ticket"}),
        ("{ people(first: 3) { nodes { name } } }", {"Person"}),
        ("{ __typename people(first: 3) { nodes { name } } }", {"Person"}),
        ("{ loads(first: 3) { nodes { source } } }", set()),
    ],
)
async def test_records_are_told_though_no_id_is_asked_for(query: str, kinds: set[str], disc: Caller, log: Read) -> None:
    for _ in range(2):
        await disc.ask(query)

    one, other = log.entries
    assert kinds <= set(one["records"])
    assert one["records"] == other["records"]


async def test_what_a_sentence_names_is_told(disc: Caller, log: Read) -> None:
    found = await disc.ask("{ clues(first: 6) { nodes { id } } }")
    asked = "query($id: ID!) { connectedMatters(id: $id, minScore: 0) { nodes { evidence { sentence } } } }"
    told = []
    for each in found["clues"]["nodes"]:
        connected = (await disc.ask(asked, {"id": each["id"]}))["connectedMatters"]["nodes"]
        told.append((len(connected), log.last["records"]))

    assert any(number for number, _ in told)
    assert all(bool(number) == bool(records) for number, records in told)
    assert all(set(records) & {"Person", "Unit", "Vehicle", "Phone", "Place"} for number, records in told if number)


async def test_neither_what_is_sought_nor_what_is_found_stands_there(disc: Caller, log: Read) -> None:
    inline = f'query Of_{"4" * 18} {{ search(text: "{SECRET}") {{ nodes {{ caption }} }} }}'
    await disc.answer(inline)
    await disc.answer(inline.replace(SECRET, "别的人"))
    await disc.answer("query($t: String!) { search(text: $t) { nodes { caption } } }", {"t": SECRET})
    found = await disc.ask("{ people(first: 50) { nodes { name } } }")

    one, other, third, _ = log.entries
    assert one["document"] == other["document"] != third["document"]
    assert one["name"] is None
    text = b"".join(log.log.lines[log.begun :]).decode()
    names = {each["name"] for each in found["people"]["nodes"]} | {SECRET, "4" * 18}
    assert [each for each in names if each in text or json.dumps(each)[1:-1] in text] == []


async def test_refusals_are_told_by_their_code(disc: Caller, log: Read) -> None:
    await Caller(disc.client, "x").answer("{ viewer { id } }")
    await disc.answer('{ node(id: "clue_nobody") { id } }')
    await disc.answer("{ clues(first: 5000) { nodes { id } } }")
    await disc.answer('mutation { judgeLink(id: "link_nobody", verdict: CONFIRMED, reason: "x") { __typename } }')

    told = [(entry["officer"], entry["code"], entry["records"]) for entry in log.entries]
    assert told[0] == (None, "UNAUTHENTICATED", {})
    assert [code for _, code, _ in told[1:3]] == ["NOT_FOUND", "LIMIT_EXCEEDED"]
    assert told[3][1:] == ("LinkNotVisible", {})


async def test_a_websocket_is_told_result_by_result(disc: Caller, log: Read, address: str) -> None:  # noqa: F811
    init = {"Authorization": f"Bearer {disc.token}", "purpose": "round 3"}
    async with opened(address, init) as socket:
        await heard(socket)
        for number, query in enumerate(("{ clues(first: 2) { nodes { title } } }", "{ nothing }")):
            message = {"id": str(number), "type": "subscribe", "payload": {"query": query}}
            await socket.send(json.dumps(message))
            while (await heard(socket))["type"] == "next":
                pass

    one, other = log.entries
    assert (one["channel"], one["officer"], one["purpose"], one["code"]) == ("WEBSOCKET", "o_disc", "round 3", "OK")
    assert len(one["records"]["Clue"]) == 2
    assert (other["officer"], other["code"], other["records"]) == ("o_disc", "INVALID", {})


async def test_each_event_of_a_subscription_is_told(disc: Caller, log: Read, address: str) -> None:  # noqa: F811
    told = "subscription { notices(first: 1) { nodes { kind one { number } } } }"
    async with opened(address, {"Authorization": f"Bearer {disc.token}"}) as socket:
        await heard(socket)
        await socket.send(json.dumps({"id": "1", "type": "subscribe", "payload": {"query": told}}))
        for number in range(1, 3):
            assert (await heard(socket))["type"] == "next"
            assert len(log.entries) >= number, "what was heard stands in the log already"

    one, other = log.entries[:2]
    assert [entry["operation"] for entry in (one, other)] == [["notices"]] * 2
    assert len(one["records"]["Notice"]) == len(other["records"]["Notice"]) == 1
    assert one["records"]["Notice"] != other["records"]["Notice"]


async def test_the_log_of_the_whole_run_is_whole(log: Read) -> None:
    assert log.log.check().faults == []
