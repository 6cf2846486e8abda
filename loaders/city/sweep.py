"""Story F5: a recommendation, a sweep of 23 compounds with the same defect, and one firm behind several of them."""

from datetime import date, timedelta

from loaders.city.compounds import Compound
from loaders.city.firms import Firm
from loaders.city.matter import Matter
from loaders.city.officials import Kin
from loaders.city.plan import Plan
from loaders.city.sketch import Sketcher
from loaders.city.stories import StoryTeller
from loaders.city.tender_maker import TenderMaker
from schema.vocabulary import KinRelation, Problem

_DEVELOPERS = 15
_BEHIND = 9  # compounds whose power the one firm installed


def plant_sweep(sketcher: Sketcher, plan: Plan, teller: StoryTeller, compounds: list[Compound]) -> None:
    """Plant the recommendation and one clue per compound, with developer, power firm and approving office."""
    world, casting = sketcher.world, sketcher.casting
    tenders = TenderMaker(world, plan)
    approver = teller.official_of("建设工程质量监督站", "副主任")
    boss = casting.owner()
    world.kin.append(Kin(approver.person, boss, KinRelation.IN_LAW, None))
    behind = world.maker.make([(boss, "80"), (casting.owner(), "20")], "云江市恒光电力安装有限公司", date(2016, 4, 8))
    others = [
        world.maker.make([(casting.owner(), "100")], f"云江市{word}电力安装有限公司", date(2015, 3, 2))
        for word in ("明辉", "安泰", "通达")
    ]
    developers = [world.maker.make([(casting.owner(), "100")], founded=date(2012, 5, 9)) for _ in range(_DEVELOPERS)]
    bureau, station = world.unit_named("住房和城乡建设局"), world.unit_named("建设工程质量监督站")
    start = Matter("clue_register", date(2025, 3, 24), Problem.DERELICTION, bureau.index)
    start.add_firm(bureau.uscc, bureau.name, "SUBJECT_UNIT").add("Place", compounds[0].address)
    start.text = "{1}施工用电问题暴露出{0}竣工验收把关不严。市监委已向{0}发出监察建议书（云监建〔2025〕3号），要求在全市范围举一反三、限期整改、完善制度。"
    start.fixed = {"线索来源": "日常监督发现", "办理状态": "已办结", "处置方式": "初步核实"}
    casting.use(bureau.index, Problem.DERELICTION, start.day)
    clues = [start]
    for n, compound in enumerate(compounds):
        firm = behind if n % 5 in (0, 2) and n < 22 else others[n % 3]
        project = tenders.project(
            station,
            date(2022, 9, 1) + timedelta(days=n * 9),
            sketcher.draws("sweep", n),
            f"{compound.name}小区供配电工程",
            compound.address,
        )
        clues.append(
            _clue(n, compound, developers[n % _DEVELOPERS], firm)
            .add_firm(bureau.uscc, bureau.name)
            .add("Project", project.number)
        )
        rivals = [one for one in (behind, *others) if one is not firm][:2]
        tenders.bids(project, [firm, *rivals], [project.ceiling_fen * part // 100 for part in (93, 95, 97)])
        tenders.contract(project, sketcher.draws("sweep contract", n), firm.uscc)
    for clue in clues:
        clue.tag = "F5"
    plan.add(*clues)
    count = sum(1 for clue in clues for one in clue.names if one.ref == behind.uscc)
    plan.stories.append({
        "id": "F5", "title": "Recommendation and sweep of 23 compounds with the same defect",
        "look_for": "firm named by the most clues of the sweep; who owns it and whose kin that is", "matters": clues,
        "expect": {"compounds": len(compounds), "residents": sum(one.people for one in compounds), "firm": behind.uscc, "firm_name": behind.name,
                   "clues_naming_firm": count, "owner": boss.key, "official": approver.person.key, "approving_office": bureau.uscc},
    })
    plan.model("K1", True, behind.uscc, official=approver.person.key, story="F5")


def _clue(n: int, compound: Compound, developer: Firm, firm: Firm) -> Matter:
    clue = Matter("clue_register", date(2025, 4, 7) + timedelta(days=n * 3), Problem.PROPERTY_MGMT)
    clue.add_firm(developer.uscc, developer.name, "SUBJECT_UNIT").add("Place", compound.address).add_firm(
        firm.uscc, firm.name
    )
    clue.text = f"举一反三排查：{{1}}（居民{compound.people}人）由{{0}}开发，供配电工程由{{2}}施工（项目{{4}}），交付后长期使用施工临时用电，{{3}}验收时未发现。"
    clue.fixed = {
        "线索来源": "日常监督发现",
        "办理状态": "已办结",
        "处置方式": "初步核实",
        "主办部门代码": "SUPERVISION_4",
        "发生地区划": compound.area,
    }
    return clue
