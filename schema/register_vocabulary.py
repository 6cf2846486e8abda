"""Closed vocabularies of what the registers hold: people, units, places and their ties."""

from schema.term import Term


class Sex(Term):
    """Sex 性别 as the register states it."""

    MALE = "MALE", "男"
    FEMALE = "FEMALE", "女"
    UNKNOWN = "UNKNOWN", "未知"


class UnitKind(Term):
    """Kind of unit 单位性质: organs, institutions, enterprises, villages and firms alike."""

    PARTY_ORGAN = "PARTY_ORGAN", "党的机关"
    ORGAN = "ORGAN", "行政机关"
    INSTITUTION = "INSTITUTION", "事业单位"
    STATE_ENTERPRISE = "STATE_ENTERPRISE", "国有企业"
    TOWNSHIP = "TOWNSHIP", "乡镇街道"
    VILLAGE = "VILLAGE", "村（社区）"
    FIRM = "FIRM", "企业"
    SOLE_TRADER = "SOLE_TRADER", "个体工商户"
    SOCIETY = "SOCIETY", "社会组织"


class ProjectCategory(Term):
    """Category 采购类别 of a project; each has its own limit above which it must be put out to tender."""

    WORKS = "WORKS", "工程"
    GOODS = "GOODS", "货物"
    SERVICES = "SERVICES", "服务"


class PlaceKind(Term):
    """Kind of place 地点类型."""

    HOME = "HOME", "住址"
    OFFICE = "OFFICE", "办公地"
    COMPOUND = "COMPOUND", "小区"
    RESTAURANT = "RESTAURANT", "餐饮场所"
    STATION = "STATION", "加油站"
    OTHER = "OTHER", "其他地点"


class KinRelation(Term):
    """Kin relation 亲属关系 of the second person to the first."""

    SPOUSE = "SPOUSE", "配偶"
    PARENT = "PARENT", "父母"
    CHILD = "CHILD", "子女"
    SIBLING = "SIBLING", "兄弟姐妹"
    IN_LAW = "IN_LAW", "姻亲"


class FirmRole(Term):
    """Role 任职 of a person in a firm."""

    LEGAL_PERSON = "LEGAL_PERSON", "法定代表人"
    DIRECTOR = "DIRECTOR", "董事"
    SUPERVISOR = "SUPERVISOR", "监事"
    MANAGER = "MANAGER", "经理"


class FirmTie(Term):
    """Tie 控制关系 of a person or unit to a firm that it holds or leads, as a rule tells it."""

    SHAREHOLDER = "SHAREHOLDER", "股东"
    OFFICER = "OFFICER", "任职人员"
    LEGAL_PERSON = "LEGAL_PERSON", "法定代表人"
    DIRECTOR = "DIRECTOR", "董事"
    SUPERVISOR = "SUPERVISOR", "监事"
    MANAGER = "MANAGER", "经理"


class ContractRole(Term):
    """Side 合同身份 of a unit in a contract."""

    BUYER = "BUYER", "甲方"
    SUPPLIER = "SUPPLIER", "乙方"
