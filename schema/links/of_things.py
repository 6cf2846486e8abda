"""The links of matters, people, units and things: one declaration each, with its ends, its fields and a drawing."""

from schema.kinds import ENTITY, EVENT, KINDS, MATTER
from schema.links.relationship import RelationshipType
from schema.links.ties import (
    Acquaintance,
    Firing,
    FirmPost,
    Investigation,
    Kin,
    Naming,
    Period,
    Plain,
    Post,
    Share,
    Side,
    Stay,
    Tour,
)
from schema.record import Family

HOLDER = ("Person", "Unit")
_TOLD_OF = tuple(label for label, kind in KINDS.items() if kind.FAMILY not in (Family.FACT, Family.STAFF))

# fmt: off
LINKS_OF_THINGS: tuple[RelationshipType, ...] = (
    # (:Clue)-[:NAMES {role, as_named}]->(:Person)
    RelationshipType("NAMES", MATTER, ENTITY, Naming, "Naming", "names", "named_in", "matter", "entity",
        "A naming 涉及: a matter names an entity in a role, in the words of the source",
        "Entities that the matter names 涉及对象", "Matters that name this 涉及的事项",
        "{start} names {end}", "{start}涉及{end}"),
    # (:InspectionIssue)-[:REPEATS]->(:AuditFinding)
    RelationshipType("REPEATS", MATTER, MATTER, Plain, "Repetition", "repeats", "repeated_by", "later", "earlier",
        "A repetition 屡查屡犯: a later matter states again what an earlier one stated",
        "Earlier matters that this one repeats 重复此前事项", "Later matters that repeat this one 后续重复事项",
        "{start} repeats {end}", "{start}重复{end}"),
    # (:AuditFinding)-[:HANDED_OVER_AS]->(:Clue)
    RelationshipType("HANDED_OVER_AS", MATTER, ("Clue",), Plain, "HandOver", "handed_over_as", "handed_over_from", "matter", "clue",
        "A hand-over 移交: a matter of one channel became a registered clue",
        "Clues that the matter was handed over as 移交形成的线索", "Matters that the clue was made from 线索移交来源",
        "{start} was handed over as {end}", "{start}移交形成{end}"),
    # (:Clue)-[:HANDLED_BY]->(:Team)
    RelationshipType("HANDLED_BY", MATTER, ("Team",), Period, "Handling", "handled_by", "handled", "matter", "team",
        "A handling 承办: a team handles a matter for a time",
        "Teams that handle the matter 承办部门", "Matters that the team handles 承办事项",
        "{end} handles {start}", "{end}承办{start}"),
    # (:Clue)-[:INVESTIGATED_BY {duty, as_named}]->(:CaseOfficer)
    RelationshipType("INVESTIGATED_BY", MATTER, ("CaseOfficer", "Officer"), Investigation, "Investigation", "investigated_by",
        "investigates", "matter", "officer",
        "An investigation 承办人: an officer handles or investigates a matter for a time",
        "Officers who handle or investigate the matter 承办人", "Matters that the officer handles or investigates 承办的事项",
        "{end} works on {start}", "{end}承办{start}"),
    # (:AuditFinding)-[:FOUND_IN]->(:AuditReport)
    RelationshipType("FOUND_IN", ("AuditFinding",), ("AuditReport",), Plain, "ReportedFinding", "reports", "findings", "finding",
        "report", "A reported finding 报告所列问题: the finding stands in the report",
        "Report that the finding stands in 所属审计报告", "Findings of the report 报告问题清单",
        "{start} stands in {end}", "{start}列于{end}"),
    # (:AuditReport)-[:AUDITED]->(:Unit)
    RelationshipType("AUDITED", ("AuditReport",), ("Unit",), Plain, "AuditedUnit", "audited", "audit_reports", "report", "unit",
        "An audited unit 被审计单位: the report is on the unit",
        "Units that the report is on 被审计单位", "Audit reports on the unit 单位审计报告",
        "{start} is on {end}", "{start}审计{end}"),
    # (:InspectionIssue)-[:FOUND_DURING]->(:InspectionRound)
    RelationshipType("FOUND_DURING", ("InspectionIssue",), ("InspectionRound",), Plain, "RoundIssue", "rounds", "issues", "issue",
        "round", "A round's issue 轮次问题: the issue was found in the round",
        "Round in which the issue was found 发现问题的轮次", "Issues found in the round 轮次问题清单",
        "{start} was found in {end}", "{start}发现于{end}"),
    # (:InspectionRound)-[:INSPECTS {inspecting_team}]->(:Unit)
    RelationshipType("INSPECTS", ("InspectionRound",), ("Unit",), Tour, "InspectedUnit", "inspects", "rounds", "round", "unit",
        "An inspected unit 被巡察单位: the round goes to the unit, by which of its teams",
        "Units that the round inspects 被巡察单位", "Rounds that inspected the unit 单位被巡察轮次",
        "{start} inspects {end}", "{start}巡察{end}"),
    # (:Person)-[:HOLDS_POST {post, valid_from}]->(:Unit)
    RelationshipType("HOLDS_POST", ("Person",), ("Unit",), Post, "PostHeld", "posts", "post_holders", "person", "unit",
        "A post held 任职: a person holds a post in a unit for a term",
        "Posts that the person holds or held 任职经历", "People who hold or held posts in the unit 单位任职人员",
        "{start} holds a post in {end}", "{start}任职于{end}"),
    # (:Person)-[:KIN_OF {relation}]->(:Person)
    RelationshipType("KIN_OF", ("Person",), ("Person",), Kin, "Kinship", "kin", "kin", "person", "relative",
        "A kinship 亲属关系 between two people, told from the one whose list it is in: `relation` is what the other is to them; what "
        "several rows state, as of a couple who registered each other, is listed once, by the first of its `statements`",
        "Relatives of the person, whoever of the two registered the other 亲属",
        "Relatives of the person, whoever of the two registered the other 亲属",
        "{end} is kin of {start}", "{end}是{start}的亲属"),
    # (:Person)-[:KNOWS {word}]->(:Person)
    RelationshipType("KNOWS", ("Person",), ("Person",), Acquaintance, "Acquaintanceship", "acquaintances", "acquaintances", "person",
        "acquaintance", "An acquaintanceship 交往关系 of two people who are no kin, in the words of the source; of no direction, "
        "and listed once where several rows state it",
        "People whom the person knows, whoever the source names first 交往人员",
        "People whom the person knows, whoever the source names first 交往人员",
        "{start} and {end} know each other", "{start}与{end}有交往"),
    # (:Unit)-[:UNDER]->(:Unit)
    RelationshipType("UNDER", ("Unit",), ("Unit",), Period, "Subordination", "superiors", "subordinates", "unit", "superior",
        "A subordination 隶属关系: a unit stands under another",
        "Units that the unit stands under 上级单位", "Units that stand under the unit 下级单位",
        "{start} stands under {end}", "{start}隶属于{end}"),
    # (:Person)-[:HOLDS_SHARE {ratio}]->(:Unit)
    RelationshipType("HOLDS_SHARE", HOLDER, ("Unit",), Share, "Shareholding", "shares", "shareholders", "holder", "firm",
        "A shareholding 持股: a person or unit holds part of a firm",
        "Firms that this holds shares in 持股企业", "Holders of the firm's shares 企业股东",
        "{start} holds shares in {end}", "{start}持有{end}的股份"),
    # (:Person)-[:OFFICER_OF {role}]->(:Unit)
    RelationshipType("OFFICER_OF", ("Person",), ("Unit",), FirmPost, "FirmOffice", "firm_offices", "firm_officers", "person",
        "firm", "A firm office 企业任职: a person leads or represents a firm",
        "Firms that the person leads or represents 任职企业", "People who lead or represent the firm 企业主要人员",
        "{start} is an officer of {end}", "{start}是{end}的主要人员"),
    # (:Person)-[:INFORMS_FOR]->(:Unit)
    RelationshipType("INFORMS_FOR", ("Person",), ("Unit",), Period, "InformationOffice", "informs_for", "information_officers",
        "person", "unit", "An information office 信息员: a person answers tickets for an enrolled unit",
        "Units that the person answers tickets for 担任信息员的单位", "Information officers of the unit 单位信息员",
        "{start} answers tickets for {end}", "{start}担任{end}的信息员"),
    # (:Vehicle)-[:OWNED_BY]->(:Unit)
    RelationshipType("OWNED_BY", ("Vehicle",), HOLDER, Period, "Ownership", "owners", "vehicles", "vehicle", "owner",
        "An ownership 车辆归属: a vehicle belongs to a unit or person for a time",
        "Owners of the vehicle over time 车辆所有人", "Vehicles that belong to this 名下车辆",
        "{start} belongs to {end}", "{start}归{end}所有"),
    # (:FuelCard)-[:BOUND_TO]->(:Vehicle)
    RelationshipType("BOUND_TO", ("FuelCard",), ("Vehicle",), Period, "CardBinding", "bound_to", "fuel_cards", "card", "vehicle",
        "A card binding 加油卡绑定: a fuel card is bound to a vehicle",
        "Vehicles that the card is bound to 绑定车辆", "Fuel cards bound to the vehicle 绑定加油卡",
        "{start} is bound to {end}", "{start}绑定{end}"),
    # (:FuelCard)-[:ISSUED_TO]->(:Unit)
    RelationshipType("ISSUED_TO", ("FuelCard",), ("Unit",), Period, "CardIssue", "issued_to", "issued_cards", "card", "unit",
        "A card issue 加油卡发放: a fuel card is issued to a unit",
        "Units that the card is issued to 持卡单位", "Fuel cards issued to the unit 单位加油卡",
        "{start} is issued to {end}", "{start}发放给{end}"),
    # (:Person)-[:USES_PHONE]->(:Phone)
    RelationshipType("USES_PHONE", HOLDER, ("Phone",), Period, "PhoneUse", "phones", "phone_users", "user", "phone",
        "A phone use 使用电话: a person or unit uses a number for a time",
        "Phone numbers that this uses 使用的电话", "Users of the phone number 电话使用者",
        "{start} uses {end}", "{start}使用{end}"),
    # (:Person)-[:USES_ACCOUNT]->(:Account)
    RelationshipType("USES_ACCOUNT", HOLDER, ("Account",), Period, "AccountUse", "accounts", "account_users", "user", "account",
        "An account use 使用账户: a person or unit uses an account for a time",
        "Accounts that this uses 使用的账户", "Users of the account 账户使用者",
        "{start} uses {end}", "{start}使用{end}"),
    # (:Unit)-[:LOCATED_AT]->(:Place)
    RelationshipType("LOCATED_AT", (*HOLDER, "Project"), ("Place",), Stay, "Location", "places", "located_here", "located", "place",
        "A location 所在地: a person, unit or project is at a place",
        "Places where this is or was 所在地点", "What is or was at the place 地点关联对象",
        "{start} is at {end}", "{start}在{end}"),
    # (:Project)-[:TENDERED_BY]->(:Unit)
    RelationshipType("TENDERED_BY", ("Project",), ("Unit",), Plain, "Tendering", "tendered_by", "tendered", "project", "tenderer",
        "A tendering 招标: the unit that put the project out to tender",
        "Units that tendered the project 招标单位", "Projects that the unit tendered 单位招标项目",
        "{end} tendered {start}", "{end}招标{start}"),
    # (:Contract)-[:UNDER_PROJECT]->(:Project)
    RelationshipType("UNDER_PROJECT", ("Contract",), ("Project",), Plain, "ProjectContract", "projects", "contracts", "contract",
        "project", "A project's contract 项目合同", "Projects that the contract carries out 合同所属项目",
        "Contracts that carry out the project 项目合同列表",
        "{start} carries out {end}", "{start}履行{end}"),
    # (:Contract)-[:SIGNED_BY {role}]->(:Unit)
    RelationshipType("SIGNED_BY", ("Contract",), ("Unit",), Side, "Signing", "signed_by", "signed", "contract", "unit",
        "A signing 签约: a unit is a side of the contract", "Units that signed the contract 签约单位",
        "Contracts that the unit signed 单位签订合同",
        "{end} signed {start}", "{end}签订{start}"),
    # (:Alert)-[:FIRED_ON {row_source, row_key}]->(:Refuelling)
    RelationshipType("FIRED_ON", ("Alert",), (*EVENT, *ENTITY, *MATTER), Firing, "Firing", "fired_on", "alerts", "alert", "record",
        "A firing 触发记录: a row of a source made a comparison model fire",
        "Rows on which the alert rests 预警触发记录", "Alerts that rest on this 所触发的预警",
        "{start} rests on {end}", "{start}由{end}触发"),
    # (:Person)-[:LIVES_IN]->(:Household)
    RelationshipType("LIVES_IN", ("Person",), ("Household",), Period, "HouseholdMember", "households", "household_members", "person",
        "household", "A household's member 户内成员: a person is registered in a household for a time",
        "Households that the person is or was registered in 所在户", "People registered in the household 户内人员",
        "{start} is registered in {end}", "{start}登记在{end}"),
    # (:Project)-[:AWARDED_TO]->(:Unit)
    RelationshipType("AWARDED_TO", ("Project",), ("Unit",), Plain, "Award", "awarded_to", "awards", "project", "winner",
        "An award 中标: the firm won the project", "Firms that won the project 中标人", "Projects that the firm won 中标项目",
        "{start} was awarded to {end}", "{end}中标{start}"),
    # (:Officer)-[:MEMBER_OF]->(:Team)
    RelationshipType("MEMBER_OF", ("Officer",), ("Team",), Period, "Membership", "teams", "members", "officer", "team",
        "A membership 部门成员: an officer works in a team", "Teams that the officer works in 所在部门",
        "Officers of the team 部门成员名单",
        "{start} works in {end}", "{start}在{end}工作"),
    # (:Officer)-[:IS_PERSON]->(:Person)
    RelationshipType("IS_PERSON", ("Officer",), ("Person",), Period, "OfficerIdentity", "own_person", "serves_as", "officer", "person",
        "An identity of an officer 干部本人: which person of the graph the officer is, by the staff register; recusal is checked from here",
        "Person that the officer is, by the staff register 干部本人", "Officers that the person is 干部身份",
        "{start} is {end}", "{start}即{end}"),
    # (:Team)-[:OVERSEES]->(:Unit)
    RelationshipType("OVERSEES", ("Team",), ("Unit",), Period, "Oversight", "oversees", "overseen_by", "team", "unit",
        "An oversight 对口监督: a team watches over a unit", "Units that the team watches over 对口联系单位",
        "Teams that watch over the unit 对口监督部门",
        "{start} watches over {end}", "{start}对口监督{end}"),
    # (:Fact)-[:STATED_OF]->(:Person)
    RelationshipType("STATED_OF", ("Fact",), _TOLD_OF, Plain, "StatedFact", "stated_of", "facts", "fact", "subject",
        "A stated fact 附加事实: a row of a source says something that the model has no field for",
        "What the fact is stated of 事实所述对象", "Further facts that sources state of this 附加事实列表",
        "{start} is stated of {end}", "{start}是关于{end}的记载"),
)
# fmt: on
