"""What a stored link says in English is told in Chinese as its rule would have told it there and then."""

import pytest

from graph_service.cypher.retold import stored_in_chinese
from graph_service.cypher.sentences import FACT, in_chinese, in_english, in_english_uncounted, told_of, uncounted
from schema import vocabulary
from tests.unit.test_sentences import RULES, TEMPLATES

_WORDS = [
    "张某（曾用名：李某）",
    "云江市“恒光”，电力公司",
    "2025-03-01",
    "360502**********3X",
    "",
    "一行\n又一行",
    "100%",
    None,
]


def _facts(rule: str, way: str, turn: int) -> dict[str, object]:
    """Return a value for each fact of a rule, others in each turn."""
    found: dict[str, object] = {}
    for place, (name, terms) in enumerate(FACT.findall(RULES[rule].head[f"{way}because"])):
        known = [*getattr(vocabulary, terms).__members__] if terms else _WORDS
        found[name] = turn if name == "degree" else known[(turn + place) % len(known)]
    return found


@pytest.mark.parametrize(("rule", "way"), TEMPLATES)
def test_every_sentence_of_every_rule_is_told_in_chinese(rule: str, way: str) -> None:
    bare = uncounted(RULES[rule].head[f"{way}because_zh"], "zh")
    for turn in range(2, 2 + 2 * len(_WORDS)):
        facts = _facts(rule, way, turn)
        told = [rule, way, facts]

        assert stored_in_chinese([rule, in_english(told)]) == in_chinese(told)
        assert stored_in_chinese([rule, in_english_uncounted(told)]) == told_of(bare, facts, "zh")


def test_what_no_rule_says_today_stays_as_it_was_written() -> None:
    assert stored_in_chinese([None, "研判后并入串案"]) == "研判后并入串案"
    assert stored_in_chinese(["rule_of_another_city", "Both did"]) == "Both did"
    assert stored_in_chinese(["same_person", "Both name one person: 张某"]) == "Both name one person: 张某"
