"""What the words around a kind of problem make of it: denied, asked about, in order, put right, or really told."""

import re
from bisect import bisect_left

from graph_service.mentions.find.problem.span import ProblemSpan

# Denied outright: the words tell nothing.
_DENIED_BEFORE = re.compile(
    r"(?:(?:未发现|未见|没有发现|没发现|没看到过|不存在|未查实|查无|未查到|未反映|否认|严禁|禁止|不得|不准|杜绝|防止|防范|谨防|坚决不|警惕|害?怕被?|担心被?|唯恐"
    r"|紧盯|狠刹|(?:切实|坚决|着力|大力|深入|持续|从严)(?:纠正|纠治|整治|查处|治理|惩治|防止)|专项整治)(?:[^,。;]{0,10}|[^,。;]{0,40}、[^,。;、]{0,8})"
    r"|(?:没有|没|并无|无|并未|从未|从不|从没|并非|不是|不属于|绝不|不搞)(?:存在|发生|出现|参与|任何|搞|有|过|进行|接受|收受|违规|组织|什么|所谓)*)$"
)
_DENIED_AFTER = re.compile(
    r"(?:的|等)?(?:问题|情况|行为|现象|一事|事宜|反映|举报|线索)*(?:均|经查|经核查|经核实|系|属|并|纯属|查)?"
    r"(?:不属实|不实|不存在|失实|未查实|无实据|未发生|没有发生|不成立|谣言|造谣|误传|子虚乌有)"
)
# Taken back by who wrote it, or praise: the whole sentence tells nothing.
_TAKEN_BACK = re.compile(
    r"误听|讹传|误传|误会|误解了|听信谣言|谣传|辟谣|澄清|特此更正|予以更正|撤回(?:举报|投诉|反映)?|致歉|抱歉|道歉|冤枉|并无此事|没有这回事|子虚乌有"
    r"|查无实据|查无此事|不属实|失实|不存在[^,。;]{0,8}问题|(?:查明|核实|查清)[^。;]{0,10}(?:清楚|无误|属正常|没有问题)"
)
_DISPUTED = re.compile(
    r"(?:说|称|答复|回复|声称|谎称)[^,。;]{0,4}(?:不属实|失实|误会|误解|没有问题)|拒不|要求[^,。;]{0,4}(?:道歉|澄清)"
)
_PRAISE = re.compile(r"感谢|表扬|点赞|致谢|谢忱|称赞|好干部|这样的干部|满意度|当选模范|先进事迹")
_BUT = re.compile(r"但|却|然而|可是|不过|实际|其实")
# A question about the way to something leaves open what the sentence says; a wish what stands behind it.
_INQUIRES = re.compile(
    r"(?<!程)咨询(?!有限|公司|费|工程|服务|师|机构|中心)|想了解|盼复|请教|求教|在线等|办事指南|能不能便宜|便宜一?点|怎么(?:办理|申请|领取|弄|提取|查询|报名)|如何(?:办理|申请|领取|报名)"
    r"|(?:需要?|要带?|带)(?:哪些|什么|啥)(?:材料|手续|证明|证件|东西|条件)|需何(?:证明|材料|手续)"
)
_ASKS = re.compile(
    r"请问|想问|问一?下|问问|求问|想知道|打听|建议(?!书)|请(?:村里|社区|政府)?(?:帮忙|协助|代为)|能否|可否|可不可以|能不能(?!管|查)|麻烦|求助"
)
_REPROACH = re.compile(
    r"为[啥什何]|凭什么|凭啥|哪[去里]了|[到去]哪|去向|到底|谁管|管不管|怎么(?:没|不|还|就|会|能)|公平|举报|投诉|严查|查处|彻?查明|查一?查|查查"
    r"|违[规法纪]|骗|冒[领充名]|贪|黑心|偷|强[行占迫]|霸占|克扣|挪用|侵[占吞]|截留|收了|塞了|索要|暗示|刁难|不公[开示平]|没人管|态度(?:恶劣|极差|很差|差)"
)
# Done by the rules, found in order, or put right since: worth somebody's look at most.
_IN_ORDER = re.compile(
    r"(?<![未不没无非违])(?:按照?(?:有关|相关|上级|国家|文件)?(?:规定|标准|文件|程序|政策|要求|制度)|依法依规|依法|依规|严格(?:按照?|执行|落实|遵守)"
    r"|(?:程序|手续|制度|资料|票据)(?:齐全|健全|完备|规范|合规|到位)|总体(?:较好|良好|规范)|较好|良好|真实完整|规范有序|公开透明|合法合规|明厨亮灶)"
)
_PUT_RIGHT = re.compile(
    r"(?:已|均|全部|全额|业已|悉数)[^,。;]{0,10}?(?:清退|退回|退还|追回|收回|腾退|整改到位|整改完成|完成整改|整改|纠正|上交|上缴|归还|办结|销号|缴清|登记上交)"
)
_UNDONE = re.compile(r"未|没|不|虚假|谎|假|实际|其实|报告称|仍|才|名义上")
_AGAINST = re.compile(r"违规|违反|违法")
_END = re.compile(r"[。;!?\n]")
_CLAUSE_END = re.compile(r"[,。;!?:\n]")
_BEFORE = 64
_LEFT_OPEN = 0.6


