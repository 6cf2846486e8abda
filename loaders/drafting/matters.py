"""What the columns of registers of matters, bills, projects and contracts are called, by the kind and field that they fill."""

from collections.abc import Mapping

from loaders.drafting.words import ALSO_CALLED, says

_SIGN, _MOST_SIGNS = 100.0, 4  # what a column says for a kind by its name alone, and how many of them count
_ALONE = 0.5  # part of it that one column says without another
# By kind: words that stand in names of columns of its registers and hardly in others, whatever field they fill.
SIGNS: Mapping[str, tuple[str, ...]] = {
    "Ticket": ("诉求", "来电", "工单", "投诉", "热线", "满意", "回访", "complaint", "complainant"),
    "Clue": ("被反映", "反映对象", "反映问题", "反映内容", "被举报", "举报", "被控告", "检举", "线索", "信访", "移送", "函号", "allegation"),
    "AuditFinding": ("审计", "定性", "audited"),
    "InspectionIssue": ("巡察", "巡视", "inspected"),
    "ReceptionBill": ("陪餐", "陪同", "来宾", "来客", "桌数", "公函", "菜品", "酒水", "用餐", "就餐", "接待"),
    "Refuelling": ("加油", "油品", "油号", "升数", "油站", "油量", "litres", "liters"),
    "Project": ("中标", "开标", "标段", "招标", "限价", "tenderer"),
    "Bid": ("投标", "报价", "保证金", "标段", "bidder"),
    "Contract": ("合同", "签订", "签约", "contract"),
}  # fmt: skip
_CALLED: Mapping[str, tuple[str, ...]] = {
    "Ticket.text": ("诉求", "诉求内容", "投诉内容", "来电内容", "反映内容", "工单内容", "complaint", "complaint text"),
    "Ticket.title": ("诉求标题", "工单标题", "诉求概要"),
    "Ticket.asked_at": ("来电时间", "诉求时间", "登记时间", "创建时间", "派单时间"),
    "Ticket.answer": ("办理结果", "回复内容", "答复意见", "办结意见"),
    "Clue.text": ("反映问题", "反映内容", "举报内容", "信访内容", "线索内容", "主要问题", "反映的主要问题", "事由", "allegation"),
    "Clue.received_on": (
        "登记日期", "登记日", "收件日期", "收件日", "收信日期", "来信日期", "来访日期", "受理日期", "收到日期", "发函日", "发函日期", "移送日期",
        "received", "date received",
    ),
    "AuditFinding.text": ("审计发现", "发现问题", "审计问题", "问题描述", "问题内容", "查明事实", "问题事实", "事实", "finding"),
    "AuditFinding.title": ("定性", "问题定性", "问题摘要", "问题名称"),
    "AuditFinding.found_on": ("出具日期", "发现日期", "报告日期", "审计日期", "出报告日期"),
    "AuditFinding.closed_on": ("完成日期", "整改完成日期", "销号日", "整改完成时间"),
    "InspectionIssue.text": ("巡察发现", "发现问题", "问题描述", "问题内容", "具体问题", "具体表现", "问题事实", "issue"),
    "InspectionIssue.found_on": ("发现日期", "反馈日期", "发现时间"),
    "InspectionIssue.measure": ("整改措施", "整改举措"),
    "ReceptionBill.occurred_at": ("用餐日期", "用餐时间", "就餐日期", "就餐时间", "接待日期", "消费日期", "消费时间"),
    "ReceptionBill.hosts": ("陪餐人数", "陪餐数", "陪餐", "陪同人数", "陪同数", "hosts"),
    "ReceptionBill.guests": ("来宾人数", "来宾数", "来客数", "接待人数", "客人数", "guests"),
    "ReceptionBill.items": ("菜品", "菜单", "消费项目", "消费内容"),
    "ReceptionBill.letter_number": ("公函文号", "公函号", "公函编号"),
    "ReceptionBill.purpose": ("事由", "公务事由", "公务内容", "来访事由"),
    "Refuelling.occurred_at": ("加油日期", "刷卡时间"),
    "Refuelling.product": ("油号", "油品名称", "油品种类", "商品名称", "product"),
    "Refuelling.litres": ("加油量", "升数", "加油升数", "油量", "加油数量", "litres", "liters"),
    "Refuelling.station": ("加油站", "油站", "加油站点", "加油网点", "station"),
    "Refuelling.odometer_km": ("里程", "里程数", "里程表", "当前里程", "odometer"),
    "Project.project_number": ("标段号", "标段编号", "项目编号", "项目号", "招标编号", "采购编号", "project no", "tender no"),
    "Project.name": ("标段名称", "工程名称", "采购项目名称"),
    "Project.method": ("招标方式", "发包方式"),
    "Project.opened_on": ("开标", "开标时间"),
    "Contract.contract_number": ("合同号", "合同编码", "合同序号", "contract no"),
    "Contract.name": ("合同名称", "合同名", "合同标的"),
    "Contract.signed_on": ("签订日期", "签约日期", "签订时间", "签约时间", "合同日期", "signed"),
    "Bid.occurred_at": ("递交时间", "投标日期", "投递时间"),
}  # fmt: skip


def said_for(label: str, columns: list[str]) -> float:
    """Return how much the names of columns say for a kind, whatever they fill."""
    signs = SIGNS.get(label, ())
    found = sum(says(name, signs) for name in columns)
    return _SIGN * (_ALONE if found == 1 else min(found, _MOST_SIGNS))


def words_of(label: str, field: str) -> tuple[str, ...]:
    """Return what columns that fill a field of a kind are called elsewhere."""
    own = f"{label}.{field}"
    return (*_CALLED.get(own, ()), *(ALSO_CALLED.get(own) or ALSO_CALLED.get(field, ())))
