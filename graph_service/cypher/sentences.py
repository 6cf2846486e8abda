"""Tells evidence in words: the rule's template, filled with what the query found."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from graph_service.cypher.files import read_folder
from schema import vocabulary
from schema.vocabulary import Term

FACT = re.compile(r"\{(\w+)(?:: (\w+))?\}")  # a fact of the rule, and the vocabulary that its value is a term of
UNKNOWN = {"en": "unknown", "zh": "不详"}
_CLAUSES = {"en": "; ", "zh": "，"}


def in_english(told: list[Any]) -> str:
    """Return the sentence of a rule's evidence in English."""
    return _tell(told, "because", "en")


def in_english_uncounted(told: list[Any]) -> str:
    """Return the sentence without its count of matters, for whoever may read fewer matters than were counted."""
    rule, way, facts = told
    template = read_folder("linkage")[rule].head[f"{way}because"]
    return told_of(uncounted(template, "en"), facts, "en")


def uncounted(template: str, language: str) -> str:
    """Return the template without the clause that counts matters."""
    comma = _CLAUSES[language]
    return comma.join(clause for clause in template.split(comma) if "{degree}" not in clause)


def in_chinese(told: list[Any]) -> str:
    """Return the sentence of a rule's evidence in Chinese."""
    return _tell(told, "because_zh", "zh")


def warning_in_english(told: list[Any]) -> str:
    """Return the sentence of a sign of early warning in English."""
    sign, facts = told
    return told_of(read_folder("warnings")[sign].head["because"], facts, "en")


def warning_in_chinese(told: list[Any]) -> str:
    """Return the sentence of a sign of early warning in Chinese."""
    sign, facts = told
    return told_of(read_folder("warnings")[sign].head["because_zh"], facts, "zh")


def _tell(told: list[Any], template: str, language: str) -> str:
    rule, way, facts = told
    return told_of(read_folder("linkage")[rule].head[f"{way}{template}"], facts, language)


def told_of(template: str, facts: Mapping[str, Any], language: str) -> str:
    """Return the template with its facts put in, terms of a vocabulary in the words of the language, `en` or `zh`."""
    return FACT.sub(lambda fact: _word(facts.get(fact[1]), fact[2], language), template)


def hit_in_english(told: Sequence[Any] | None) -> str | None:
    """Return the sentence of a finding from both templates of its model and its facts."""
    return None if told is None else told_of(told[0], told[2], "en")


def hit_in_chinese(told: Sequence[Any] | None) -> str | None:
    """Return the Chinese sentence of a finding from both templates of its model and its facts."""
    return None if told is None else told_of(told[1], told[2], "zh")


def _word(value: Any, terms: str | None, language: str) -> str:
    if value is None:
        return UNKNOWN[language]
    if terms is None:
        return str(value)
    if language == "zh":
        known: type[Term] = getattr(vocabulary, terms)
        return known[value].label if value in known.__members__ else str(value)
    return str(value).lower().replace("_", " ")
