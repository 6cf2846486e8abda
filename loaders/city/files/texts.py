"""Titles and texts of matters in plain Chinese, with the offsets of everything they mention."""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import NamedTuple

import opencc

from loaders.city.cases.matter import CityMatter, CityNaming
from loaders.city.words import read_words
from loaders.city.world.draws import Draws
from loaders.city.world.places import words_of
from loaders.city.world.units import CityUnit

_TRADITIONAL_PER_MILLE = 12
_FIGURES = "〇一二三四五六七八九"
_FIGURES_OF_DAY = re.compile(r"\d+")


class WrittenMention(NamedTuple):
    """One mention in a text: code-point offsets, kind and what it truly means."""

    start: int
    end: int
    kind: str
    target: str


class _Writing:
    """A text in the making."""

    def __init__(self) -> None:
        self.text = ""
        self.mentions: list[WrittenMention] = []

    def say(self, words: str) -> None:
        self.text += words

    def mention(self, words: str, kind: str, target: str) -> None:
        self.mentions.append(WrittenMention(len(self.text), len(self.text) + len(words), kind, target))
        self.text += words

    def fill(self, template: str, values: dict[str, tuple[str, str, str]]) -> None:
        """Say a template; braces name a value, its kind and its target, or state a day, a sum or a number of a document."""
        for n, part in enumerate(template.replace("{", "}").split("}")):
            if n % 2 == 0:
                self.say(part)
            else:
                words, kind, target = values.get(part) or _stated(part)
                if kind:
                    self.mention(words, kind, target)
                else:
                    self.say(words)


def _stated(part: str) -> tuple[str, str, str]:
    name, _, words = part.partition(" ")
    if name == "day":
        year, month, day = map(int, _FIGURES_OF_DAY.findall(words)[:3])
        return words, "Date", date(year, month, day).isoformat()
    if name == "sum":
        return words, "Amount", str(round(Decimal(words.removesuffix("元")) * 100))
    if name == "number":
        return words, "Document", words
    raise KeyError(part)


def written_date(day: date, draws: Draws) -> str:
    """Return the date in one of the ways in which people write it."""
    kind = draws.below(10)
    if kind == 0:
        year = "".join(_FIGURES[int(digit)] for digit in str(day.year))
        month = "十" * (day.month > 9) + ("" if day.month == 10 else _FIGURES[day.month % 10])
        return f"{year}年{month}月"
    if kind == 1:
        return f"{day.year}.{day.month}.{day.day}"
    return f"{day.year}年{day.month}月" + (f"{day.day}日" if kind < 8 else "")


def written_money(fen: int, draws: Draws) -> str:
    """Return the amount in 元 or 万元."""
    if fen % 1_000_000 == 0 or (fen >= 1_000_000 and fen % 10_000 == 0 and draws.chance(600)):
        return f"{fen / 1_000_000:g}万元"
    return f"{fen // 100}元"


def write_title(matter: CityMatter, unit: CityUnit | None) -> str:
    """Return the matter in one line."""
    who = matter.of("Person", "SUBJECT")
    about = matter.problem.label
    name = unit.short if unit else ""
    if matter.source in ("petition_clues", "clue_register", "own_staff_clues"):
        return f"反映{name}{matter.post}{who[0].words if who else ''}{about}问题"
    if matter.source == "alerts":
        return f"{name}{about}预警"
    return f"{name}{about}问题"


@dataclass(frozen=True)
class TextScene:
    """Where and when a matter happened: its unit, the day, and the eateries of the city with their credit codes."""

    unit: CityUnit | None
    happened: date
    eateries: dict[str, str]


def write_text(matter: CityMatter, scene: TextScene, draws: Draws) -> tuple[str, list[WrittenMention]]:
    """Return the text of the matter and its mentions; one text in eighty is in traditional characters."""
    unit = scene.unit
    writing = _Writing()
    if matter.text:
        values = {str(n): _mentioned(one) for n, one in enumerate(matter.names)}
        if unit:
            values["unit"] = (unit.name, "Unit", unit.uscc)
        writing.fill(matter.text, values)
        return writing.text, writing.mentions
    words = read_words("texts")
    subject = next(iter(matter.of("Person", "SUBJECT")), None)
    before, _, after = draws.pick(words["openings"][matter.source]).partition("{who}")
    writing.say(before)
    _say_subject(writing, matter, unit, subject, draws)
    writing.say(after)
    facts = words["facts"][matter.problem.value]["p" if subject else "u"]
    writing.fill(draws.pick(facts), _particulars(matter, scene, draws))
    for one in matter.names:
        if one is not subject and one.role != "SUBJECT_UNIT":
            writing.fill(draws.pick(words["extras"][one.kind]), {"it": _mentioned(one)})
    writing.say(draws.pick(words["closings"][matter.source]))
    return _maybe_traditional(writing, draws)


def _mentioned(one: CityNaming) -> tuple[str, str, str]:
    return one.words, one.kind, one.ref


def _say_subject(
    writing: _Writing, matter: CityMatter, unit: CityUnit | None, subject: CityNaming | None, draws: Draws
) -> None:
    if unit:
        writing.mention(unit.short if subject and draws.chance(400) else unit.name, "Unit", unit.uscc)
    else:
        firm = next(iter(matter.of("Unit", "SUBJECT_UNIT")), None)
        if firm:
            writing.mention(*_mentioned(firm))
    if subject:
        writing.say(matter.post)
        writing.mention(subject.words, "Person", subject.ref)


def _particulars(matter: CityMatter, scene: TextScene, draws: Draws) -> dict[str, tuple[str, str, str]]:
    day = scene.happened
    money = written_money(matter.amount_fen, draws) if matter.amount_fen else "一定数额"
    date_words = written_date(day, draws)
    eatery = draws.pick(words_of("restaurants"))
    return {
        "date": (date_words, "Date", day.isoformat()),
        "money": (money, "Amount" if matter.amount_fen else "", str(matter.amount_fen)),
        "eatery": (eatery, "Unit", scene.eateries[eatery]),
        "n": (str(draws.between(2, 12)), "", ""),
    }


@cache
def _converter() -> opencc.OpenCC:
    return opencc.OpenCC("s2t")


def _maybe_traditional(writing: _Writing, draws: Draws) -> tuple[str, list[WrittenMention]]:
    if draws.chance(_TRADITIONAL_PER_MILLE):
        converted = _converter().convert(writing.text)
        if len(converted) == len(writing.text):
            return converted, writing.mentions
    return writing.text, writing.mentions
