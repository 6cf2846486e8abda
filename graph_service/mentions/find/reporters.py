"""Who made the report: never a mention, whatever the text lets slip."""

import re

from graph_service.mentions.lexicon.reporting import WHO_REPORTS
from graph_service.mentions.text.mention import MentionKind
from graph_service.mentions.text.span import Span

_LABEL = r"(?:姓名|联系方式|联系电话|电话|手机|公民身份号码|身份证号码|身份证号|身份证)?[:是为叫系]?[(]?$"
_REPORTER = re.compile(WHO_REPORTS)
_LED_IN = re.compile(WHO_REPORTS + _LABEL)
# A number may follow a name that the finder does not know; 举报人称某某电话 is about somebody else.
_NUMBER_LED_IN = re.compile(
    rf"{WHO_REPORTS}[:是为叫系]?(?:(?!称|反映|举报|说|表示)[\u4e00-\u9fff·]){{0,5}}[,(]?{_LABEL}"
)
_ABOUT_PEOPLE = frozenset(
    {MentionKind.PERSON, MentionKind.PHONE, MentionKind.RESIDENT_ID, MentionKind.ACCOUNT, MentionKind.PLACE}
)
_STOP = re.compile(r"[。;!?\n]")
_LONGEST_LEAD, _NEAR = 24, 12


def names_reporter(words: str) -> bool:
    """Return whether the words speak of the person who reports, whose name may follow."""
    return _REPORTER.search(words) is not None


def without_reporter(text: str, spans: list[Span]) -> list[Span]:
    """Return the spans without names and numbers of the person who reports."""
    hidden: set[Span] = set()
    names: set[str] = set()
    last = -_NEAR
    for span in spans:
        if span.kind not in _ABOUT_PEOPLE:
            continue
        lead = _LED_IN if span.kind is MentionKind.PERSON else _NUMBER_LED_IN
        is_led_in = lead.search(text, max(0, span.start - _LONGEST_LEAD), span.start) is not None
        # What follows the name closely belongs to the same person: phone, id number, address.
        is_near = hidden and span.start - last < _NEAR and _STOP.search(text, last, span.start) is None
        if is_led_in or (is_near and span.kind is not MentionKind.PERSON):
            hidden.add(span)
            last = span.end
            names |= {span.normal} if span.kind is MentionKind.PERSON else set()
    return [
        span
        for span in spans
        if span not in hidden and (span.kind is not MentionKind.PERSON or span.normal not in names)
    ]
