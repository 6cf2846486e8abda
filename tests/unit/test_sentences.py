"""Sentences of evidence: the rule's template filled with what was found, whatever the texts hold."""

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_service.cypher.files import part, read_folder
from graph_service.cypher.sentences import FACT, in_chinese, in_english, in_english_uncounted
from schema import vocabulary
from schema.vocabulary import Term

RULES = read_folder("linkage")
TEMPLATES = [
    (rule, way)
    for rule, file in RULES.items()
    for way in ("", "through_", "alike_")
    if f"{way}because" in file.head
]  # fmt: skip


def facts_of(rule: str, way: str) -> set[str]:
    """Return the names of the facts that the rule's query finds."""
    text = part("alike") if way == "alike_" else RULES[rule].body or part("shared_through" if way else "shared_thing")
    return set(re.findall(r"(\w+): ", text[text.rindex("RETURN") : text.index(" AS facts")]))


@pytest.mark.parametrize(("rule", "way"), TEMPLATES)
@pytest.mark.parametrize("language", ["because", "because_zh"])
def test_a_template_names_only_what_is_found(rule: str, way: str, language: str) -> None:
    facts = FACT.findall(RULES[rule].head[f"{way}{language}"])

    assert facts
    assert {name for name, _ in facts} <= facts_of(rule, way)
    assert all(issubclass(getattr(vocabulary, terms), Term) for _, terms in facts if terms)


def test_no_two_rules_say_the_same() -> None:
    for language in ("because", "because_zh"):
        told = [RULES[rule].head[f"{way}{language}"] for rule, way in TEMPLATES]
        assert len(set(told)) == len(told)


FACTS = {"shared": "张某", "here": "SUBJECT", "there": "GO_BETWEEN", "degree": 3}


def test_a_sentence_is_told_in_two_languages() -> None:
    told = ["same_person", "", FACTS]

    assert (
        in_english(told) == "Both name the person 张某: this one as subject, the other as go between; 3 matters name it"
    )
    assert "被反映人" in in_chinese(told)
    assert "中间人" in in_chinese(told)


@pytest.mark.parametrize(("rule", "way"), TEMPLATES)
def test_a_sentence_for_others_holds_no_count(rule: str, way: str) -> None:
    told = in_english_uncounted([rule, way, dict.fromkeys(facts_of(rule, way), "X")])

    assert told.count("X") >= 1
    assert in_english([rule, way, {name: "X" for name in facts_of(rule, way)}]).startswith(told)
    assert "matters" not in told


@pytest.mark.parametrize("name", ["here", "there", "shared", "degree"])
def test_what_is_not_known_is_said_to_be_unknown(name: str) -> None:
    assert "unknown" in in_english(["same_person", "", FACTS | {name: None}])
    assert "不详" in in_chinese(["same_person", "", {key: value for key, value in FACTS.items() if key != name}])


@pytest.mark.parametrize(
    ("rule", "facts", "english", "chinese"),
    [
        ("kin", {"shared": "甲", "relative": "乙", "relation": "IN_LAW"}, "(in law)", "（姻亲）"),
        ("firm_control", {"firm": "甲", "controller": "乙", "tie": "SHAREHOLDER"}, "(shareholder)", "（股东）"),
        ("firm_control", {"firm": "甲", "controller": "乙", "tie": "LEGAL_PERSON"}, "(legal person)", "（法定代表人）"),
        ("same_unit_same_problem", {"shared": "甲", "problem": "DINING", "degree": 2}, "of dining in", "违规吃喝"),
    ],
)
def test_terms_are_told_in_words(rule: str, facts: dict[str, Any], english: str, chinese: str) -> None:
    assert english in in_english([rule, "", facts])
    assert chinese in in_chinese([rule, "", facts])


@given(st.text(max_size=30))
def test_a_text_of_the_source_stands_in_the_sentence_as_it_is(text: str) -> None:
    """Quotes, backslashes, braces and group references are nothing but letters."""
    assert in_english(["shared_place", "", FACTS | {"shared": text}]).startswith(f"Both name the place {text}: ")
    assert f"地点{text}（" in in_chinese(["shared_place", "", FACTS | {"shared": text}])


@pytest.mark.parametrize("text", ["'", '"', "\\", "\\1", "\\g<0>", "{here}", "{{}}", "$1", "');"])
def test_hard_texts_stand_as_they_are(text: str) -> None:
    assert f"person {text}: " in in_english(["same_person", "", FACTS | {"shared": text}])
