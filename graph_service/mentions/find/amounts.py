"""Amounts of money in running text."""

import re
from collections.abc import Iterator

from graph_service.mentions.text.mention import Because, MentionKind
from graph_service.mentions.text.span import Span
from schema.identifiers import Refused, money_yuan

_STRENGTH = 60.0
_NUMERAL = "零〇一二三四五六七八九十百千两壹贰叁肆伍陆柒捌玖拾佰仟廿"
_FIGURES = rf"(?<![{_NUMERAL}])[{_NUMERAL}]{{1,30}}"  # from its first sign on, or a long run would be tried at each
_UNIT = r"(?:元(?!月|旦|宵|素|[年件])|圆|块钱|块(?![\d一二三四五六七八九地田土砖石牌板屏肉钢玻铁木布菜林空场山]))"
_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_SCALE = r"[十百千]?(?:万亿|万|亿)?"
_NOT_ON = rf"(?![{_NUMERAL}\d元余多亿美港欧英澳韩日新])"
# 10-20万元, 三至五千元: the unit of the second figure holds for the first as well.
_RANGE = re.compile(
    rf"(?<![\d.-])(?<!\d,)({_DIGITS}|{_FIGURES})({_SCALE})元?(?:-|~|至|到)({_DIGITS}|[{_NUMERAL}]{{1,30}})({_SCALE})(?:({_UNIT})|{_NOT_ON})"
)
_ARABIC = re.compile(
    rf"(?<![\d.])(?<!\d,)(?:人民币|¥|RMB)?({_DIGITS})([余多几来许])?([十百千])?(万亿|万|亿)?([余多来许])?({_UNIT})(?:\d角)?(?:\d分)?([整正])?"
)
_SPOKEN = re.compile(
    rf"(?:人民币)?((?<![{_NUMERAL}])[{_NUMERAL}][{_NUMERAL}万亿]{{0,30}})([余多几来许])?(万|亿|千|百)?{_UNIT}(?:[{_NUMERAL}]角)?(?:零?[{_NUMERAL}]分)?[整正]?"
)
_SIGNED = re.compile(rf"(?:¥|RMB)({_DIGITS})(万|亿)?(?![\d元])")
_BARE = re.compile(rf"(?<![\d.])(?<!\d,)(\d+(?:\.\d+)?|{_FIGURES})([余多几来把许])?(万|亿)([余多来许])?{_NOT_ON}")
_BARE_AFTER = re.compile(
    r"[幸一]|火急|分之|别|不要|美|港|欧|英镑|日元|卢布|台币|像素|千瓦|瓦|方|字|多?个|倍|步|羽|尾|粒|多?家|余家"
)
_COUNTED = re.compile(
    r"[\u4e00-\u9fff]{0,2}(?:人|名|亩|吨|平|户|株|字|件|次|册|公|里|米|斤|度|立|套|份|台|辆|只|头|张|条|家|升)"
)
_MONEY_BEFORE = re.compile(
    r"(?:金|款|费|钱|币|元|收|拿|收受|索要|送|给|付|借|贷|欠|赔|罚|缴|退|花|赚|得|共计|合计|总计|累计|约|近|达|为|其中|贿赂|转账|转|现金|支出|领取|套取|挪用|截留|损失)[了出到过去共计约近达]{0,2}$"
)
# Words beside an amount that make it approximate; 节约, 违约, 附近 and 最近 hold such a sign and say nothing of the kind.
_ABOUT_BEFORE = re.compile(
    r"(?:大约|大概|大致|大抵|(?<![节合契违预条邀特制公婚失履解签赴守相续誓])约|将近|接近|(?<![最附邻临亲就靠远接])近|几近|几乎|差不多"
    r"|逾|超|超过|超出|超越|多于|大于|高于|突破|不足|不到|未到|不满|未满|少于|小于|低于|不下|不下于|不少于|不低于|不止|不超过|不多于|不高于"
    r"|至少|最少|起码|少说|至多|最多|顶多|估计|预计|估算|预估|估|可能)[合计为达有共是在]{0,3}(?:人民币|现金|价值|金额)?[合计为达有]?$"
)
_ABOUT_AFTER = re.compile(
    r"(?:人民币|现金|现钞)?[(]?(?:左右|上下|以上|以下|以内|之内|开外|出头|有余|有多|不到|不止|不等|挂零|约数|约[)]|估算|[余多许](?=[,.;:。、)的]|$))"
)
_LONGEST_ABOUT = 12
_NEIGHBOURS = re.compile(
    r"([一二两三四五六七八九])([二三四五六七八九])([十百千万亿]{1,2})"
)  # 五六万 is 5 to 6 times ten thousand
_NO_FIGURE = re.compile(r"[百千万亿佰仟]+")  # 上千元 names no sum
_COUNTS = re.compile(r"(?:人口|面积|占地|里程|产量|方量|浏览量|点击|粉丝|年产|阅读)[约达近有为共]{0,2}$")
_HINT = re.compile(r"[元圆块¥万亿]|RMB")
_FOREIGN = re.compile(r"(?:美元|美金|港币|港元|欧元|英镑|日元|澳元|加元|韩元|澳门币|新台币|台币|泰铢|卢布)$")
_SMALL_WORD = re.compile(r"^[零〇一二三四五六七八九两]元")  # 三元社区, 二元结构: no amounts
_SMALL_AFTER = re.compile(r"[,.;。、)钱整正]|$")


