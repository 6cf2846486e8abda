"""What those who write say of themselves: 我叫…, 我是…的…, 本人电话…, 我家住…, 我在…上班."""

import re
from collections.abc import Iterator

from graph_service.vault.giveaways.labelled import NUMBERED, further
from graph_service.vault.giveaways.passage import END, NUMBER, Passage, Why, hidden, name_end

# 我局, 我市 and their like are the voice of an office; 我们 is that of many.
SELF = r"(?:我(?![们国市省县区局院校司委厂会党军行处科所站镇乡部方])|本人|俺(?!们)|笔者)"
_TURN = r"(?:现|特|要|想|来|向|就|实名|反映|举报|投诉|检举|控告|希望|请|一个月|每个?月|每[天年])"
_NAMED = re.compile(
    rf"{SELF}的?(?:真名|姓名|名字)?(?:名叫|叫做|叫|姓名[是为叫:]|名字[是叫:])(?P<h>(?![他她它人你您大了来去不过着车一谁啥什上到住嚷喊醒苦天])"
    rf"[^{END}:()、\s\d要想是系在住家今现反举投男女]{{1,12}})"
    rf"|{SELF}姓(?P<surname>[^{END}:()、\s]{{1,2}}?)(?=[{END}:()、\s]|名|叫|$)"
)
_ALONE = re.compile(r"(?:本人[,:、]?|(?:我|俺)[,:、])(?=[^,])")
_IS = re.compile(
    rf"(?:{SELF}(?:就是|是|系|乃|作为|身为|即)|作为(?=[^{END}]{{1,30}},(?:我|本人|俺)))(?P<h>[^{END}:]{{1,40}}?)(?={_TURN}|[{END}:]|$)"
)
_GENERIC = re.compile(
    r"(?:一?[名个位])?(?:一个|普通|普普通通|热心|附近|周边|本地|当地|外地|过路|小区|居住|老|的|在此|这里|农村)*"
    r"(?:群众|市民|居民|村民|百姓|老百姓|网友|党员|家长|业主|消费者|患者|病人|乘客|游客|司机|路人|公民|纳税人|农民|工人|学生|职工|人|员工)"
)
_ROLE = re.compile(
    r"(?:人|民|员|工|户|师|属|生|部|者|主|长|嫂|兵|友|户主|记者|会计|出纳|保安|教授|医生|护士|司机|干部|职工|代表|经理|老板|书记|主任|妻子?|丈夫|前夫|媳妇|老婆|老公|女婿|侄[子女]|外甥女?"
    r"|儿子|女儿|父亲|母亲|爱人|邻居|同事)$"
)
_UNIT = re.compile(
    r"(?:局|院|校|公司|厂|村|组|镇|乡|社区|街道|中心|所|站|队|科|室|部|班|学|店|场|矿|集团|银行|小区|栋|号楼)"
)
# 我是去年才知道的, 我是真的没办法, 我是亲眼看见
_HAPPENS = re.compile(
    r"(?:年|月|日|天|时候|才|从|看|听|知道|买|去|来|说|被|给|用|真|很|不|没|怎么|为|想|打|交|花|觉得|亲眼|亲耳|按|因为|通过|因|最|第)"
)
_NUMBERS = re.compile(
    rf"(?:{SELF}|我家|俺家)的?(?:{NUMBERED})(?:号码|号)?(?:就?是|为|:)?(?P<h>{NUMBER}|[A-Z0-9_-]{{5,30}})"
    rf"|{SELF}的?(?:银行卡号?|卡号|账号|工号|学号|警号|工单号?|信访号|登记号|病历号|住院号|订单号|编号)(?:是|为|:)?(?P<code>[A-Z0-9-]{{4,30}})"
    rf"|{SELF}的?(?:车牌号?|车号|车)(?:是|为|:)?(?P<plate>[\u4e00-\u9fff][A-Z]·?[A-Z0-9]{{5,6}})"
    rf"|(?:联系|回复|通知|找|打给?|加)(?:我|本人|俺)[^\d{END}]{{0,8}}[,:]?(?P<after>{NUMBER})"
    rf"|(?P<before>{NUMBER})[^{END}]{{0,6}}(?:联系我|找我|打给我|回复我|联系本人)"
)
_HOME = re.compile(
    rf"(?:{SELF}|我们|俺们|我家|俺家|咱家)(?:家|全家|一家|一家人)?(?:现在?|就|一直|目前)?(?:家住|住在|居住在|居住于|租住在|租住|现住|户口在|户籍在|老家在|来自|籍贯是?|住)"
    rf"(?P<h>(?!院|了|过|进|的|不|着|得|宿)[^{END})]{{2,40}})"
    rf"|(?:{SELF}|我家|俺家)的?(?:家庭住址|住址|家庭地址|地址|门牌号?|收货地址)(?:就?是|为|在|:)(?P<address>[^{END})]{{2,40}})"
)
_WORK = re.compile(
    rf"{SELF}(?:是|就|一直|目前|现在?|曾经?|以前|原来|原)?(?:就职于|任职于|供职于|服务于|毕业于|(?:在|于)(?=[^{END}]{{1,25}}?"
    rf"(?:工作|上班|任职|打工|务工|教书|读书|就读|就职|坐诊|执勤|摆摊|开店|开[^{END}]{{0,4}}店|担任|当[^{END}]{{1,5}}[员师长兵工生])))(?P<h>[^{END}]{{1,40}})"
)


_SERVED = re.compile(
    rf"{SELF}(?P<h>(?:给|为|跟|替|帮)[^{END}]{{1,8}}?(?:当|做|开|干)(?:了|过)?[^{END}]{{0,6}}?(?:司机|秘书|保姆|会计|出纳|助理|保安|厨师|驾驶员|车))"
)


def find_selves(text: str) -> Iterator[Passage]:
    """Yield what the writer says of who he or she is, where at home, where at work, and by which number to be reached."""
    for found in _NAMED.finditer(text):
        group = "h" if found["h"] else "surname"
        yield Passage(found.start(group), further(text, found.end(group)), Why.SELF)
    for found in _ALONE.finditer(text):
        end = name_end(text, found.end())
        if end - found.end() > 1 and re.match(rf"[{END}、:(\s]|$|系|现|身份证|电话", text[end:]):
            yield Passage(found.end(), further(text, end), Why.SELF)
    for found in _IS.finditer(text):
        if tells_who(found["h"], text[: found.start()]):
            yield Passage(found.start("h"), further(text, found.end("h")), Why.SELF)
    for found in (*_NUMBERS.finditer(text), *_HOME.finditer(text)):
        start, end = next(found.span(group) for group, said in found.groupdict().items() if said)
        yield Passage(start, further(text, end), Why.SELF)
    yield from hidden(_WORK, text, Why.SELF)
    yield from hidden(_SERVED, text, Why.SELF)


def tells_who(words: str, before: str = "") -> bool:
    """Return whether what somebody says to be is more than one of many: a name, a role with its unit or place."""
    if _GENERIC.fullmatch(words) or before.endswith(("如果", "假如", "不")):
        return False
    if name_end(words, 0) == len(words):
        return True
    if _HAPPENS.search(words) and not _ROLE.search(words):
        return False
    return bool(_ROLE.search(words) or _UNIT.search(words) or re.fullmatch(r".{1,10}的", words))
