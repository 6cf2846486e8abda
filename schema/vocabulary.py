"""Closed vocabularies: ASCII values for machines, the Chinese term of the trade as label (domain reference 2-5)."""

from schema.register_vocabulary import ContractRole, FirmRole, FirmTie, KinRelation, PlaceKind, Sex, UnitKind
from schema.term import Term

__all__ = [
    "AlertState",
    "AuditKind",
    "Channel",
    "ClueSource",
    "ClueStatus",
    "ContractRole",
    "Disposal",
    "FirmRole",
    "FirmTie",
    "InspectionFocus",
    "KinRelation",
    "PlaceKind",
    "Problem",
    "Rectification",
    "Role",
    "RoundKind",
    "Severity",
    "Sex",
    "Term",
    "TicketCategory",
    "TicketState",
    "UnitKind",
]


class Channel(Term):
    """Channel of supervision 监督渠道 that a matter came in by, partner sources included."""

    DISCIPLINARY = "DISCIPLINARY", "纪律监督"
    SUPERVISORY = "SUPERVISORY", "监察监督"
    INSPECTION_TOUR = "INSPECTION_TOUR", "巡察监督"
    STATIONED = "STATIONED", "派驻监督"
    PETITION = "PETITION", "信访举报"
    PALM = "PALM", "掌上监督平台"
    AUDIT = "AUDIT", "审计监督"
    CONSUMPTION = "CONSUMPTION", "公务消费网络监管"
    VEHICLES = "VEHICLES", "公务用车监管"
    OTHER = "OTHER", "其他来源"


class Role(Term):
    """Role 角色 in which a matter names an entity."""

    SUBJECT = "SUBJECT", "被反映人"
    SUBJECT_UNIT = "SUBJECT_UNIT", "被反映单位"
    INVOLVED = "INVOLVED", "涉及"
    WITNESS = "WITNESS", "证人"
    VICTIM = "VICTIM", "受害人"
    SUBJECT_AND_VICTIM = "SUBJECT_AND_VICTIM", "既是被反映人又是受害人"
    HOST = "HOST", "接待人"
    GUEST = "GUEST", "来客"
    PAYER = "PAYER", "付款方"
    PAYEE = "PAYEE", "收款方"
    CONTACT = "CONTACT", "联系方式"
    GO_BETWEEN = "GO_BETWEEN", "中间人"
    MENTIONED_IN_TEXT = "MENTIONED_IN_TEXT", "文中提及"


class ClueSource(Term):
    """Way by which a clue reached the register 线索来源 (case supervision ledger)."""

    PETITION_LETTER = "PETITION_LETTER", "来信"
    PETITION_VISIT = "PETITION_VISIT", "来访"
    PETITION_PHONE = "PETITION_PHONE", "电话举报"
    PETITION_WEB = "PETITION_WEB", "网络举报"
    PALM_PLATFORM = "PALM_PLATFORM", "掌上监督平台转入"
    INSPECTION_TRANSFER = "INSPECTION_TRANSFER", "巡察移交"
    AUDIT_TRANSFER = "AUDIT_TRANSFER", "审计移送"
    JUDICIAL_TRANSFER = "JUDICIAL_TRANSFER", "司法机关移送"
    LAW_ENFORCEMENT_TRANSFER = "LAW_ENFORCEMENT_TRANSFER", "行政执法机关移送"
    SUPERIOR_ASSIGNED = "SUPERIOR_ASSIGNED", "上级交办"
    LEADER_NOTE = "LEADER_NOTE", "领导批示"
    SUBORDINATE_REPORT = "SUBORDINATE_REPORT", "下级上报"
    STATIONED_REPORT = "STATIONED_REPORT", "派驻机构上报"
    DAILY_SUPERVISION = "DAILY_SUPERVISION", "日常监督发现"
    INVESTIGATION_FOUND = "INVESTIGATION_FOUND", "审查调查中发现"
    DATA_ALERT = "DATA_ALERT", "数据预警"
    MEDIA_OPINION = "MEDIA_OPINION", "媒体舆情"
    VOLUNTARY_SURRENDER = "VOLUNTARY_SURRENDER", "主动投案"
    OTHER = "OTHER", "其他线索来源"


