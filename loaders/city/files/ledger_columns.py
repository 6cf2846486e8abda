"""Column heads of the ledgers, in the order of the forms."""


def _columns(*lines: str) -> tuple[str, ...]:
    return tuple(" ".join(lines).split())


_NAMED = (
    "被反映人 被反映人身份证号 被反映人职务 被反映单位 被反映单位代码 涉及人员身份证号 涉及企业代码 涉及车牌",
    "涉及加油卡 涉及电话 涉及账号 涉及地址 涉及项目编号 涉及合同编号",
)
_NAMED_IN_JSON = tuple(line.replace("被反映人职务 ", "") for line in _NAMED)

CLUE = _columns(
    "线索编号 线索标题 反映内容 监督渠道 线索来源 问题类别 办理状态 处置方式 收到日期 问题起始日期 问题截止日期",
    "涉及金额(万元) 是否实名 处置到期日 办结日期 发生地区划",
    *_NAMED,
    "主办部门代码 分办日期 备注",
)
PETITION = (*CLUE, "举报人", "举报人身份证号", "举报人电话", "举报人住址")
HIDDEN_NUMBER = "身份证号(脱敏)"  # an export that masks names shows the ends of the number
REGISTER = (*CLUE, HIDDEN_NUMBER)
FINDING = _columns(
    "问题编号 审计报告文号 问题标题 问题事实 问题类别 认定日期 问题起始日期 问题截止日期 涉及金额(元)",
    "已整改金额(元) 整改标准 整改状态 整改期限 销号日期",
    *_NAMED,
    "移交线索编号 对口监督检查室 派驻组",
)
ISSUE = _columns(
    "问题编号 轮次编号 巡察组代码 问题标题 问题事实 问题类别 巡察聚焦 发现日期 问题起始日期 问题截止日期",
    "涉及金额(元) 是否共性问题 是否屡查屡犯 是否立行立改 整改措施 整改状态 整改期限 销号日期",
    *_NAMED,
    "对应审计问题编号 移交线索编号 对口监督检查室",
)
TICKET = _columns(
    "ticket_no title text problem category state asked_at accepted_at answered_at answer satisfaction 发生地区划",
    *_NAMED_IN_JSON,
    "对口监督检查室",
)
ALERT = _columns(
    "alert_no title text channel problem model severity state raised_at 涉及金额(元)",
    *_NAMED_IN_JSON,
    "接待人身份证号 来客身份证号 付款人身份证号 移交线索编号 对口监督检查室",
)
REPORT = _columns(
    "审计报告文号 报告名称 审计类型 出具日期 审计期间起 审计期间止 被审计单位代码 被审计单位 对口监督检查室 派驻组"
)
ROUND = _columns("轮次编号 轮次名称 巡察方式 进驻日期 撤点日期 反馈日期 巡察组代码 被巡察单位代码")
