"""Words of kin 亲属称谓 as people write them, each with what it says in the vocabulary of relations of kin.

The words are those of GB/T 4761 (codes of family relations) and their everyday forms. In-laws 姻亲 are spouses of blood kin and kin
of the spouse; step and adoptive kin count as kin by birth do (Civil Code, articles 1072 and 1111). A word that may mean two relations
(媳妇, 小姨, 小叔) is none of them, nor is one of somebody who is kin no more (前妻) or never was (干爹).
"""

import re
from collections.abc import Mapping
from functools import cache
from itertools import product

from schema.identifiers.fold import fold

WIDER = ""  # kin for whom the vocabulary has no term: the tie is stated, its relation is left open

_ORDER = ("", *"大长次小幼老二三四五六七八九")
_BIRTH = ("", "亲", "亲生", "养", "继", "独生", "其他", "同胞", "胞")
_PLAIN: Mapping[str, tuple[str, ...]] = {
    "SPOUSE": ("丈夫", "妻子", "夫", "妻", "老公", "老婆", "爱人", "夫妻", "妻室", "夫人"),
    "PARENT": (
        "父亲", "母亲", "父", "母", "爸爸", "妈妈", "爸", "妈", "爹", "娘", "老父亲", "老母亲", "双亲", "父母亲", "养父母", "继父母",
        "其他父母关系",
    ),
    "CHILD": ("儿女", "养子女", "继子女", "独生子女"),
    "SIBLING": ("兄弟", "姐妹", "姊妹", "兄妹", "姐弟", "哥弟", "兄弟姊妹", "同胞兄弟姐妹"),
    "IN_LAW": (
        "岳父", "岳母", "岳父母", "岳丈", "丈人", "丈母", "丈母娘", "老丈人", "老丈母娘", "公公", "婆婆", "公婆", "公爹", "公爹公婆",
        "家公", "家婆", "连襟", "连襟兄弟", "妯娌", "亲家", "亲家公", "亲家母", "内弟", "内兄", "内兄弟", "内侄", "内侄女", "内侄子",
        "妻弟", "妻兄", "妻哥", "妻姐", "妻妹", "妻舅", "夫兄", "夫弟", "夫姐", "夫妹", "兄嫂", "弟妇", "儿女亲家",
        "配偶的父亲", "配偶的母亲", "配偶的父母", "配偶的兄弟姐妹", "子女的配偶", "子女配偶", "兄弟姐妹的配偶", "其他姻亲",
    ),
    WIDER: (
        "祖父", "祖母", "祖父母", "爷爷", "奶奶", "爷", "奶", "外祖父", "外祖母", "外祖父母", "外公", "外婆", "姥爷", "姥姥", "曾祖父",
        "曾祖母", "孙辈", "孙子女", "外孙子女", "曾孙", "曾孙子", "曾孙女", "重孙", "重孙子", "重孙女", "外曾孙", "外曾孙女",
        "堂兄弟姐妹", "表兄弟姐妹", "堂兄弟", "堂姐妹", "表兄弟", "表姐妹", "堂亲", "表亲", "叔侄", "伯侄", "舅甥",
        "亲属", "亲戚", "近亲属", "近亲", "远亲", "远房亲戚", "其他亲属", "其他近亲属", "旁系亲属",
    ),
}  # fmt: skip
_PARENTS = ("父", "母", "父亲", "母亲", "爸", "妈", "爹", "娘")
_ORDERED: Mapping[str, tuple[str, ...]] = {
    "CHILD": ("子", "女", "儿子", "女儿", "儿", "闺女"),
    "SIBLING": ("哥", "哥哥", "兄", "兄长", "弟", "弟弟", "姐", "姐姐", "姊", "妹", "妹妹"),
    "IN_LAW": (
        "女婿", "婿", "儿媳", "儿媳妇", "嫂", "嫂子", "嫂嫂", "弟媳", "弟媳妇", "弟妹", "姐夫", "姊夫", "妹夫", "妹婿", "舅子", "舅哥",
        "姨子", "姑子", "叔子", "伯子", "伯哥", "孙媳", "孙媳妇", "孙女婿", "外孙媳", "外孙媳妇", "外孙女婿", "侄媳", "侄媳妇", "侄女婿",
        "侄婿", "外甥媳", "外甥媳妇", "外甥女婿", "甥婿", "姑父", "姑丈", "姑夫", "姨父", "姨丈", "姨夫", "舅母", "舅妈", "伯母", "婶",
        "婶婶", "婶子", "婶母", "堂嫂", "表嫂", "堂弟媳", "表弟媳", "堂姐夫", "堂妹夫", "表姐夫", "表妹夫",
    ),
    WIDER: (
        "孙", "孙子", "孙女", "孙儿", "外孙", "外孙子", "外孙女", "伯", "伯伯", "伯父", "叔叔", "叔父", "姑姑", "姑母", "姑妈", "舅",
        "舅舅", "舅父", "姨妈", "姨母", "侄", "侄子", "侄儿", "侄女", "侄女儿", "外甥", "外甥女", "外甥女儿", "甥", "甥女", "堂兄",
        "堂哥", "堂弟", "堂姐", "堂妹", "堂侄", "堂侄女", "堂叔", "堂伯", "堂姑", "表兄", "表哥", "表弟", "表姐", "表妹", "表侄",
        "表侄女", "表叔", "表伯", "表姑", "表舅", "表姨", "表外甥", "姑表弟", "姑表兄", "姑表哥", "姑表姐", "姑表妹", "姨表弟", "姨表兄",
        "姨表哥", "姨表姐", "姨表妹",
    ),
}  # fmt: skip
_OF_ORDER_ONLY = ("叔", "姑", "姨")  # 二叔, but 小叔 is a husband's brother as often
_OTHERWISE = ("老子", "小姐")  # what the parts would make of them
_ALTERNATIVES = re.compile(r"[或和、/]")


def relation_of(word: str) -> str | None:
    """Return the value of the relation that a word of kin says, `WIDER` for kin that has no term, None for any other word.

    Forms print two words of one relation side by side: 养子或继子, 孙子、孙女.
    """
    words = _words()
    said = {words.get(fold(part)) for part in _ALTERNATIVES.split(word)}
    return said.pop() if len(said) == 1 else None


@cache
def _words() -> Mapping[str, str]:
    words: dict[str, str] = {}
    for relation, stems in _PLAIN.items():
        words |= dict.fromkeys(stems, relation)
    for relation, stems in _ORDERED.items():
        births = _BIRTH if relation in ("CHILD", "SIBLING") else ("", "亲", "其他")
        for birth, order, stem in product(births, _ORDER, stems):
            words |= {f"{birth}{order}{stem}": relation, f"{order}{birth}{stem}": relation}
    words |= {f"{birth}{stem}": "PARENT" for birth, stem in product(("亲", "亲生", "养", "继", "生"), _PARENTS)}
    words |= {f"{order}{stem}": WIDER for order, stem in product("大二三四五六七八九", _OF_ORDER_ONLY)}
    return {word: relation for word, relation in words.items() if word not in _OTHERWISE}
