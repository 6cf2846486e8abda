"""What comes in on the days of the stories: the matters of the city's own stories once more, as on their first day, loaded like any source."""

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from graph_service.demo.acted.stage import Stage
from graph_service.settings import Settings
from loaders.session import Unwatched, load_all

DECLARATIONS = Path(__file__).resolve().parents[3] / "examples" / "stories" / "intake"
_SHOWN = """title channel problem names(first: 30) { role entity { __typename id caption ... on Person { idNumber }
  ... on Unit { uscc } ... on Place { address } ... on FuelCard { cardNumber } } }"""
_ORIGINAL = f"""query($id: ID!) {{ node(id: $id) {{ ... on Clue {{ text {_SHOWN} }} ... on Ticket {{ text {_SHOWN} }} ... on Alert {{ text {_SHOWN} }}
  ... on InspectionIssue {{ text {_SHOWN} }} }} }}"""
_IDS = """{ clues(filter: {where: {number: {startsWith: "YL-"}}}, first: 200) { nodes { id number } }
  tickets(filter: {where: {number: {startsWith: "TS-F"}}}, first: 200) { nodes { id number } }
  alerts(filter: {where: {number: {startsWith: "YJ-F"}}}, first: 200) { nodes { id number } } }"""
_DAYS = {
    "F1": "2026-11-02", "F2": "2026-11-05", "F3": "2026-11-03", "F4": "2026-11-02", "F6": "2026-11-09", "F7": "2026-11-10",
    "F8": "2026-11-12",
}  # fmt: skip
_PREFIX = {"Clue": "clue", "Ticket": "ticket", "Alert": "alert", "InspectionIssue": "issue"}
_REPORTER = {"举报人": "黎明慧", "举报人电话": "13979058816", "举报人住址": "云江市临江路9号"}  # nobody of the city


@dataclass(frozen=True)
class Case:
    """One matter of a story: the first of its originals, or another of the cases of F7."""

    story: str
    place: int = 0

    @property
    def original(self) -> str:
        """Return under which name its original is kept."""
        return f"F7#{self.place}" if self.story == "F7" else self.story


@dataclass
class Intake:
    """The matters of the stories by story: their numbers, ids and what their originals name."""

    stories: Mapping[str, Any]
    originals: dict[str, dict[str, Any]] = field(default_factory=dict)
    ids: dict[str, str] = field(default_factory=dict)  # by number

    def day(self, story: str) -> str:
        """Return the day on which a story begins."""
        return _DAYS[story]

    def number(self, story: str, place: int = 0) -> str:
        """Return the number of a clue of a story."""
        return f"YL-{story}-{place + 1:02}"

    def clue(self, story: str, place: int = 0) -> str:
        """Return the id of a clue of a story."""
        return self.ids[self.number(story, place)]

    def ticket(self, story: str) -> str:
        """Return the id of the ticket of a story."""
        return self.ids[f"TS-{story}"]

    def alert(self, story: str, place: int = 0) -> str:
        """Return the id of an alert of a story."""
        return self.ids[f"YJ-{story}-{place + 1:02}"]

    def entities(self, original: str, kind: str, *roles: str) -> list[dict[str, Any]]:
        """Return what the original names of a kind, in these roles where some are said."""
        named = self.originals[original]["names"]
        return [
            each["entity"]
            for each in named
            if each["entity"]["__typename"] == kind and (not roles or each["role"] in roles)
        ]


async def read_originals(stage: Stage, truth: Mapping[str, Any], cases: int) -> Intake:
    """Return what the stories of the city name, as the chief reads it."""
    chief = stage.one_of("CHIEF")
    intake = Intake({each["id"]: each for each in truth["stories"]})
    wanted = {"F1": 0, "F2": 0, "F4": 0, "F6": 1, "F8": 1} | {f"F7#{n}": 2 * n + 1 for n in range(cases)}
    for name, place in wanted.items():
        matter = intake.stories[name.partition("#")[0]]["matters"][place]
        found = await chief.asks(_ORIGINAL, id=f"{_PREFIX[matter['kind']]}:{matter['number']}")
        intake.originals[name] = found["node"]
    return intake


async def read_ids(stage: Stage, intake: Intake) -> None:
    """Note the ids of what came in, as the chief reads it."""
    found = await stage.one_of("CHIEF").asks(_IDS)
    intake.ids = {each["number"]: each["id"] for page in found.values() for each in page["nodes"]}


