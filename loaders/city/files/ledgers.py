"""The ledgers: clues, findings, issues, tickets and alerts as each office keeps them."""

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from loaders.city.cases.matter import CityMatter
from loaders.city.cases.plan import CityPlan
from loaders.city.files.export import GB18030, UTF8_BOM, Export, Write
from loaders.city.files.ledger_cells import FIELDS, LedgerCells, fact_cells, named_cells, report_number
from loaders.city.files.ledger_columns import (
    ALERT,
    FINDING,
    HIDDEN_NUMBER,
    ISSUE,
    PETITION,
    REGISTER,
    REPORT,
    ROUND,
    TICKET,
)
from loaders.city.files.naming import hidden_number, written_unit
from loaders.city.files.reporters import reporter_cells
from loaders.city.files.texts import TextScene, WrittenMention, write_text, write_title
from loaders.city.world.draws import Draws
from loaders.city.world.names import MASK
from loaders.city.world.rounds import PLANNED, CityRound, round_of, team_of
from loaders.city.world.size import LAST_DAY
from loaders.city.world.world import World
from schema.vocabulary import AuditKind

Tell = Callable[[CityMatter, list[WrittenMention]], None]


_HIDDEN_KNOWN = 600  # per mille of the masked subjects of the central register; of the rest the office has no number


class Ledgers:
    """Writes every ledger; tells the truth what each text mentions."""

    def __init__(self, world: World, plan: CityPlan, out: Export, tell: Tell) -> None:
        self.world = world
        self.plan = plan
        self.out = out
        self.tell = tell
        self._eateries = {trader.name: trader.uscc for trader in world.traders}

    def write(self) -> None:
        """Write the ledgers and the lists of reports and rounds that they refer to."""
        out = self.out
        for source, head, opened in (
            ("petition_clues", PETITION, out.csv("petition_clues", "clues/petition.csv", PETITION, UTF8_BOM)),
            ("clue_register", REGISTER, out.csv("clue_register", "clues/register.csv", REGISTER, GB18030)),
            ("own_staff_clues", REGISTER, out.xlsx("own_staff_clues", "clues/own_staff.xlsx", "线索", REGISTER)),
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

    def of(self, source: str) -> Iterator[CityMatter]:
        """Yield the matters of one ledger in the order of their numbers."""
        return (matter for matter in self.plan.matters if matter.source == source)

    def _row(self, matter: CityMatter, head: tuple[str, ...], write: Write) -> None:
        draws = Draws(self.world.seed, f"row {matter.source}", int(matter.number.replace("-", "")[2:]))
        unit = self.world.units[matter.unit] if matter.unit is not None else None
        self._rename(matter)
        happened = matter.day - timedelta(days=draws.between(20, 400))
        values: LedgerCells = named_cells(matter) | fact_cells(matter, unit, happened, draws)
        text, mentions = write_text(matter, TextScene(unit, happened, self._eateries), draws)
        values |= {"title": write_title(matter, unit), "text": text, "number": matter.number}
        values |= matter.fixed
        if head is PETITION:
            values |= reporter_cells(self.world, matter, values)
        if head is REGISTER:
            values[HIDDEN_NUMBER] = self._hidden(matter)
        if matter.repeats:
            values["对应审计问题编号"] = matter.repeats.number
        if matter.clue:
            values["移交线索编号"] = matter.clue.number
        write([values.get(FIELDS.get(column, column)) for column in head])
        self.tell(matter, mentions)

    def _hidden(self, matter: CityMatter) -> str:
        """Return what the export shows of the number of a masked subject: of own staff always, else mostly."""
        for one in matter.of("Person", "SUBJECT"):
            draws = Draws(self.world.seed, "hidden number", int(matter.number.replace("-", "")[2:]))
            known = matter.source == "own_staff_clues" or draws.chance(_HIDDEN_KNOWN)
            if MASK in one.words and known:
                one.hidden = hidden_number(self.world.people.person(int(one.ref[1:])).id_number)
            return one.hidden
        return ""

    def _rename(self, matter: CityMatter) -> None:
        """Write the unit of an ordinary ticket as citizens do; those that were planted for a rule keep its name."""
        if matter.source == "palm_tickets" and not matter.tag and matter.unit is not None:
            unit, number = self.world.units[matter.unit], int(matter.number.replace("-", "")[2:])
            for one in matter.of("Unit", "SUBJECT_UNIT"):
                one.words = written_unit(unit, Draws(self.world.seed, "unit as written", number))

    def _reports(self) -> None:
        last: dict[tuple[int, int], CityMatter] = {}
        for matter in self.of("audit_ledger"):
            last[matter.day.year, matter.unit or 0] = matter
        with self.out.xlsx("audit_reports", "audit/reports.xlsx", "审计报告", REPORT) as write:
            for (year, place), finding in last.items():
                unit = self.world.units[place]
                kind = list(AuditKind)[(place + year) % len(AuditKind)]
                title = f"{unit.short}{year - 1}年度{kind.label}报告"
                issued = min(finding.day + timedelta(days=30), LAST_DAY)
                period = (date(year - 1, 1, 1), date(year - 1, 12, 31))
                watch = (unit.team, unit.stationed)
                number = report_number(year, place)
                write([number, title, kind.label, issued, *period, unit.uscc, unit.name, *watch])

    def _rounds(self) -> None:
        """Write a row for each team of a round: those that were there by what they found, those to come by what is planned."""
        gone: dict[tuple[CityRound, str], dict[str, None]] = {}
        for matter in self.of("inspection_ledger"):
            place = matter.unit or 0
            gone.setdefault((round_of(matter.day), team_of(place)), {})[self.world.units[place].uscc] = None
        found = sorted(gone.items(), key=lambda one: one[0])
        with self.out.csv("inspection_rounds", "inspection/rounds.csv", ROUND, GB18030) as write:
            for (one, team), units in (*found, *self._planned()):
                days = (one.begins, one.ends, one.feedback)
                write([one.code, one.name, one.kind.label, *days, team, ";".join(units)])

    def _planned(self) -> Iterator[tuple[tuple[CityRound, str], list[str]]]:
        """Yield the rounds to come with two units for each team: in turn those of which audit has found the most."""
        findings = Counter(matter.unit or 0 for matter in self.of("audit_ledger"))
        for team in sorted({team_of(place) for place in findings}):
            places = [place for place in findings if team_of(place) == team]
            places.sort(key=lambda place: (-findings[place], place))
            for turn, one in enumerate(PLANNED):
                chosen = [places[(2 * turn + more) % len(places)] for more in range(2)]
                yield (one, team), [self.world.units[place].uscc for place in dict.fromkeys(chosen)]
