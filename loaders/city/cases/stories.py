"""Stories F1 to F4, F6, F8 and F9, each with what a demo can look for and what it must find."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from loaders.city.cases.matter import CityMatter
from loaders.city.cases.plan import CityPlan
from loaders.city.cases.sketch import Sketcher
from loaders.city.words import story_text
from loaders.city.world.compounds import Compound
from loaders.city.world.officials import Official
from loaders.city.world.teams import watching_teams
from loaders.city.world.units import ENROLLED, CityUnit
from loaders.city.world.world import some_day
from schema.vocabulary import Problem


@dataclass(frozen=True)
class StoryWords:
    """What a demo is told of a story: its title, and what to look for."""

    title: str
    look_for: str


class StoryTeller:
    """Plants the stories that rest on matters and their links."""

    def __init__(self, sketcher: Sketcher, plan: CityPlan) -> None:
        self.sketcher = sketcher
        self.world = sketcher.world
        self.plan = plan

    def tell(self, compounds: list[Compound]) -> None:
        """Plant every story of this module."""
        self._attitude()
        self._mahjong()
        self._platform()
        self._construction_power(compounds[0])
        self._found_again(self.world.size.pairs)
        self._unit_lists()

    def official_of(self, unit_name: str, post: str = "") -> Official:
        """Return an official of the unit, with this post if one is named."""
        unit = self.world.unit_named(unit_name)
        found = next(one for one in self.world.officials if one.unit == unit.index and post in one.post)
        return self.sketcher.casting.take(found)

    def about(self, source: str, day: date, unit: CityUnit, problem: Problem) -> CityMatter:
        """Return a matter of a story, and keep others off its unit and problem."""
        self.sketcher.casting.use(unit.index, problem, day)
        return CityMatter(source, day, problem, unit.index).add_firm(unit.uscc, unit.name, "SUBJECT_UNIT")

    def note(self, story: str, words: StoryWords, matters: list[CityMatter], **expect: object) -> None:
        """Plant the matters of a story and write down what is to be found of them."""
        for matter in matters:
            matter.tag = matter.tag or story
        self.plan.add(*matters)
        self.plan.stories.append(
            {"id": story, "title": words.title, "look_for": words.look_for, "matters": matters, "expect": expect}
        )

    def _attitude(self) -> None:
        day, official = date(2025, 5, 14), self.official_of("云江市人民医院", "副院长")
        clue = self.about("petition_clues", day, self.world.units[official.unit], Problem.WORK_ATTITUDE)
        clue.post = official.post
        clue.add_person(official.person).text = story_text("attitude")
        clue.fixed = {
            "线索来源": "电话举报",
            "办理状态": "已办结",
            "处置方式": "予以了结",
            "主办部门代码": "STATIONED_HEALTH",
            "分办日期": day.isoformat(),
            "办结日期": "2025-05-21",
            "是否实名": "是",
        }
        words = StoryWords(
            "Petition to stationed team on the same day", "the clue; the team that handles it, and since when"
        )
        expect = {"received_on": day, "handled_by": "STATIONED_HEALTH", "handled_from": day}
        self.note("F1", words, [clue], **expect, person=official.person.key)

    def _mahjong(self) -> None:
        village = next(unit for unit in self.world.units if unit.level == "village")
        official = self.official_of(village.name, "书记")
        asked = datetime(2025, 7, 9, 9, 10)
        ticket = self.about("palm_tickets", asked.date(), village, Problem.GAMBLING)
        ticket.at = asked
        ticket.add_person(official.person, "INVOLVED").text = story_text("mahjong")
        ticket.fixed = self._answered(asked + timedelta(hours=5), story_text("mahjong_answer"))
        words = StoryWords(
            "Village cadre's mahjong, five hours from ticket to result", "the ticket; from asked to answered"
        )
        team = watching_teams(village)[-1]
        self.note("F2", words, [ticket], hours=5, person=official.person.key, unit=village.uscc, township_team=team)

    def _answered(self, at: datetime, answer: str) -> dict[str, str]:
        return {"answered_at": at.isoformat(sep=" "), "state": "已办结", "satisfaction": "5", "answer": answer}

    def _platform(self) -> None:
        size = self.world.size
        words = StoryWords(
            "Palm supervision platform", "tickets received and solved; enrolled units and information officers"
        )
        share = round(100 * size.solved / size.tickets, 1)
        expect = {"received": size.tickets, "solved": size.solved, "solved_per_cent": share}
        self.note("F3", words, [], units=ENROLLED, information_officers=ENROLLED, **expect)

    def _construction_power(self, compound: Compound) -> None:
        asked = datetime(2025, 3, 3, 9, 12)
        unit = self.world.unit_named("高新区建设局")
        ticket = self.about("palm_tickets", asked.date(), unit, Problem.PROPERTY_MGMT).add("Place", compound.address)
        ticket.at = asked
        ticket.text = story_text("power", residents=compound.people)
        ticket.fixed = self._answered(asked + timedelta(days=15), story_text("power_answer"))
        words = StoryWords("Construction power in a housing estate, solved in fifteen days", "the ticket; its compound")
        self.note("F4", words, [ticket], days=15, residents=compound.people, place=compound.address)

    def _found_again(self, count: int) -> None:
        found: list[CityMatter] = []
        for n in range(count):
            draws = self.sketcher.draws("repeat", n)
            day = some_day(draws, date(2023, 2, 1), date(2025, 6, 30))
            finding = self.sketcher.matter("audit_ledger", draws, day)
            later = self.sketcher.when("inspection_ledger", finding.day + timedelta(days=draws.between(150, 560)))
            unit = self.world.units[finding.unit or 0]
            issue = self.about("inspection_ledger", later, unit, finding.problem)
            issue.amount_fen, issue.repeats = finding.amount_fen, finding
            closed = finding.day + timedelta(days=90)
            finding.fixed = {"整改状态": "已销号", "销号日期": closed.isoformat()}
            issue.fixed = {"是否屡查屡犯": "是", "巡察聚焦": "巡察审计等发现问题的整改"}
            # What is back happened after it had been put right.
            began = closed + timedelta(days=10)
            issue.fixed |= {"问题起始日期": began.isoformat(), "问题截止日期": issue.day.isoformat()}
            finding.tag = issue.tag = f"F8:{n}"
            shared = f"{unit.uscc}:{issue.problem.value}"
            self.plan.pairs.append(("same_unit_same_problem", finding, issue, shared))
            found += [finding, issue]
        words = StoryWords(
            "Audit findings that the inspection finds again", "issues that repeat a finding checked off before"
        )
        self.note("F8", words, found, repeats=count)

    def _unit_lists(self) -> None:
        lists: dict[str, int] = {}
        for unit in self.world.units:
            for team in watching_teams(unit):
                lists[team] = lists.get(team, 0) + 1
        words = StoryWords("Unit lists of supervision offices and stationed teams", "units that a team watches over")
        self.note("F9", words, [], units_by_team=lists)
