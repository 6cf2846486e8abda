"""Story F5: a recommendation, a sweep of 23 compounds with the same defect, and one firm behind several of them."""

from dataclasses import dataclass
from datetime import date, timedelta

from loaders.city.cases.matter import CityMatter
from loaders.city.cases.plan import CityPlan
from loaders.city.cases.stories import StoryTeller, StoryWords
from loaders.city.cases.tender_maker import TenderMaker
from loaders.city.words import story_text
from loaders.city.world.compounds import Compound
from loaders.city.world.firms import Firm
from loaders.city.world.officials import CityKin
from schema.vocabulary import KinRelation, Problem

_DEVELOPERS = 15
_DONE = {"线索来源": "日常监督发现", "办理状态": "已办结", "处置方式": "初步核实"}


@dataclass
class SweepStory:
    """Plants the recommendation and one clue per compound, with developer, power firm and approving office."""

    teller: StoryTeller
    plan: CityPlan
    compounds: list[Compound]

    def __post_init__(self) -> None:
        self.world = self.teller.world
        self.casting = self.teller.sketcher.casting
        self.tenders = TenderMaker(self.world, self.plan)
        self.bureau = self.world.unit_named("住房和城乡建设局")
        self.station = self.world.unit_named("建设工程质量监督站")

    def plant(self) -> None:
        """Plant the story."""
        official, boss = self.teller.official_of(self.station.name, "副主任"), self.casting.owner()
        self.world.kin.append(CityKin(official.person, boss, KinRelation.IN_LAW, None))
        make = self.world.maker.make
        owners = [(boss, "80"), (self.casting.owner(), "20")]
        behind = make(owners, "云江市恒光电力安装有限公司", date(2016, 4, 8))
        names = ("明辉", "安泰", "通达")
        rivals = [
            make([(self.casting.owner(), "100")], f"云江市{name}电力安装有限公司", date(2015, 3, 2)) for name in names
        ]
        developers = [make([(self.casting.owner(), "100")], founded=date(2012, 5, 9)) for _ in range(_DEVELOPERS)]
        clues = [self._recommendation()]
        for n, compound in enumerate(self.compounds):
            order = [behind, *rivals[:2]] if n % 5 in (0, 2) else [rivals[n % 3], behind, rivals[(n + 1) % 3]]
            clues.append(self._clue(n, compound, developers[n % _DEVELOPERS], order))
        for clue in clues:
            clue.tag = "F5"
        named = sum(1 for clue in clues for one in clue.names if one.ref == behind.uscc)
        words = StoryWords(
            "Recommendation and sweep of 23 compounds with the same defect",
            "the power firm that most clues of the sweep name; who owns it, and whose kin that is",
        )
        residents = sum(one.people for one in self.compounds)
        firm = {"firm": behind.uscc, "firm_name": behind.name, "clues_naming_firm": named, "owner": boss.key}
        places = {"compounds": len(self.compounds), "residents": residents, "approving_office": self.bureau.uscc}
        self.teller.note("F5", words, clues, **places, **firm, official=official.person.key)
        keys = [behind.uscc, *(one.number for one in self.plan.projects if one.place)]
        ring = "+".join(sorted(one.uscc for one in (behind, *rivals[:2])))
        self.plan.model("T9", True, ring, why="firms of the sweep, which take turns (implied by F5)", story="F5")
        self.plan.model("K1", True, keys, why="firm of kin of the office's deputy head", story="F5")

    def _recommendation(self) -> CityMatter:
        clue = self.teller.about("clue_register", date(2025, 3, 24), self.bureau, Problem.DERELICTION)
        clue.add("Place", self.compounds[0].address).text = story_text("sweep_start")
        clue.fixed = dict(_DONE)
        return clue

    def _clue(self, n: int, compound: Compound, developer: Firm, order: list[Firm]) -> CityMatter:
        draws = self.teller.sketcher.draws("sweep", n)
        name, before = f"{compound.name}小区供配电工程", date(2022, 9, 1) + timedelta(days=n * 9)
        project = self.tenders.project(self.station, before, draws, name, compound.address)
        self.tenders.bids(project, order, [project.ceiling_fen * part // 100 for part in (93, 95, 97)])
        self.tenders.contract(project, draws, order[0].uscc)
        clue = CityMatter("clue_register", date(2025, 4, 7) + timedelta(days=n * 3), Problem.PROPERTY_MGMT)
        clue.add_firm(developer.uscc, developer.name, "SUBJECT_UNIT").add("Place", compound.address)
        clue.add_firm(order[0].uscc, order[0].name).add_firm(self.bureau.uscc, self.bureau.name)
        clue.add("Project", project.number).text = story_text("sweep", residents=compound.people)
        clue.fixed = {**_DONE, "主办部门代码": "SUPERVISION_4", "发生地区划": compound.area}
        return clue
