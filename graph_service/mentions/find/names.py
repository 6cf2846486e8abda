"""Names of people in a folded text: known, masked, with a title only, and such as no register knows."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from graph_service.mentions.find.called_names import find_called_names
from graph_service.mentions.find.chain import Chain, chain_before
from graph_service.mentions.find.unled_names import find_heard_names, find_unled_names, is_given
from graph_service.mentions.find.view import View
from graph_service.mentions.find.words import Words
from graph_service.mentions.lexicon.boundaries import STOPS, begins_after, begins_well, ends_well, follows_role, is_word
from graph_service.mentions.lexicon.surname_list import surname_size
from graph_service.mentions.lexicon.titles import ADDRESS, NO_SURNAME, POSTS
from graph_service.mentions.text.mention import Because, MentionKind
from graph_service.mentions.text.span import Span

_MASK = re.compile(r"(?:某{1,3}|[×X*]{1,2}(?![0-9A-Z*×])|[□■●▢\ufffd\ue000-\uf8ff?]{1,2})")
_LOST = re.compile(r"[□■●▢\ufffd\ue000-\uf8ff?*×]")  # what old systems print for a sign they lack
_NOT_MASKED = re.compile(r"[日年月地天次种个单公局村镇县市省区乡街项部学医处科所企品小大原些件方]")
_GIVEN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U000323af]")
_RISKY = frozenset(
    "和向于由时应从同支付关方国常强任成有经能相因都单连全钱计管金门包解"
)  # surnames that are everyday words as well
_NEVER_GIVEN = frozenset(
    "受收支出入接领取报付欠打骂吃喝买卖款主的了在是和与及为将把被对向从到以之其该此各每某等有没未不也又还已曾于由给让说称要请送收借任用因经均都至个二三四五六八九十百千万亿元年月日号"
)
_CURT = re.compile(r"[局总科处校院所队]")  # 王局, 李总
_AFTER_NAME = re.compile(r"(?:同志|先生|女士|等人|本人|夫妇|\(身份证|\(公民身份|\([男女])")
_OWN, _HOLDER, _POST, _CUE, _PLAIN = 60.0, 55.0, 46.0, 42.0, 34.0


@dataclass(frozen=True, slots=True)
class NameSpan:
    """A span that may name a person, with the chain of posts and unit before it; `is_heard` where the text says so: 谢建（音）."""

    span: Span
    chain: Chain
    is_masked: bool = False
    is_heard: bool = False


@dataclass(frozen=True, slots=True)
class TextSetting:
    """What is known about a text before its names are read."""

    text: str
    view: View
    words: Words
    units: dict[int, Span]  # by their end
    own: frozenset[int]  # people whom the matter's register entry names
    starts: frozenset[int]  # where dates, amounts, numbers and names of things begin

    def ends_name(self, at: int) -> bool:
        """Return whether a name can end at this place."""
        return at in self.starts or ends_well(self.text, at) or _AFTER_NAME.match(self.text, at) is not None


def find_names(setting: TextSetting) -> Iterator[NameSpan]:
    """Yield every range that may name a person; choosing among overlapping ones is left to the caller."""
    text = setting.text
    for start, end, name in setting.words.names:
        named = _known(setting, start, end, name)
        if named:
            yield named
    for end in setting.words.posts:
        yield from _unknown(setting, end, True)
    for end in setting.words.introductions.difference(setting.words.posts):
        yield from _unknown(setting, end + (text[end : end + 1] in (":", "(")), False)
    yield from _titled(setting)
    for span, is_masked in find_unled_names(text):
        yield NameSpan(_called(text, span), _chain(setting, span.start), is_masked)
    for span in find_heard_names(text):
        yield NameSpan(_called(text, span), _chain(setting, span.start), is_heard=True)
    for span, is_masked in find_called_names(text, setting.view):
        yield NameSpan(span, _chain(setting, span.start - 1), is_masked)
    if _MASK.search(text):
        yield from _masked(setting)


def _called(text: str, span: Span) -> Span:
    """Return a span of which only the place is known, with what stands there for its name."""
    return replace(span, normal=span.normal or text[span.start : span.end])


def _chain(setting: TextSetting, at: int) -> Chain:
    return chain_before(setting.text, at, setting.words, setting.units)


def _known(setting: TextSetting, start: int, end: int, name: str) -> NameSpan | None:
    text, view = setting.text, setting.view
    people, chain = view.people(name), _chain(setting, start)
    ends = setting.ends_name(end)
    bonus = 3.0 * ends + 0.5 * (end - start)
    if not setting.own.isdisjoint(people):
        strength = _OWN
    elif chain.unit and _holds(view, people, chain.unit):
        strength = _HOLDER
    elif chain.posts and (ends or end - start > 2):
        strength = _POST
    elif ends and (chain.unit or _AFTER_NAME.match(text, end) or follows_role(text, start)):
        strength = _CUE
    elif not is_word(name) and (_is_telling(name) or (ends and begins_well(text, start))):
        strength = _PLAIN
    else:
        return None
    span = Span(start, end, MentionKind.PERSON, name, strength + bonus, 0.5, Because.NAME_ALONE, people)
    return NameSpan(span, chain)


def _is_telling(name: str) -> bool:
    # Three signs that a register knows for a name are hardly ever anything else.
    return len(name) > 2 and name[0] not in _RISKY


def _holds(view: View, people: tuple[int, ...], unit: Span) -> bool:
    return any(held.unit in unit.entities for person in people for held in view.posts(person))


def _unknown(setting: TextSetting, start: int, is_post: bool) -> Iterator[NameSpan]:
    text = setting.text
    size = surname_size(text, start)
    for given in (2, 1) if size else ():
        end = start + size + given
        if end > len(text):
            continue
        is_bold = is_post and text[start] not in _RISKY
        if given == 2 and begins_after(text, end - 1):
            continue  # 张莉利用 is 张莉
        is_usual = given == 1 and is_given(text[end - 1 : end]) and ends_well(text, end)
        if given == 1 and not (is_bold or is_usual or end in setting.starts or end == len(text) or text[end] in STOPS):
            continue
        said = text[start + size : end]
        is_free = not is_word(text[start:end]) and said not in POSTS and said not in ADDRESS
        if setting.ends_name(end) and _can_be_given(said, given) and is_free:
            span = Span(start, end, MentionKind.PERSON, text[start:end], _PLAIN + given, 0.5, Because.UNKNOWN)
            yield NameSpan(span, _chain(setting, start))
            return


def _can_be_given(words: str, size: int) -> bool:
    return len(words) == size and all(_GIVEN.match(sign) and sign not in _NEVER_GIVEN for sign in words)


def _titled(setting: TextSetting) -> Iterator[NameSpan]:
    """Yield 王局长 and 王局: a surname with a form of address."""
    text = setting.text
    ends = {end: begin for end, begin in setting.words.posts.items() if _addresses(setting, begin, text[begin:end])}
    ends |= {found.end(): found.start() for found in _CURT.finditer(text) if setting.ends_name(found.end())}
    for end, begin in ends.items():
        start = begin - (2 if surname_size(text, begin - 2) == 2 else 1)
        is_named = begin > 0 and surname_size(text, start) == begin - start and text[start] not in NO_SURNAME
        if is_named and text[start] in _RISKY and start > 0 and text[start - 1] not in STOPS:
            continue
        if is_named and (begins_well(text, start) or start in setting.units) and not is_word(text[start:end]):
            span = Span(start, end, MentionKind.PERSON, text[start:end], _CUE, 0.5, Because.MASKED)
            yield NameSpan(span, _chain(setting, start), True)


def _addresses(setting: TextSetting, begin: int, post: str) -> bool:
    # 教育局王财务股股长: after the unit any of its posts addresses somebody.
    return post in ADDRESS or begin - 1 in setting.units or begin - 2 in setting.units


def _masked(setting: TextSetting) -> Iterator[NameSpan]:
    text = setting.text
    for found in _MASK.finditer(text):
        yield from _last_lost(setting, found)
        for size in (2, 1):
            start = found.start() - size
            if start < 0:
                continue
            chain = _chain(setting, start)
            is_named = bool(chain.posts) or start in setting.words.roles
            # 吐某某 after a post: a first sign that is no surname, as names of minorities are masked.
            if surname_size(text, start) != size and not (is_named and size == 1 and _GIVEN.match(text, start)):
                continue
            is_led = is_named or chain.unit is not None or begins_well(text, start)
            is_several = len(found[0]) > 1 and "?" not in found[0]
            is_question = "?" in found[0] and not is_named
            if is_named or is_several or (is_led and not is_question and not _NOT_MASKED.match(text, found.end())):
                end = _open_end(setting, found)
                normal = text[start : found.start()] + "某" * len(found[0]) + text[found.end() : end]
                strength = (_HOLDER if is_led else _CUE) + size
                yield NameSpan(Span(start, end, MentionKind.PERSON, normal, strength, 0.5, Because.MASKED), chain, True)
            break


def _last_lost(setting: TextSetting, mask: re.Match[str]) -> Iterator[NameSpan]:
    """Yield 王立□ after a post: the last sign of the name is lost."""
    text = setting.text
    for size in (2, 1):
        start = mask.start() - size - 1
        if start < 0 or not _LOST.fullmatch(mask[0]) or surname_size(text, start) != size:
            continue
        chain = _chain(setting, start)
        if chain.posts and _can_be_given(text[mask.start() - 1 : mask.start()], 1):
            normal = text[start : mask.start()] + "某"
            span = Span(start, mask.end(), MentionKind.PERSON, normal, _HOLDER + size + 1, 0.5, Because.MASKED)
            yield NameSpan(span, chain, True)


def _open_end(setting: TextSetting, mask: re.Match[str]) -> int:
    """Return where a name with one lost sign ends: 王□明 goes on after it."""
    text, end = setting.text, mask.end()
    goes_on = len(mask[0]) == 1 and _LOST.match(mask[0]) and not setting.ends_name(end)
    if goes_on and _can_be_given(text[end : end + 1], 1) and setting.ends_name(end + 1):
        return end + 1
    return end


def beside(setting: TextSetting, named: Iterable[NameSpan]) -> Iterator[NameSpan]:
    """Yield unknown names in a list that a found name begins: 曹爽、刘振."""
    for each in named:
        if setting.text[each.span.end : each.span.end + 1] in ("、", "和", "与", "及"):
            yield from _unknown(setting, each.span.end + 1, True)


def again(setting: TextSetting, named: Iterable[NameSpan]) -> Iterator[NameSpan]:
    """Yield the further places of full names that the text has once introduced."""
    for name, first in {each.span.normal: each for each in named if not each.is_masked}.items():
        start = setting.text.find(name)
        while start >= 0:
            end = start + len(name)
            is_whole = len(name) > 2 or setting.ends_name(end)  # not the head of 张伟国
            if start != first.span.start and is_whole:
                yield NameSpan(replace(first.span, start=start, end=end, strength=_CUE), _chain(setting, start))
            start = setting.text.find(name, end)
