"""Precision, recall and pace of the finder against the truth of an exported city: `python -m tests.unit.mentions.measure DIR`."""

import json
import logging
import resource
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from graph_service.mentions.finder import Finder
from graph_service.mentions.lexicon.known import MatterText
from graph_service.mentions.lexicon.lexicon import Lexicon
from graph_service.mentions.text.mention import Mention, MentionKind, MentionState
from graph_service.rights.mention_audiences import Rights
from graph_service.rights.roles import read_roles
from tests.unit.mentions.exported import EVERYONE, read_lexicon, read_matters, uid

_KINDS = {
    "Person": MentionKind.PERSON, "Unit": MentionKind.UNIT, "Place": MentionKind.PLACE, "Project": MentionKind.PROJECT,
    "Contract": MentionKind.CONTRACT, "Vehicle": MentionKind.VEHICLE, "FuelCard": MentionKind.FUEL_CARD, "Phone": MentionKind.PHONE,
    "Account": MentionKind.ACCOUNT, "Amount": MentionKind.AMOUNT, "Date": MentionKind.DATE,
    "Document": MentionKind.DOCUMENT,
}  # fmt: skip
Key = tuple[str, str]
MentionPlace = tuple[int, int, MentionKind]


@dataclass
class Score:
    """How the mentions of one kind compare with the truth."""

    true: int = 0
    found: int = 0
    right: int = 0  # same offsets and kind
    meant: int = 0  # of these, sure of the true entity or value
    mistaken: int = 0  # sure of another one
    offered: int = 0  # unsure, the true one among the candidates
    missed: list[tuple[Key, str]] = field(default_factory=list)
    extra: list[tuple[Key, str]] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """Return the share of what was found that the truth lists."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """Return the share of what is true that was found."""
        return self.right / self.true if self.true else 1.0


def read_truth(folder: Path) -> dict[Key, dict[MentionPlace, str]]:
    """Return what each text truly mentions, by offsets and kind: the uid or the value that is meant."""
    truth = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
    ids = {person["person"]: person["id_number"] for person in truth["people"]}
    said: dict[Key, dict[MentionPlace, str]] = {}
    for one in truth["mentions"]:
        kind = one["kind"]
        target = (
            one["target"]
            if kind in ("Amount", "Date", "Document")
            else uid(kind, ids.get(one["target"], one["target"]))
        )
        said.setdefault((one["source"], one["key"]), {})[one["start"], one["end"], _KINDS[kind]] = target
    return said


def compare(found: dict[Key, list[Mention]], truth: dict[Key, dict[MentionPlace, str]]) -> dict[MentionKind, Score]:
    """Return the score per kind."""
    scores: dict[MentionKind, Score] = {kind: Score() for kind in MentionKind}
    for key, mentions in found.items():
        said = dict(truth.get(key, {}))
        for mention in mentions:
            score = scores[mention.kind]
            score.found += 1
            target = said.pop((mention.start, mention.end, mention.kind), None)
            if target is None:
                score.extra.append((key, mention.text))
            else:
                score.right += 1
                _judge(score, mention, target)
        for start, end, kind in said:
            scores[kind].missed.append((key, f"{start}-{end}"))
    for said in truth.values():
        for kind, count in Counter(kind for _, _, kind in said).items():
            scores[kind].true += count
    return scores


def _judge(score: Score, mention: Mention, target: str) -> None:
    if mention.kind in (MentionKind.AMOUNT, MentionKind.DATE, MentionKind.DOCUMENT):
        is_true = mention.normal == target or (mention.kind is MentionKind.DATE and target.startswith(mention.normal))
        score.meant += is_true
        score.mistaken += not is_true
        return
    uids = [referent.uid for referent in mention.referents]
    if mention.state is MentionState.SURE and uids:
        score.meant += uids == [target]
        score.mistaken += uids != [target]
    else:
        score.offered += target in uids


def total(scores: dict[MentionKind, Score]) -> Score:
    """Return the sum over every kind that the truth knows."""
    whole = Score()
    for kind in _KINDS.values():
        for name in ("true", "found", "right", "meant", "mistaken", "offered"):
            setattr(whole, name, getattr(whole, name) + getattr(scores[kind], name))
    return whole


@dataclass(frozen=True)
class ExportedCity:
    """An exported city: what the finder knows, and the matters."""

    lexicon: Lexicon
    finder: Finder
    matters: dict[Key, MatterText]


def build(folder: Path) -> ExportedCity:
    """Return the exported city as the finder meets it."""
    lexicon = read_lexicon(folder)
    return ExportedCity(
        lexicon, Finder(lexicon, Rights({EVERYONE: ["EVERYONE"]}, read_roles())), dict(read_matters(folder))
    )


def _line(name: str, score: Score) -> str:
    shares = (score.precision, score.recall)
    counts = (score.meant, score.mistaken, score.offered)
    return (
        f"{name:12}{score.true:8,}{score.found:8,}"
        + "".join(f"{share:10.4f}" for share in shares)
        + "".join(f"{count:9,}" for count in counts)
    )


_HEAD = f"{'kind':12}{'true':>8}{'found':>8}{'precision':>10}{'recall':>10}{'sure':>9}{'wrong':>9}{'offered':>9}"


def main(folder: Path, show: int) -> None:
    """Print the table and the pace."""
    began = time.process_time()
    city = build(folder)
    made = time.process_time()
    found = {key: city.finder.find(matter) for key, matter in city.matters.items()}
    took = time.process_time() - made
    scores = compare(found, read_truth(folder))
    print(_HEAD)
    for kind, score in scores.items():
        print(_line(kind.value, score))
        for what, ones in (("missed", score.missed), ("extra", score.extra)):
            for key, words in ones[:show]:
                print(f"    {what} {key} {words}: {city.matters[key].text}")
    print(_line("all", total(scores)))
    count, signs = len(city.matters), sum(len(matter.text) for matter in city.matters.values())
    print(
        f"lexicon {made - began:.1f} s; {count:,} texts of {signs / count:.0f} signs in {took:.2f} s of one core: "
        f"{count / took:,.0f} a second; {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024:,} MB at most"
    )


if __name__ == "__main__":
    logging.getLogger("fastexcel").setLevel(logging.ERROR)
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 0)
