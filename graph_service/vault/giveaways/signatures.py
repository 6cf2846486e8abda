"""Signatures at the end of letters: names, numbers and addresses that stand below what is reported."""

import re
from collections.abc import Iterator

from graph_service.mentions.find.unled_names import is_given
from graph_service.mentions.lexicon.reporting import REPORTS
from graph_service.vault.giveaways.passage import NUMBER, Passage, Why, name_end

_MOST = 6  # lines of a signature
_LONGEST = 60
_DAY = r"(?:[〇零一二三四五六七八九十\d]{2,4}[年./-][一二三四五六七八九十\d]{1,3}[月./-][一二三四五六七八九十\d]{0,3}[日号]?)"
_DAY_ONLY = re.compile(rf"\s*{_DAY}?\s*")
_CLOSING = re.compile(r"(?:此致\s*)?敬礼[!。,\s]*|此致[!。,\s]*$|(?:敬上|谨上|叩首|叩上|敬启|顿首)[!。\s]*$")
_LABEL = re.compile(
    rf"\s*(?:{REPORTS}|签名|签字|联系)?(?:人|者)?(?:及)?"
    r"(?:签名|签字|姓名|联系方式|联系电话|电话|手机号?码?|身份证号?码?|住址|地址|单位|微信|邮箱)?(?:\(签名\)|\(手印\)|\(盖章\))?:"
)
_ENDS = re.compile(
    r"(?:\s*(?:敬上|谨上|敬启|叩首|上|呈|亲笔|\(签名\)|\(手印\)|\(盖章\)|手印))?"
    rf"(?P<more>(?:[,\s]*(?:电话|手机|联系电话)?:?\s*{NUMBER})?[,\s]*{_DAY}?)[。\s]*"
)
_NOBODY = re.compile(r"\s*(?:匿名|佚名|无|不详|保密|略|群众)?[。\s]*")
_NUMBER_ONLY = re.compile(rf"\s*(?:联系|我的)?(?:电话|手机号?|方式|微信|身份证号?)*:?\s*{NUMBER}[。\s]*")
_ROLE = re.compile(
    r"\s*(?:一[名位个])?[^,;:。!?\n]{0,20}?(?:村民|居民|职工|员工|群众|党员|家长|业主|教师|学生|老兵|干部|用户|代表|市民)+[:\s]*"
)
_SENTENCE = re.compile(r"[。!?;][^。!?;\n]*$")
_NO_NAMES = re.compile(
    r"(?:敬礼|此致|谢谢|多谢|严[惩查肃办]|查[处办清实明]|尽快|何[时人]|周知|万分|明[察查]|高度|安全|应该|全部|祝|支持|从[严重速]|依法|关注|解决|处理|公[正平道])"
)
_BETWEEN = re.compile(r"[、,\s和及]+")


def find_signature(text: str) -> Iterator[Passage]:
    """Yield the signature at the end of a text; nothing where it ends as any statement does."""
    body = text.rstrip()
    start = min(_after_closing(body), _below(body), _behind_sentence(body))
    if start < len(body):
        yield Passage(start, len(body), Why.SIGNATURE)


def _after_closing(body: str) -> int:
    """Return where what follows the closing formula begins, the end of the text where there is none."""
    for found in _CLOSING.finditer(body, max(0, len(body) - 2 * _LONGEST)):
        rest = body[found.end() :]
        if rest and len(rest) <= _LONGEST * 2 and not _DAY_ONLY.fullmatch(rest):
            return found.end()
    return len(body)


def _below(body: str) -> int:
    """Return where the last lines that only say who writes begin."""
    start, at = len(body), len(body)
    for _ in range(_MOST):
        begin = body.rfind("\n", 0, at) + 1
        if begin == 0:
            break  # a text is more than its signature
        line = body[begin:at]
        who = _says_who(line)
        if not (who or _DAY_ONLY.fullmatch(line)):
            break
        start = begin if who else start
        at = begin - 1
    return start


def _says_who(line: str) -> bool:
    if len(line) > _LONGEST or not line.strip():
        return False
    label = _LABEL.match(line)
    if label and len(label[0].strip()) > 1 and not re.search(r"[。!?;].", line):
        return not _NOBODY.fullmatch(line, label.end())
    return _NUMBER_ONLY.fullmatch(line) is not None or _is_signed(line)


def _behind_sentence(body: str) -> int:
    """Return where a signature in the last line, behind its last sentence, begins."""
    found = _SENTENCE.search(body)
    if not found or len(body) - found.start() > _LONGEST:
        return len(body)
    start = found.start() + 1
    rest = body[start:]
    label = _LABEL.match(rest)
    if label and re.search(r"[人者名字]", label[0]) and not _NOBODY.fullmatch(rest, label.end()):
        return start
    return start if _is_signed(rest) else len(body)


def _is_signed(line: str) -> bool:
    """Return whether a line is names and nothing else but a role before, a number, a day or a formula behind them."""
    role = _ROLE.match(line)
    return any(_signs(line, at, role is not None) for at in dict.fromkeys((role.end() if role else 0, 0)))


def _signs(line: str, at: int, is_led_in: bool) -> bool:
    at += len(line[at:]) - len(line[at:].lstrip())
    names: list[str] = []
    while (end := name_end(line, at)) > at and not _NO_NAMES.match(line, at):
        names.append(line[at:end])
        between = _BETWEEN.match(line, end)
        at = between.end() if between and name_end(line, between.end()) > between.end() else end
    ends = _ENDS.fullmatch(line, at) if names else None
    # A name alone is told by signs that given names are made of.
    return ends is not None and (is_led_in or len(ends["more"]) > 1 or all(map(is_given, names[0][1:])))
