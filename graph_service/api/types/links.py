"""Links between matters: their types in the API, and how the argument of one becomes a request."""

from collections.abc import Mapping
from enum import Enum
from typing import Any

import strawberry

from graph_service.api.plan.root import Request, by_id
from graph_service.api.types.made import TYPES, enum_of, listed
from graph_service.api.types.results import typed
from graph_service.api.types.scalars import Day, Moment
from graph_service.cypher.files import read_folder
from graph_service.linkage.judging import LinkVerdict


@strawberry.enum(description="State of a link between two matters 关联状态")
class LinkState(Enum):
    """States of a link."""

    PROPOSED = strawberry.enum_value("PROPOSED", description="Proposed by a rule, not judged yet 待研判")
    CONFIRMED = strawberry.enum_value("CONFIRMED", description="A person confirmed it 已确认")
    REJECTED = strawberry.enum_value("REJECTED", description="A person rejected it 已排除")
    UNSURE = strawberry.enum_value("UNSURE", description="A person looked and could not tell 存疑")


@strawberry.enum(description="Why a link has to be looked at again 关联复核原因")
class LinkReview(Enum):
    """Reasons to judge a link once more."""

    UNMERGED = strawberry.enum_value(
        "UNMERGED", description="Two records that were taken for one under it are two again 所依据的合并已撤销"
    )
    GROUND_GONE = strawberry.enum_value(
        "GROUND_GONE", description="No rule finds what it rested on any more 所依据的事实已不存在"
    )


@strawberry.enum(
    description="What a notice tells of a link, a series, an alert, a clue or a task 关联、串案、预警、线索与任务通知类型"
)
class NoticeKind(Enum):
    """Kinds of notices."""

    LINK_PROPOSED = strawberry.enum_value("LINK_PROPOSED", description="A rule proposed the link 新增关联建议")
    LINK_JUDGED = strawberry.enum_value("LINK_JUDGED", description="A person judged the link 关联已研判")
    LINK_IN_DOUBT = strawberry.enum_value(
        "LINK_IN_DOUBT", description="No rule finds any more what the judged link rested on 已研判关联的依据已不存在"
    )
    LINK_WITHDRAWN = strawberry.enum_value(
        "LINK_WITHDRAWN", description="The proposal was withdrawn: its ground is gone 关联建议已撤回"
    )
    SERIES_OPENED = strawberry.enum_value("SERIES_OPENED", description="A series was opened 串案已建立")
    SERIES_ADDED = strawberry.enum_value(
        "SERIES_ADDED", description="Matters became members of a series 事项已并入串案"
    )
    SERIES_REMOVED = strawberry.enum_value("SERIES_REMOVED", description="Matters left a series 事项已移出串案")
    SERIES_JOINED = strawberry.enum_value("SERIES_JOINED", description="Two series became one 串案已合并")
    SERIES_SPLIT = strawberry.enum_value("SERIES_SPLIT", description="Members became a series of their own 串案已分案")
    ALERT_CHECKED = strawberry.enum_value("ALERT_CHECKED", description="A desk checked an alert 预警已核查")
    PROBED = strawberry.enum_value(
        "PROBED", description="An officer asked too often for what gave nothing, your matters among it 试探查询提示"
    )
    CLUE_ASSIGNED = strawberry.enum_value("CLUE_ASSIGNED", description="A clue was given to your team 线索已分办")
    CLUE_WAITS = strawberry.enum_value("CLUE_WAITS", description="A clue waits for you now 线索待办")
    CLUE_HANDED_BACK = strawberry.enum_value(
        "CLUE_HANDED_BACK", description="A clue was returned or refused 线索已退回"
    )
    CLUE_DIRECTED = strawberry.enum_value(
        "CLUE_DIRECTED", description="Somebody urged, set a day, or stopped the clock of a clue of yours 线索督办"
    )
    CLUE_DUE_SOON = strawberry.enum_value(
        "CLUE_DUE_SOON", description="A time limit ends within a few working days 线索临期"
    )
    CLUE_LATE = strawberry.enum_value("CLUE_LATE", description="A time limit is over 线索逾期")
    CLUE_LOOK_AGAIN = strawberry.enum_value(
        "CLUE_LOOK_AGAIN", description="The day of a shelved clue has come 线索到期再查"
    )
    TASK_ASSIGNED = strawberry.enum_value("TASK_ASSIGNED", description="A ticket was sent to your unit 任务已转办")
    TASK_WAITS = strawberry.enum_value("TASK_WAITS", description="A task or a ticket waits for you now 任务待办")
    TASK_HANDED_BACK = strawberry.enum_value(
        "TASK_HANDED_BACK", description="A task or a ticket was returned or refused 任务已退回"
    )
    TASK_DIRECTED = strawberry.enum_value(
        "TASK_DIRECTED", description="Somebody urged, set a day, or stopped the clock of a task of yours 任务督办"
    )
    TASK_DUE_SOON = strawberry.enum_value(
        "TASK_DUE_SOON", description="A time limit of a task ends within a few working days 任务临期"
    )
    TASK_LATE = strawberry.enum_value("TASK_LATE", description="A time limit of a task is over 任务逾期")
    SERIES_CLOSED = strawberry.enum_value("SERIES_CLOSED", description="A series was closed 串案已结束")


