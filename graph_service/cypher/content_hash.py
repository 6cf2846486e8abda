"""One hash of what a graph holds: the same for two graphs that say the same, in whatever order they were made.

Left out is what differs between two loads of the same data: uids (they depend on a key), loads, row numbers, the time
of learning, and which of several rows of a source is named as the origin.
"""

from hashlib import blake2b
from typing import Any

import orjson

from graph_service.cypher.files import query
from graph_service.cypher.in_use import in_use
from graph_service.cypher.load.pages import LABELS, page_nodes, page_ties
from graph_service.cypher.marks import READERS
from graph_service.cypher.paging import read_rows
from graph_service.graph import Writer
from schema import KINDS, RELATIONSHIP_TYPES
from schema.record import SEARCH_KEYS, SEARCH_PLACE

_BYTES = 16
_MODULUS = 1 << (8 * _BYTES)
_PASSING = frozenset(
    {"uid", "load", "row", "learnt_at", "keys", "keyed", "key_audiences", "lost", *SEARCH_KEYS, SEARCH_PLACE}
)


def graph_hash(writer: Writer) -> str:
    """Return 32 hex digits; needs about 150 bytes of memory per node."""
    known: dict[str, bytes] = {}
    total = 0
    for label in in_use(writer, LABELS):
        for uid, properties in read_rows(writer, page_nodes(label)):
            digest = _digest(label, _lasting(label, properties))
            known[uid] = digest
            total += int.from_bytes(digest)
    for link_type in in_use(writer, RELATIONSHIP_TYPES):
        for _, start, end, properties in read_rows(writer, page_ties(link_type)):
            ends = known[start] + known[end]
            total += int.from_bytes(_digest(link_type, _lasting(link_type, properties), ends))
    for record, node in read_rows(writer, query("loading/descriptions").body):
        total += int.from_bytes(_digest("DESCRIBES", {}, known[record] + known[node]))
    return f"{total % _MODULUS:032x}"


def _lasting(name: str, properties: dict[str, Any]) -> dict[str, Any]:
    stated = {key: value for key, value in properties.items() if key not in _PASSING}
    for number in {"audience", "own_audience"} & stated.keys():
        stated[number] %= READERS  # who reads it is said of it; what kind it is stands in its label
    kind = KINDS.get(name)
    # Where a number decides who this is, be it disputed, the key of the row that happened to come first says nothing.
    if name == "SourceRecord" or (kind and any(field in stated for field in (*kind.IDENTIFIERS, "disputed_id_number"))):
        stated.pop("source_key", None)
    return stated


def _digest(name: str, properties: dict[str, Any], ends: bytes = b"") -> bytes:
    text = orjson.dumps(properties, default=_plain, option=orjson.OPT_SORT_KEYS)
    return blake2b(name.encode() + b"\0" + text + b"\0" + ends, digest_size=_BYTES).digest()


def _plain(value: Any) -> str:
    return str(value.iso_format())