def find_amounts(text: str) -> Iterator[Span]:
    """Yield the amounts of a folded text in fen; ~ stands before an approximate one, .. in a range."""
    if _HINT.search(text) is None:
        return
    for found in _RANGE.finditer(text):
        if found[5] or (found[4][-1:] in ("万", "亿") and _is_money(found)):
            yield from _between(found)
    for found in _ARABIC.finditer(text):
        coins = found[0][found.end(6) - found.start() :]
        parts = found[1], found[3] or "", found[4] or ""
        yield from _sum(found, "".join(parts) + (f"元{coins}" if coins else ""), bool(found[2] or found[5]))
    for found in _SPOKEN.finditer(text):
        if not _SMALL_WORD.match(found[0]) or _SMALL_AFTER.match(text, found.end()):
            words = found[0].removeprefix("人民币")
            rest = words[len(found[1]) :].replace(found[2] or "\0", "", 1)
            yield from _sum(found, found[1] + (rest if found[2] is None else found[3] or ""), bool(found[2]))
    for found in _SIGNED.finditer(text):
        yield from _sum(found, found[1] + (found[2] or ""), False)
    yield from _bare(text)


def _between(found: re.Match[str]) -> Iterator[Span]:
    last = _fen(found[3] + found[4], False)
    # 3-5万元 starts at 30,000, 5000-1万元 at 5,000.
    for scale in (found[2] or found[4], found[2]):
        first = _fen(found[1] + scale, False)
        if first is not None and last is not None and first < last:
            yield _span(found, f"{first}..{last}", 0.9, _STRENGTH + 1)
            return


def _is_money(found: re.Match[str]) -> bool:
    # 5万 is an amount where a word of money leads in and nothing is counted.
    text = found.string
    start = found.start()
    if about := _ABOUT_BEFORE.search(text, max(0, start - _LONGEST_ABOUT), start):
        start = about.start()
    leads_in = _MONEY_BEFORE.search(text, max(0, start - 8), start) or _MONEY_BEFORE.search(
        text, max(0, found.start() - 8), found.start()
    )
    return leads_in is not None and not _COUNTED.match(text, found.end())


def _is_about(found: re.Match[str]) -> bool:
    text, start = found.string, found.start()
    before = _ABOUT_BEFORE.search(text, max(0, start - _LONGEST_ABOUT), start)
    return before is not None or _ABOUT_AFTER.match(text, found.end()) is not None


def _bare(text: str) -> Iterator[Span]:
    for found in _BARE.finditer(text):
        if (_NO_FIGURE.fullmatch(found[1]) and found[2] != "把") or _is_counted(found):
            continue
        is_money = _is_money(found)
        # Most bare sums of 万 in such texts are money; where nothing counts, they are worth a look.
        if is_money or not (_COUNTED.match(text, found.end()) or _BARE_AFTER.match(text, found.end())):
            fen = _fen(found[1] + found[3], False)
            if fen is not None:
                is_vague = found[2] or found[4] or _is_about(found)
                yield _span(found, f"~{fen}" if is_vague else str(fen), 0.75 if is_money else 0.6, _STRENGTH - 5)


def _is_counted(found: re.Match[str]) -> bool:
    text, start = found.string, found.start()
    is_foreign = _FOREIGN.search(text, max(0, start - 3), start) is not None
    return is_foreign or _COUNTS.search(text, max(0, start - 6), start) is not None


def _sum(found: re.Match[str], words: str, is_vague: bool) -> Iterator[Span]:
    if _FOREIGN.search(found.string, max(0, found.start() - 3), found.start()):
        return
    between = _NEIGHBOURS.match(words)
    if between:
        first, last = _fen(between[1] + between[3], False), _fen(between[2] + between[3], False)
        yield _span(found, f"{first}..{last}", 0.9, _STRENGTH)
        return
    fen = None if _NO_FIGURE.match(words) else _fen(words, True)
    if fen is not None:
        is_vague = is_vague or _is_about(found)
        yield _span(found, f"~{fen}" if is_vague else str(fen), 0.9 if is_vague else 0.99, _STRENGTH)


def _fen(words: str, has_unit: bool) -> int | None:
    try:
        return money_yuan(
            words if words.endswith(("元", "圆", "分", "角", "整", "正", "块", "钱")) and has_unit else f"{words}元"
        )
    except Refused:
        return None


def _span(found: re.Match[str], normal: str, certainty: float, strength: float) -> Span:
    return Span(found.start(), found.end(), MentionKind.AMOUNT, normal, strength, certainty, Because.FORM_SOUND)