class Contexts:
    """The sentences and clauses of one folded text, and what each makes of a kind told in it."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._ends = [found.start() for found in _END.finditer(text)]
        self._clause_ends = [found.start() for found in _CLAUSE_END.finditer(text)]
        self._kept: dict[tuple[int, int], float] = {}

    def weigh(self, span: ProblemSpan) -> float:
        """Return how sure the words still tell their kind where they stand, 0 where they tell nothing."""
        start, end = span.start, span.end
        before = self._text[max(0, start - _BEFORE) : start]
        if _DENIED_BEFORE.search(before) or _DENIED_AFTER.match(self._text, end):
            return 0.0
        most = self._of_sentence(*_around(self._ends, start, end, len(self._text)))
        return min(span.certainty, _LEFT_OPEN if most and self.leaves_open(span) else most)

    def leaves_open(self, span: ProblemSpan) -> bool:
        """Return whether the text asks about it, or says that it is in order or put right."""
        clause_start, clause_end = _around(self._clause_ends, span.start, span.end, len(self._text))
        if self._is_settled(clause_start, clause_end):
            return True
        start, end = _around(self._ends, span.start, span.end, len(self._text))
        return span.is_topic and _is_asked(self._text[start:end], clause_end - start)

    def _of_sentence(self, start: int, end: int) -> float:
        if (start, end) not in self._kept:
            self._kept[start, end] = _weigh_sentence(self._text[start:end])
        return self._kept[start, end]

    def _is_settled(self, start: int, end: int) -> bool:
        clause = self._text[start:end]
        in_order = None if _AGAINST.search(clause) else _IN_ORDER.search(clause)
        settled = in_order or _PUT_RIGHT.search(clause)
        return settled is not None and _UNDONE.search(clause[: settled.start()]) is None and not _BUT.search(clause)


def _around(ends: list[int], start: int, end: int, size: int) -> tuple[int, int]:
    first, last = bisect_left(ends, start), bisect_left(ends, end)
    return (ends[first - 1] + 1 if first else 0), (ends[last] if last < len(ends) else size)


def _is_asked(sentence: str, clause_end: int) -> bool:
    asks = _ASKS.search(sentence, 0, clause_end) or _INQUIRES.search(sentence)
    return asks is not None and _REPROACH.search(sentence) is None


def _weigh_sentence(sentence: str) -> float:
    if _TAKEN_BACK.search(sentence) and not _DISPUTED.search(sentence):
        return 0.0
    is_praise = _PRAISE.search(sentence) and not _BUT.search(sentence) and not _REPROACH.search(sentence)
    return 0.0 if is_praise else 1.0
