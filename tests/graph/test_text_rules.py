"""Rules that rest on texts and on chains of ties: each on a pair that meets and on near misses, with what it says."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import pytest

from graph_service.cypher.score import SMALL_CERTAINTY
from graph_service.embedded import Running
from graph_service.graph import Graph, Writer
from graph_service.mentions.keeping import keep_mentions
from graph_service.migrations import migrate
from graph_service.rights.roles import read_roles
from tests.graph.drawn_pairs import (
    blamed,
    controllers,
    covered_id,
    firms,
    hidden_text,
    kin_of_cadre,
    letter,
    owned,
    reception,
    texts,
)
from tests.graph.pair_sketch import Asker, PairSketch, strength
from tests.graph.pairs import MatterIds
from tests.loading import clear
from tests.unit.mentions.test_similar import story

_KEY = b"k" * 32
_LETTER = "水渠还没有动工，钱就全部报完了，管账的人说发票是从砂石场拿的空白票，自己填了数目，会计和出纳都是他家里人，开会也不让人问"
_AGAIN = "管账的人說發票是從砂石場拿的空白票，自己填了數目；水渠還沒有動工，錢就全部報完了；會計和出納都是他家裡人，開會也不讓人問"
_OTHERS = 150  # texts that tell of other things: among few, no word is rare
_OTHER = "渔场的租金多年不进账，承包的人说每年把现金送到老队长家里，从来没有打过收条"


@dataclass
class TextCases:
    """Pairs of matters by name, and who asks about them."""

    pairs: dict[str, MatterIds]
    asker: Asker
    writer: Writer


def draw(ground: PairSketch) -> dict[str, MatterIds]:
    """Draw every case; no two share a number, a name or a place but those that are to meet."""
    return drawn_texts(ground) | drawn_chains(ground)


def drawn_texts(ground: PairSketch) -> dict[str, MatterIds]:
    return {
        "phone": texts(ground, "请打13811112222联系", "他留的手机是138 1111 2222", 100),
        "phone, one digit off": texts(ground, "请打13811112242联系", "他留的手机是138 1111 2252"),
        "phone, hidden": hidden_text(ground),
        "account": texts(ground, "钱转入卡号6217853038754673566", "打到账号6217 8530 3875 4673 566"),
        "place": texts(ground, "人住在青石路3弄12栋2单元301室", "地点是青石路3弄12栋2单元301室"),
        "place, another door": texts(ground, "人住在白石路3弄12栋2单元301室", "地点是白石路3弄12栋2单元302室"),
        "one place on one day": texts(
            ground, "2024年7月3日晚在沿河路醉仙居吃饭", "2024年七月三号中午醉仙居门口停了三台公车", 20
        ),
        "one place on another day": texts(ground, "2024年7月5日在翠竹山庄吃饭", "2024年7月6日在翠竹山庄吃饭"),
        "place, two forms": texts(ground, "烟酒送到丹桂苑6-1-802，有人收", "车停在丹桂苑六栋一单元802室楼下"),
        "phone, area left out": texts(ground, "他留的座机0716-8234567", "发的名片，8234567，包办证"),
        "phone, of a shop": texts(ground, "订餐打13822227777", "食堂的号13822227777没人接"),
        "id, covered": covered_id(ground, "420684********5512"),
        "id, covered, another": covered_id(ground, "420684********5539"),
        "go-between": texts(ground, "都找中间人孙立平（139****4821）", "由孙立平（139****4821）牵线"),
        "go-between, another number": texts(ground, "都找中间人钱立安（139****4822）", "由钱立安（139****4823）牵线"),
        "document": texts(ground, "见云审移〔2024〕7号", "移送处理书云审移[2024]7号没有回音"),
        "nickname": texts(
            ground, "收钱的人外号铁算盘，跑车的都要先交给他才让走", "铁算盘带人堵在路口收过路费，谁也不敢说话"
        ),
        "nickname of two signs": texts(
            ground, "那人外号老鬼，天天在市场门口收钱", "市场里老鬼火锅店的油烟味道太大没有人管"
        ),
        "letter": letter(ground, "31", 1),
        "letter, hand-over hidden": letter(ground, "32", 9),
        "reworded": texts(ground, _LETTER, _AGAIN),
        "one wording, another sum": texts(ground, f"{_OTHER}，共3万元", f"{_OTHER}，共8万元"),
    }


def drawn_chains(ground: PairSketch) -> dict[str, MatterIds]:
    return {
        "controller": controllers(ground, True),
        "controller with a quarter": controllers(ground, True, 25.0),
        "small shareholder": controllers(ground, True, 24.9),
        "controllers of one name": controllers(ground, False),
        "kin": kin_of_cadre(ground, True),
        "kin without business": kin_of_cadre(ground, False),
        "reception": reception(ground, datetime(2025, 6, 19, 18, 30), "2025年6月19日接受下级单位宴请"),
        "reception on another day": reception(ground, datetime(2025, 6, 18, 18, 30), "2025年6月20日接受下级单位宴请"),
        "reception after the matters": reception(ground, datetime(2025, 6, 21), "2025年6月21日接受宴请", days=10),
        "one problem and who failed to see it": blamed(
            ground, "审核失职，套取耕地地力保护补贴", "套取耕地地力保护补贴，无人过问"
        ),
        "one unit in rare words": blamed(
            ground,
            "罚没的冷藏车不知开到谁家，地磅也卖了，共十七亩苗圃荒着",
            "一台冷藏车未入库，地磅去向不明，17亩苗圃未登记",
        ),
        "one unit in other words": blamed(
            ground, "窗口排队两个钟头，办事员打游戏", "门卫把来访的老人关在外面淋雨，没有人出来问"
        ),
        "dereliction and nothing else": blamed(ground, "审批环节玩忽职守", "玩忽职守，并违规发放津补贴"),
        "dereliction in two problems": blamed(ground, "审核失职，套取耕地地力保护补贴", "工作失职渎职，违规发放津补贴"),
        "firm": firms(ground, "FIRM"),
        "bureau": firms(ground, "ORGAN"),
        "waterworks": firms(ground, "FIRM", name="清河市龙山水务集团有限公司"),
        "builder of waterworks": firms(ground, "FIRM", name="清河市龙山水务工程有限公司"),
        "firm of a bureau": owned(ground, "UNDER", "ORGAN"),
        "half a bureau's": owned(ground, "HOLDS_SHARE", "STATE_ENTERPRISE", 50.0),
        "a third a bureau's": owned(ground, "HOLDS_SHARE", "ORGAN", 33.0),
        "a firm's firm": owned(ground, "HOLDS_SHARE", "FIRM", 100.0),
    }


@pytest.fixture(scope="module")
async def cases(server: Running, empty_graph: Writer) -> AsyncIterator[TextCases]:
    migrate(empty_graph, "fingerprint")
    clear(empty_graph)
    ground = PairSketch()
    pairs = draw(ground)
    for number in range(_OTHERS):
        ground.clue(text=story(number))
    ground.sketch.write(empty_graph)
    keep_mentions(empty_graph, _KEY, read_roles(), lambda _texts: None)
    graph = Graph(server, timeout_seconds=120)
    yield TextCases(pairs, Asker(graph), empty_graph)
    await graph.close()


@pytest.mark.parametrize(
    ("name", "rule", "told"),
    [
        ("phone", "shared_phone", "“13811112222” here, “138 1111 2222” there"),
        ("account", "shared_account", "6217853038754673566"),
        ("place", "shared_place", "青石路3弄12栋2单元301室"),
        ("one place on one day", "same_place_and_day", "醉仙居 2024-07-03"),
        ("place, two forms", "shared_place", "丹桂苑6号楼1单元802室"),
        ("phone, area left out", "shared_phone", "0716-8234567"),
        ("id, covered", "same_person", "420684********5512"),
        ("go-between", "same_go_between", "孙立平 139****4821"),
        ("document", "same_document", "云审移〔2024〕7号"),
        ("letter", "same_document", "云审移〔2025〕31号"),
        ("nickname", "same_nickname", "The texts of both call somebody 铁算盘"),
        ("reworded", "similar_text", "管账的人說發票是從砂石場拿的空白票"),
        ("controller", "same_controller", "罗敏菊 has a say in both (shareholder, shareholder)"),
        ("kin", "kin_firm", "registered as kin (sibling)"),
        ("reception", "superior_reception", "had a reception on 2025-06-19"),
        ("one problem and who failed to see it", "same_unit_same_problem", "Both speak of subsidy"),
        ("dereliction and nothing else", "same_unit_same_problem", "Both speak of dereliction"),
        ("one unit in rare words", "same_circumstances", "Both tell the like of the unit"),
        ("firm", "same_firm", "Both name the firm"),
    ],
)
async def test_a_pair_meets(name: str, rule: str, told: str, cases: TextCases) -> None:
    found = {each["rule"]: each for each in await cases.asker.evidence(*cases.pairs[name])}

    assert rule in found
    assert told in found[rule]["sentence"]
    path = found[rule]["path"]
    assert [path["nodes"][0]["id"], path["nodes"][-1]["id"]] == list(cases.pairs[name])
    assert len(path["nodes"]) == len(path["edges"]) + 1


@pytest.mark.parametrize(
    "name",
    [
        "phone, one digit off", "phone, of a shop", "id, covered, another", "place, another door",
        "one place on another day", "one wording, another sum", "go-between, another number", "nickname of two signs",
        "letter, hand-over hidden", "controllers of one name", "kin without business", "reception on another day", "reception after the matters",
    ],
)  # fmt: skip
async def test_a_near_miss_connects_nothing(name: str, cases: TextCases) -> None:
    assert await cases.asker.evidence(*cases.pairs[name]) == []


@pytest.mark.parametrize("name", ["builder of waterworks", "a third a bureau's", "a firm's firm"])
async def test_a_firm_of_somebodys_own_connects_as_a_firm(name: str, cases: TextCases) -> None:
    assert [each["rule"] for each in await cases.asker.evidence(*cases.pairs[name])] == ["same_firm"]


@pytest.mark.parametrize(
    "name",
    [
        "bureau",
        "one unit in other words",
        "dereliction in two problems",
        "waterworks",
        "firm of a bureau",
        "half a bureau's",
    ],
)
async def test_a_bureau_is_no_firm_and_blame_no_problem_in_common(name: str, cases: TextCases) -> None:
    assert [each["rule"] for each in await cases.asker.evidence(*cases.pairs[name])] == ["same_unit"]


@pytest.mark.parametrize(
    ("name", "share"), [("controller", 1.0), ("controller with a quarter", 1.0), ("small shareholder", SMALL_CERTAINTY)]
)
async def test_a_small_share_is_no_control(name: str, share: float, cases: TextCases) -> None:
    (evidence,) = await cases.asker.evidence(*cases.pairs[name])

    assert evidence["strength"] == pytest.approx(strength("same_controller", certainty=share), abs=1e-6)


async def test_a_text_that_is_hidden_connects_nothing(cases: TextCases) -> None:
    assert (await cases.asker.ask(cases.pairs["phone, hidden"][0]))["nodes"] == []


async def test_what_texts_say_alike_weighs_by_its_certainty(cases: TextCases) -> None:
    (evidence,) = await cases.asker.evidence(*cases.pairs["phone"])

    assert evidence["strength"] == pytest.approx(strength("shared_phone", certainty=0.902, days=100), abs=1e-6)


async def test_a_second_run_writes_nothing_and_a_changed_text_takes_its_ties_back(cases: TextCases) -> None:
    alike = "MATCH (:Matter {uid: $uid})-[r:SAYS_ALIKE]-() RETURN count(r) AS n"
    again = keep_mentions(cases.writer, _KEY, read_roles(), lambda _texts: None)
    one, _ = cases.pairs["account"]
    before: list[dict[str, Any]] = cases.writer.run_read(alike, uid=one)[0]
    cases.writer.run_write("MATCH (m:Matter {uid: $uid}) SET m.text = '另一件事'", uid=one)
    after_change = keep_mentions(cases.writer, _KEY, read_roles(), lambda _texts: None)

    assert (again.written, again.removed, again.alike) == (0, 0, 0)
    assert before == [{"n": 1}]
    assert after_change.alike == 1
    assert cases.writer.run_read(alike, uid=one)[0] == [{"n": 0}]
