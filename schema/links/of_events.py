"""The links of events: who and what a dated fact is about."""

from schema.links.relationship import RelationshipType
from schema.links.ties import Attendance, Plain

# fmt: off
LINKS_OF_EVENTS: tuple[RelationshipType, ...] = (
    # (:Refuelling)-[:PAID_WITH]->(:FuelCard)
    RelationshipType("PAID_WITH", ("Refuelling",), ("FuelCard",), Plain, "CardPayment", "paid_with", "refuellings", "refuelling",
        "card", "A card payment 刷卡加油: a refuelling is paid with a card",
        "Card that paid for the refuelling 加油所用卡", "Refuellings paid with the card 该卡加油记录",
        "{start} was paid with {end}", "{start}由{end}支付"),
    # (:Refuelling)-[:REFUELLED]->(:Vehicle)
    RelationshipType("REFUELLED", ("Refuelling",), ("Vehicle",), Plain, "VehicleRefuelling", "refuelled", "refuelled_in",
        "refuelling", "vehicle", "A vehicle's refuelling 车辆加油: the receipt names the plate",
        "Vehicle that the receipt names 加油车辆", "Refuellings of the vehicle 车辆加油记录",
        "{start} filled up {end}", "{start}为{end}加油"),
    # (:Trip)-[:DRIVEN_WITH]->(:Vehicle)
    RelationshipType("DRIVEN_WITH", ("Trip",), ("Vehicle",), Plain, "VehicleTrip", "driven_with", "trips", "trip", "vehicle",
        "A vehicle's trip 车辆行程", "Vehicle that made the trip 行程车辆", "Trips of the vehicle 车辆行程记录",
        "{start} was made with {end}", "{start}使用{end}"),
    # (:Trip)-[:DRIVEN_BY]->(:Person)
    RelationshipType("DRIVEN_BY", ("Trip",), ("Person",), Plain, "TripDriver", "driven_by", "drives", "trip", "driver",
        "A trip's driver 行程驾驶人", "Driver of the trip 驾驶人", "Trips that the person drove 驾驶行程",
        "{end} drove {start}", "{end}驾驶{start}"),
    # (:ReceptionBill)-[:HOSTED_BY]->(:Unit)
    RelationshipType("HOSTED_BY", ("ReceptionBill",), ("Unit",), Plain, "Hosting", "hosted_by", "hosted", "bill", "unit",
        "A hosting 接待单位: the unit that pays for the reception",
        "Units that paid for the reception 接待单位", "Receptions that the unit paid for 单位接待记录",
        "{end} paid for {start}", "{end}承担{start}"),
    # (:ReceptionBill)-[:ATTENDED_BY {role}]->(:Person)
    RelationshipType("ATTENDED_BY", ("ReceptionBill",), ("Person",), Attendance, "Attending", "attended_by", "attended", "bill",
        "person", "An attending 参加接待: a person sat at the table as host or guest",
        "People at the table 就餐人员", "Receptions that the person attended 参加的接待",
        "{end} attended {start}", "{end}参加{start}"),
    # (:ReceptionBill)-[:SERVED_BY]->(:Unit)
    RelationshipType("SERVED_BY", ("ReceptionBill",), ("Unit",), Plain, "Serving", "served_by", "served", "bill", "merchant",
        "A serving 接待商户: the merchant that wrote the bill",
        "Merchants that wrote the bill 商户", "Bills that the merchant wrote 商户账单",
        "{end} wrote {start}", "{end}开具{start}"),
    # (:SubsidyPayment)-[:PAID_TO]->(:Person)
    RelationshipType("PAID_TO", ("SubsidyPayment",), ("Person",), Plain, "SubsidyReceipt", "paid_to", "subsidies", "payment",
        "person", "A subsidy receipt 补贴领取: the payment is in the person's name",
        "Person in whose name the payment is 补贴对象", "Subsidies paid in the person's name 领取补贴",
        "{start} is in the name of {end}", "{start}在{end}名下"),
    # (:SubsidyPayment)-[:PAID_INTO]->(:Account)
    RelationshipType("PAID_INTO", ("SubsidyPayment",), ("Account",), Plain, "SubsidyCredit", "paid_into", "credits", "payment",
        "account", "A subsidy credit 补贴入账: the payment went into the account",
        "Account that the payment went into 入账账户", "Subsidies credited to the account 账户补贴入账",
        "{start} went into {end}", "{start}转入{end}"),
    # (:SubsidyPayment)-[:GRANTED_BY]->(:Unit)
    RelationshipType("GRANTED_BY", ("SubsidyPayment",), ("Unit",), Plain, "SubsidyGrant", "granted_by", "grants", "payment", "unit",
        "A subsidy grant 补贴审批: the unit that approved the payment",
        "Units that approved the payment 审批单位", "Payments that the unit approved 单位审批补贴",
        "{end} approved {start}", "{end}审批{start}"),
    # (:Bid)-[:BID_BY]->(:Unit)
    RelationshipType("BID_BY", ("Bid",), ("Unit",), Plain, "Bidding", "bid_by", "bids", "bid", "bidder",
        "A bidding 投标单位: the firm that made the bid", "Firm that made the bid 投标人", "Bids that the firm made 投标记录",
        "{end} made {start}", "{end}提交{start}"),
    # (:Bid)-[:BID_FOR]->(:Project)
    RelationshipType("BID_FOR", ("Bid",), ("Project",), Plain, "BidProject", "bid_for", "bids_received", "bid", "project",
        "A project's bid 项目投标", "Project that the bid is for 投标项目", "Bids that the project received 项目收到的投标",
        "{start} is for {end}", "{start}投向{end}"),
    # (:DispatchOrder)-[:ORDERED_FOR]->(:Vehicle)
    RelationshipType("ORDERED_FOR", ("DispatchOrder",), ("Vehicle",), Plain, "CarOrder", "ordered_for", "dispatch_orders", "order",
        "vehicle", "A car order 派车车辆: the order grants the car", "Cars that the order grants 所派车辆",
        "Dispatch orders for the car 车辆派车单",
        "{start} grants {end}", "{start}派出{end}"),
    # (:DispatchOrder)-[:ORDERED_BY]->(:Unit)
    RelationshipType("ORDERED_BY", ("DispatchOrder",), ("Unit",), Plain, "CarRequest", "ordered_by", "orders", "order", "unit",
        "A car request 用车申请: the unit that asked for the car", "Units that asked for the car 用车单位",
        "Dispatch orders that the unit asked for 单位派车单",
        "{end} asked for {start}", "{end}申请{start}"),
    # (:VehicleRepair)-[:REPAIRED]->(:Vehicle)
    RelationshipType("REPAIRED", ("VehicleRepair",), ("Vehicle",), Plain, "RepairedVehicle", "repaired", "repairs", "repair", "vehicle",
        "A repaired vehicle 维修车辆", "Vehicle that was repaired 所修车辆", "Repairs of the vehicle 车辆维修记录",
        "{start} mended {end}", "{start}维修{end}"),
    # (:VehicleRepair)-[:REPAIRED_BY]->(:Unit)
    RelationshipType("REPAIRED_BY", ("VehicleRepair",), ("Unit",), Plain, "RepairShop", "repaired_by", "repairs_done", "repair", "shop",
        "A repair shop 维修厂家", "Shop that made the repair 承修厂家", "Repairs that the shop made 厂家承修记录",
        "{end} carried out {start}", "{end}承修{start}"),
    # (:TravelClaim)-[:CLAIMED_BY]->(:Person)
    RelationshipType("CLAIMED_BY", ("TravelClaim",), ("Person",), Plain, "Claiming", "claimed_by", "travel_claims", "claim", "person",
        "A claiming 报销人: the person who travelled", "Person who travelled 出差人员", "Travel claims of the person 差旅报销记录",
        "{end} made {start}", "{end}提交{start}"),
    # (:TravelClaim)-[:CLAIMED_FROM]->(:Unit)
    RelationshipType("CLAIMED_FROM", ("TravelClaim",), ("Unit",), Plain, "Reimbursing", "claimed_from", "claims_paid", "claim", "unit",
        "A reimbursing 报销单位: the unit that paid the journey", "Unit that paid the journey 报销单位",
        "Travel claims that the unit paid 单位差旅报销",
        "{end} paid {start}", "{end}报销{start}"),
    # (:AttendanceDay)-[:PRESENT]->(:Person)
    RelationshipType("PRESENT", ("AttendanceDay",), ("Person",), Plain, "Presence", "present", "attendances", "attendance", "person",
        "A presence 出勤: the person was at work", "Person who was at work 出勤人员", "Days on which the person was at work 出勤记录",
        "{start} has {end} at work", "{start}记载{end}出勤"),
    # (:ReceptionBill)-[:GUESTS_FROM]->(:Unit)
    RelationshipType("GUESTS_FROM", ("ReceptionBill",), ("Unit",), Plain, "GuestUnit", "guests_from", "visits", "bill", "unit",
        "A guest unit 来函单位: the unit whose people were received", "Units whose people were received 来宾单位",
        "Receptions of the unit's people 单位受接待记录",
        "{start} is for guests from {end}", "{start}接待{end}来人"),
    # (:KinFiling)-[:FILED_BY]->(:Person)
    RelationshipType("FILED_BY", ("KinFiling",), ("Person",), Plain, "Filing", "filed_by", "filings", "filing", "official",
        "A filing 备案人: the official who filed", "Official who filed 备案干部", "Filings that the official made 干部备案记录",
        "{end} made {start}", "{end}提交{start}"),
    # (:KinFiling)-[:FILED_FOR]->(:Person)
    RelationshipType("FILED_FOR", ("KinFiling",), ("Person",), Plain, "FiledRelative", "filed_for", "filed", "filing", "relative",
        "A filed relative 备案对象", "Relative who draws aid 备案亲属", "Filings about the person 被备案记录",
        "{start} is about {end}", "{start}所报亲属为{end}"),
    # (:HospitalStay)-[:STAY_OF]->(:Person)
    RelationshipType("STAY_OF", ("HospitalStay",), ("Person",), Plain, "Patient", "stay_of", "hospital_stays", "stay", "person",
        "A patient 患者", "Person who was treated 就诊人员", "Hospital stays of the person 就诊记录",
        "{start} is of {end}", "{start}的患者为{end}"),
    # (:HospitalStay)-[:STAYED_AT]->(:Unit)
    RelationshipType("STAYED_AT", ("HospitalStay",), ("Unit",), Plain, "Treatment", "stayed_at", "stays", "stay", "hospital",
        "A treatment 就诊医院", "Hospital of the stay 就诊机构", "Stays in the hospital 机构就诊记录",
        "{start} was at {end}", "{start}在{end}就诊"),
    # (:Bid)-[:CONTACT_AT]->(:Phone)
    RelationshipType("CONTACT_AT", ("Bid",), ("Phone",), Plain, "BidContact", "contact_at", "bid_contacts", "bid", "phone",
        "A bid's contact 投标联系电话", "Phone number that the bid states 投标联系电话号码", "Bids that state the number 以此为联系电话的投标",
        "{start} states {end}", "{start}留有{end}"),
    # (:Bid)-[:DEPOSIT_FROM]->(:Account)
    RelationshipType("DEPOSIT_FROM", ("Bid",), ("Account",), Plain, "BidDeposit", "deposit_from", "bid_deposits", "bid", "account",
        "A bid's deposit 投标保证金", "Account that paid the bid's deposit 保证金转出账户",
        "Bids whose deposit the account paid 该账户支付保证金的投标",
        "{end} paid the deposit of {start}", "{end}支付{start}的保证金"),
    # (:Invoice)-[:SOLD_BY]->(:Unit)
    RelationshipType("SOLD_BY", ("Invoice",), ("Unit",), Plain, "Sale", "sold_by", "sales", "invoice", "seller",
        "A sale 销方", "Seller on the invoice 销售方", "Invoices that the unit made out 开出发票",
        "{end} made out {start}", "{end}开出{start}"),
    # (:Invoice)-[:BOUGHT_BY]->(:Unit)
    RelationshipType("BOUGHT_BY", ("Invoice",), ("Unit",), Plain, "Purchase", "bought_by", "purchases", "invoice", "buyer",
        "A purchase 购方", "Buyer on the invoice 购买方", "Invoices made out to the unit 收到发票",
        "{start} is made out to {end}", "{end}收到{start}"),
    # (:PhoneCall)-[:CALLED_FROM]->(:Phone)
    RelationshipType("CALLED_FROM", ("PhoneCall",), ("Phone",), Plain, "CallMade", "called_from", "calls_made", "call", "caller",
        "A call made 主叫: the number that called", "Number that called 主叫号码", "Calls made from the number 该号码拨出的通话",
        "{start} was made from {end}", "{end}拨出{start}"),
    # (:PhoneCall)-[:CALLED_TO]->(:Phone)
    RelationshipType("CALLED_TO", ("PhoneCall",), ("Phone",), Plain, "CallTaken", "called_to", "calls_taken", "call", "called",
        "A call taken 被叫: the number that was called", "Number that was called 被叫号码", "Calls to the number 该号码接入的通话",
        "{start} was made to {end}", "{end}接到{start}"),
    # (:Transfer)-[:SENT_FROM]->(:Account)
    RelationshipType("SENT_FROM", ("Transfer",), ("Account",), Plain, "TransferSent", "sent_from", "transfers_sent", "transfer",
        "payer", "A transfer sent 转出: the account that paid", "Account that paid 付款账户",
        "Transfers out of the account 账户转出记录",
        "{start} was paid from {end}", "{end}付出{start}"),
    # (:Transfer)-[:SENT_TO]->(:Account)
    RelationshipType("SENT_TO", ("Transfer",), ("Account",), Plain, "TransferReceived", "sent_to", "transfers_received", "transfer",
        "payee", "A transfer received 转入: the account that was paid", "Account that was paid 收款账户",
        "Transfers into the account 账户转入记录",
        "{start} was paid to {end}", "{end}收到{start}"),
)
# fmt: on
