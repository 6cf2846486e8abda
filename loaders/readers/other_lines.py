"""Lines of a table that are no records: totals, what stands below a table, and the header once more.

The words alone decide nothing: a firm may be called 合计贸易公司. What counts is the line's first filled cell as a whole,
whether the key is there and written like the keys before, and how many cells are filled.
"""

import re
import unicodedata
from collections.abc import Sequence

from loaders.rejection import FOOTER, REPEATED_HEADER, TOTAL, Reason

_INVISIBLE = re.compile(r"[\s\u200b-\u200f\u2060\ufeff\xad\x00-\x1f]+")
_AROUND = " *-—–_=#~·.。,，、;；:()[]{}<>【】《》〈〉「」『』\"'`"
_SUM = "(?:总|合|小|共|累)计|总合计|总共|合共|汇总|总和|总数|总额|平均值?"
_COUNTED = r"(?:数|额|金额|人数|户数|件数|笔数|次数|人民币)?(?:\([^()]*\))?(?::.*|[\d.,]+[^\d:]{0,6})?"
_SCOPE = (
    "(?:截[至止]?到?)?(?:[本当上全各分以至按逐]|其中|部门|单位|人员|费用|金额|季度|[年月]度)"
    "{0,2}[页月日周旬年季期次批班表册组村镇乡县市区项类户人上部度]?"
)
_TOTAL = re.compile(
    rf"{_SCOPE}(?:{_SUM}){_COUNTED}|{_SCOPE}共有?[\d.,]+[^\d:]{{0,8}}|人民币\(?大写\)?(?::.*)?|大写:.*"
    r"|(?:grand|sub|page)?-?totals?(?:amount|count|rows|records)?(?:\(.*\))?(?::.*)?"
    r"|(?:sum|count)(?::.*)?|\d+(?:rows?|records?)(?:selected|affected|inset)?|(?:已选择|查询到)?\d+行(?:受影响|已选择)?"
)
_GROUP_TOTAL = re.compile(rf".{{1,24}}(?:{_SUM}){_COUNTED}|totals?[\d.,]+[a-z]{{0,10}}")
_NAME_LENGTH = 4  # 王小计 may be somebody's name; what is longer and ends so is the total of a group
_LABEL = (
    "制表|制单|填表|填报|填写|填制|编制|审核|复核|核对|审批|审定|批准|经办|承办|负责人|主管|分管|会计|出纳|记账|校对|录入"
    "|统计|报送|上报|报告人|打印|导出|生成|查询|下载|盖章|公章|签章|签字|签名|签收|领款|联系|备注|说明|附注|注释|来源|截至"
    "|截止|日期|时间|附件"
)
_FOOTER = re.compile(
    rf".{{0,10}}?(?:{_LABEL}).{{0,8}}?(?::.*|\(.*\)|\d{{4}}[-/.年].*)|(?:附?注|附|note|remark|ps)s?\d*:.*"
    r"|.{1,12}\((?:盖章|公章|签章|签字|签名).*\)"
    "|[本此]?[页处表]?以下(?:空白|无正文|无内容|无数据|无)|[本此]?页?无正文|转下页|接[上下]页|过次页|承前页|续上页"
    r"|第\d+页.*|共\d+页.*|\d+/\d+页|end(?:of(?:report|file|data))?"
)
_LABELLED = re.compile(r"[^\d:]{1,12}:")
_PROSE = re.compile(r"[\u4e00-\u9fff].*[,。;、]")
_LONGEST = 200  # a longer first cell is a text of its own
# What a first cell has that makes its line worth a closer look; nearly every line is passed by this one.
_PLAIN = frozenset("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
_ENGLISH = re.compile(r"total|grand|sub|page|sum|count|end|note|remark|ps|\d+ ?r", re.IGNORECASE)
# What a cell outside ASCII has if its line is none: a letter of such words, a sign, a blank, or a letter of full width.
_ODD = frozenset(
    "计總总共汇行页均币写正空间期表注附签章备说:：，。；、()（） \t\u3000\xa0\ufeff\u200b\u200e\u200f*—–【】《》〈〉「」『』\"'`"
)
_WIDE = frozenset(map(chr, range(0xFF01, 0xFF5F)))
_RUNS = re.compile(r"(.)\1+")
_NOTHING = (None, "")


def folded(cell: object) -> str:
    """Return a cell without blanks and invisible characters, half-width and in small letters."""
    return _INVISIBLE.sub("", unicodedata.normalize("NFKC", str(cell))).lower()


class OtherLines:
    """Tells the lines under one header that are no records."""

    def __init__(self, head: Sequence[object], key: Sequence[str]) -> None:
        self._head = ["" if cell is None else folded(cell) for cell in head]
        names = {folded(name) for name in key}
        self._key = [place for place, name in enumerate(self._head) if name in names]
        self._known = frozenset(filter(None, self._head))
        self._initials = frozenset(letter for name in self._known for letter in (name[0], name[0].upper()))
        # A cell of ASCII that begins with one of these begins a record, and so does another without one of the odd ones.
        self.plain = _PLAIN - self._initials - frozenset("tTgGsSpPcCeEnNrR")
        odd = _ODD | _WIDE | (self._initials - _PLAIN)
        self.odd = re.compile(f"[{re.escape(''.join(sorted(odd)))}]").search

    def may_be_other(self, first: str) -> bool:
        """Return whether a line with this first cell needs the closer look."""
        if first.isascii():
            return first[0] not in _PLAIN or first[0] in self._initials or _ENGLISH.match(first) is not None
        return self.odd(first) is not None

    def why_other(self, cells: Sequence[object], before: Sequence[object] | None) -> Reason | None:
        """Return why a line is no record, or None; `before` is the record above it."""
        place = next((number for number, cell in enumerate(cells) if cell not in _NOTHING), -1)
        if place < 0 or type(cells[place]) is not str or len(cells[place]) > _LONGEST:  # type: ignore[arg-type]
            return None
        if not self.may_be_other(cells[place]):  # type: ignore[arg-type]
            return None
        text = folded(cells[place])
        if text in self._known and self._is_header(cells):
            return REPEATED_HEADER
        opens = place in self._key or not self._key
        if _says(_TOTAL, text):
            return None if self._has_key(cells, before, opens) else TOTAL
        if _says(_GROUP_TOTAL, text):
            is_sparse = before is None or _filled(cells) < _filled(before)
            is_name = not is_sparse and (len(text) <= _NAME_LENGTH or text[-1].isdigit())
            return None if is_name or self._has_key(cells, before, opens) else TOTAL
        return FOOTER if self._is_footer(text, cells, before, opens) else None

    def _is_header(self, cells: Sequence[object]) -> bool:
        found = [folded(cell) for cell in cells if cell not in _NOTHING]
        named = sum(each in self._known for each in found)
        in_place = any(folded(cells[place]) == self._head[place] for place in self._key)
        return named == len(found) > 1 or (in_place and 2 * named >= len(found))

    def _is_footer(self, text: str, cells: Sequence[object], before: Sequence[object] | None, opens: bool) -> bool:
        labels = sum(isinstance(cell, str) and _LABELLED.match(folded(cell)) is not None for cell in cells)
        filled = _filled(cells)
        if filled > max(2, len(self._head) // 2) and 2 * labels < filled:
            return False
        if _says(_FOOTER, text):
            return not self._has_key(cells, before, opens)
        if not opens or before is None or self._is_alike(cells, before):
            return False
        # A line that is worded like none above it: a label with what it is about, or a sentence in its only cell.
        is_sentence = filled == 1 and len(self._head) > 1 and _PROSE.search(text) is not None
        return (labels > 0 and _LABELLED.match(text) is not None) or is_sentence

    def _has_key(self, cells: Sequence[object], before: Sequence[object] | None, opens: bool) -> bool:
        """Return whether something else than the words is the key, and looks like one."""
        if opens or any(cells[place] in _NOTHING for place in self._key):
            return False
        return before is None or self._is_alike(cells, before)

    def _is_alike(self, cells: Sequence[object], before: Sequence[object]) -> bool:
        return all(_alike(cells[place], before[place]) for place in self._key or [0])


def _says(wanted: re.Pattern[str], text: str) -> bool:
    return wanted.fullmatch(text) is not None or wanted.fullmatch(text.strip(_AROUND)) is not None


def _filled(cells: Sequence[object]) -> int:
    return sum(cell not in _NOTHING for cell in cells)


def _alike(one: object, other: object) -> bool:
    left, right = folded(one), folded(other)
    return _form(left) == _form(right) and max(len(left), len(right)) <= 2 * min(len(left), len(right))


def _form(text: str) -> str:
    return _RUNS.sub(r"\1", "".join(map(_class_of, text)))


def _class_of(letter: str) -> str:
    if letter.isdigit():
        return "9"
    if letter.isalpha():
        return "a" if letter.isascii() else "文"
    return letter
