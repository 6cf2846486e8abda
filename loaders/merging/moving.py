"""Relationships follow the row that states them: where its claim on a person is kept, there they begin or end."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graph_service.cypher.editions import change
from graph_service.cypher.files import query
from graph_service.cypher.load import bind as cypher_bind
from graph_service.graph import Writer
from loaders.mapping.claims import NodeClaim
from loaders.mapping.disputes import LABEL
from loaders.merging.settling import KnownSources

Kept = Mapping[str, Sequence[NodeClaim]]  # node -> what is said of it


@dataclass(frozen=True)
class TieHomes:
    """Moves relationships between the people under one number."""

    writer: Writer
    known: KnownSources

    def move(self, people: Iterable[Kept]) -> bool:
        """Move what stays at another node than the claim of its row, and return whether there was any."""
        families = [kept for kept in people if len(kept) > 1]
        if not families:
            return False
        uids = [uid for kept in families for uid in kept]
        sources = sorted({claim.source for kept in families for claims in kept.values() for claim in claims})
        ties = self.writer.run_read(query("disputes/ties").body, uids=uids, sources=sources)[0]
        at: dict[str, list[dict[str, Any]]] = {}
        for tie in ties:
            at.setdefault(tie["home"], []).append(tie)
        moves: dict[tuple[str, bool], list[dict[str, Any]]] = {}
        for kept in families:
            own = [tie for uid in kept for tie in at.get(uid, ())]
            for tie, target in self._strayed(kept, own):
                moves.setdefault((tie["type"], tie["starts"]), []).append({"uid": tie["uid"], "target": target})
        for (link_type, starts), rows in moves.items():
            change(self.writer, cypher_bind.move_ties(link_type, LABEL, starts), rows=rows)
        return bool(moves)

    def _strayed(self, kept: Kept, ties: list[dict[str, Any]]) -> Iterable[tuple[dict[str, Any], str]]:
        homes = _homes(kept)
        alike = Counter(_place(tie) for tie in ties if not tie["is_reference"])
        for tie in ties:
            # A reference is not to whom the row describes: one by the number alone is to the owner. Where ties do not tell
            # whether they are any, as those of a graph that was made before, only the row's one link of the kind is clear.
            is_witness = _side(tie) in self.known.sides.get(tie["source"], {}).get(LABEL, [])
            is_clear = not tie["is_reference"] and (is_witness or tie["tells"] or alike[_place(tie)] == 1)
            stated = homes.get((tie["source"], tie["key"])) if is_clear else None
            referred = homes.get(tuple(tie["refers"].split(":", 1))) if tie["refers"] else None
            wanted = stated or referred
            if wanted and tie["home"] not in wanted:
                yield tie, min(wanted)


def _homes(kept: Kept) -> dict[tuple[str, ...], set[str]]:
    homes: dict[tuple[str, ...], set[str]] = {}
    for uid, claims in kept.items():
        for claim in claims:
            for key in claim.keys:
                homes.setdefault((claim.source, key), set()).add(uid)
    return homes


def _side(tie: dict[str, Any]) -> str:
    return f"{tie['type']}{'>' if tie['starts'] else '<'}"


def _place(tie: dict[str, Any]) -> tuple[str, ...]:
    return tie["home"], tie["source"], tie["key"], _side(tie)
