"""Pairs that share a number and nothing else: whoever is named with it, and whom it belongs to; a question for people."""

from collections.abc import Mapping
from dataclasses import asdict

from graph_service.cypher.files import query
from graph_service.graph import Writer
from graph_service.identity.deciding import ScoredPair
from graph_service.identity.judging import pair_uid
from graph_service.identity.scoring import Weighed
from graph_service.identity.thresholds import EVEN

GUARD = "the number is the same, but the names are plainly two people's 号码相同而姓名明显是两个人"
_FOUND = (Weighed("number", "the same id number", 0.0), Weighed("name", "plainly another name", 0.0))


def disputed_pairs(writer: Writer, bearers: Mapping[str, int], uid_key: bytes) -> list[ScoredPair]:
    """Return everybody named with a disputed number beside whom the number belongs to."""
    fields = tuple(asdict(each) for each in _FOUND)
    return [
        ScoredPair(
            pair_uid(row["apart"], row["owner"], uid_key), "Person", row["apart"], row["owner"], EVEN,
            bearers.get(row["owner"], 0), fields, GUARD,
        )
        for row in writer.run_read(query("disputes/pairs").body)[0]
    ]  # fmt: skip
