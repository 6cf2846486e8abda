"""What mutations refuse by name: each refusal is a type of the API with what is wrong and what to do."""

from typing import Annotated, Union

import strawberry

from graph_service.act import ActRefused
from graph_service.api.types.made import TYPES
from graph_service.api.types.results import typed
from graph_service.rights.roles import Grant
from graph_service.rights.viewer import Viewer

REFUSALS = {
    "IdentityNotVisible": "One of the records is not there, or not open to you in full: the two look the same 无此记录或无权查阅",
    "IdentityNotJudgeable": "The two cannot be one: the same record twice, or two kinds of record 不可比对",
    "IdentityReasonMissing": "A judgement needs a reason 须填写理由",
    "IdentityNotMerged": "The record answers for itself already 未归并",
    "IdentityTeamMayNotJudge": "Your team keeps the system running and judges nothing 该部门无业务研判权限",
    "IdentityOvertaken": "Somebody else changed one of the records just now; look at them again 记录已变更",
    "LinkNotVisible": "The link is not there, or not open to you in full: the two look the same 无此关联或无权查阅",
    "LinkReasonMissing": "A judgement of a link needs a reason 关联研判须填写理由",
    "LinkTeamMayNotJudge": "Your team keeps the system running and judges no links 该部门无关联研判权限",
    "LinkOvertaken": "The link was taken back just now; ask for the matter's links again 关联已撤回",
    "SeriesNotVisible": "The series is not there, or you may read none of its members: the two look the same 无此串案或无权查阅",
    "SeriesMatterNotVisible": "A matter is not there, or not open to you in full: the two look the same 无此事项或无权查阅",
    "SeriesMatterTaken": "A matter is in an open series already 事项已在其他串案",
    "SeriesNotJoined": "No confirmed link that you may read joins what is to be one series 无已确认关联",
    "SeriesNotMember": "A matter is no member of the series that you may read 非串案成员",
    "SeriesNothingLeft": "Nothing that you may read would be left in the series 分案后无剩余成员",
    "SeriesClosed": "The series is closed 串案已结束",
    "SeriesTeamUnknown": "There is no team of this code that you may know of 无此部门",
    "SeriesReasonMissing": "What is done with a series needs its words: a reason, and a title where it begins 须填写理由与标题",
    "SeriesTeamMayNotJudge": "Your team keeps the system running and makes no series 该部门无串并案权限",
    "AlertNotVisible": "The alert is not there, or not open to you in full: the two look the same 无此预警或无权查阅",
    "AlertReasonMissing": "A check needs a reason: what explains the alert, or what is to come of it 核查须填写理由",
    "AlertTeamMayNotCheck": "Your team keeps the system running and checks no alerts 该部门无预警核查权限",
    "AlertMatterNotVisible": "The matter that it became is not there, or not open to you in full: the two look the same 无此去向事项或无权查阅",
    "AlertMatterOfWrongKind": "An alert becomes a ticket for the unit or a clue; dismissed or reopened it becomes nothing 去向事项种类不符",
    "VaultNotOpen": "The vault is open to the petition office alone, and says nobody else whether it holds anything 保密库仅限信访室开启",
    "VaultReasonMissing": "Who reported is told for a stated reason only 须填写开启理由",
    "VaultNothingThere": "You may read no such matter, or nothing is kept of who reported it: the two look the same 无此事项或无举报人信息",
    "AccessReasonMissing": "A step of a request for access needs a reason 查阅须填写理由",
    "AccessTermWrong": "The end of access is past, too far ahead, or not given 查阅期限不当",
    "AccessHitUnknown": "This is no hit of yours, or there is nothing behind it by now: the two look the same 无此命中",
    "AccessNotVisible": "There is no such request, or it is not yours to answer: the two look the same 无此申请或无权答复",
    "AccessOver": "The request was answered, taken back, or its time is over 申请已办结",
    "AccessNothingGiven": "None of the matters belongs to the request and is yours to give 无可同意查阅的事项",
    "ClueNotVisible": "The clue is not there, or not open to you in full: the two look the same 无此线索或无权查阅",
    "ClueReasonMissing": "What is done with a clue needs a reason 办理线索须填写理由",
    "ClueActNotYours": "This is not for your role or your team to do 非本人或本部门职责",
    "ClueActNotNow": "The clue does not stand where this is done 当前阶段不可办理",
    "ClueSameHand": "You did what has to be in another hand: registering, handling and reviewing are separate 岗位分离",
    "ClueNeedsMore": "Something is missing that this cannot be done without 缺少必备要件",
    "ClueOvertaken": "Somebody else did something with the clue just now 线索已被他人办理",
    "ClueOfficerRecused": "An officer whom you name must have no hand in this clue: a ground of recusal stands 所派干部应当回避",
    "AccessOfficerRecused": "The officer must have no hand in this matter: a ground of recusal stands 该干部应当回避",
    "RecusalReasonMissing": "A recusal needs a reason, and so does a decision on it 回避须填写理由",
    "RecusalMatterNotVisible": "The matter is not there, or not open to you in full: the two look the same 无此事项或无权申请",
    "RecusalStands": "You have declared it already, and it was not refused 回避申请已存在",
    "RecusalNotVisible": "There is no such recusal, or it is not yours to decide: the two look the same 无此申请或无权决定",
    "RecusalDecided": "The recusal was decided already 回避申请已决定",
    "InterventionWordsMissing": "A record of the register says who asked and what was asked 须填写过问人与内容",
    "InterventionMatterNotVisible": "The matter or the person is not there, or not open to you in full: the two look the same 无此过问事项或无权查阅",
    "ViewNotVisible": "There is no such saved view, or it is not yours to change: the two look the same 无此视图或无权修改",
    "ViewTitleMissing": "A view is found again by its title 须填写视图名称",
    "ViewEmpty": "The picture holds nothing that is there and that you may read 视图无可保存内容",
    "ViewTeamUnknown": "There is no team of this code that you may know of to share with 无此共享部门",
    "TaskNotVisible": "The task or what it names is not there, or not open to you in full: the two look the same 无此任务或无权查阅",
    "TaskReasonMissing": "What is done with a task needs a reason 办理任务须填写理由",
    "TaskActNotYours": "With this task it is not for your role or your team to do 该任务非本人或本部门职责",
    "TaskActNotNow": "The task does not stand where this is done 任务当前阶段不可办理",
    "TaskSameHand": "You did with this task what has to be in another hand 任务岗位分离",
    "TaskNeedsMore": "Something is missing that this task cannot do without 任务缺少必备要件",
    "TaskOvertaken": "Somebody else did something with the task just now 任务已被他人办理",
    "AlertOvertaken": "Somebody else checked the alert just now: it is no longer in the state that you saw 预警已被他人核查",
}


def build() -> None:
    """Make the types of the refusals."""
    for name, about in REFUSALS.items():
        typed(name, about, {
            "message": (str, f"What is wrong: {name}"),
            "mend": (str, f"What to do about it: {name}"),
        })  # fmt: skip


def union(name: str, about: str, members: tuple[str, ...]) -> None:
    """Make the union of what a mutation shows and why it may refuse; the types of its members must be there already."""
    types = tuple(TYPES[each] for each in members)
    TYPES[name] = Annotated[Union[types], strawberry.union(name, description=about)]  # noqa: UP007 - made of a tuple


def message(name: str) -> str:
    """Return what a refusal says."""
    return REFUSALS[name]


def require_judge(viewer: Viewer, reason: str, about: str, act: str = "Judge") -> None:
    """Refuse who may not judge, and an act on links, identity, series or alerts (`about`) without a reason."""
    if Grant.JUDGE not in viewer.grants:
        raise ActRefused(
            f"{about}TeamMayNot{act}", "ask an officer of the team that holds the matter 请联系承办部门的干部"
        )
    if not reason.strip():
        raise ActRefused(f"{about}ReasonMissing", "say in a sentence what you know 请用一句话说明依据")
