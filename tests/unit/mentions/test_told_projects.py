"""A project that a text tells without its name: by whose it is and its sum, the end of its number, or its work."""

import pytest

from graph_service.mentions.finder import Finder
from graph_service.mentions.lexicon.known import KnownEntity, KnownTie, MatterText, RegisteredNaming
from graph_service.mentions.lexicon.lexicon import Lexicon
from graph_service.mentions.lexicon.projects import KnownSum
from graph_service.rights.mention_audiences import Rights
from graph_service.rights.roles import read_roles
from tests.unit.mentions.small import DAY, EVERYONE, HIDDEN, READERS, known, ties

_FENCE = KnownEntity("project_fence", "Project", EVERYONE, ("云江市人民医院围墙加固项目(73号)",), ("YJ2024-000073",))
_LAMPS = KnownEntity("project_lamps", "Project", EVERYONE, ("云江市人民医院路灯更换工程",), ("YJ2023-000911",))
_DRAIN = KnownEntity("project_drain", "Project", EVERYONE, ("良村镇排水渠清淤项目",), ("YJ2024-000115",))
_TEACHING = KnownEntity(
    "project_teaching", "Project", EVERYONE, ("云江市人民医院门诊综合大楼建设项目",), ("YJ2021-000007",)
)
_TIES = (
    KnownTie("TENDERED_BY", "project_teaching", "unit_health", EVERYONE),
    KnownTie("TENDERED_BY", "project_fence", "unit_clinic", EVERYONE),
    KnownTie("TENDERED_BY", "project_lamps", "unit_clinic", EVERYONE),
    KnownTie("AWARDED_TO", "project_lamps", "unit_firm", EVERYONE),
    KnownTie("TENDERED_BY", "project_drain", "unit_town1", EVERYONE),
)
_SUMS = (
    KnownSum("project_fence", 128_640_000, (EVERYONE,)),
    KnownSum("project_lamps", 30_250_000, (EVERYONE,)),
    KnownSum("project_drain", 61_700_000, (HIDDEN, EVERYONE)),
)


def _finder(sums: tuple[KnownSum, ...] = _SUMS) -> Finder:
    lexicon = Lexicon([*known(), _FENCE, _LAMPS, _DRAIN, _TEACHING], [*ties(), *_TIES], sums)
    return Finder(lexicon, Rights(READERS, read_roles()))


_FINDER = _finder()


def _told(text: str, unit: str = "", audience: int = EVERYONE, finder: Finder = _FINDER) -> list[tuple[str, str, bool]]:
    named = (RegisteredNaming(f"unit_{unit}", "Unit"),) if unit else ()
    mentions = finder.find(MatterText("clue_1", text, audience, DAY, names=named))
    return [
        (mention.text, mention.referents[0].uid, mention.state == "SURE")
        for mention in mentions
        if mention.kind == "PROJECT" and mention.referents
    ]


@pytest.mark.parametrize(
    ("text", "unit", "words", "project", "is_sure"),
    [
        ("医院后头那堵墙,合同128.64万元,一推就倒。", "clinic", "128.64万元", "project_fence", True),
        ("云江市人民医院砌墙花了一百二十八万多。", "", "一百二十八万多", "project_fence", True),
        ("围墙的单子编号尾数是073。", "clinic", "073", "project_fence", True),
        ("医院换灯泡花掉三十万零两千五百元。", "clinic", "三十万零两千五百元", "project_lamps", True),
        ("恒光电力安装有限公司三天就把医院的灯换完了。", "clinic", "恒光电力安装有限公司", "project_lamps", True),
        ("云江市人民医院新盖的门诊楼漏雨。", "", "门诊楼", "project_teaching", False),
        ("围墙加固做得马虎,石灰都没干。", "clinic", "围墙加固", "project_fence", False),
    ],
)
def test_whose_it_is_and_one_sign_of_it_tell_a_project(
    text: str, unit: str, words: str, project: str, is_sure: bool
) -> None:
    """The sum of a contract, even told roughly, the end of the number, both ends of it: sure; its work alone asks."""
    assert _told(text, unit) == [(words, project, is_sure)]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("医院食堂一年花了128.6万元。", "clinic"),  # another sum
        ("一堵墙一百多万。", "clinic"),  # one digit says nothing
        ("合同128.64万元,一推就倒。", "fin"),  # the project of another unit
        ("云江市人民医院的护士爱理不理。", "health"),  # who builds and for whom: nobody carries it out
        ("云江市恒光电力安装有限公司偷税。", ""),  # who carries it out, alone
        ("云江市财政局的门诊楼漏雨。", ""),
        ("门诊的人一路走到楼上。", "clinic"),
        ("线索编号尾数073的信访件。", "fin"),
        ("打了073号电话。", "clinic"),
    ],
)
def test_nothing_is_told_by_less(text: str, unit: str) -> None:
    """Another sum, a round one, another unit's project or a number of something else is no sign."""
    assert _told(text, unit) == []


def test_a_sum_that_a_reader_may_not_know_tells_nothing() -> None:
    """What rests on a hidden contract is no mention, and without that contract the answer is the same."""
    text = "良村镇那条沟,61.7万元,清了三天。"
    assert _told(text) == _told(text, finder=_finder(())) == []


def test_two_projects_of_one_sum_are_none() -> None:
    """Which of two is meant is not guessed."""
    alike = (*_SUMS, KnownSum("project_lamps", 128_640_000, (EVERYONE,)))
    assert _told("合同128.64万元。", "clinic", finder=_finder(alike)) == []
