"""Stories F1 to F4, F6, F8 and F9, each with what a demo can look for and what it must find."""

from datetime import date, datetime, timedelta

from loaders.city.compounds import Compound
from loaders.city.matter import Matter
from loaders.city.officials import Official
from loaders.city.plan import Bill, Plan
from loaders.city.sketch import Sketcher
from loaders.city.teams import watching_teams
from loaders.city.world import some_day
from schema.vocabulary import Problem


class StoryTeller:
    """Plants the stories that rest on matters and their links."""

    def __init__(self, sketcher: Sketcher, plan: Plan) -> None:
        self.sketcher = sketcher
        self.world = sketcher.world
        self.plan = plan

    def tell(self, compounds: list[Compound]) -> None:
        """Plant every story of this module."""
        self._attitude()
        self._mahjong()
        self._platform()
        self._construction_power(compounds[0])
        self._dinner()
        self._found_again(self.world.size.pairs)
        self._unit_lists()

    def official_of(self, unit_name: str, post: str = "") -> Official:
        """Return an official of the unit, with this post if one is named."""
        unit = self.world.unit_named(unit_name)
        found = next(one for one in self.world.officials if one.unit == unit.index and post in one.post)
        return self.sketcher.casting.take(found)

    def _note(self, story: str, title: str, look_for: str, matters: list[Matter], **expect: object) -> None:
        for matter in matters:
            matter.tag = matter.tag or story
        self.plan.add(*(matter for matter in matters if matter not in self.plan.matters))
        self.plan.stories.append(
            {"id": story, "title": title, "look_for": look_for, "matters": matters, "expect": expect}
        )

    def _attitude(self) -> None:
        day, official = date(2025, 5, 14), self.official_of("云江市人民医院", "副院长")
        unit = self.world.units[official.unit]
        clue = Matter("petition_clues", day, Problem.WORK_ATTITUDE, unit.index, official.post)
        clue.add_firm(unit.uscc, unit.name, "SUBJECT_UNIT").add_person(official.person)
        clue.text = "来电反映，{0}副院长{1}在接待爱心企业捐赠时态度生硬、言语不当，引起捐赠方不满。经核实，态度问题属实，未发现违纪，本人已当面道歉。"
        clue.fixed = {"线索来源": "电话举报", "办理状态": "已办结", "处置方式": "予以了结", "主办部门代码": "STATIONED_HEALTH", "分办日期": day.isoformat(),
                      "办结日期": date(2025, 5, 21).isoformat(), "是否实名": "是"}
        self.sketcher.casting.use(unit.index, Problem.WORK_ATTITUDE, day)
        self._note("F1", "Petition to stationed team on the same day", "clue by number; team that handles it and since when", [clue],
                   received_on=day, handled_by="STATIONED_HEALTH", handled_from=day, person=official.person.key)

    def _mahjong(self) -> None:
        village = next(unit for unit in self.world.units if unit.level == "village")
        official = self.official_of(village.name, "书记")
        asked = datetime(2025, 7, 9, 9, 10)
        ticket = Matter("palm_tickets", asked.date(), Problem.GAMBLING, village.index, at=asked)
        ticket.add_firm(village.uscc, village.name, "SUBJECT_UNIT").add_person(official.person, "INVOLVED")
        ticket.text = "{0}党支部书记{1}上班时间聚众打麻将，现在还在村口小卖部，请快来查！"
        ticket.fixed = {"answered_at": (asked + timedelta(hours=5)).isoformat(sep=" "), "state": "已办结", "satisfaction": "5",
                        "answer": "镇纪委接件后立即赶赴现场，情况属实，已对当事人批评教育并责令检查。"}
        self.sketcher.casting.use(village.index, Problem.GAMBLING, asked.date())
        self._note("F2", "Village cadre's mahjong, five hours from ticket to result", "ticket; time between asked and answered", [ticket],
                   hours=5, person=official.person.key, unit=village.uscc, township_team=watching_teams(village)[-1])

    def _platform(self) -> None:
        size = self.world.size
        self._note("F3", "Palm supervision platform", "tickets received and solved; enrolled units; information officers", [],
                   units=140, information_officers=140, received=size.tickets, solved=size.solved,
                   solved_per_cent=round(100 * size.solved / size.tickets, 1))

    def _construction_power(self, compound: Compound) -> None:
        unit = self.world.unit_named("高新区建设局")
        asked = datetime(2025, 3, 3, 9, 12)
        ticket = Matter("palm_tickets", asked.date(), Problem.PROPERTY_MGMT, unit.index, at=asked)
        ticket.add_firm(unit.uscc, unit.name, "SUBJECT_UNIT").add("Place", compound.address)
        ticket.text = (
            f"我们是{{1}}业主，交房三年一直用施工用电，{compound.people}名居民三天两头停电，找过{{0}}多次没人管。"
        )
        ticket.fixed = {"answered_at": (asked + timedelta(days=15)).isoformat(sep=" "), "state": "已办结", "satisfaction": "5",
                        "answer": "市纪委监委督办后，高新区及相关部门15天内完成正式供电接入，相关责任人已被问责。"}
        self.sketcher.casting.use(unit.index, Problem.PROPERTY_MGMT, asked.date())
        self._note("F4", "Construction power in a housing estate, solved in fifteen days", "ticket; its compound and residents", [ticket],
                   days=15, residents=compound.people, place=compound.address)

    def _dinner(self) -> None:
        host = self.official_of("分岭县市场监督管理局", "副局长")
        payer = next(one for one in self.world.officials if one.unit == host.unit and one.rank == "股级")
        above = self.world.unit_named("市场监督管理局")
        guests = [one for one in self.world.officials if one.unit == above.index and not one.is_top][:3]
        for one in (payer, *guests):
            self.sketcher.casting.take(one)
        below = self.world.units[host.unit]
        at = datetime(2025, 9, 18, 18, 40)
        present = [("接待人", host.person, f"{below.short}副局长{host.person.name}")]
        present += [("来客", one.person, f"市局检查组{one.person.name}") for one in guests]
        bill = Bill(
            "JD2025-900001",
            below.index,
            at,
            386_000,
            1,
            3,
            "五粮液2瓶 1980元；软中华香烟2条 1300元；菜品 580元",
            "",
            3,
            tuple(present),
        )
        self.plan.bills.append(bill)
        self.plan.model("R8", True, bill.number, story="F6")
        self.plan.model("R2", True, bill.number, story="F6")
        alert = Matter(
            "alerts",
            date(2025, 9, 19),
            Problem.DINING,
            below.index,
            amount_fen=bill.fen,
            at=datetime(2025, 9, 19, 8, 5),
        )
        alert.add_firm(below.uscc, below.name, "SUBJECT_UNIT").add_person(host.person, "HOST")
        for one in guests:
            alert.add_person(one.person, "GUEST")
        alert.add_firm(above.uscc, above.name).add_person(payer.person, "PAYER")
        alert.text = f"账单{bill.number}：{{0}}副局长{{1}}于2025年9月18日晚宴请上级检查组{{2}}、{{3}}、{{4}}（{{5}}），消费3860元，含高档白酒、香烟，由工作人员{{6}}个人垫付。"
        alert.fixed = {"channel": "公务消费网络监管", "model": "R8", "severity": "高", "state": "转为问题线索"}
        clue = Matter("clue_register", date(2025, 9, 20), Problem.DINING, below.index, host.post, amount_fen=bill.fen)
        clue.add_firm(below.uscc, below.name, "SUBJECT_UNIT").add_person(host.person)
        for one in guests:
            clue.add_person(one.person, "INVOLVED")
        clue.text = (
            "公务消费平台预警核查：{0}副局长{1}违规宴请上级检查组{2}、{3}、{4}，费用由下属职工支付。四人均已处理。"
        )
        clue.fixed = {"线索来源": "数据预警", "办理状态": "已立案", "处置方式": "初步核实"}
        alert.clue = clue
        for day in (alert.day, clue.day):
            self.sketcher.casting.use(below.index, Problem.DINING, day)
        self._note("F6", "Dinner of a subordinate's deputy head with three inspectors of the superior bureau",
                   "bill; people at the table; host unit stands under the guests' unit", [alert, clue],
                   bill=bill.number, host=host.person.key, guests=[one.person.key for one in guests], host_unit=below.uscc,
                   guest_unit=above.uscc, people_dealt_with=4)

    def _found_again(self, count: int) -> None:
        found: list[Matter] = []
        for n in range(count):
            draws = self.sketcher.draws("repeat", n)
            finding = self.sketcher.matter("audit_ledger", draws, some_day(draws, date(2023, 2, 1), date(2025, 6, 30)))
            day = self.sketcher.when("inspection_ledger", finding.day + timedelta(days=draws.between(150, 560)))
            unit = self.world.units[finding.unit or 0]
            issue = self.sketcher.about("inspection_ledger", day, unit, finding.problem, draws)
            self.sketcher.casting.use(unit.index, issue.problem, day)
            issue.repeats = finding
            closed = (finding.day + timedelta(days=90)).isoformat()
            finding.fixed = {"整改状态": "已销号", "销号日期": closed}
            issue.fixed = {"是否屡查屡犯": "是", "巡察聚焦": "巡察审计等发现问题的整改"}
            finding.tag = issue.tag = f"F8:{n}"
            self.plan.pairs.append(("same_unit_same_problem", finding, issue, f"{unit.uscc}:{issue.problem.value}"))
            found += [finding, issue]
        self._note("F8", "Audit findings that the inspection finds again", "issues that repeat a finding which had been checked off", found,
                   repeats=count)

    def _unit_lists(self) -> None:
        lists: dict[str, int] = {}
        for unit in self.world.units:
            for team in watching_teams(unit):
                lists[team] = lists.get(team, 0) + 1
        self._note(
            "F9",
            "Unit lists of the supervision offices and stationed teams",
            "units that a team watches over",
            [],
            units_by_team=lists,
        )
