"""The chain of the register: each record's seal is made of what it says and of the seal before, with the key of this installation."""

import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import orjson

from graph_service.cypher.files import query
from graph_service.cypher.paging import read_rows
from graph_service.graph import Writer

SEALED = (
    "number",
    "uid",
    "at",
    "by",
    "teams",
    "as_named",
    "as_post",
    "person",
    "matter",
    "way",
    "on",
    "text",
    "answer",
    "previous",
)
FIRST = ""  # the seal before the first record


def seal(key: bytes, record: Mapping[str, Any]) -> str:
    """Return the seal of a record, over all that it says and the seal of the one before."""
    return hmac.digest(key, orjson.dumps([record[name] for name in SEALED]), "sha256").hex()


@dataclass(frozen=True)
class Verified:
    """What a look at the whole chain found: how many records there are, and what is wrong with it, if anything."""

    records: int
    wrong: str | None


def verify(writer: Writer, key: bytes) -> Verified:
    """Return whether every record is as it was written, none is missing, and the last is the one that was written last."""
    number, before = 0, FIRST
    for _, record in read_rows(writer, query("interventions/chain").body):
        number += 1
        if record["number"] != number:
            return Verified(number - 1, f"record {number} is missing")
        if record["previous"] != before or not hmac.compare_digest(seal(key, record), record["seal"]):
            return Verified(number, f"record {number} is not as it was written")
        before = record["seal"]
    last = writer.run_read(query("interventions/last").body)[0][0]
    if (last["number"], last["seal"]) != (number, before):
        return Verified(number, f"the register was {last['number']} records long, and ends with record {number}")
    return Verified(number, None)
