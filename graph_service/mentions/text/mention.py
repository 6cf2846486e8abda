"""A mention: where a text names something, what was meant, and how sure that is."""

from dataclasses import dataclass
from itertools import pairwise

from schema.vocabulary import Term

SURE_FROM = 0.8  # from this certainty on a mention needs nobody's look
# What a mention with one possible entity is worth as a naming, by its certainty: how many were right on cities of others.
_RIGHT = ((0.0, 0.0), (0.5, 0.7), (0.7, 0.9), (0.75, 0.92), (0.85, 0.98), (1.0, 1.0))


def naming_certainty(certainty: float) -> float:
    """Return how sure a naming is that rests on a mention of this certainty with a single possible entity.

    Between the points it is read off a straight line; the points are the shares of right mentions on `other_city/one`.
    """
    for (low, start), (high, end) in pairwise(_RIGHT):
        if certainty <= high:
            return round(start + (end - start) * (certainty - low) / (high - low), 3)
    return 1.0


class MentionKind(Term):
    """Kind 提及类别 of what the words are."""

    PERSON = "PERSON", "人员姓名"
    TITLE = "TITLE", "职务称谓"
    UNIT = "UNIT", "单位名称"
    PLACE = "PLACE", "地点"
    PROJECT = "PROJECT", "项目"
    CONTRACT = "CONTRACT", "合同"
    VEHICLE = "VEHICLE", "车牌号"
    FUEL_CARD = "FUEL_CARD", "加油卡号"
    PHONE = "PHONE", "电话号码"
    ACCOUNT = "ACCOUNT", "银行账号"
    RESIDENT_ID = "RESIDENT_ID", "身份号码"
    CREDIT_CODE = "CREDIT_CODE", "信用代码"
    OTHER = "OTHER", "其他对象"
    DOCUMENT = "DOCUMENT", "发文字号"
    AMOUNT = "AMOUNT", "金额"
    DATE = "DATE", "日期或期间"
    PROBLEM = "PROBLEM", "问题类型"


class MentionState(Term):
    """State 提及状态 of a mention."""

    SURE = "SURE", "确定"
    CANDIDATE = "CANDIDATE", "待核"


class Because(Term):
    """Reason 确定依据 for the certainty of a mention."""

    NAMED_BY_MATTER = "NAMED_BY_MATTER", "该事项登记中已写明此对象"
    NUMBER_KNOWN = "NUMBER_KNOWN", "号码与登记一致"
    FORM_SOUND = "FORM_SOUND", "格式与校验均正确"
    FORM_ONLY = "FORM_ONLY", "仅格式相符"
    ID_IN_TEXT = "ID_IN_TEXT", "文中另有此人的身份号码"
    POST_AND_UNIT = "POST_AND_UNIT", "姓名、单位、职务与任期相符"
    NUMBER_IN_TEXT = "NUMBER_IN_TEXT", "文中另有此人使用的号码"
    UNIT_BESIDE = "UNIT_BESIDE", "姓名与所在单位相连"
    UNIT_IN_TEXT = "UNIT_IN_TEXT", "文中另有此人所在单位"
    FULL_NAME = "FULL_NAME", "与登记全称一致"
    OTHER_NAME = "OTHER_NAME", "与简称、曾用名或省略地名的名称一致"
    PERSON_BESIDE = "PERSON_BESIDE", "相连的人员只在此单位任职"
    AREA_OF_MATTER = "AREA_OF_MATTER", "该事项所在地只有此单位名称相符"
    HAS_A_FIRM = "HAS_A_FIRM", "文中称其经商或持股，同名者中只有此人名下有企业"
    PART_OF_UNIT = "PART_OF_UNIT", "该事项所涉单位之下只有此单位名称相符"
    KIN_OF_NAMED = "KIN_OF_NAMED", "文中人员登记的此类亲属只有此人"
    OWN_PROJECT = "OWN_PROJECT", "文中单位的项目中只有此项目的金额、编号或内容相符"
    UNIT_OF_TEXT = "UNIT_OF_TEXT", "指代上文单位"
    HOLDER_OF_POST = "HOLDER_OF_POST", "该时期此职务只有一人"
    SEVERAL = "SEVERAL", "有多个可能的对象"
    VARIANT = "VARIANT", "姓名与登记不同字（异体、形近或同音）"
    NAME_ALONE = "NAME_ALONE", "只有姓名相同"
    TRADE_WORDS = "TRADE_WORDS", "与此类问题的常用表述一致"
    LIKE_STATEMENTS = "LIKE_STATEMENTS", "所在句与已知的此类问题陈述相近"
    PUBLIC_NUMBER = "PUBLIC_NUMBER", "供人拨打的服务或经营电话，不属个人"
    MASKED = "MASKED", "隐名，只能判断相容"
    UNKNOWN = "UNKNOWN", "登记中没有此名称"


@dataclass(frozen=True, slots=True)
class Referent:
    """One entity that a mention may mean, with its own certainty."""

    uid: str
    certainty: float


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention; offsets count Unicode code points of the matter's text as it is written."""

    start: int
    end: int
    kind: MentionKind
    text: str
    normal: str
    certainty: float
    because: Because
    referents: tuple[Referent, ...] = ()
    namesakes: int | None = None  # people of that name whom every reader of the matter may know of

    @property
    def state(self) -> MentionState:
        """Return whether the mention needs somebody's look."""
        is_sure = self.certainty >= SURE_FROM and len(self.referents) < 2
        return MentionState.SURE if is_sure else MentionState.CANDIDATE
