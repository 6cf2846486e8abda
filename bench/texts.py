"""`python -m bench.texts`: precision and recall per kind of problem and of mention on texts in the wording of other people."""

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import typer

from bench.measured_home import ROOT
from graph_service.mentions.finder import Finder
from graph_service.mentions.lexicon.known import KnownEntity, KnownTie, MatterText
from graph_service.mentions.lexicon.lexicon import Lexicon
from graph_service.mentions.text.mention import SURE_FROM, Mention, MentionKind
from graph_service.rights.mention_audiences import Rights
from graph_service.rights.roles import read_roles

TEXTS = ROOT / "tests" / "data" / "texts"
PARTS = ("dev", "test", "unseen")  # tuned on; kept apart while tuning; written after all tuning
_EVERYONE = 1
_WRITTEN_ON = date(2024, 6, 20)
_EATERY = "EATERY"  # a unit where it is registered, else a place
_AS_EATERY = frozenset({MentionKind.UNIT, MentionKind.PLACE, MentionKind.OTHER})
_LEFT_OUT = frozenset({MentionKind.PROBLEM, MentionKind.TITLE})
Place = tuple[str, int, int]


@dataclass(frozen=True)
class WrittenText:
    """A text with the kinds of problem it tells, those that one may see in it as well, and what it names."""

    id: str
    text: str
    problems: frozenset[str]
    also: frozenset[str]
    mentions: tuple[Place, ...]


@dataclass
class KindScore:
    """What came of one kind."""

    true: int = 0
    found: int = 0
    right: int = 0
    errors: list[str] = field(default_factory=list)

    def figures(self) -> dict[str, float]:
        """Return the counts with precision and recall."""
        precision = self.right / self.found if self.found else 1.0
        recall = self.right / self.true if self.true else 1.0
        counts = {"true": self.true, "found": self.found, "right": self.right}
        return counts | {"precision": round(precision, 3), "recall": round(recall, 3)}


Scores = dict[str, KindScore]


@dataclass(frozen=True)
class TextScores:
    """The scores per kind: problems told surely, those proposed for somebody's look as well, and mentions."""

    problems: Scores = field(default_factory=dict)
    proposed: Scores = field(default_factory=dict)
    mentions: Scores = field(default_factory=dict)


def read_part(part: str, folder: Path = TEXTS) -> list[WrittenText]:
    """Return the texts of a part."""
    return [_written(each) for each in json.loads((folder / f"{part}.json").read_text(encoding="utf-8"))]


def _written(each: dict[str, Any]) -> WrittenText:
    places = tuple((kind, start, start + len(words)) for kind, start, words in each["mentions"])
    return WrittenText(each["id"], each["text"], frozenset(each["problems"]), frozenset(each["also"]), places)


@cache
def registry_finder(folder: Path = TEXTS) -> Finder:
    """Return a finder that knows the few units and people of the texts' city."""
    registry = json.loads((folder / "registry.json").read_text(encoding="utf-8"))
    known = [KnownEntity(name, "Unit", _EVERYONE, (name, "", "")) for name in registry["units"]]
    known += [KnownEntity(name, "Person", _EVERYONE, (name,)) for name, _, _ in registry["people"]]
    ties = [KnownTie("HOLDS_POST", name, unit, _EVERYONE, post) for name, unit, post in registry["people"]]
    return Finder(Lexicon(known, ties), Rights({_EVERYONE: ["EVERYONE"]}, read_roles()))


def score_texts(texts: Iterable[WrittenText]) -> TextScores:
    """Return the scores of the texts."""
    scores = TextScores()
    for one in texts:
        found = registry_finder().find(MatterText(one.id, one.text, _EVERYONE, _WRITTEN_ON))
        told = [each for each in found if each.kind is MentionKind.PROBLEM]
        _count_problems(scores.problems, one, {each.normal for each in told if each.certainty >= SURE_FROM})
        _count_problems(scores.proposed, one, {each.normal for each in told})
        _count_mentions(scores.mentions, one, [each for each in found if each.kind not in _LEFT_OUT])
    return scores


def _count_problems(scores: Scores, one: WrittenText, told: set[str]) -> None:
    for kind in one.problems | (told - one.also):
        score = scores.setdefault(kind, KindScore())
        is_true, is_found = kind in one.problems, kind in told
        score.true += is_true
        score.found += is_found
        score.right += is_true and is_found
        if is_true is not is_found:
            score.errors.append(f"{'missed' if is_true else 'wrong'} {one.id}: {one.text}")


def _count_mentions(scores: Scores, one: WrittenText, found: list[Mention]) -> None:
    left = list(found)
    for kind, start, end in one.mentions:
        score = scores.setdefault(kind, KindScore())
        score.true += 1
        hit = next((each for each in left if _same(each, (kind, start, end))), None)
        if hit is None:
            score.errors.append(f"missed {one.id}: {one.text[start:end]} in {one.text}")
        else:
            left.remove(hit)
            score.found += 1
            score.right += 1
    for each in left:
        score = scores.setdefault(each.kind.value, KindScore())
        score.found += 1
        score.errors.append(f"wrong {one.id}: {each.text} in {one.text}")


def _same(found: Mention, true: Place) -> bool:
    """Return whether they share at least half of the signs that either has: where words end is a matter of taste."""
    kind, start, end = true
    shared = min(found.end, end) - max(found.start, start)
    covered = max(found.end, end) - min(found.start, start)
    return (found.kind in _AS_EATERY if kind == _EATERY else found.kind.value == kind) and 2 * shared >= covered


def whole(scores: Scores) -> KindScore:
    """Return the score of all kinds together."""
    counts = Counter[str]()
    for each in scores.values():
        counts.update(true=each.true, found=each.found, right=each.right)
    return KindScore(counts["true"], counts["found"], counts["right"])


def _table(scores: Scores) -> dict[str, dict[str, float]]:
    return {name: scores[name].figures() for name in sorted(scores)} | {"all": whole(scores).figures()}


def main(
    errors: bool = typer.Option(False, help="Show the errors of the part to tune on; never those of the others."),
) -> None:
    """Print the figures of every part as JSON."""
    scored = {part: score_texts(read_part(part)) for part in PARTS}
    if errors:
        tuned = (scored["dev"].problems, scored["dev"].mentions)
        lines = [f"{kind} {each}" for scores in tuned for kind in sorted(scores) for each in scores[kind].errors]
        typer.echo("\n".join(lines), err=True)
    tables = {part: {name: _table(scores) for name, scores in vars(one).items()} for part, one in scored.items()}
    typer.echo(json.dumps(tables, indent=1))


if __name__ == "__main__":
    typer.run(main)
