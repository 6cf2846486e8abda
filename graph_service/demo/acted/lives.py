"""Stretches of a clue's life that several stories go through, each act by the officer whose duty it is."""

from collections.abc import Sequence

from graph_service.demo.acted.stage import Actor, Stage


async def screened(stage: Stage, clue: str, said: str) -> None:
    """The petition office looks at what came in, and passes it to the central register."""
    petition = stage.one_of("PETITION")
    await petition.acts(clue, "SCREEN", said)
    await petition.acts(clue, "PASS_TO_REGISTER", "属于受理范围，移交案管统一登记")


async def assigned(stage: Stage, number: str, clue: str, moments: Sequence[str], like: str) -> str:
    """The register proposes the team that the graph names for the unit, the chief approves, the team signs; return its code."""
    register, chief = stage.one_of("CASE_MGMT"), stage.one_of("CHIEF")
    stage.at(moments[0])
    routes = (await register.looks("custody_of_clue", number=number))["routes"]
    team = next((each["team"] for each in routes if each["team"].startswith(like)), like)
    register.says("routes 分办建议", ", ".join(each["team"] for each in routes) or "none")
    await register.acts(clue, "PROPOSE_ASSIGNMENT", "按对口联系分工提出分办意见", team=team)
    stage.at(moments[1])
    await chief.acts(clue, "APPROVE_ASSIGNMENT", "同意")
    stage.at(moments[2])
    await stage.one_of(team).acts(clue, "SIGN_FOR", "已签收")
    return team


async def approved(stage: Stage, clue: str, team: str, disposal: str, said: str) -> None:
    """The team proposes a way of disposal, another hand approves it."""
    await stage.one_of(team).acts(clue, "PROPOSE_DISPOSAL", said, disposal=disposal)
    await stage.one_of("CHIEF").acts(clue, "APPROVE_DISPOSAL", "同意")


async def verified(stage: Stage, clue: str, hands: Sequence[Actor], moments: Sequence[str], found: str) -> None:
    """Two officers verify and report."""
    stage.at(moments[0])
    named = [each.officer for each in hands]
    await hands[0].acts(clue, "BEGIN_VERIFICATION", "成立核查组", paper="初步核实方案", officers=named)
    stage.at(moments[1])
    await hands[0].acts(clue, "REPORT_VERIFICATION", found, paper="初步核实情况报告")


async def decided(stage: Stage, clue: str, hands: Sequence[Actor], paper: str) -> None:
    """The case is filed, investigated, adjudicated by others, decided and carried out."""
    chief, judge, register = stage.one_of("CHIEF"), stage.one_of("ADJUDICATION"), stage.one_of("CASE_MGMT")
    await chief.acts(clue, "FILE_CASE", "同意立案", paper="立案决定书")
    named = [each.officer for each in hands]
    await hands[0].acts(clue, "BEGIN_INVESTIGATION", "开展审查调查", paper="审查调查方案", officers=named)
    await chief.acts(clue, "SEND_TO_ADJUDICATION", "事实清楚，移送审理", team="ADJUDICATION", paper="审查调查报告")
    await judge.acts(clue, "ACCEPT_FOR_ADJUDICATION", "受理")
    await judge.acts(clue, "PROPOSE_DECISION", "事实清楚、证据确凿", paper="审理报告")
    await chief.acts(clue, "DECIDE", "同意审理意见", paper=paper)
    await judge.acts(clue, "EXECUTE", "处分决定已宣布执行")
    await register.acts(clue, "ARCHIVE", "归档")


async def fed_back(stage: Stage, clue: str, said: str) -> dict[str, object]:
    """The petition office opens the vault and tells the reporter, whose name no other office ever sees; return what the vault held."""
    petition = stage.one_of("PETITION")
    opened = dict(await petition.looks("open_vault", id=clue, reason=said))
    petition.says("openVault 开启保密库", str(opened["__typename"]))
    await petition.acts(clue, "TELL_RESULT", said)
    return opened