class Problem(Term):
    """Kind of problem 问题类型, one vocabulary for all channels so that matters can be compared."""

    POLITICAL = "POLITICAL", "违反政治纪律"
    ORGANISATION = "ORGANISATION", "违反组织纪律"
    APPOINTMENT = "APPOINTMENT", "违规选人用人"
    VEHICLE_PRIVATE_USE = "VEHICLE_PRIVATE_USE", "公车私用"
    PRIVATE_CAR_PUBLIC_FUEL = "PRIVATE_CAR_PUBLIC_FUEL", "私车公养"
    DINING = "DINING", "违规吃喝"
    GIFTS = "GIFTS", "违规收送礼品礼金"
    ALLOWANCE = "ALLOWANCE", "违规发放津补贴或福利"
    WEDDING_FUNERAL = "WEDDING_FUNERAL", "大操大办婚丧喜庆"
    TRAVEL = "TRAVEL", "公款旅游"
    OFFICE_SPACE = "OFFICE_SPACE", "超标准办公用房"
    FORMALISM = "FORMALISM", "形式主义官僚主义"
    WORK_ATTITUDE = "WORK_ATTITUDE", "工作作风和服务态度"
    EXTORTION = "EXTORTION", "吃拿卡要"
    GAMBLING = "GAMBLING", "赌博及不良嗜好"
    LIFE = "LIFE", "违反生活纪律"
    BRIBERY = "BRIBERY", "贪污贿赂"
    ABUSE_OF_POWER = "ABUSE_OF_POWER", "滥用职权"
    DERELICTION = "DERELICTION", "玩忽职守"
    FAVOUR_KIN = "FAVOUR_KIN", "优亲厚友"
    BENEFIT_TRANSFER = "BENEFIT_TRANSFER", "利益输送"
    SUBSIDY = "SUBSIDY", "惠民惠农补贴"
    DIBAO = "DIBAO", "低保和特困供养"
    COLLECTIVE_ASSETS = "COLLECTIVE_ASSETS", "农村集体三资"
    TENDERING = "TENDERING", "招标投标"
    PROCUREMENT = "PROCUREMENT", "政府采购"
    CONTRACT_SPLIT = "CONTRACT_SPLIT", "拆分规避招标"
    ENGINEERING = "ENGINEERING", "工程建设"
    PROPERTY_MGMT = "PROPERTY_MGMT", "物业管理与小区用电"
    MEDICAL = "MEDICAL", "医疗医药"
    SCHOOL_MEALS = "SCHOOL_MEALS", "校园餐"
    LAND = "LAND", "土地管理"
    ENVIRONMENT = "ENVIRONMENT", "生态环境"
    THREE_PUBLIC = "THREE_PUBLIC", "三公经费"
    BUDGET = "BUDGET", "预算管理"
    FALSE_EXPENDITURE = "FALSE_EXPENDITURE", "虚列支出"
    SPECIAL_FUND = "SPECIAL_FUND", "专项资金"
    SLUSH_FUND = "SLUSH_FUND", "小金库"
    ASSET_MGMT = "ASSET_MGMT", "国有资产管理"
    ARREARS = "ARREARS", "往来挂账"
    INTERNAL_CONTROL = "INTERNAL_CONTROL", "内部控制"
    MAJOR_DECISION = "MAJOR_DECISION", "三重一大"
    RECTIFICATION = "RECTIFICATION", "整改不到位"
    OTHER = "OTHER", "其他问题"


class Disposal(Term):
    """Way of disposal 处置方式 of a clue."""

    TALK_INQUIRY = "TALK_INQUIRY", "谈话函询"
    PRELIM_VERIFY = "PRELIM_VERIFY", "初步核实"
    SHELVED = "SHELVED", "暂存待查"
    CLOSED = "CLOSED", "予以了结"
    HANDED_OVER = "HANDED_OVER", "移送"


class ClueStatus(Term):
    """Stage of a clue 线索状态 in its life."""

    REGISTERED = "REGISTERED", "已登记"
    ASSIGNED = "ASSIGNED", "已分办"
    IN_DISPOSAL = "IN_DISPOSAL", "处置中"
    FILED = "FILED", "已立案"
    DONE = "DONE", "已办结"


class AuditKind(Term):
    """Kind of audit 审计类型."""

    BUDGET_EXECUTION = "BUDGET_EXECUTION", "预算执行审计"
    FINAL_ACCOUNTS = "FINAL_ACCOUNTS", "决算审计"
    ECONOMIC_RESPONSIBILITY = "ECONOMIC_RESPONSIBILITY", "经济责任审计"
    GOVERNMENT_INVESTMENT = "GOVERNMENT_INVESTMENT", "政府投资审计"
    SPECIAL_FUNDS = "SPECIAL_FUNDS", "专项资金审计"
    POLICY_TRACKING = "POLICY_TRACKING", "政策跟踪审计"
    STATE_ENTERPRISE = "STATE_ENTERPRISE", "国有企业审计"


class RoundKind(Term):
    """Kind of inspection round 巡察方式."""

    REGULAR = "REGULAR", "常规巡察"
    SPECIAL = "SPECIAL", "专项巡察"
    MOBILE = "MOBILE", "机动巡察"
    LOOK_BACK = "LOOK_BACK", "巡察回头看"


class InspectionFocus(Term):
    """Focus of inspection 巡察聚焦 under which an issue was found."""

    POLICY = "POLICY", "党的路线方针政策和决策部署"
    INTEGRITY = "INTEGRITY", "群众身边腐败和不正之风"
    ORGANISATION = "ORGANISATION", "基层党组织和干部队伍"
    RECTIFICATION = "RECTIFICATION", "巡察审计等发现问题的整改"


class Rectification(Term):
    """State of rectification 整改状态."""

    NOT_DONE = "NOT_DONE", "未整改"
    GOING_ON = "GOING_ON", "持续整改"
    DONE = "DONE", "已整改"
    CHECKED_OFF = "CHECKED_OFF", "已销号"


class TicketCategory(Term):
    """Category of a ticket 投诉件类别 of the palm platform."""

    COMPLAINT = "COMPLAINT", "投诉"
    HELP = "HELP", "求助"
    CONSULT = "CONSULT", "咨询"
    ADVICE = "ADVICE", "建议"


class TicketState(Term):
    """State of a ticket 办理状态 of the palm platform."""

    RECEIVED = "RECEIVED", "已受理"
    FORWARDED = "FORWARDED", "已转办"
    HANDLING = "HANDLING", "办理中"
    SENT_BACK = "SENT_BACK", "退回重办"
    ANSWERED = "ANSWERED", "已答复"
    SOLVED = "SOLVED", "已办结"


class Severity(Term):
    """Severity 预警等级 of an alert."""

    LOW = "LOW", "低"
    MEDIUM = "MEDIUM", "中"
    HIGH = "HIGH", "高"


class AlertState(Term):
    """State of an alert 预警状态; an alert is not a clue until a desk check makes it one."""

    OPEN = "OPEN", "待核查"
    DISMISSED = "DISMISSED", "已排除"
    TO_UNIT = "TO_UNIT", "转单位自查"
    TO_CLUE = "TO_CLUE", "转为问题线索"
