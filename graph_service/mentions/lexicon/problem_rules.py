"""The wording of every kind of problem, from `problems.yaml` and the files beside it, made ready for one pass over a text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any

import ahocorasick  # type: ignore[import-not-found]
import yaml

from schema.vocabulary import Problem

SILENT = 0  # the set of words inside which shorter ones say nothing
_FOLDER = Path(__file__).parent
_KINDS = ("problems.yaml", "problems_of_duty.yaml", "problems_of_people.yaml", "problems_of_funds.yaml")
_SAID, _JOINED, _APART, _HINTED = 0.95, 0.9, 0.85, 0.6


@dataclass(frozen=True, slots=True)
class Join:
    """Sets of words that show a kind of problem where one of each stands, in a clause or in a sentence."""

    kind: Problem
    sets: tuple[int, ...]
    unless: tuple[int, ...]
    is_ordered: bool
    in_sentence: bool

    @property
    def certainty(self) -> float:
        """Return how sure the kind is: words of one clause belong together more surely."""
        return _APART if self.in_sentence else _JOINED


@dataclass
class ProblemRules:
    """Words by the sets that they are in, what a set tells alone, and the joins by their first set."""

    words: Any
    alone: dict[int, tuple[Problem, float]] = field(default_factory=dict)
    topics: set[int] = field(default_factory=set)  # sets that only name what the kind is about
    joins: dict[int, list[Join]] = field(default_factory=dict)


@cache
def problem_rules() -> ProblemRules:
    """Return the rules; they are read once."""
    return _Reading().rules()


class _Reading:
    def __init__(self) -> None:
        shared = _read("problem_words.yaml")
        self._named: dict[str, str] = shared["sets"]
        self._numbers: dict[tuple[str, ...], int] = {tuple(shared["silent"].split()): SILENT}

    def rules(self) -> ProblemRules:
        rules = ProblemRules(ahocorasick.Automaton(ahocorasick.STORE_ANY))
        for code, said in chain.from_iterable(_read(name).items() for name in _KINDS):
            kind = Problem[code]
            for name, certainty in (("says", _SAID), ("topics", _SAID), ("hints", _HINTED)):
                if name in said:
                    # Two kinds may be told by one list of words: the kind makes it a set of its own.
                    number = self._number(said[name].split(), f"{code}.{name}")
                    rules.alone[number] = kind, certainty
                    rules.topics |= {number} if name == "topics" else set()
            for text in said.get("joins", ()):
                join = self._join(kind, text)
                rules.joins.setdefault(join.sets[0], []).append(join)
        sets: dict[str, list[int]] = {}
        for words, number in self._numbers.items():
            for word in {word for word in words if "." not in word}:
                sets.setdefault(word, []).append(number)
        for word, numbers in sets.items():
            rules.words.add_word(word, (len(word), tuple(numbers)))
        rules.words.make_automaton()
        return rules

    def _join(self, kind: Problem, text: str) -> Join:
        told, _, unless = text.partition(" ! ")
        sign = next((sign for sign in (" + ", " > ", " / ") if sign in told), " + ")
        sets = tuple(self._number(part.split("|")) for part in told.split(sign))
        barred = (self._number(unless.split("|")),) if unless else ()
        return Join(kind, sets, barred, sign == " > ", sign == " / ")

    def _number(self, words: list[str], *own: str) -> int:
        whole = tuple(dict.fromkeys([*self._spelt(words), *own]))
        return self._numbers.setdefault(whole, len(self._numbers))

    def _spelt(self, words: list[str]) -> Iterator[str]:
        for word in words:
            yield from self._named[word].split() if word in self._named else (word.strip(),)


@cache
def _read(name: str) -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load((_FOLDER / name).read_text(encoding="utf-8"))
    return read


def shared_sets() -> dict[str, str]:
    """Return the words of every set that several kinds share, by its name."""
    sets: dict[str, str] = _read("problem_words.yaml")["sets"]
    return sets


def kind_words() -> Iterator[tuple[Problem, str]]:
    """Yield every word that the lexicon gives for a kind of its own, those of shared sets left out of joins."""
    named = shared_sets()
    for code, said in chain.from_iterable(_read(name).items() for name in _KINDS):
        alone = chain.from_iterable(said.get(name, "").split() for name in ("says", "topics", "hints"))
        for word in alone:
            yield from ((Problem[code], one) for one in named.get(word, word).split())
        for text in said.get("joins", ()):
            told = text.partition(" ! ")[0]
            yield from ((Problem[code], word) for word in re.split(r" [+>/] |\|", told) if word not in named)
