"""Marks of state secrets, and rows that must not come through: told by what they say, never repeated."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from graph_service.errors import BadInput
from loaders.declare.job import CLASSIFIED, Rule

MARKED = "the file bears the mark of a state secret (秘密, 机密 or 绝密)"
LEVEL_COLUMNS = frozenset(
    {"密级", "秘密等级", "保密等级", "保密级别", "涉密等级", "文件密级", "密级标识", "定密级别", "密级和保密期限"}
)
_HARMLESS = frozenset(
    {"", "无", "公开", "非密", "非涉密", "不涉密", "未定密", "普通", "一般", "内部", "内部资料", "内部使用", "工作秘密"}
    | {"否", "-", "/", "PUBLIC", "INTERNAL", "WORK_SECRET"}
)
# Between the level and its star a workbook may change the font, and a careful hand may put blanks.
_GAP = r"(?:<[^<>]{0,200}>|[\s\u3000]){0,12}"
_LEVEL = rf"(?:绝{_GAP}密|机{_GAP}密|秘{_GAP}密)"
_TERM = r"(?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})[年月]|长期"
_MARK = re.compile(
    rf"{_LEVEL}{_GAP}(?:[★☆]|[*＊﹡]{_GAP}(?:{_TERM}))|[★☆]{_GAP}{_LEVEL}|密{_GAP}级{_GAP}[:：]{_GAP}{_LEVEL}"
)
_NAMED = re.compile(
    r"(?:^|[\s\[\]【】()（）〔〕_\-.,，、])(?:绝密|机密|秘密)(?:$|[\s\[\]【】()（）〔〕_\-.,，、★☆*0-9])"
)
_INVISIBLE = re.compile(r"[\s\u200b-\u200f\u2060\ufeff\xad]+")


def marked(text: str) -> bool:
    """Return whether the text bears the mark of a state secret, such as 机密★1年."""
    return "密" in text and _MARK.search(text) is not None


def named_as_secret(name: str) -> bool:
    """Return whether the name of a file or sheet bears a level of state secrets."""
    return marked(name) or _NAMED.search(name) is not None


def secret(where: str) -> BadInput:
    """Return the refusal of a file that bears the mark of a state secret; it repeats nothing of the file."""
    return BadInput(
        MARKED,
        where,
        "this system may not hold it: take it to the secrecy officer; nothing of it was kept",
        zh="文件带有国家秘密标志，本系统不得存储，未保留任何内容，请交保密人员处理",
    )


def folded(cell: object) -> str:
    """Return a cell in the form in which rules compare it: half-width, without blanks."""
    if cell is None:
        return ""
    return _INVISIBLE.sub("", unicodedata.normalize("NFKC", str(cell))).upper()


class Seal:
    """Tells which rows must not come through, and why."""

    def __init__(self, rules: Iterable[Rule], columns: Sequence[str]) -> None:
        place = {name: number for number, name in enumerate(columns)}
        self._rules = [
            (
                rule,
                [place[name] for name in rule.columns],
                frozenset(map(folded, rule.values)),
                tuple(map(folded, rule.holds)),
            )
            for rule in rules
        ]

    def broken(self, cells: Sequence[object]) -> Rule | None:
        """Return the rule that keeps the row out, or None."""
        for rule, places, values, holds in self._rules:
            for place in places:
                if any(_is_met(rule, folded(each), values, holds) for each in _each(cells[place])):
                    return rule
        return None


def _each(cell: object) -> Iterator[object]:
    # A column inside a list holds the values of all its elements.
    if isinstance(cell, list) and cell:
        for inner in cell:
            yield from _each(inner)
    else:
        yield cell


def _is_met(rule: Rule, text: str, values: frozenset[str], holds: tuple[str, ...]) -> bool:
    if values or holds:
        return text in values or any(part in text for part in holds)
    # A column of levels with no list of its own: whatever is not known to be harmless is taken as above.
    return rule.kind == CLASSIFIED and text not in _HARMLESS
