"""What two texts can say alike."""

from schema.vocabulary import Term


class AlikeKind(Term):
    """Kind 相同内容类别 of what two texts say alike."""

    PHONE = "PHONE", "电话号码"
    ACCOUNT = "ACCOUNT", "银行账号"
    VEHICLE = "VEHICLE", "车牌号"
    FUEL_CARD = "FUEL_CARD", "加油卡号"
    RESIDENT_ID = "RESIDENT_ID", "身份号码"
    CREDIT_CODE = "CREDIT_CODE", "信用代码"
    DOCUMENT = "DOCUMENT", "文号"
    PLACE = "PLACE", "地址"
    NAME_WITH_NUMBER = "NAME_WITH_NUMBER", "姓名及号码"
    PLACE_AND_DAY = "PLACE_AND_DAY", "地点及日期"
    TEXT = "TEXT", "文字表述"
    DEFECT = "DEFECT", "问题表现"
    CIRCUMSTANCE = "CIRCUMSTANCE", "具体情形"
    NICKNAME = "NICKNAME", "绰号"
