"""Passages that tell how few people could have known: each of them can work out who reported."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from graph_service.vault.giveaways.passage import END
from schema.identifiers.numerals import whole_number

_SPOKEN = str.maketrans("俩仨", "二三")
_N = r"(?:\d{1,4}|十[一二三四五六七八九]|[二三四五六七八九]十[一二三四五六七八九]?|[一二两三四五六七八九十俩仨])"
_PEOPLE = rf"(?P<n>{_N})(?:多?个人|口人|位|人|名|户|家|个)"
_KNEW = r"(?:在场|在座|知情|知道|看到|看见|听到|听见|目击|目睹|参加|参会|参与|经手|见证|晓得)"
_I = r"(?:我|本人|俺|咱)"
_ONLY = r"(?:只有|仅有|就只有|就|仅|只|不过|不超过|一共|总共|共|不到|才)"
# Each with the writer or a number of people in it; whoever was there is counted.
_HIDDEN = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:当时|现场|那天|席间)?{_KNEW}(?:的|者|人员|人|此事|这件事|这事|内情|情况)*(?:一共|总共)?{_ONLY}(?:有|是)?[^{END}]{{0,12}}?(?:{_I}[^{END}]{{0,30}}|{_PEOPLE})",
        rf"(?:当时|现场|那天|席间|屋里|房间里|办公室里|车上|会上|桌上)*{_ONLY}(?:有)?(?:{_I}(?:们)?[^{END}]{{0,20}}?|{_PEOPLE}[^{END}]{{0,8}}?){_KNEW}[^{END}]{{0,10}}",
        rf"除了?{_I}[^{END}]{{0,15}},?[^{END}]{{0,4}}(?:没有?(?:别的?|其他|第二个)?人|无人|谁也[不没])[^{END}]{{0,12}}",
        rf"(?:{_I}们?家?)就?是其中的?(?:一[户个人]|之一)",
        rf"(?:{_I}们?|本)(?:这?个?)(?:科室?|办公室|班组?|小组|组|单位|部门|车间|股|处|所|站|队|窗口|宿舍|小队|店|厂)[^{END}\d]{{0,8}}?"
        rf"(?:有|共|就|才|只|仅|不到|不足|剩){_PEOPLE}[^{END}]{{0,6}}",
    )
)
_PRESENT = re.compile(
    r"(?:在场|在座|同桌|同席|作陪|参会|知情|知道(?:此|这)事)的?(?:人员|人|者|同志)?(?:还有|有|是|包括|为|:)(?P<p>[^,;。!?\n〔]{2,60})"
)
_ITEM = re.compile(r"[、和与及]")
_MANY = re.compile(r"[几多少些都各数]|群众|大家|若干|人员|[百千]")
_LONGEST_ITEM = 10


@dataclass(frozen=True)
class FewKnew:
    """A passage that tells how few could have known, and whether it has to be hidden with the writer in it."""

    start: int
    end: int
    is_hidden: bool


def find_few(text: str, limit: int) -> Iterator[FewKnew]:
    """Yield the passages of a folded text by which at most so many people could have known what it reports."""
    for pattern in _HIDDEN:
        for found in pattern.finditer(text):
            number = found.groupdict().get("n")
            if number is None or 0 < number_of(number) <= limit:
                yield FewKnew(*found.span(), True)
    for found in _PRESENT.finditer(text):
        items = _ITEM.split(found["p"])
        has_writer = any(re.match(_I, item) for item in items)
        if 1 < len(items) <= limit and all(map(_is_person, items)):
            yield FewKnew(*found.span(), has_writer)


def _is_person(words: str) -> bool:
    return 0 < len(words) <= _LONGEST_ITEM and _MANY.search(words) is None


def number_of(words: str) -> int:
    """Return a number of people in figures or Chinese numerals, 俩 and 仨 among them."""
    return whole_number(words.translate(_SPOKEN), "people")
