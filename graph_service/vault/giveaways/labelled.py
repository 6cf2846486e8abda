"""What stands behind a word for the person who reports: 举报人张三，电话…，住…"""

import re
from collections.abc import Iterator

from graph_service.mentions.lexicon.reporting import WHO_REPORTS
from graph_service.vault.giveaways.passage import END, NUMBER, Passage, Why, name_end

_WHO = WHO_REPORTS + r"(?:本人)?(?:\((?:实名|签名|签字|盖章|手印|本人)\))?(?:自称|自述|称自己)?"
NUMBERED = r"(?:联系方式|联系电话|电话号码|电话|手机号码|手机号|手机|公民身份号码|身份证号码|身份证号|身份证|证件号码?|微信号?|邮箱|QQ号?)"
_WORDED = r"(?:真实姓名|姓名|名字|家庭住址|家庭地址|现住址|住址|地址|户籍地?|籍贯|工作单位|单位及?职务|单位|职业|职务)"
_SAID = re.compile(
    rf"{_WHO}的?(?:(?:{NUMBERED}[:是为]?(?P<number>{NUMBER}|[A-Z0-9_-]{{5,30}}))"
    rf"|(?:{NUMBERED}|{_WORDED})(?:[:是为]|(?=[^{END}]{{2,4}}[{END}]))(?P<worded>[^{END})]{{1,40}})"
    rf"|[:是为叫系](?P<value>[^{END})(]{{1,30}})|[(:]?(?P<name>))"
)
_FURTHER = re.compile(
    rf"[,;、()\s:]*(?:(?:{NUMBERED}|{_WORDED})[:是为]?(?:{NUMBER}|[A-Z0-9_-]{{5,30}}|(?<=[:是为])[^{END})]{{1,40}})|{NUMBER}"
    rf"|(?:现|家)?(?:家住|住在|住址在|居住在|现住|租住在|住|来自)(?!院|了|过|进)[^{END})]{{2,40}}"
    rf"|(?:生于)?\d{{4}}年(?:\d{{1,2}}月)?(?:\d{{1,2}}日)?出?生人?|[男女](?=[{END}()、\s]|$)|今?年?\d{{1,3}}岁|今年[一二三四五六七八九十]{{1,3}}岁?(?![一-龥])|(?:系|是)[^{END})]{{2,25}}?(?:人|民|员|工|户|师|属|生|部)(?=[{END})]|$))\)?"
)
# 举报人要求保密, 来电人情绪激动, 反映人：匿名
_NOBODY = re.compile(
    r"(?:匿名|佚名|不详|不愿|保密|要求|未知|未留|无|群众|市民|网友|多名|多人|情绪|称|表示|认为|希望|说|反映|以|对|已|在|因|于|被|将|对此|不服|多次)"
)


_HOW_MANY = r"(?:等?(?:\d{1,3}|[一二两三四五六七八九十]{1,3})?[人户名]?)?(?:联名|联合)?"
_TOLD = r"(?:反映|举报|投诉|控告|检举)"
_CAME = rf"{_HOW_MANY}(?:实名举报|(?:实名|来信|来访|来电|来函|致电|写信|上访|拨打)[^{END},]{{0,8}}?(?:{_TOLD}|称)|(?:来信|来访|来电|来函)(?=[:,。]))"
_REPORTS = re.compile(rf"{_CAME}|(?:等人?)?(?:联名)?{_TOLD}")
_NO_NAME = r"(?!来[信访电函]|实名|多[次名]|联[名合]|不断|曾|向|强烈|普遍|反映|举报|等)"
_OF_MANY = r"(?:村民|居民|职工|员工|群众|家长|业主|教师|老师|干部|党员|市民|租户|用户|患者)"
_COMES = re.compile(
    rf"(?:{_OF_MANY}{_NO_NAME}(?=[^{END}]{{2,30}}?(?:{_CAME}|(?:等人?)?(?:联名)?{_TOLD}))|(?:^|(?<=[{END},]))据?{_NO_NAME}(?=[^{END}]{{2,30}}?{_CAME}))"
)

_GREETED = re.compile(
    rf"(?:(?:尊敬的|亲爱的)|^)(?P<h>[^{END}:()]{{1,4}}?(?:先生|女士|小姐|同志|老师|大爷|大妈|阿姨|师傅))(?=[,:!]?(?:您好|你好))"
    rf"|(?:尊敬的|亲爱的)(?P<named>[^{END}:()]{{1,4}}?(?:先生|女士|小姐))(?=[{END}:])"
)


def find_labelled(text: str) -> Iterator[Passage]:
    """Yield names, numbers, addresses and units that a word for the reporter leads in, and what follows them closely."""
    for found in _SAID.finditer(text):
        start, end = _range(text, found)
        if end > start:
            yield Passage(start, further(text, end), Why.LABELLED)
    for found in _GREETED.finditer(text):
        yield Passage(*found.span("h" if found["h"] else "named"), Why.LABELLED)
    for found in _COMES.finditer(text):
        end = name_end(text, found.end())
        after = further(text, end)
        if end - found.end() > 1 and _REPORTS.match(text, after):
            yield Passage(found.end(), after, Why.LABELLED)


def _range(text: str, found: re.Match[str]) -> tuple[int, int]:
    for group in ("number", "worded", "value"):
        if found[group]:
            is_nobody = _NOBODY.match(found[group]) is not None
            return found.start(group), found.start(group) if is_nobody else found.end(group)
    at = found.end()
    return at, at if _NOBODY.match(text, at) else name_end(text, at)


def further(text: str, at: int) -> int:
    """Return where what is said of the same person right behind this place ends: number, address, sex, age."""
    while (found := _FURTHER.match(text, at)) and found.end() > at:
        at = found.end()
    return at
