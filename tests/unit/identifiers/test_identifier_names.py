"""Surnames, pinyin keys and folding."""

import pytest

from schema.identifiers import COMPOUND_SURNAMES, fold, pinyin_keys, split_name, surname_readings


@pytest.mark.parametrize(
    ("surname", "reading"),
    [
        ("单", "shan"),
        ("解", "xie"),
        ("仇", "qiu"),
        ("查", "zha"),
        ("曾", "zeng"),
        ("任", "ren"),
        ("区", "ou"),
        ("朴", "piao"),
        ("盖", "ge"),
        ("乐", "yue"),
        ("覃", "qin"),
        ("翟", "zhai"),
        ("缪", "miao"),
        ("尉迟", "yu chi"),
        ("万俟", "mo qi"),
        ("欧阳", "ou yang"),
        ("诸葛", "zhu ge"),
        ("澹台", "tan tai"),
        ("长孙", "zhang sun"),
    ],
)
def test_surnames_are_read_as_surnames(surname: str, reading: str) -> None:
    assert surname_readings(surname)[0] == reading
    assert pinyin_keys(surname + "志华")[0] == reading + " zhi hua"


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("张建国", "zhang jian guo"),
        ("張建國", "zhang jian guo"),
        ("章建国", "zhang jian guo"),
        ("歐陽誌華", "ou yang zhi hua"),
        ("吕布", "lv bu"),
        ("闾丘露薇", "lv qiu lu wei"),
        ("阿不都热西提·买买提", "a bu dou re xi ti mai mai ti"),
        ("John Smith", "john smith"),
        ("张□", "zhang ?"),
        ("张*", "zhang ?"),
        ("张\ue000", "zhang ?"),
        ("张□□", "zhang ? ?"),
        ("𠮷田", "ji tian"),
        ("张䶮", "zhang yan"),
        ("", ""),
    ],
)
def test_pinyin_key(name: str, key: str) -> None:
    assert pinyin_keys(name)[0] == key


def test_a_surname_with_two_readings_has_two_keys() -> None:
    assert pinyin_keys("乐嘉") == ("yue jia", "le jia")
    assert pinyin_keys("覃勇") == ("qin yong", "tan yong")
    assert pinyin_keys("张三") == ("zhang san",)


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("张三", ("张", "三")),
        ("欧阳志华", ("欧阳", "志华")),
        ("欧阳华", ("欧阳", "华")),
        ("欧阳", ("欧", "阳")),
        ("上官", ("上", "官")),
        ("司马迁", ("司马", "迁")),
        ("", ("", "")),
        ("王", ("王", "")),
    ],
)
def test_split_name(name: str, parts: tuple[str, str]) -> None:
    assert split_name(name) == parts


def test_compound_surnames() -> None:
    assert len(COMPOUND_SURNAMES) >= 80
    assert all(len(surname) == 2 for surname in COMPOUND_SURNAMES)
    assert all(len(surname_readings(surname)[0].split()) == 2 for surname in COMPOUND_SURNAMES)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("張建國", "张建国"),
        ("乾隆", "乾隆"),
        ("皇后", "皇后"),
        ("範葉鍾於", "范叶钟于"),
        ("ＡＢｃ１２", "abc12"),
        ("赣K12345", "赣k12345"),
        ("新余\u3000教育局", "新余 教育局"),
        ("  a \t b ", "a b"),
        ("张\u200b三", "张三"),
        ("e\u0301", "é"),
        ("\ud800张", "张"),
        ("萧", "萧"),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded
