"""Links follow what loads, judgements and readings change: after any history the short run leaves nothing for a whole one."""

import os
import random
from collections.abc import Callable

import pytest

from graph_service.linkage.propose import Proposed, propose_links
from graph_service.mentions.keeping import keep_mentions
from graph_service.rights.roles import read_roles
from tests.graph.loads.test_judged_histories import History
from tests.loading import CLUES, CODES, IDS, Loading

_HISTORIES = int(os.environ.get("LEADLINK_TEST_LINKED_HISTORIES", "3"))  # 500 is the full figure, run by hand
_FIRST = int(os.environ.get("LEADLINK_TEST_FIRST_HISTORY", "0"))
_STEPS = 12
_MATTERS = 8
_SHARES = """
name: shares
title: Shareholders and kin 股东与亲属
holder: IT
classification: INTERNAL
rank: 40
readers: [EVERYONE]
read: {format: csv, files: shares.csv}
key: 编号
nodes:
  holder: {kind: Person, fields: {id_number: 身份证号}}
links:
  - {type: HOLDS_SHARE, from: holder, to: {kind: Unit, by: uscc, column: 企业}}
  - {type: KIN_OF, from: holder, to: {kind: Person, by: id_number, column: 亲属}}
"""
_CLUES = CLUES.replace("title: 标题}", "title: 标题, received_on: 收到}")
_SHARE_HEAD = "编号,身份证号,企业,亲属"
_TEXTS = ("题", "反映张三与李四的问题，电话13812345678。", "甲局公务用车问题，联系13912345678。")


# Proposals of which the team does not have one notice, and notices of proposals that are no more.
_NOTICED = """MATCH (l:Link {state: 'PROPOSED'})
WHERE COUNT { MATCH (n:Notice {link: l.uid, kind: 'LINK_PROPOSED'})-[:TOLD_TO]->(:Team) } <> 1
RETURN l.uid AS uid
UNION
MATCH (n:Notice {kind: 'LINK_PROPOSED'}) WHERE NOT EXISTS { (:Link {uid: n.link}) }
RETURN n.link AS uid"""


class LinkedHistory(History):
    """A history whose clues carry texts, with a register of shareholders, and links proposed after each step."""

    declared = History.declared | {"shares": _SHARES, "clues": _CLUES}
    heads = History.heads | {"shares": _SHARE_HEAD, "clues": f"{History.heads['clues']},收到"}

    def row(self, source: str, key: int) -> str:
        if source == "shares":
            kin = self.draw.choice((*IDS, ""))
            return f"{key},{self.draw.choice([each for each in IDS if each != kin])},{self.draw.choice((*CODES, ''))},{kin}"
        said = super().row(source, key)
        if source != "clues":
            return said
        number, _, team, *rest = said.split(",")
        day = f"2024-0{self.draw.randrange(1, 10)}-11"
        return ",".join((number, self.draw.choice(_TEXTS), team, *rest, day))

    def keys(self, source: str) -> range:
        return range(_MATTERS) if source == "clues" else super().keys(source)

    def propose(self, anew: bool = False) -> Proposed:
        environment = self.loading.environment
        return propose_links(environment.writer, environment.uid_key, lambda *_: None, anew=anew)

    def read_texts(self) -> None:
        environment = self.loading.environment
        keep_mentions(environment.writer, environment.uid_key, read_roles(None), lambda _: None)

    def acts(self) -> list[Callable[[], object]]:
        return [*super().acts(), self.read_texts, *[lambda: self.change("clues")] * 3, lambda: self.change("shares")]


@pytest.mark.parametrize("seed", range(_FIRST, _FIRST + _HISTORIES))
def test_what_the_short_run_proposes_is_what_a_whole_one_would(loading: Loading, seed: int) -> None:
    history = LinkedHistory(loading, random.Random(seed))  # noqa: S311 - cases, not secrets
    loading.environment.writer.run_write("CREATE (:Team {uid: 'team_1', team_code: 'CASE_MGMT'})")
    history.propose()
    short = told = 0
    for step in range(_STEPS):
        history.step()
        run = history.propose()
        short += not run.everything
        told += run.notices
        assert loading.rows(_NOTICED) == []
        whole = history.propose(anew=True)
        assert (whole.new, whole.withdrawn, whole.notices) == (0, 0, 0), f"after step {step}"
        assert not loading.rows("MATCH (l:Link) WHERE COUNT { (l)-[:JOINS]->() } < 2 RETURN l.uid AS uid")
        assert not loading.rows("MATCH (n) WHERE n:Stirred OR n:Stirring RETURN n.uid AS uid")
    assert short, "no run was a short one"
    assert told or not loading.rows("MATCH (l:Link) RETURN l.uid AS uid")
