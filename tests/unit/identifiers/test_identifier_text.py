"""Free text, addresses, names of persons and units."""

import datetime as dt

import pytest

from schema.identifiers import Refused, absent, name, postal_text, text, unit_name

NOTHING = [None, "", " ", "\t\n", "\u3000\xa0", "\u200b\ufeff", "无", "不详", "-", "—", "——", "/", "//", "N/A", "NULL"]
NOTHING += ["n/a", "null", "未知", "－", "／", " 无 ", "Ｎ／Ａ", " " * 500, "N / A", "無", "\x00"]


@pytest.mark.parametrize("value", NOTHING)
def test_placeholders_are_absent(value: object) -> None:
    assert absent(value)
    assert text(value) is None
    assert name(value) is None
    assert unit_name(value) is None


@pytest.mark.parametrize("value", ["张三", "无锡", "0", 0, False, "N", "--张", "无" * 9, 0.0, "不详细"])
def test_real_values_are_not_absent(value: object) -> None:
    assert not absent(value)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("反映张三违规用车", "反映张三违规用车"),
        ("  前后空格 ", "前后空格"),
        ("张\u200b三\u3000李\xa0四", "张三 李 四"),
        ("第一行\r\n第二行\r第三行", "第一行\n第二行\n第三行"),
        ("e\u0301", "\u00e9"),
        ("\u202e张三\u202c", "张三"),
        ("a\x00b\x07", "ab"),
        ("=1+2", "=1+2"),
        ("＝HYPERLINK()", "＝HYPERLINK()"),  # free text keeps its width: what a person wrote stays as written
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
        ("'); MATCH (n) DETACH DELETE n //", "'); MATCH (n) DETACH DELETE n //"),
        ("𠮷䶮㛃\ue000", "𠮷䶮㛃\ue000"),
        ("乾隆", "乾隆"),
        (12, "12"),
        (12.0, "12"),
        (12.5, "12.5"),
        (True, "true"),
        (dt.date(2024, 1, 5), "2024-01-05"),
        ("\u200b 　", None),
    ],
)
def test_text(value: object, expected: str | None) -> None:
    assert text(value) == expected


@pytest.mark.parametrize(
    ("value", "why"),
    [("\ud800", "half of a character"), ("张\udfff三", "half"), (b"bytes", "read as text"), (["张三"], "read as text")],
)
def test_text_refuses(value: object, why: str) -> None:
    with pytest.raises(Refused, match=why):
        text(value)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("江西省 新余市渝水区　长青南路１２号", "江西省新余市渝水区长青南路12号"),
        ("5－2－301室", "5-2-301室"),
        ("5—2—301室", "5-2-301室"),
        ("Room 5 A", "Room 5 A"),
        ("5栋\n2单元", "5栋2单元"),
        ("无", None),
    ],
)
def test_postal_text(value: object, expected: str | None) -> None:
    assert postal_text(value) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("张建国", "张建国"),
        ("张 建 国", "张建国"),
        ("张\u3000三", "张三"),
        (" 张三\u200b", "张三"),
        ("\u202e张三", "张三"),
        ("張建國", "張建國"),
        ("阿不都热西提·买买提", "阿不都热西提·买买提"),
        ("阿不都热西提•买买提", "阿不都热西提·买买提"),
        ("阿不都热西提・买买提", "阿不都热西提·买买提"),
        ("阿不都热西提‧买买提", "阿不都热西提·买买提"),
        ("阿不都热西提．买买提", "阿不都热西提·买买提"),
        ("阿不都热西提 . 买买提", "阿不都热西提·买买提"),
        ("𠮷田", "𠮷田"),
        ("䶮", "䶮"),
        ("张□", "张□"),
        ("张？", "张?"),
        ("\ue000明", "\ue000明"),
        ("张某某", "张某某"),
        ("张**", "张**"),
        ("张××", "张××"),
        ("张三(已故)", "张三（已故）"),
        ("John   Smith", "John Smith"),
        ("Ｊｏｈｎ", "John"),
        ("J. Smith", "J. Smith"),
        ("Smith, John", "Smith, John"),
        ("葛\U000e0100", "葛"),
        ("@张三", "@张三"),
    ],
)
def test_name(value: object, expected: str) -> None:
    assert name(value) == expected


@pytest.mark.parametrize(
    ("value", "why"),
    [
        ("张三、李四", "several names"),
        ("张三，李四", "several names"),
        ("张三;李四", "several names"),
        ("张三/李四", "several names"),
        ("张三 / 李四", "several names"),
        ("张三\n李四", "several names"),
        ("张\ufffd", "lost in decoding"),
        ("\ud800", "half of a character"),
        ("#REF!", "error mark"),
        ("########", "error mark"),
        ("#N/A", "error mark"),
        ("***", "no letter"),
        ("□□", "no letter"),
        ("=1+2", "no letter"),
        ("12345", "no letter"),
        (12345, "no letter"),
        ("张" * 101, "too long"),
    ],
)
def test_name_refuses(value: object, why: str) -> None:
    with pytest.raises(Refused, match=why):
        name(value)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("新余市渝水区教育局", "新余市渝水区教育局"),
        ("新余市 渝水区 教育局", "新余市渝水区教育局"),
        ("新余\u3000教育局", "新余教育局"),
        ("新余Ａ１公司", "新余A1公司"),
        ("恒达建材(新余)有限公司", "恒达建材（新余）有限公司"),
        ("恒达建材（新余）有限公司", "恒达建材（新余）有限公司"),
        ("恒达建材〔新余〕有限公司", "恒达建材（新余）有限公司"),
        ("恒达建材【新余】有限公司", "恒达建材（新余）有限公司"),
        ("恒达建材[新余]有限公司", "恒达建材（新余）有限公司"),
        ("恒达建材［新余］有限公司", "恒达建材（新余）有限公司"),
        ("《新余日报》社", "《新余日报》社"),
        ("ABC  Trading Co Ltd", "ABC Trading Co Ltd"),
        ("ABC 商贸", "ABC商贸"),
        ("\ufeff教育局", "教育局"),
    ],
)
def test_unit_name(value: object, expected: str) -> None:
    assert unit_name(value) == expected


@pytest.mark.parametrize(
    ("value", "why"),
    [
        ("360502", "no letter"),
        (360502, "number or a date"),
        ("#NAME?", "error mark"),
        ("教育\ufffd局", "lost in decoding"),
        ("\udc00局", "half"),
        ("局" * 201, "too long"),
    ],
)
def test_unit_name_refuses(value: object, why: str) -> None:
    with pytest.raises(Refused, match=why):
        unit_name(value)
