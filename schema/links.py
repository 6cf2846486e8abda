"""The links of the graph: one declaration each, with its ends, the fields they become and a drawing."""

from dataclasses import dataclass
from typing import TypeAlias

from schema.kinds import ENTITY, EVENT, MATTER
from schema.record import RelationshipRecord
from schema.ties import Attendance, Firing, FirmPost, Kin, Naming, Period, Plain, Post, Share, Side, Stay

HOLDER = ("Person", "Unit")

LinkRecordType: TypeAlias = type[RelationshipRecord]  # the field called `type` hides the built-in below


@dataclass(frozen=True)
class RelationshipType:
    """One type of relationship: its ends, what it carries and how the API calls it from either side."""

    type: str
    start: tuple[str, ...]
    end: tuple[str, ...]
    ties: LinkRecordType
    edge: str  # name of the edge type in the API
    forward: str  # field on the start kind
    backward: str  # field on the end kind
    start_name: str  # the start, seen from the edge
    end_name: str  # the end, seen from the edge
    about: str  # description of the edge type
    forward_about: str
    backward_about: str


# fmt: off
RELATIONSHIPS: tuple[RelationshipType, ...] = (
    # (:Clue)-[:NAMES {role, as_named}]->(:Person)
    RelationshipType("NAMES", MATTER, ENTITY, Naming, "Naming", "names", "named_in", "matter", "entity",
        "A naming 涉及: a matter names an entity in a role, in the words of the source",
        "Entities that the matter names 涉及对象", "Matters that name this 涉及的事项"),
    # (:InspectionIssue)-[:REPEATS]->(:AuditFinding)
    RelationshipType("REPEATS", MATTER, MATTER, Plain, "Repetition", "repeats", "repeated_by", "later", "earlier",
        "A repetition 屡查屡犯: a later matter states again what an earlier one stated",
        "Earlier matters that this one repeats 重复此前事项", "Later matters that repeat this one 后续重复事项"),
    # (:AuditFinding)-[:HANDED_OVER_AS]->(:Clue)
    RelationshipType("HANDED_OVER_AS", MATTER, ("Clue",), Plain, "HandOver", "handed_over_as", "handed_over_from", "matter", "clue",
        "A hand-over 移交: a matter of one channel became a registered clue",
        "Clues that the matter was handed over as 移交形成的线索", "Matters that the clue was made from 线索移交来源"),
    # (:Clue)-[:HANDLED_BY]->(:Team)
    RelationshipType("HANDLED_BY", MATTER, ("Team",), Period, "Handling", "handled_by", "handled", "matter", "team",
        "A handling 承办: a team handles a matter for a time",
        "Teams that handle the matter 承办部门", "Matters that the team handles 承办事项"),
    # (:AuditFinding)-[:FOUND_IN]->(:AuditReport)
    RelationshipType("FOUND_IN", ("AuditFinding",), ("AuditReport",), Plain, "ReportedFinding", "reports", "findings", "finding",
        "report", "A reported finding 报告所列问题: the finding stands in the report",
        "Report that the finding stands in 所属审计报告", "Findings of the report 报告问题清单"),
    # (:AuditReport)-[:AUDITED]->(:Unit)
    RelationshipType("AUDITED", ("AuditReport",), ("Unit",), Plain, "AuditedUnit", "audited", "audit_reports", "report", "unit",
        "An audited unit 被审计单位: the report is on the unit",
        "Units that the report is on 被审计单位", "Audit reports on the unit 单位审计报告"),
    # (:InspectionIssue)-[:FOUND_DURING]->(:InspectionRound)
    RelationshipType("FOUND_DURING", ("InspectionIssue",), ("InspectionRound",), Plain, "RoundIssue", "rounds", "issues", "issue",
        "round", "A round's issue 轮次问题: the issue was found in the round",
        "Round in which the issue was found 发现问题的轮次", "Issues found in the round 轮次问题清单"),
    # (:InspectionRound)-[:INSPECTS]->(:Unit)
    RelationshipType("INSPECTS", ("InspectionRound",), ("Unit",), Plain, "InspectedUnit", "inspects", "rounds", "round", "unit",
        "An inspected unit 被巡察单位: the round goes to the unit",
        "Units that the round inspects 被巡察单位", "Rounds that inspected the unit 单位被巡察轮次"),
    # (:Person)-[:HOLDS_POST {post, valid_from}]->(:Unit)
    RelationshipType("HOLDS_POST", ("Person",), ("Unit",), Post, "PostHeld", "posts", "post_holders", "person", "unit",
        "A post held 任职: a person holds a post in a unit for a term",
        "Posts that the person holds or held 任职经历", "People who hold or held posts in the unit 单位任职人员"),
    # (:Person)-[:KIN_OF {relation}]->(:Person)
    RelationshipType("KIN_OF", ("Person",), ("Person",), Kin, "Kinship", "kin", "kin_of", "person", "relative",
        "A kinship 亲属关系 between two people",
        "Relatives that are registered for the person 登记亲属", "People who registered the person as kin 登记其为亲属者"),
    # (:Unit)-[:UNDER]->(:Unit)
    RelationshipType("UNDER", ("Unit",), ("Unit",), Period, "Subordination", "superiors", "subordinates", "unit", "superior",
        "A subordination 隶属关系: a unit stands under another",
        "Units that the unit stands under 上级单位", "Units that stand under the unit 下级单位"),
    # (:Person)-[:HOLDS_SHARE {ratio}]->(:Unit)
    RelationshipType("HOLDS_SHARE", HOLDER, ("Unit",), Share, "Shareholding", "shares", "shareholders", "holder", "firm",
        "A shareholding 持股: a person or unit holds part of a firm",
        "Firms that this holds shares in 持股企业", "Holders of the firm's shares 企业股东"),
    # (:Person)-[:OFFICER_OF {role}]->(:Unit)
    RelationshipType("OFFICER_OF", ("Person",), ("Unit",), FirmPost, "FirmOffice", "firm_offices", "firm_officers", "person",
        "firm", "A firm office 企业任职: a person leads or represents a firm",
        "Firms that the person leads or represents 任职企业", "People who lead or represent the firm 企业主要人员"),
    # (:Person)-[:INFORMS_FOR]->(:Unit)
    RelationshipType("INFORMS_FOR", ("Person",), ("Unit",), Period, "InformationOffice", "informs_for", "information_officers",
        "person", "unit", "An information office 信息员: a person answers tickets for an enrolled unit",
        "Units that the person answers tickets for 担任信息员的单位", "Information officers of the unit 单位信息员"),
    # (:Vehicle)-[:OWNED_BY]->(:Unit)
    RelationshipType("OWNED_BY", ("Vehicle",), HOLDER, Period, "Ownership", "owners", "vehicles", "vehicle", "owner",
        "An ownership 车辆归属: a vehicle belongs to a unit or person for a time",
        "Owners of the vehicle over time 车辆所有人", "Vehicles that belong to this 名下车辆"),
    # (:FuelCard)-[:BOUND_TO]->(:Vehicle)
    RelationshipType("BOUND_TO", ("FuelCard",), ("Vehicle",), Period, "CardBinding", "bound_to", "fuel_cards", "card", "vehicle",
        "A card binding 加油卡绑定: a fuel card is bound to a vehicle",
        "Vehicles that the card is bound to 绑定车辆", "Fuel cards bound to the vehicle 绑定加油卡"),
    # (:FuelCard)-[:ISSUED_TO]->(:Unit)
    RelationshipType("ISSUED_TO", ("FuelCard",), ("Unit",), Period, "CardIssue", "issued_to", "issued_cards", "card", "unit",
        "A card issue 加油卡发放: a fuel card is issued to a unit",
        "Units that the card is issued to 持卡单位", "Fuel cards issued to the unit 单位加油卡"),
    # (:Person)-[:USES_PHONE]->(:Phone)
    RelationshipType("USES_PHONE", HOLDER, ("Phone",), Period, "PhoneUse", "phones", "phone_users", "user", "phone",
        "A phone use 使用电话: a person or unit uses a number for a time",
        "Phone numbers that this uses 使用的电话", "Users of the phone number 电话使用者"),
    # (:Person)-[:USES_ACCOUNT]->(:Account)
    RelationshipType("USES_ACCOUNT", HOLDER, ("Account",), Period, "AccountUse", "accounts", "account_users", "user", "account",
        "An account use 使用账户: a person or unit uses an account for a time",
        "Accounts that this uses 使用的账户", "Users of the account 账户使用者"),
    # (:Unit)-[:LOCATED_AT]->(:Place)
    RelationshipType("LOCATED_AT", (*HOLDER, "Project"), ("Place",), Stay, "Location", "places", "located_here", "located", "place",
        "A location 所在地: a person, unit or project is at a place",
        "Places where this is or was 所在地点", "What is or was at the place 地点关联对象"),
    # (:Refuelling)-[:PAID_WITH]->(:FuelCard)
    RelationshipType("PAID_WITH", ("Refuelling",), ("FuelCard",), Plain, "CardPayment", "paid_with", "refuellings", "refuelling",
        "card", "A card payment 刷卡加油: a refuelling is paid with a card",
        "Card that paid for the refuelling 加油所用卡", "Refuellings paid with the card 该卡加油记录"),
    # (:Refuelling)-[:REFUELLED]->(:Vehicle)
    RelationshipType("REFUELLED", ("Refuelling",), ("Vehicle",), Plain, "VehicleRefuelling", "refuelled", "refuelled_in",
        "refuelling", "vehicle", "A vehicle's refuelling 车辆加油: the receipt names the plate",
        "Vehicle that the receipt names 加油车辆", "Refuellings of the vehicle 车辆加油记录"),
    # (:Trip)-[:DRIVEN_WITH]->(:Vehicle)
    RelationshipType("DRIVEN_WITH", ("Trip",), ("Vehicle",), Plain, "VehicleTrip", "driven_with", "trips", "trip", "vehicle",
        "A vehicle's trip 车辆行程", "Vehicle that made the trip 行程车辆", "Trips of the vehicle 车辆行程记录"),
    # (:Trip)-[:DRIVEN_BY]->(:Person)
    RelationshipType("DRIVEN_BY", ("Trip",), ("Person",), Plain, "TripDriver", "driven_by", "drives", "trip", "driver",
        "A trip's driver 行程驾驶人", "Driver of the trip 驾驶人", "Trips that the person drove 驾驶行程"),
    # (:ReceptionBill)-[:HOSTED_BY]->(:Unit)
    RelationshipType("HOSTED_BY", ("ReceptionBill",), ("Unit",), Plain, "Hosting", "hosted_by", "hosted", "bill", "unit",
        "A hosting 接待单位: the unit that pays for the reception",
        "Units that paid for the reception 接待单位", "Receptions that the unit paid for 单位接待记录"),
    # (:ReceptionBill)-[:ATTENDED_BY {role}]->(:Person)
    RelationshipType("ATTENDED_BY", ("ReceptionBill",), ("Person",), Attendance, "Attending", "attended_by", "attended", "bill",
        "person", "An attending 参加接待: a person sat at the table as host or guest",
        "People at the table 就餐人员", "Receptions that the person attended 参加的接待"),
    # (:ReceptionBill)-[:SERVED_BY]->(:Unit)
    RelationshipType("SERVED_BY", ("ReceptionBill",), ("Unit",), Plain, "Serving", "served_by", "served", "bill", "merchant",
        "A serving 接待商户: the merchant that wrote the bill",
        "Merchants that wrote the bill 商户", "Bills that the merchant wrote 商户账单"),
    # (:SubsidyPayment)-[:PAID_TO]->(:Person)
    RelationshipType("PAID_TO", ("SubsidyPayment",), ("Person",), Plain, "SubsidyReceipt", "paid_to", "subsidies", "payment",
        "person", "A subsidy receipt 补贴领取: the payment is in the person's name",
        "Person in whose name the payment is 补贴对象", "Subsidies paid in the person's name 领取补贴"),
    # (:SubsidyPayment)-[:PAID_INTO]->(:Account)
    RelationshipType("PAID_INTO", ("SubsidyPayment",), ("Account",), Plain, "SubsidyCredit", "paid_into", "credits", "payment",
        "account", "A subsidy credit 补贴入账: the payment went into the account",
        "Account that the payment went into 入账账户", "Subsidies credited to the account 账户补贴入账"),
    # (:SubsidyPayment)-[:GRANTED_BY]->(:Unit)
    RelationshipType("GRANTED_BY", ("SubsidyPayment",), ("Unit",), Plain, "SubsidyGrant", "granted_by", "grants", "payment", "unit",
        "A subsidy grant 补贴审批: the unit that approved the payment",
        "Units that approved the payment 审批单位", "Payments that the unit approved 单位审批补贴"),
    # (:Bid)-[:BID_BY]->(:Unit)
    RelationshipType("BID_BY", ("Bid",), ("Unit",), Plain, "Bidding", "bid_by", "bids", "bid", "bidder",
        "A bidding 投标单位: the firm that made the bid", "Firm that made the bid 投标人", "Bids that the firm made 投标记录"),
    # (:Bid)-[:BID_FOR]->(:Project)
    RelationshipType("BID_FOR", ("Bid",), ("Project",), Plain, "BidProject", "bid_for", "bids_received", "bid", "project",
        "A project's bid 项目投标", "Project that the bid is for 投标项目", "Bids that the project received 项目收到的投标"),
    # (:Project)-[:TENDERED_BY]->(:Unit)
    RelationshipType("TENDERED_BY", ("Project",), ("Unit",), Plain, "Tendering", "tendered_by", "tendered", "project", "tenderer",
        "A tendering 招标: the unit that put the project out to tender",
        "Units that tendered the project 招标单位", "Projects that the unit tendered 单位招标项目"),
    # (:Contract)-[:UNDER_PROJECT]->(:Project)
    RelationshipType("UNDER_PROJECT", ("Contract",), ("Project",), Plain, "ProjectContract", "projects", "contracts", "contract",
        "project", "A project's contract 项目合同", "Projects that the contract carries out 合同所属项目",
        "Contracts that carry out the project 项目合同列表"),
    # (:Contract)-[:SIGNED_BY {role}]->(:Unit)
    RelationshipType("SIGNED_BY", ("Contract",), ("Unit",), Side, "Signing", "signed_by", "signed", "contract", "unit",
        "A signing 签约: a unit is a side of the contract", "Units that signed the contract 签约单位",
        "Contracts that the unit signed 单位签订合同"),
    # (:Alert)-[:FIRED_ON {row_source, row_key}]->(:Refuelling)
    RelationshipType("FIRED_ON", ("Alert",), (*EVENT, *ENTITY, *MATTER), Firing, "Firing", "fired_on", "alerts", "alert", "record",
        "A firing 触发记录: a row of a source made a comparison model fire",
        "Rows on which the alert rests 预警触发记录", "Alerts that rest on this 所触发的预警"),
    # (:DispatchOrder)-[:ORDERED_FOR]->(:Vehicle)
    RelationshipType("ORDERED_FOR", ("DispatchOrder",), ("Vehicle",), Plain, "CarOrder", "ordered_for", "dispatch_orders", "order",
        "vehicle", "A car order 派车车辆: the order grants the car", "Cars that the order grants 所派车辆",
        "Dispatch orders for the car 车辆派车单"),
    # (:DispatchOrder)-[:ORDERED_BY]->(:Unit)
    RelationshipType("ORDERED_BY", ("DispatchOrder",), ("Unit",), Plain, "CarRequest", "ordered_by", "orders", "order", "unit",
        "A car request 用车申请: the unit that asked for the car", "Units that asked for the car 用车单位",
        "Dispatch orders that the unit asked for 单位派车单"),
    # (:VehicleRepair)-[:REPAIRED]->(:Vehicle)
    RelationshipType("REPAIRED", ("VehicleRepair",), ("Vehicle",), Plain, "RepairedVehicle", "repaired", "repairs", "repair", "vehicle",
        "A repaired vehicle 维修车辆", "Vehicle that was repaired 所修车辆", "Repairs of the vehicle 车辆维修记录"),
    # (:VehicleRepair)-[:REPAIRED_BY]->(:Unit)
    RelationshipType("REPAIRED_BY", ("VehicleRepair",), ("Unit",), Plain, "RepairShop", "repaired_by", "repairs_done", "repair", "shop",
        "A repair shop 维修厂家", "Shop that made the repair 承修厂家", "Repairs that the shop made 厂家承修记录"),
    # (:TravelClaim)-[:CLAIMED_BY]->(:Person)
    RelationshipType("CLAIMED_BY", ("TravelClaim",), ("Person",), Plain, "Claiming", "claimed_by", "travel_claims", "claim", "person",
        "A claiming 报销人: the person who travelled", "Person who travelled 出差人员", "Travel claims of the person 差旅报销记录"),
    # (:TravelClaim)-[:CLAIMED_FROM]->(:Unit)
    RelationshipType("CLAIMED_FROM", ("TravelClaim",), ("Unit",), Plain, "Reimbursing", "claimed_from", "claims_paid", "claim", "unit",
        "A reimbursing 报销单位: the unit that paid the journey", "Unit that paid the journey 报销单位",
        "Travel claims that the unit paid 单位差旅报销"),
    # (:AttendanceDay)-[:PRESENT]->(:Person)
    RelationshipType("PRESENT", ("AttendanceDay",), ("Person",), Plain, "Presence", "present", "attendances", "attendance", "person",
        "A presence 出勤: the person was at work", "Person who was at work 出勤人员", "Days on which the person was at work 出勤记录"),
    # (:ReceptionBill)-[:GUESTS_FROM]->(:Unit)
    RelationshipType("GUESTS_FROM", ("ReceptionBill",), ("Unit",), Plain, "GuestUnit", "guests_from", "visits", "bill", "unit",
        "A guest unit 来函单位: the unit whose people were received", "Units whose people were received 来宾单位",
        "Receptions of the unit's people 单位受接待记录"),
    # (:KinFiling)-[:FILED_BY]->(:Person)
    RelationshipType("FILED_BY", ("KinFiling",), ("Person",), Plain, "Filing", "filed_by", "filings", "filing", "official",
        "A filing 备案人: the official who filed", "Official who filed 备案干部", "Filings that the official made 干部备案记录"),
    # (:KinFiling)-[:FILED_FOR]->(:Person)
    RelationshipType("FILED_FOR", ("KinFiling",), ("Person",), Plain, "FiledRelative", "filed_for", "filed", "filing", "relative",
        "A filed relative 备案对象", "Relative who draws aid 备案亲属", "Filings about the person 被备案记录"),
    # (:Person)-[:LIVES_IN]->(:Household)
    RelationshipType("LIVES_IN", ("Person",), ("Household",), Period, "HouseholdMember", "households", "household_members", "person",
        "household", "A household's member 户内成员: a person is registered in a household for a time",
        "Households that the person is or was registered in 所在户", "People registered in the household 户内人员"),
    # (:HospitalStay)-[:STAY_OF]->(:Person)
    RelationshipType("STAY_OF", ("HospitalStay",), ("Person",), Plain, "Patient", "stay_of", "hospital_stays", "stay", "person",
        "A patient 患者", "Person who was treated 就诊人员", "Hospital stays of the person 就诊记录"),
    # (:HospitalStay)-[:STAYED_AT]->(:Unit)
    RelationshipType("STAYED_AT", ("HospitalStay",), ("Unit",), Plain, "Treatment", "stayed_at", "stays", "stay", "hospital",
        "A treatment 就诊医院", "Hospital of the stay 就诊机构", "Stays in the hospital 机构就诊记录"),
    # (:Bid)-[:CONTACT_AT]->(:Phone)
    RelationshipType("CONTACT_AT", ("Bid",), ("Phone",), Plain, "BidContact", "contact_at", "bid_contacts", "bid", "phone",
        "A bid's contact 投标联系电话", "Phone number that the bid states 投标联系电话号码", "Bids that state the number 以此为联系电话的投标"),
    # (:Bid)-[:DEPOSIT_FROM]->(:Account)
    RelationshipType("DEPOSIT_FROM", ("Bid",), ("Account",), Plain, "BidDeposit", "deposit_from", "bid_deposits", "bid", "account",
        "A bid's deposit 投标保证金", "Account that paid the bid's deposit 保证金转出账户",
        "Bids whose deposit the account paid 该账户支付保证金的投标"),
    # (:Project)-[:AWARDED_TO]->(:Unit)
    RelationshipType("AWARDED_TO", ("Project",), ("Unit",), Plain, "Award", "awarded_to", "awards", "project", "winner",
        "An award 中标: the firm won the project", "Firms that won the project 中标人", "Projects that the firm won 中标项目"),
    # (:Invoice)-[:SOLD_BY]->(:Unit)
    RelationshipType("SOLD_BY", ("Invoice",), ("Unit",), Plain, "Sale", "sold_by", "sales", "invoice", "seller",
        "A sale 销方", "Seller on the invoice 销售方", "Invoices that the unit made out 开出发票"),
    # (:Invoice)-[:BOUGHT_BY]->(:Unit)
    RelationshipType("BOUGHT_BY", ("Invoice",), ("Unit",), Plain, "Purchase", "bought_by", "purchases", "invoice", "buyer",
        "A purchase 购方", "Buyer on the invoice 购买方", "Invoices made out to the unit 收到发票"),
    # (:Officer)-[:MEMBER_OF]->(:Team)
    RelationshipType("MEMBER_OF", ("Officer",), ("Team",), Period, "Membership", "teams", "members", "officer", "team",
        "A membership 部门成员: an officer works in a team", "Teams that the officer works in 所在部门",
        "Officers of the team 部门成员名单"),
    # (:Team)-[:OVERSEES]->(:Unit)
    RelationshipType("OVERSEES", ("Team",), ("Unit",), Period, "Oversight", "oversees", "overseen_by", "team", "unit",
        "An oversight 对口监督: a team watches over a unit", "Units that the team watches over 对口联系单位",
        "Teams that watch over the unit 对口监督部门"),
)
# fmt: on