def load_intake(intake: Intake, settings: Settings, folder: Path, cases: int) -> None:
    """Write the files of the days, and load them by their declarations."""
    folder.mkdir(parents=True, exist_ok=True)
    _write(folder / "story_clues.csv", [*_clues(intake), *_fuel_clues(intake, cases)])
    _write(folder / "story_tickets.csv", _tickets(intake))
    _write(folder / "story_alerts.csv", [_dinner_alert(intake), *_fuel_alerts(intake, cases)])
    load_all(sorted(DECLARATIONS.glob("*.yaml")), folder, settings, False, Unwatched())


def _write(path: Path, rows: Sequence[Mapping[str, str]]) -> None:
    names = list(dict.fromkeys(name for row in rows for name in row))
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, names, restval="")
        writer.writeheader()
        writer.writerows(rows)


def _clues(intake: Intake) -> list[dict[str, str]]:
    told = {**_REPORTER, "是否实名": "是"}
    call, report = (_clue(intake, Case(story), way) | told for story, way in (("F1", "电话举报"), ("F2", "网络举报")))
    found = [_clue(intake, Case("F6"), "数据预警", "CONDUCT"), _clue(intake, Case("F8"), "巡察移交", "INSP_OFFICE")]
    return [call, report, *found]


def _fuel_clues(intake: Intake, cases: int) -> list[dict[str, str]]:
    return [_clue(intake, Case("F7", place), "数据预警", "CONDUCT") for place in range(cases)]


def _clue(intake: Intake, case: Case, came_by: str, found_by: str = "") -> dict[str, str]:
    known = intake.originals[case.original]
    return {
        "线索编号": intake.number(case.story, case.place), "线索标题": known["title"] or "", "反映内容": known["text"] or "",
        "监督渠道": known["channel"] or "", "线索来源": came_by, "问题类别": known["problem"] or "",
        "收到日期": intake.day(case.story), "是否实名": "否",
        "被反映人身份证号": _joined(intake.entities(case.original, "Person", "SUBJECT"), "idNumber"),
        "涉及人员身份证号": _joined(intake.entities(case.original, "Person", "INVOLVED"), "idNumber"),
        "被反映单位代码": _joined(intake.entities(case.original, "Unit", "SUBJECT_UNIT"), "uscc"),
        "涉及加油卡": _joined(intake.entities(case.original, "FuelCard"), "cardNumber"), "发现部门": found_by, **dict.fromkeys(_REPORTER, ""),
    }  # fmt: skip


def _tickets(intake: Intake) -> list[dict[str, str]]:
    units, places = intake.entities("F4", "Unit"), intake.entities("F4", "Place")
    common = {"状态": "已受理", "被投诉单位代码": "", "涉及地址": "", "对口监督检查室": ""}
    power = {
        "投诉编号": "TS-F4", "标题": "小区长期使用施工用电", "内容": intake.originals["F4"]["text"] or "", "问题类别": "PROPERTY_MGMT",
        "提交时间": f"{intake.day('F4')} 09:12:00", "被投诉单位代码": _joined(units, "uscc"), "涉及地址": _joined(places, "address"),
        "对口监督检查室": "SUPERVISION_4",
    }  # fmt: skip
    queue = {
        "投诉编号": "TS-F3", "标题": "窗口排队两小时无人办理", "内容": "窗口排队两小时无人办理，希望增开窗口", "问题类别": "WORK_ATTITUDE",
        "提交时间": f"{intake.day('F3')} 08:30:00",
    }  # fmt: skip
    return [common | power, common | queue]


def _dinner_alert(intake: Intake) -> dict[str, str]:
    people = intake.entities("F6", "Person")
    at_table = {"接待人身份证号": _joined(people[:1], "idNumber"), "来客身份证号": _joined(people[1:], "idNumber")}
    return _alert(intake, Case("F6"), "公务消费网络监管", "R8") | at_table


def _fuel_alerts(intake: Intake, cases: int) -> list[dict[str, str]]:
    return [_alert(intake, Case("F7", place), "公务用车监管", "V1") for place in range(cases)]


def _alert(intake: Intake, case: Case, system: str, model: str) -> dict[str, str]:
    known = intake.originals[case.original]
    return {
        "预警编号": f"YJ-{case.story}-{case.place + 1:02}", "标题": known["title"] or "", "内容": known["text"] or "", "来源系统": system,
        "问题类别": known["problem"] or "", "模型": model, "状态": "待核查", "预警时间": f"{intake.day(case.story)} 08:05:00",
        "被反映单位代码": _joined(intake.entities(case.original, "Unit", "SUBJECT_UNIT"), "uscc"),
        "涉及加油卡": _joined(intake.entities(case.original, "FuelCard"), "cardNumber"), "接待人身份证号": "", "来客身份证号": "",
    }  # fmt: skip


def _joined(entities: Sequence[Mapping[str, Any]], name: str) -> str:
    return ";".join(dict.fromkeys(each[name] for each in entities if each[name]))
