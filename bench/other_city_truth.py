"""What the truth of a foreign city says of pairs of matters, in the words of the scorer that lies beside it."""

import importlib.util
import json
from pathlib import Path
from typing import Any

from bench.connected_pairs import Connection, MatterPair
from bench.judged_pairs import FALSE, NEUTRAL, TRUE
from graph_service.errors import BadInput


def scorer_of(data: Path) -> Path:
    """Return the scorer beside the city's folder, or refuse a city without one."""
    scorer = data.parent / "score.py"
    if not scorer.is_file():
        raise BadInput("the scorer is not there", str(scorer), "put score.py beside the folder of the city")
    return scorer


class OtherTruth:
    """Judges a pair as the scorer does."""

    def __init__(self, links: Any) -> None:
        self._links = links
        self.true = len(links.true)

    @classmethod
    def read(cls, data: Path) -> "OtherTruth":
        """Return the truth of the city in this folder."""
        spec = importlib.util.spec_from_file_location("scorer_of_other_city", scorer_of(data))
        if spec is None or spec.loader is None:
            raise BadInput("the scorer cannot be read", str(data.parent), "put score.py beside the folder of the city")
        scorer = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(scorer)
        return cls(scorer.LinkTruth(json.loads((data / "truth.json").read_text(encoding="utf-8"))))

    def sort(self, pair: MatterPair, _found: Connection) -> str:
        """Return true, false or neutral."""
        told = self._links.sort(frozenset((pair.one, pair.other)))[0]
        return {"true": TRUE, "neutral": NEUTRAL}.get(told, FALSE)
