"""`python -m bench.problems CITY...`: precision and recall of the kinds of problem that texts tell, against what the city says.

A city is another city (exports/, truth.json) or one of ours (clues/, audit/, ...): its columns of the kind are the truth then.
"""

import json
import logging
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import polars
import typer

from graph_service.mentions.find.problems import find_problems
from graph_service.mentions.text.folded import fold_text
from graph_service.mentions.text.mention import SURE_FROM
from schema.problem_levels import WAYS, related
from schema.vocabulary import Problem
from tests.unit.mentions.exported import LEDGERS, rows

# What the labels of the other city mean; the first kind stands for the label, the others are in its texts as well.
_LABELS: dict[str, tuple[Problem, ...]] = {
    "违规吃喝": (Problem.DINING,),
    "惠农补贴": (Problem.SUBSIDY,),
    "围标串标": (Problem.TENDERING,),
    "专项资金": (Problem.SPECIAL_FUND,),
    "公车私用": (Problem.VEHICLE_PRIVATE_USE,),
    "吃拿卡要": (Problem.EXTORTION, Problem.WORK_ATTITUDE),
    "低保": (Problem.DIBAO,),
    "津补贴": (Problem.ALLOWANCE,),
    "校园餐": (Problem.SCHOOL_MEALS,),
    "收受礼金": (Problem.GIFTS, Problem.BRIBERY, Problem.EXTORTION),
    "拆分发包": (Problem.CONTRACT_SPLIT,),
    "维修资金": (Problem.PROPERTY_MGMT,),
    "私车公养": (Problem.PRIVATE_CAR_PUBLIC_FUEL,),
    "集体三资": (Problem.COLLECTIVE_ASSETS,),
}
_TEXTS = {
    "petition": ("信访编号", "反映内容"),
    "audit": ("问题编号", "问题描述"),
    "inspection": ("问题编号", "问题描述"),
    "palm": ("工单号", "诉求"),
    "stationed": ("线索编号", "线索内容"),
}


@dataclass(frozen=True)
class LabelledText:
    """A text, the label that the city gives it and the kinds that the label stands for."""

    text: str
    label: str
    kinds: tuple[Problem, ...]


@dataclass
class LabelScore:
    """What came of the texts of one label."""

    texts: int = 0
    told: int = 0  # a kind of the label was found
    near: int = 0  # or at least one of its group
    right: int = 0  # kinds found that are of the label
    beside: int = 0  # ways of the deed found beside it, or kinds of its group
    wrong: Counter[Problem] = field(default_factory=Counter)
    missed: list[str] = field(default_factory=list)

    def __iadd__(self, other: "LabelScore") -> "LabelScore":
        """Return the sum."""
        for name in ("texts", "told", "near", "right", "beside"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.wrong += other.wrong
        return self

    def line(self, name: str) -> str:
        """Return the figures as one line of the table."""
        wrong = self.wrong.total()
        strict = _share(self.right, self.right + self.beside + wrong)
        return (
            f"{name:24}{self.texts:7,}{_share(self.right, self.right + wrong):8.3f}{strict:8.3f}"
            f"{_share(self.told, self.texts):8.3f}{_share(self.near, self.texts):8.3f}  "
            + ", ".join(f"{kind} {count}" for kind, count in self.wrong.most_common(4))
        )


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


def read_texts(city: Path) -> Iterator[LabelledText]:
    """Yield the texts of a city of either form with what it says of them."""
    yield from _other_city(city) if (city / "truth.json").is_file() and (city / "exports").is_dir() else _own_city(city)


def _own_city(city: Path) -> Iterator[LabelledText]:
    kinds = {name: kind for kind in Problem for name in (kind.value, kind.label)}
    for file, _, text, _ in LEDGERS.values():
        for row in rows(city, file):
            kind = kinds.get(row.get("问题类别") or row.get("problem") or "")
            if kind and kind is not Problem.OTHER:
                yield LabelledText(row[text] or "", kind.value, (kind,))


def _other_city(city: Path) -> Iterator[LabelledText]:
    matters = json.loads((city / "truth.json").read_text(encoding="utf-8"))["matters"]
    sources = json.loads((city / "manifest.json").read_text(encoding="utf-8"))
    for source, (key, text) in _TEXTS.items():
        read = {row.get(key): row for row in _exported(city / "exports" / sources[source]["file"])}
        for number in read.keys() & matters.keys():
            said, label = read[number][text], matters[number]["problem"]
            words = said if isinstance(said, str) else said["内容"]
            yield LabelledText(words, label, _LABELS[label])


def _exported(path: Path) -> list[dict[str, Any]]:
    if path.suffix == ".xlsx":  # a title stands above the header
        return polars.read_excel(path, read_options={"header_row": 1}).to_dicts()
    return rows(path.parent, path.name)


def score(texts: Iterator[LabelledText]) -> dict[str, LabelScore]:
    """Return the score of every label, of what is surely told."""
    scores: dict[str, LabelScore] = {}
    for one in texts:
        found = {span.kind for span in find_problems(fold_text(one.text).text) if span.certainty >= SURE_FROM}
        told = found.intersection(one.kinds)
        near = {kind for kind in found - told if any(related(kind, true) for true in one.kinds)}
        beside = {kind for kind in found - told if told and (kind in WAYS or kind in near)}
        of_label = scores.setdefault(one.label, LabelScore())
        of_label += LabelScore(
            1, bool(told), bool(told or near), len(told), len(beside), Counter(found - told - beside)
        )
        if not told:
            of_label.missed.append(f"{sorted(found)} {one.text}")
    return scores


def main(
    cities: list[Path] = typer.Argument(..., help="Folders of cities."),
    show: int = typer.Option(0, help="Texts of each label to show whose kind was not found."),
) -> None:
    """Print a table per city."""
    logging.getLogger("fastexcel").setLevel(logging.ERROR)
    for city in cities:
        print(f"{city}\n{'label':24}{'texts':>7}{'P':>8}{'strict':>8}{'R':>8}{'R group':>8}  kinds found wrongly")
        whole = LabelScore()
        for label, of_label in sorted(score(read_texts(city)).items()):
            print(of_label.line(label))
            print("".join(f"    {text}\n" for text in of_label.missed[:show]), end="")
            whole += of_label
        print(whole.line("all"))


if __name__ == "__main__":
    typer.run(main)
