"""What people have judged, as the graph keeps it, on its way to clusters and to wishes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from graph_service.cypher.files import query
from graph_service.graph import Statements
from graph_service.identity.clusters import Judgements, Said, Verdict, taken_together
from graph_service.identity.joining import Wish
from graph_service.identity.merges import MergeReason


@dataclass(frozen=True)
class Spoken:
    """The judgements that stand, oldest first, by their pair."""

    pairs: Mapping[str, Mapping[str, Any]]

    @classmethod
    def of(cls, rows: Iterable[Mapping[str, Any]]) -> "Spoken":
        """Return them in the order in which they were kept; the clock decides only between those that were never counted."""
        ordered = sorted(rows, key=lambda row: (*(row["place"] or (0, "")), row["uid"]))
        return cls({row["uid"]: row for row in ordered})

    def said(self) -> list[Said]:
        """Return what was said, oldest first."""
        return [Said(uid, row["one"], row["other"], Verdict(row["state"])) for uid, row in self.pairs.items()]

    def together(self) -> Judgements:
        """Return what they come to."""
        return taken_together(self.said())

    def wishes(self, judgements: Judgements) -> list[Wish]:
        """Return what is to be one by people's word."""
        return [
            Wish(
                said.one, said.other, MergeReason(self.pairs[said.pair]["by"], self.pairs[said.pair]["why"], said.pair)
            )
            for said in judgements.holding
            if said.verdict is Verdict.SAME
        ]


def mark_overruled(statements: Statements, spoken: Spoken, judgements: Judgements) -> None:
    """Tell in the graph which judgements newer ones contradict."""
    marked = {uid for uid, row in spoken.pairs.items() if row["overruled"]}
    if marked != judgements.overruled:
        text = query("judging/overrule").body
        overruled, restored = judgements.overruled - marked, marked - judgements.overruled
        statements.run_write(text, overruled=sorted(overruled), restored=sorted(restored))
