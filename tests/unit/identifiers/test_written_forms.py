"""Search asks for a word in the forms in which others may have written it."""

import pytest

from graph_service.api.queries.roots import roots
from schema.identifiers.fold import written_forms


@pytest.mark.parametrize(
    "word", ["劉國強", "刘国强", "鍾麗娟", "钟丽娟", "歐陽志華", "港口路1號", "港口路1号", "阿不都·買買提"]
)
def test_a_word_in_either_script_stands_for_both(word: str) -> None:
    simplified, *others = written_forms(word)

    assert word in (simplified, *others)
    assert others
    assert set(written_forms(simplified)) >= set(others) - {word}


def test_what_has_one_form_is_asked_once() -> None:
    assert written_forms("Ａｂ１２") == ("ab12",)


def test_a_search_for_a_traditional_name_asks_for_the_name_as_it_is_written() -> None:
    asked = [way["query"] for way in roots()["search"].read({"text": "劉國強"}).params["strict"]]

    assert asked[0] == 'key_signs:"刘 国 强"'
    assert 'text:("刘国强" OR "劉國強")' in asked[1]
