"""The tables and plots of a circular, made of the answer that the API gives, and of nothing else."""

from collections.abc import Iterable, Mapping
from typing import Any

from graph_service.reports.parts import Head, Maker, Row, made_report, table_of
from graph_service.reports.report import Plot, Report, Table
from graph_service.reports.words import Words
from graph_service.tasks.rules import TASKS, TICKET, read_task_rules
from graph_service.work.life import Life, read_life

Circular = Mapping[str, Any]
_MOST_BARS = 16


def circular_report(circular: Circular, maker: Maker, language: str) -> Report:
    """Return the report of a circular."""
    say = Words(language)
    unit = circular["unit"]["name"] if circular["unit"] else None
    facts = [
        (say("period"), f"{circular['since']} — {circular['until']}"), (say("stands_on"), circular["on"]),
        (say("of_unit"), unit or circular["team"] or say("everything")), (say("smallest"), say("smallest_told").format(circular["smallest"])),
    ]  # fmt: skip
    tables = (
        _tickets(circular, say),
        _clues(circular, say),
        _limits(circular, say),
        _sweeps(circular, say),
        _links(circular, say),
        _times(circular, say),
    )
    return made_report(say, Head(say("circular"), facts, say("circular_note"), maker), tables, _plots(circular, say))


def _told(value: float | None, say: Words, share: bool = False) -> str:
    if value is None:
        return say("not_told")
    return f"{value:.1%}" if share else f"{value:g}"


def _life(kind: str) -> Life:
    return read_task_rules(kind).life if kind in (*TASKS, TICKET) else read_life()


def _stage(kind: str, stage: str, say: Words) -> str:
    return str(getattr(_life(kind).stages[stage], say.language))


def _kind(kind: str, say: Words) -> str:
    return say(f"of_{kind}")


def _tickets(circular: Circular, say: Words) -> Table:
    told = circular["tickets"]
    rows: list[Row] = [
        [say(name), _told(told[key], say, key == "solvedShare")]
        for name, key in (
            ("received", "received"), ("solved", "solved"), ("solved_share", "solvedShare"), ("not_taken", "notTaken"),
            ("rated", "rated"), ("mean_rating", "meanRating"),
        )
    ]  # fmt: skip
    rows += [[say("rated_with").format(each["rating"]), _told(each["count"], say)] for each in told["byRating"]]
    return table_of(say, "tickets", "figure:40 told:20", rows)


def _clues(circular: Circular, say: Words) -> Table:
    rows: list[Row] = [
        [
            say.term("Channel", each["channel"]) or say("unstated"),
            _stage("Clue", each["stage"], say),
            _told(each["count"], say),
        ]
        for each in circular["clues"]
    ]
    return table_of(say, "clues", "channel:20 stage:30 told:20", rows)


def _limits(circular: Circular, say: Words) -> Table:
    rows: list[Row] = [
        [_kind(each["kind"], say), each["title" if say.language == "zh" else "titleEn"],
         *(_told(each[name], say) for name in ("kept", "over", "running")), _told(each["share"], say, share=True)]
        for each in circular["deadlines"]
    ]  # fmt: skip
    return table_of(say, "deadlines", "of_what:16 limit:34 kept:10 over:10 running:10 share:12", rows)


def _sweeps(circular: Circular, say: Words) -> Table:
    told = circular["sweeps"]
    rows: list[Row] = [
        [say(name), _told(told[key], say)]
        for name, key in (
            ("sweeps_count", "sweeps"), ("looked_at", "lookedAt"), ("found_at", "found"), ("fixed_at", "fixed"), ("people_affected", "people"),
        )
    ]  # fmt: skip
    return table_of(say, "sweeps", "figure:40 told:20", rows)


def _links(circular: Circular, say: Words) -> Table:
    rows: list[Row] = [
        [f"{say.term('Channel', each['one'])} — {say.term('Channel', each['other'])}",
         *(_told(each[name], say) for name in ("proposed", "confirmed", "rejected", "unsure"))]
        for each in circular["links"]
    ]  # fmt: skip
    return table_of(say, "links", "channels:34 proposed:12 confirmed_count:12 rejected_count:12 unsure_count:12", rows)


def _times(circular: Circular, say: Words) -> Table:
    rows: list[Row] = [
        [_kind(each["kind"], say), _stage(each["kind"], each["stage"], say), each["team"] or "",
         *(_told(each[name], say) for name in ("count", "medianDays", "longestDays"))]
        for each in circular["stageTimes"]
    ]  # fmt: skip
    return table_of(say, "stage_times", "of_what:16 stage:24 team:20 stays:10 median_days:14 longest_days:14", rows)


def _plots(circular: Circular, say: Words) -> tuple[Plot, ...]:
    """Return the plots; what is not told has no bar."""
    clues = [
        (
            f"{say.term('Channel', each['channel']) or say('unstated')} · {_stage('Clue', each['stage'], say)}",
            each["count"],
            str(each["count"]),
        )
        for each in circular["clues"]
    ]
    limits = [
        (
            f"{_kind(each['kind'], say)} · {each['title' if say.language == 'zh' else 'titleEn']}",
            each["share"],
            _told(each["share"], say, share=True),
        )
        for each in circular["deadlines"]
    ]
    times = [
        (
            f"{_stage(each['kind'], each['stage'], say)} · {each['team'] or ''}",
            each["medianDays"],
            _told(each["medianDays"], say),
        )
        for each in circular["stageTimes"]
    ]
    drawn = (("plot_clues", clues), ("plot_limits", limits), ("plot_times", times))
    return tuple(Plot(say(name), kept) for name, bars in drawn if (kept := _longest(bars)))


def _longest(bars: Iterable[tuple[str, Any, str]]) -> list[tuple[str, float, str]]:
    told = [(name, float(length), text) for name, length, text in bars if length is not None]
    return sorted(told, key=lambda each: -each[1])[:_MOST_BARS]
