"""Tells in Chinese what a stored link says in English: its facts are read back from the sentence, by the templates of its rule.

So links that were stored before say it as well, nothing is stored twice, and what is masked in the one sentence is in the other.
Where a fact holds the very words that stand behind it in the template, it is cut at the first of them.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from graph_service.cypher.files import read_folder
from graph_service.cypher.sentences import FACT, UNKNOWN, told_of, uncounted

_WAYS = ("", "through_", "alike_")
# The English sentence, its facts that are terms, the Chinese template.
_Form = tuple[re.Pattern[str], frozenset[str], str]


def stored_in_chinese(told: Sequence[Any]) -> str | None:
    """Return the sentence of a rule's link in Chinese; as it is where it is of no rule, or of one that was worded otherwise."""
    rule, sentence = told
    if sentence is None:
        return None
    for pattern, terms, template in _forms(rule):
        if found := pattern.fullmatch(sentence):
            facts = {name: _value(value, name in terms) for name, value in found.groupdict().items()}
            return told_of(template, facts, "zh")
    return str(sentence)


def _value(word: str, is_term: bool) -> str | None:
    if word == UNKNOWN["en"]:
        return None
    return word.upper().replace(" ", "_") if is_term else word


@cache
def _forms(rule: str | None) -> tuple[_Form, ...]:
    file = read_folder("linkage").get(rule or "")
    return tuple(_worded(file.head)) if file else ()


def _worded(head: dict[str, str]) -> Iterator[_Form]:
    """Yield what a rule's sentence can look like, with its count of matters before without it."""
    for way in _WAYS:
        if f"{way}because" in head:
            english, chinese = head[f"{way}because"], head[f"{way}because_zh"]
            bare = uncounted(english, "en"), uncounted(chinese, "zh")
            for said, template in dict.fromkeys([(english, chinese), bare]):
                terms = frozenset(name for name, vocabulary in FACT.findall(said) if vocabulary)
                yield re.compile(_pattern(said), re.DOTALL), terms, template


def _pattern(template: str) -> str:
    pieces, seen, end = [], set(), 0
    for fact in FACT.finditer(template):
        name = fact[1]
        value = r"\d+" if name == "degree" else "[A-Za-z0-9 ]*" if fact[2] else ".*?"
        pieces += [re.escape(template[end : fact.start()]), f"(?P={name})" if name in seen else f"(?P<{name}>{value})"]
        seen.add(name)
        end = fact.end()
    return "".join([*pieces, re.escape(template[end:])])
