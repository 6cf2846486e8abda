"""Words of kin as people write them, wherever a relation of kin is typed."""

from pathlib import Path
from typing import Any

import pytest

from loaders.declare.source import FieldSpec
from loaders.mapping.values import memory_of
from loaders.rejection import RowRefused
from schema import RELATIONSHIP_TYPES
from tests.drafting import PEOPLE, csv_file, drafts_of

_KIN = RELATIONSHIP_TYPES["KIN_OF"].ties


def _read(word: str, **spec: Any) -> Any:
    return memory_of(_KIN, "relation", FieldSpec.model_validate({"column": "称谓", **spec})).read(word)


@pytest.mark.parametrize(
    ("relation", "words"),
    [
        ("SPOUSE", "配偶 丈夫 妻 爱人 老婆 SPOUSE"),
        ("PARENT", "父亲 母 老父亲 养父 继母或养母 妈妈"),
        ("CHILD", "女儿 儿子 长子 次女 小儿子 三女儿 独生女 养子或继子 養女 兒子 二闺女 长女"),
        ("SIBLING", "大哥 二姐 弟弟 胞妹 亲弟 兄弟、姐妹 姐 三弟"),
        ("IN_LAW", "女婿 儿媳 二儿媳妇 弟媳 岳父 丈母娘 小舅子 大姨子 连襟 妯娌 姐夫 大嫂 亲家母 妻弟 公公 孙女婿 姑父 亲家"),
        (None, "祖父 姥姥 孙子、孙女 长孙 表弟 堂姐 侄女 外甥 二叔 三姨 舅舅 大伯 内侄或亲戚 其他亲属"),
    ],
)  # fmt: skip
def test_a_word_of_kin_is_its_relation_and_wider_kin_has_none(relation: str | None, words: str) -> None:
    accepted = [word for word in words.split() if "内侄" not in word]

    assert {word: _read(word) for word in accepted} == dict.fromkeys(accepted, relation)


@pytest.mark.parametrize(
    "word", ["媳妇", "小姨", "小叔", "前妻", "干爹", "老子", "小姐", "同学", "非亲属", "户主", "内侄或亲戚"]
)
def test_a_word_of_two_meanings_or_of_no_kin_is_refused_with_what_fits_and_not_repeated(word: str) -> None:
    with pytest.raises(RowRefused) as caught:
        _read(word)

    reason = caught.value.reason
    assert (reason.column, reason.value_class) == ("称谓", "unknown word")
    assert "配偶" in reason.en
    assert "女儿, 岳父" in reason.en
    assert "女儿、岳父" in reason.zh
    assert word not in reason.en + reason.zh


@pytest.mark.parametrize(
    ("spec", "word", "relation"),
    [
        ({"map": {"媳妇": "SPOUSE"}}, "媳妇", "SPOUSE"),
        ({"map": {"媳妇": "SPOUSE"}}, "次子", "CHILD"),
        ({"map": {"媳妇": "SPOUSE"}}, "姻亲", "IN_LAW"),
        ({"map": {"前妻": ""}, "default": ""}, "大哥", "SIBLING"),
        ({"map": {"养子": ""}}, "养子", None),
        ({"default": "IN_LAW"}, "远房", "IN_LAW"),
    ],
)
def test_what_a_declaration_maps_goes_first_and_its_default_last(
    spec: dict[str, Any], word: str, relation: str | None
) -> None:
    assert _read(word, **spec) == relation


def test_a_draft_fills_the_relation_from_words_of_kin(tmp_path: Path) -> None:
    people = csv_file(tmp_path / "people.csv", "编号,身份证号", (f"P{n:03},{PEOPLE[n]}" for n in range(60)))
    said = ("长子", "岳母", "二姐", "表弟")
    rows = (f"P{n:03},P{59 - n:03},{said[n % 4]}" for n in range(29))
    kin = csv_file(tmp_path / "亲属.csv", "甲方编号,乙方编号,亲属称谓", rows)

    (link,) = drafts_of([people, kin], "people=Person")["qin_shu"]["links"]

    assert (link["type"], link["fields"]["relation"]) == ("KIN_OF", "亲属称谓")