LinkVerdictTerm = enum_of(
    "LinkVerdict",
    {
        LinkVerdict.CONFIRMED.name: strawberry.enum_value("CONFIRMED", description="They belong together 认定关联"),
        LinkVerdict.REJECTED.name: strawberry.enum_value(
            "REJECTED", description="They do not belong together 排除关联"
        ),
        LinkVerdict.UNSURE.name: strawberry.enum_value("UNSURE", description="What is known does not tell 暂难认定"),
    },
    "What a person says of a link 关联研判结论",
)


def build() -> None:
    """Make the types of links; those of nodes must be there already."""
    matter: Any = TYPES["Matter"]
    TYPES["LinkState"], TYPES["NoticeKind"] = LinkState, NoticeKind
    typed("LinkJudgement", "What a person said of a link, kept for ever 关联研判记录", {
        "verdict": (LinkState, "What was said of the link 关联研判结论"),
        "by": (str, "Officer who judged the link 关联研判人"),
        "why": (str, "Reason that was given for it 关联研判理由"),
        "at": (Moment, "When the link was judged 关联研判时间"),
        "retired_at": (Moment | None, "When a later judgement of the link took its place 关联研判失效时间"),
    })  # fmt: skip
    typed("Link", "A link between two matters, proposed by a rule and judged by people 串并关联", {
        "rule": (str, "Rule that proposed the link 提出规则"),
        "state": (LinkState, "State of the link 研判状态"),
        "review": (LinkReview | None, "Why a person has to look at the link again 待复核原因"),
        "proposed_at": (Moment, "When the link was proposed 提出时间"),
        "sentence": (str, "Why the link was proposed, in English"),
        "sentence_zh": (str, "Why the link was proposed, in Chinese; as it is where its rule has other words by now 提出理由"),
        "one": (matter, "One of the two matters"),
        "other": (matter, "The other of the two matters"),
        "via": (listed("Entity"), "Entities that the link rests on 关联实体"),
        "judgements": (listed("LinkJudgement"), "What people said of the link, latest first 关联历次研判"),
    }, bases=(TYPES["Node"],))  # fmt: skip
    _build_notices(matter)
    _build_scores()


def _build_notices(matter: Any) -> None:
    typed("Notice", "What a team was told of a link, a series, an alert, a clue or a task, once 关联、串案、预警、线索与任务通知", {
        "id": (strawberry.ID, "Opaque id of the notice"),
        "kind": (NoticeKind, "What the notice tells 通知类型"),
        "at": (Moment, "When the team was told 通知时间"),
        "team": (str, "Team that was told, the owner of one of the matters 被通知部门"),
        "rule": (str | None, "Rule that proposed the link in question; nothing of a series or an alert 通知所涉规则"),
        "sentence": (str, "Why the link in question was proposed, the series acted on, or the alert checked as it was 通知所涉理由"),
        "sentence_zh": (str, "The same in Chinese where it is of a link; what people wrote is as they wrote it 通知说明"),
        "one": (matter | None, "The matter of the notice: one of the two of a link, the alert, the clue or the ticket; nothing of another task"),
        "action": (TYPES["ClueAction"] | None, "What was done with the clue, where the notice tells of that 通知所涉动作"),
        "limit": (str | None, "Time limit of the clue or task that is due or late 通知所涉时限"),
        "task_id": (strawberry.ID | None, "Id of the task or ticket that the notice is on 通知所涉任务标识"),
        "task_kind": (TYPES["TaskKind"] | None, "What the task is 通知所涉任务种类"),
        "task_action": (str | None, "What was done with the task, where the notice tells of that 通知所涉任务动作"),
        "due_on": (Day | None, "Last day of the limit, or the day on which the clue is looked at again 通知所涉到期日"),
        "other": (matter | None, "The other matter of the notice, or the one that the alert became; nothing where there is one only"),
        "link": (TYPES["Link"] | None, "The link as it is now; nothing where it was withdrawn 通知所涉关联"),
        "series": (TYPES["Series"] | None, "The series as it is now, where the notice tells of one 通知所涉串案"),
    })  # fmt: skip


def _build_scores() -> None:
    typed("RuleScore", "How people judged what a linkage rule proposed 规则战绩", {
        "rule": (str, "Name of the linkage rule 串联规则"),
        "title": (str, "What the rule looks for, in both languages 串联规则名称"),
        "proposed": (int, "Links of the rule that nobody has judged yet 待研判数"),
        "confirmed": (int, "Links of the rule that people confirmed 确认数"),
        "rejected": (int, "Links of the rule that people rejected 排除数"),
        "unsure": (int, "Links of the rule that people could not tell 存疑数"),
        "precision": (float | None, "Share of the confirmed among those confirmed or rejected 规则准确率"),
        "is_demoted": (bool, "Whether the rule was demoted: too little of it was confirmed, so its proposals are told to nobody 已降级"),
    })  # fmt: skip


def read_scores(_: Mapping[str, Any]) -> Request:
    """Return the request for every linkage rule."""
    rules = [{"rule": name, "title": file.head["title"]} for name, file in read_folder("linkage").items()]
    return Request(params={"rules": rules}, first=len(rules))


def read_link(given: Mapping[str, Any]) -> Request:
    """Return the request for one link; refuse what is no id of a link."""
    return by_id("Link", given)
