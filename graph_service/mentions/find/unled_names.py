"""Names that no register knows and no post leads in: told by signs that given names are made of, between telling words or before （音）."""

import re
from collections.abc import Iterator

from graph_service.mentions.lexicon.boundaries import begins_after, begins_well, ends_well, is_word
from graph_service.mentions.lexicon.surname_list import surname_size
from graph_service.mentions.lexicon.titles import NO_SURNAME
from graph_service.mentions.lexicon.vocabulary import read_words
from graph_service.mentions.text.mention import Because, MentionKind
from graph_service.mentions.text.span import Span
from schema.identifiers import COMPOUND_SURNAMES

_STRENGTH = 27.0  # below every name that something leads in, and every registered unit
_GIVEN = frozenset("".join(read_words("given")))
_SINGLE = "".join(read_words("surnames"))
_USUAL = _SINGLE[:330]  # the list begins with the most frequent; the rest are everyday words as well
_LEADS = read_words("unled")
_LABELS = tuple(lead for lead in _LEADS if len(lead) > 1)
_FOLLOWS = read_words("owned")
_START = re.compile(rf"(?=(?:{'|'.join(sorted(COMPOUND_SURNAMES))}|[{_SINGLE}])[{''.join(_GIVEN)}])")
_NUMBERED = re.compile(
    r"(?<![\u4e00-\u9fff])(?:[\u4e00-\u9fff]{2,4})(?=\((?:身份证号?码?:?)?\d{17}[\dXx]\))|[\u4e00-\u9fff]{2,3}(?=身份证)"
)
_NICKNAME = re.compile(
    rf"(?:(?<=^)|(?<=[^\u4e00-\u9fff])|(?<=[和与向给把被叫找])|(?<=隔壁))([{_USUAL}])老[大二三四五六七八九幺](?![\u4e00-\u9fff]?[岁年])"
)
_CURT = re.compile(
    rf"(?<=[的了给向找叫跟是被])([{_USUAL}])([总局处科院])(?=[,.;:!?。、)]|$|[在给收送说要请把被就也都一每逢])"
)
_TITLE = re.compile(
    rf"([{_USUAL}])(?=((?:副)?(?:书记|局长|县长|镇长|乡长|区长|市长|处长|科长|股长|所长|站长|队长|院长|校长|园长|部长|主任|主席|会计|医生|老师|经理|总经理|董事长|支书|厅长|庭长|调研员|主任科员)))"
)
# What a clerk notes behind a name that was taken down by ear.
_HEARD = re.compile(
    r"”?\((?:[谐同近译听]?音|[谐同近译听]音字|音[同似近译][^()]{0,6}|(?:具体|名|哪[几两]?个)?字不[详清]|字可能不对|不知哪[几两]?个字)\)"
)
_SIZES = (3, 2, 4)  # signs of a whole name, the usual number first
# Signs of surnames that end another word before a title: 公安局长, 审计局长, 班主任.
_NO_TITLED = re.compile(
    r"(?:公司|上司|官司|公安|治安|保安|平安|公路|铁路|道路|园林|森林|环卫|审计|统计|会计|设计|海关|机关|城关|公关|农林|水文|中文|语文|社区?商|工商|招商|智能|城管|交管|主管|分管|公用|国管|房管|党员|班|钟|原任|时任|现任|历任|担任|"
    r"上任|大队?|和|由|于|同|从|向|关|管|任|应|能|有|成|因|常|方|包|该|时|国|强|全|都|单|连|解|门|支|付|经|相|别|党)$"
)


def find_unled_names(text: str) -> Iterator[tuple[Span, bool]]:
    """Yield possible names of a folded text, and whether only a surname is said; all of them are candidates."""
    for found in _NUMBERED.finditer(text):
        for size in (3, 2, 4):
            start = found.end() - size
            if start >= found.start() and _is_name(text, start, found.end()):
                yield _span(start, found.end()), False
                break
    for found in _NICKNAME.finditer(text):
        yield _span(*found.span()), False
    for found in _TITLE.finditer(text):
        if found[1] not in NO_SURNAME and not _NO_TITLED.search(text, max(0, found.start() - 2), found.end()):
            yield (
                Span(
                    found.start(),
                    found.end(2),
                    MentionKind.PERSON,
                    found[1] + found[2],
                    _STRENGTH + 1,
                    0.5,
                    Because.MASKED,
                ),
                True,
            )
    for found in _CURT.finditer(text):
        if found[1] not in NO_SURNAME:
            yield Span(*found.span(), MentionKind.PERSON, found[0], _STRENGTH + 1, 0.5, Because.MASKED), True
    yield from ((span, False) for span in _between(text))


def find_heard_names(text: str) -> Iterator[Span]:
    """Yield names of a folded text that it says were taken down by ear: 谢建（音）."""
    for end in (found.start() for found in _HEARD.finditer(text)):
        starts = [end - size for size in _SIZES if size <= end and _is_name(text, end - size, end)]
        for start in sorted(starts, key=lambda at: not begins_well(text, at))[:1]:
            yield _span(start, end, _STRENGTH + 1)  # above the same name found without what is noted behind it


def is_given(sign: str) -> bool:
    """Return whether given names are usually made of this sign."""
    return sign in _GIVEN


def _between(text: str) -> Iterator[Span]:
    for found in _START.finditer(text):
        start = found.start()
        is_labelled = text.endswith(_LABELS, 0, start)
        if not (is_labelled or text.endswith(_LEADS, 0, start) or begins_well(text, start)):
            continue
        for size in (3, 2):
            end = start + size
            if _is_name(text, start, end) and _goes_on(text, end, size > 2 or is_labelled):
                yield _span(start, end)
                break


def _goes_on(text: str, at: int, is_telling: bool) -> bool:
    return text.startswith(_FOLLOWS, at) or (ends_well(text, at) if is_telling else begins_after(text, at))


def _is_name(text: str, start: int, end: int) -> bool:
    size = surname_size(text, start)
    given = text[start + size : end]
    return (
        end <= len(text)
        and size > 0
        and 1 <= len(given) <= 2
        and _GIVEN.issuperset(given)
        and not is_word(text[start:end])
    )


def _span(start: int, end: int, strength: float = _STRENGTH) -> Span:
    return Span(start, end, MentionKind.PERSON, "", strength + (end - start) / 10, 0.5, Because.UNKNOWN)
