"""Every act at every stage for every duty, against the file itself; separate hands; what a file may not say."""

import itertools
from dataclasses import replace
from pathlib import Path

import networkx
import pytest

from graph_service.errors import BadInput
from graph_service.work import why
from graph_service.work.life import Condition, Duty, read_life
from graph_service.work.limits import RECEIVED, read_limits
from graph_service.work.next_acts import Hand, Standing, refusal

LIFE = read_life()
WITHOUT_STAGE = {"SET_DUE", "PAUSE", "RESUME", "EXTEND", "URGE"}


def hand(*duties: str, officer: str = "o_1", teams: tuple[str, ...] = ("SUPERVISION_1",)) -> Hand:
    return Hand(officer, teams, frozenset(duties))


def test_every_act_is_allowed_at_its_stages_for_its_duties_and_refused_at_all_others() -> None:
    for (name, act), stage, duty in itertools.product(LIFE.acts.items(), LIFE.stages, Duty):
        standing = Standing(
            stage, "SUPERVISION_1", act.disposal, is_paused=name == "RESUME", conditions=frozenset({"TRANSFERRED"})
        )
        found = refusal(LIFE, name, standing, hand(duty))
        is_its_time = stage in act.starts or (
            not act.starts and (name not in WITHOUT_STAGE or not LIFE.stages[stage].ends)
        )
        expected = "ClueActNotYours" if duty not in act.by else None if is_its_time else "ClueActNotNow"
        assert (found.name if found else None) == expected, (name, stage, duty)


def test_only_the_team_that_holds_a_clue_handles_it() -> None:
    for name in (name for name, act in LIFE.acts.items() if act.holds):
        act = LIFE.acts[name]
        standing = Standing(act.starts[0], "SUPERVISION_2", act.disposal)
        assert refusal(LIFE, name, standing, hand(*act.by)).name == "ClueActNotYours"  # type: ignore[union-attr]


def test_who_did_one_act_keeps_hands_off_those_that_are_apart() -> None:
    for name, act in LIFE.acts.items():
        for before in act.apart_from:
            standing = Standing(act.starts[0], "SUPERVISION_1", act.disposal, {before: {"o_1"}})
            assert refusal(LIFE, name, standing, hand(*act.by)).name == "ClueSameHand"  # type: ignore[union-attr]
            assert refusal(LIFE, name, standing, hand(*act.by, officer="o_2")) is None


def test_a_disposal_is_carried_out_as_it_was_approved() -> None:
    standing = Standing("DISPOSAL_APPROVED", "SUPERVISION_1", "SHELVED")

    assert refusal(LIFE, "SHELVE", standing, hand("HANDLE")) is None
    assert "shelved 已批准的处置方式为“暂存待查”" in refusal(LIFE, "BEGIN_VERIFICATION", standing, hand("HANDLE")).why  # type: ignore[union-attr]


def test_what_may_be_done_twice_is_refused_the_third_time() -> None:
    standing = Standing("TO_PROCURATORATE", "ADJUDICATION", times={"RETURN_BY_PROCURATORATE": 1})
    again = replace(standing, times={"RETURN_BY_PROCURATORATE": 2})

    assert refusal(LIFE, "RETURN_BY_PROCURATORATE", standing, hand("ADJUDICATE")) is None
    assert refusal(LIFE, "RETURN_BY_PROCURATORATE", again, hand("ADJUDICATE")).name == "ClueActNotNow"  # type: ignore[union-attr]


def test_every_stage_is_reached_and_leads_to_an_end() -> None:
    graph = networkx.DiGraph((stage, act.to) for act in LIFE.acts.values() if act.to for stage in act.starts)
    ends = {name for name, stage in LIFE.stages.items() if stage.ends}
    reached = set().union(*(networkx.descendants(graph, stage) for stage in ("RECEIVED", "REGISTERED")))

    assert reached | {"RECEIVED"} == set(LIFE.stages)
    assert {stage for stage in LIFE.stages if not ends & (networkx.descendants(graph, stage) | {stage})} == set()


def test_every_limit_starts_and_is_met_by_acts_that_there_are() -> None:
    for limit in read_limits().limits.values():
        assert {*limit.starts, *limit.met_by, *limit.dropped_by} - {RECEIVED} <= LIFE.acts.keys(), limit.zh


def test_who_does_not_see_what_is_written_with_an_act_does_not_do_it() -> None:
    standing = Standing("DISPOSAL_APPROVED", "CONDUCT", "PRELIM_VERIFY")
    sees = Hand("o_1", ("CONDUCT",), frozenset({"HANDLE"}), frozenset({"D1", "D3"}))

    assert refusal(LIFE, "BEGIN_VERIFICATION", standing, sees).name == "ClueActNotYours"  # type: ignore[union-attr]
    assert refusal(LIFE, "BEGIN_VERIFICATION", standing, replace(sees, classes=frozenset({"D5"}))) is None


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ("stages: 3", "stages"),
        ("acts: {X: {zh: x, en: x, by: [NOBODY]}}", "by"),
        ("- x", "the whole"),
        (": [", "cannot be read"),
    ],
)
def test_a_file_that_says_nonsense_is_refused(wrong: str, told: str, tmp_path: Path) -> None:
    path = tmp_path / "life.yaml"
    path.write_text(wrong, encoding="utf-8")

    with pytest.raises(BadInput, match=told):
        read_life(path)


def test_each_duty_and_condition_is_told_in_words() -> None:
    assert set(why.DUTIES) == set(Duty)
    assert set(why.CONDITIONS) == set(Condition)
