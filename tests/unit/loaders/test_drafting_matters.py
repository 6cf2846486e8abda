"""Drafts of registers of matters, bills, fuellings, projects and contracts: their kinds are told by the names of their columns."""

from pathlib import Path

import pytest

from tests.drafting import NAMES, csv_file, drafts_of, stated_by

_DAY = "2023-{m:02}-{d:02}"
_UNITS = ("临泉县水利局", "临泉县教育局", "城南镇人民政府")


def _cells(head: str, n: int) -> str:
    made = {
        "号": f"A{n:05}", "天": _DAY.format(m=n % 12 + 1, d=n % 28 + 1), "人": NAMES[n % 60], "位": _UNITS[n % 3],
        "数": str(n % 9 + 1), "量": f"{30 + n % 7}.5", "文": f"第{n}段话说的是路灯、补助和修渠", "词": ("甲类", "乙类")[n % 2],
    }  # fmt: skip
    return ",".join(made[each.rpartition("=")[2]] for each in head.split(","))


@pytest.mark.parametrize(
    ("head", "kind", "filled"),
    [
        ("编号=号,来电人数=数,诉求=文,来电时间=天,满意情况=词", "Ticket", {"number", "text", "asked_at"}),
        ("序号=号,被反映人=人,被反映人单位=位,主要问题=文,收件日期=天", "Clue", {"number", "text", "received_on"}),
        ("案卷号=号,被举报人=人,举报内容=文,来信日期=天", "Clue", {"number", "text", "received_on"}),
        ("文号=号,移送机关=位,移送事项=文,移送日期=天,线索去向=位", "Clue", {"number", "received_on"}),
        ("序号=号,被审计单位=位,审计发现=文,问题定性=词,报告日期=天", "AuditFinding", {"number", "text", "title", "found_on"}),
        ("编码=号,巡察对象=位,巡察发现=文,整改措施=文,反馈日期=天", "InspectionIssue", {"number", "text", "measure", "found_on"}),
        ("单据编号=号,就餐时间=天,来宾人数=数,陪餐人数=数,桌数=数,菜单=文", "ReceptionBill",
         {"bill_number", "occurred_at", "guests", "hosts", "items"}),
        ("流水=号,刷卡时间=天,油号=词,升数=量,油站=位", "Refuelling",
         {"receipt_number", "occurred_at", "product", "litres", "station"}),
        ("项目编号=号,工程名称=文,招标方式=词,开标时间=天,中标单位=位", "Project",
         {"project_number", "name", "method", "opened_on"}),
        ("合同编号=号,合同名称=文,签约日期=天,合同相对方=位", "Contract", {"contract_number", "name", "signed_on"}),
    ],
)  # fmt: skip
def test_a_register_is_told_by_its_columns_in_a_file_that_says_nothing(
    tmp_path: Path, head: str, kind: str, filled: set[str]
) -> None:
    names = ",".join(each.partition("=")[0] for each in head.split(","))
    file = csv_file(tmp_path / "export7.csv", names, (_cells(head, n) for n in range(60)))

    row = drafts_of([file])["export7"]["nodes"]["row"]

    assert (row["kind"], row["fields"].keys() & filled) == (kind, filled)
    assert len(stated_by(tmp_path, "export7")) == 60


@pytest.mark.parametrize(
    "head",
    [
        "号码=号,姓名=人,举报奖励=数,备注=文",
        "编号=号,单位名称=位,联系人=人,合同数=数",
    ],
)
def test_one_word_of_a_register_makes_no_register(tmp_path: Path, head: str) -> None:
    names = ",".join(each.partition("=")[0] for each in head.split(","))
    file = csv_file(tmp_path / "export7.csv", names, (_cells(head, n) for n in range(60)))

    assert drafts_of([file])["export7"]["nodes"]["row"]["kind"] in ("Person", "Unit", "KIND")


def test_a_state_in_words_of_its_own_fills_no_other_field(tmp_path: Path) -> None:
    rows = (f"A{n},{_UNITS[n % 3]},第{n}项支出没有凭证,{('已改', '在改')[n % 2]}" for n in range(60))
    file = csv_file(tmp_path / "export7.csv", "问题编号,被审计单位,审计发现,整改", rows)

    draft = drafts_of([file])["export7"]

    assert draft["nodes"]["row"]["fields"] == {"number": "问题编号", "text": "审计发现"}
    assert "整改" in draft["ignored"]


def test_columns_about_the_reporter_are_proposed_for_the_vault(tmp_path: Path) -> None:
    head = "序号=号,信访人=人,信访人电话=号,信访人住址=位,信访人职业=词,被反映人=人,主要问题=文,收件日期=天"
    names = ",".join(each.partition("=")[0] for each in head.split(","))
    file = csv_file(tmp_path / "export7.csv", names, (_cells(head, n) for n in range(60)))

    draft = drafts_of([file])["export7"]

    assert draft["reporter"] == {
        "name": "信访人",
        "phone": "信访人电话",
        "address": "信访人住址",
        "details": "信访人职业",
    }
    assert not set(draft.get("ignored", ())) & {"信访人", "信访人电话", "信访人住址", "信访人职业"}
    assert len(stated_by(tmp_path, "export7")) == 60
