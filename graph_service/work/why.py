"""What stands in the way of an act, told in the words of its life: in English, and then in Chinese."""

from collections.abc import Iterable, Mapping

from graph_service.work.life import Act, Condition, Duty, ItemState, Life, Stage
from schema.vocabulary import Disposal

DUTIES = {
    Duty.TAKE_PETITIONS: ("takes petitions in", "信访受理"),
    Duty.KEEP_REGISTER: ("keeps the register", "线索管理"),
    Duty.HANDLE: ("handles clues", "线索承办"),
    Duty.ADJUDICATE: ("adjudicates cases", "案件审理"),
    Duty.APPROVE_AS_LEADER: ("approves as the leader in charge", "分管领导审批"),
    Duty.APPROVE_AS_CHIEF: ("approves as the chief", "主要领导审批"),
    Duty.SEND_TICKETS: ("sends tickets out", "投诉件转办"),
    Duty.ANSWER_TICKETS: ("answers tickets for a unit", "投诉件答复"),
    Duty.CHECK_TICKETS: ("checks the answers to tickets", "投诉件核查"),
    Duty.JUDGE: ("deals with matters", "事项研判"),
}
CONDITIONS = {
    Condition.REAL_NAME: ("reported under a real name", "实名举报的"),
    Condition.TRANSFERRED: ("handed over by another body", "其他机关移送的"),
    Condition.REFUSED: ("refused by the unit", "单位不采纳的"),
    Condition.SENT: ("sent to a unit", "已转办单位的"),
}


def wrong_duty(act: Act) -> str:
    """Return that another duty does it."""
    english, chinese = zip(*(DUTIES[each] for each in act.by), strict=True)
    return f"this is done by who {' or '.join(english)} 须由具有“{'、'.join(chinese)}”职责的人员办理"


def wrong_team(life: Life, holder: str | None) -> str:
    """Return that the team that holds it does it, if one does."""
    if holder is None:
        return f"this is done by the team that holds the {life.noun}, and no team holds it yet 尚无承办部门，分办后由承办部门办理"
    return f"this is done by the team that holds the {life.noun}: {holder} 须由承办部门办理"


def wrong_sight(act: Act) -> str:
    """Return that who does it sees what is written with it."""
    return f"this is done by who sees data of class {act.data} 须由有权查看相应数据（{act.data}）的人员办理"


def wrong_stage(life: Life, stage: str, act: Act) -> str:
    """Return where it stands, and where the act is done."""
    english, chinese = _named(life.stages, act.starts)
    now = life.stages[stage]
    return f'the {life.noun} stands at "{now.en}"; this is done at {english} 当前为“{now.zh}”，须在{chinese}时办理'


def is_over(life: Life, stage: str) -> str:
    """Return that nothing is owed any more."""
    now = life.stages[stage]
    return f'the {life.noun} stands at "{now.en}": nothing is owed any more 当前为“{now.zh}”，已无须办理'


def wrong_condition(life: Life, condition: Condition) -> str:
    """Return what the thing has to be."""
    english, chinese = CONDITIONS[condition]
    return f"this is done with a {life.noun} that is {english} 仅适用于{chinese}{life.noun_zh}"


def wrong_disposal(disposal: str | None) -> str:
    """Return which way of disposal was approved."""
    if disposal is None:
        return "no way of disposal has been approved 尚未批准处置方式"
    told = Disposal[disposal]
    return f"the way of disposal that was approved is {told.name.replace('_', ' ').lower()} 已批准的处置方式为“{told.label}”"


def too_often(times: int) -> str:
    """Return that it was done as often as it may be."""
    return f"this may be done {times} times, and was 最多办理{times}次，已达上限"


def wrong_clock(stands: bool) -> str:
    """Return how the clock is."""
    return "the clock stands already 计时已中止" if stands else "the clock is running 计时进行中，未中止"


def no_item(life: Life, states: Iterable[str]) -> str:
    """Return of which states there has to be an item."""
    english, chinese = _named(life.items, states)
    return f"no item stands at {english} 没有{chinese}的事项"


def items_left(life: Life, states: Iterable[str], left: Mapping[str, int]) -> str:
    """Return how the items have to stand, and how many of which states are in the way, as far as the officer is shown them."""
    english, chinese = _named(life.items, states)
    told = ", ".join(f'{count} at "{life.items[each].en}"' for each, count in left.items())
    told_zh = "，".join(f"{count}项“{life.items[each].zh}”" for each, count in left.items())
    english = f"every item has to stand at {english} first" + (f": {told}" if told else "")
    return f"{english} 全部事项须为{chinese}" + (f"，尚有{told_zh}" if told else "")


def same_hand(life: Life, before: str) -> str:
    """Return what the officer did before."""
    act = life.acts[before]
    return f'you did "{act.en}" with this {life.noun}: another hand does this 您已办理“{act.zh}”，须由他人办理'


def _named(words: Mapping[str, Stage] | Mapping[str, ItemState], names: Iterable[str]) -> tuple[str, str]:
    known = [words[each] for each in names]
    return " or ".join(f'"{each.en}"' for each in known), "、".join(f"“{each.zh}”" for each in known)
