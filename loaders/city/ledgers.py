"""The ledgers: clues, findings, issues, tickets and alerts as each office keeps them."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from typing import Any

from loaders.city.draws import Draws
from loaders.city.export import GB18030, UTF8_BOM, Cell, Export, Write
from loaders.city.ledger_columns import ALERT, CLUE, FINDING, ISSUE, TICKET
from loaders.city.matter import Matter
from loaders.city.plan import Plan
from loaders.city.rounds import ROUNDS, round_of
from loaders.city.size import LAST_DAY
from loaders.city.teams import watching_teams
from loaders.city.texts import Mention, write_text, write_title
from loaders.city.units import Unit
from loaders.city.words import read_words
from loaders.city.world import World
from schema.vocabulary import AuditKind, InspectionFocus

Tell = Callable[[Matter, list[Mention]], None]


class Ledgers:
    """Writes every ledger; tells the truth what each text mentions."""

    def __init__(self, world: World, plan: Plan, out: Export, tell: Tell) -> None:
        self.world = world
        self.plan = plan
        self.out = out
        self.tell = tell

    def write(self) -> None:
        """Write the ledgers and the lists of reports and rounds that they refer to."""
        out = self.out
        for source, head, opened in (
            ("petition_clues", CLUE, out.csv("petition_clues", "clues/petition.csv", CLUE, UTF8_BOM)),
            ("clue_register", CLUE, out.csv("clue_register", "clues/register.csv", CLUE, GB18030)),
            ("own_staff_clues", CLUE, out.xlsx("own_staff_clues", "clues/own_staff.xlsx", "线索", CLUE)),
            ("audit_ledger", FINDING, out.xlsx("audit_ledger", "audit/findings.xlsx", "问题台账", FINDING)),
            ("inspection_ledger", ISSUE, out.xlsx("inspection_ledger", "inspection/issues.xlsx", "巡察台账", ISSUE)),
            ("palm_tickets", TICKET, out.jsonl("palm_tickets", "palm/tickets.jsonl", TICKET)),
            ("alerts", ALERT, out.jsonl("alerts", "alerts/alerts.jsonl", ALERT)),
        ):
            with opened as write:
                for matter in self.of(source):
                    self._row(matter, head, write)
        self._reports()
        self._rounds()

    def of(self, source: str) -> Iterator[Matter]:
        """Yield the matters of one ledger in the order of their numbers."""
        return (matter for matter in self.plan.matters if matter.source == source)

    def _row(self, matter: Matter, head: tuple[str, ...], write: Write) -> None:
        draws = Draws(self.world.seed, f"row {matter.source}", int(matter.number.replace("-", "")[2:]))
        unit = self.world.units[matter.unit] if matter.unit is not None else None
        happened = matter.day - timedelta(days=draws.between(20, 400))
        values: dict[str, Cell] = {**named_cells(matter), **fact_cells(matter, unit, happened, draws)}
        text, mentions = write_text(matter, unit, happened, draws)
        values |= {"title": write_title(matter, unit), "text": text, "number": matter.number}
        values |= matter.fixed
        if matter.repeats:
            values["对应审计问题编号"] = matter.repeats.number
        if matter.clue:
            values["移交线索编号"] = matter.clue.number
        write([values.get(FIELDS.get(column, column)) for column in head])
        self.tell(matter, mentions)

    def _reports(self) -> None:
        head = [
            "审计报告文号",
            "报告名称",
            "审计类型",
            "出具日期",
            "审计期间起",
            "审计期间止",
            "被审计单位代码",
            "被审计单位",
            "对口监督检查室",
            "派驻组",
        ]
        reports: dict[tuple[int, int], Matter] = {}
        for matter in self.of("audit_ledger"):
            reports[matter.day.year, matter.unit or 0] = matter
        with self.out.xlsx("audit_reports", "audit/reports.xlsx", "审计报告", head) as write:
            for (year, place), last in reports.items():
                unit = self.world.units[place]
                issued = min(last.day + timedelta(days=30), LAST_DAY)
                kind = list(AuditKind)[(place + year) % len(AuditKind)]
                title = f"{unit.short}{year - 1}年度{kind.label}报告"
                period = (date(year - 1, 1, 1), date(year - 1, 12, 31))
                write(
                    [
                        report_number(year, place),
                        title,
                        kind.label,
                        issued,
                        *period,
                        unit.uscc,
                        unit.name,
                        unit.team,
                        unit.stationed,
                    ]
                )

    def _rounds(self) -> None:
        inspected: dict[str, dict[int, None]] = {one.code: {} for one in ROUNDS}
        for matter in self.of("inspection_ledger"):
            inspected[round_of(matter.day).code].setdefault(matter.unit or 0)
        head = ["轮次编号", "轮次名称", "巡察方式", "进驻日期", "撤点日期", "反馈日期", "被巡察单位代码"]
        with self.out.csv("inspection_rounds", "inspection/rounds.csv", head, GB18030) as write:
            for one in ROUNDS:
                units = ";".join(self.world.units[place].uscc for place in inspected[one.code])
                write([one.code, one.name, one.kind.label, one.begins, one.ends, one.feedback, units])
