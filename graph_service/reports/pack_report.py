"""The tables of a unit's pack, made of the answer that the API gives, and of nothing else."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from graph_service.packs.signs import read_signs
from graph_service.reports.parts import Head, Maker, Row, made_report, table_of
from graph_service.reports.report import Report, Table
from graph_service.reports.words import Words

Pack = Mapping[str, Any]
_MOST_NAMED = 5


def report_of(pack: Pack, maker: Maker, language: str) -> Report:
    """Return the report of a pack."""
    say = Words(language)
    tables = (
        _focuses(pack, say), *(make(pack, say) for make in _PARTS), _totals(pack, say),
        _sums(pack, say, "by_problem"), _sums(pack, say, "by_year"),
    )  # fmt: skip
    facts = [
        (say("unit"), pack["unit"]["name"] or say("unknown")), (say("uscc"), pack["unit"]["uscc"] or say("unknown")),
        (say("as_of"), pack["on"]), (say("units"), "、".join(each["name"] or "?" for each in pack["units"])),
        (say("whole"), say("is_whole" if _is_all(pack) else "is_cut")),
    ]  # fmt: skip
    return made_report(say, Head(say("title"), facts, say("scope_note"), maker), tables)


def _is_all(pack: Pack) -> bool:
    return bool(pack["isWhole"]) and all(each["shown"] == each["count"] for each in pack["totals"])


def _numbers(matters: Sequence[Mapping[str, Any]]) -> str:
    return "、".join(each["number"] or "?" for each in matters)


def _named(matters: Sequence[Mapping[str, Any]], say: Words) -> str:
    return "\n".join(
        f"{say(each['__typename'])} {each['number']} {each.get('caption') or ''}".strip() for each in matters
    )


def _focuses(pack: Pack, say: Words) -> Table:
    sentence = "sentenceZh" if say.language == "zh" else "sentence"
    signs = read_signs().signs
    rows: list[Row] = [
        [f"{say.term('InspectionFocus', focus['focus'])}（{focus['points']}）", reason["points"], getattr(signs[reason["sign"]], say.language),
         reason[sentence], reason["count"], reason["amountFen"], _numbers(reason["matters"][:_MOST_NAMED])]
        for focus in pack["focuses"]
        for reason in focus["reasons"]
    ]  # fmt: skip
    return table_of(say, "focuses", "focus:14 points:5# sign:10 sentence:40 count:5# amount:11¥ matters:22", rows)


def _problem(place: int, each: Mapping[str, Any], kind: str, say: Words) -> Row:
    """Return the cells that findings and issues have in common, from the number to the state of rectification."""
    matter = each[kind]
    return [
        place, matter["number"], "\n".join(filter(None, (matter["title"], matter["text"]))), each["unit"]["name"],
        say.term("Problem", matter["problem"]), matter["foundOn"], matter["amountFen"], each["openFen"],
        say.term("Rectification", matter["rectification"]), matter["dueOn"],
    ]  # fmt: skip


def _held(each: Mapping[str, Any]) -> str:
    return "\n".join(f"{held['post'] or ''} {held['person']['name'] or '?'}".strip() for held in each["holders"])


def _marks(each: Mapping[str, Any], marks: Mapping[str, bool], say: Words) -> str:
    return "；".join(say(key) for key, holds in ({"overdue": each["isOverdue"]} | dict(marks)).items() if holds)


_COMMON = "number:4# code:10 facts:30 unit:11 problem:8 found_on:9 amount:10¥ open_amount:10¥ rectification:7 due_on:9"


def _findings(pack: Pack, say: Words) -> Table:
    rows = [
        [*_problem(place, each, "finding", say), _marks(each, {"repeated": each["repeated"], "is_back": bool(each["back"])}, say),
         _held(each), _numbers([*each["issues"], *each["clues"]])]
        for place, each in enumerate(pack["findings"], 1)
    ]  # fmt: skip
    return table_of(say, "findings", f"{_COMMON} marks:8 holders_then:12 same_kind:12", rows)


def _issues(pack: Pack, say: Words) -> Table:
    rows = [
        [*_problem(place, each, "issue", say), say.term("InspectionFocus", each["issue"]["focus"]),
         _marks(each, {"is_back": each["isBack"] or bool(each["back"]), "repeated": bool(each["repeats"])}, say), _held(each)]
        for place, each in enumerate(pack["issues"], 1)
    ]  # fmt: skip
    return table_of(say, "issues", f"{_COMMON} focus:10 marks:8 holders_then:12", rows)


def _back(pack: Pack, say: Words) -> Table:
    problems = [
        (each, each[kind]) for part, kind in (("findings", "finding"), ("issues", "issue")) for each in pack[part]
    ]
    rows: list[Row] = [
        [matter["number"], matter["title"], each["unit"]["name"], say.term("Problem", matter["problem"]),
         say.term("Rectification", matter["rectification"]), matter["closedOn"], _named(each["back"], say)]
        for each, matter in problems if each["back"]
    ]  # fmt: skip
    return table_of(say, "back", "code:12 matter:26 unit:14 problem:10 rectification:9 closed_on:10 later:40", rows)


def _transfers(pack: Pack, say: Words) -> Table:
    rows: list[Row] = []
    for each in pack["transfers"]:
        clue = each["clue"]
        echo = say("lacks_echo" if each["lacksEcho"] else "waits" if each["waitingSince"] else "answered")
        rows.append([
            clue["number"], clue["title"], clue["receivedOn"], _named(each["handedOver"], say), clue["acceptedNumber"],
            clue["answeredOn"], echo,
        ])  # fmt: skip
    return table_of(
        say, "transfers", "code:12 letter:24 sent_on:10 handed_over:34 registered:12 answered_on:10 echo:12", rows
    )


def _clues(pack: Pack, say: Words) -> Table:
    rows: list[Row] = [
        [place, clue["number"], clue["title"], unit["name"], say.term("Problem", clue["problem"]),
         say.term("Channel", clue["channel"]), clue["receivedOn"], clue["amountFen"], say.term("ClueStatus", clue["status"]),
         say.term("Disposal", clue["disposal"])]
        for place, (clue, unit) in enumerate(((each["clue"], each["unit"]) for each in pack["clues"]), 1)
    ]  # fmt: skip
    columns = "number:4# code:12 matter:30 unit:14 problem:10 channel:10 received_on:10 amount:11¥ status:8 disposal:9"
    return table_of(say, "clues", columns, rows)


def _alerts(pack: Pack, say: Words) -> Table:
    rows: list[Row] = [
        [place, alert["number"], alert["title"], unit["name"], say.term("Problem", alert["problem"]),
         say.term("Severity", alert["severity"]), say.term("AlertState", alert["state"]), (alert["raisedAt"] or "")[:10],
         alert["amountFen"]]
        for place, (alert, unit) in enumerate(((each["alert"], each["unit"]) for each in pack["alerts"]), 1)
    ]  # fmt: skip
    columns = "number:4# code:13 matter:34 unit:16 problem:10 severity:6 state:9 raised_at:10 amount:11¥"
    return table_of(say, "alerts", columns, rows)


def _holders(pack: Pack, say: Words) -> Table:
    rows: list[Row] = [
        [each["unit"]["name"], each["person"]["name"], each["post"],
         f"{each['validFrom'] or say('unknown')} — {each['validTo'] or say('until_now')}", say.truth(each["isThere"]),
         each["inTermCount"], _numbers(each["inTerm"]), _named(each["against"], say)]
        for each in pack["holders"]
    ]  # fmt: skip
    return table_of(say, "holders", "unit:16 name:8 post:10 term:18 there:6 in_term:7# matters:26 against:30", rows)


def _connected(pack: Pack, say: Words) -> Table:
    rows: list[Row] = []
    for each in pack["connected"]:
        why = [join["sentenceZh" if say.language == "zh" else "sentence"] for join in each["joins"]]
        rows.append([
            _named([each["matter"]], say), say.term("Channel", each["matter"]["channel"]),
            "\n".join(f"{say(join['matter']['__typename'])} {join['matter']['number']}" for join in each["joins"]),
            "\n".join(f"{told}（{say(join['state'])}）" for told, join in zip(why, each["joins"], strict=True)),
        ])  # fmt: skip
    return table_of(say, "connected", "matter:34 channel:10 joined_with:22 why:34", rows)


_PARTS: tuple[Callable[[Pack, Words], Table], ...] = (
    _findings, _issues, _back, _transfers, _clues, _alerts, _holders, _connected,
)  # fmt: skip


def _totals(pack: Pack, say: Words) -> Table:
    rows: list[Row] = [
        [say(each["part"].lower()), each["count"], each["shown"], each["open"], each["overdue"], each["back"],
         each["amountFen"], each["openFen"], say.truth(each["isWhole"])]
        for each in pack["totals"]
    ]  # fmt: skip
    columns = "part:18 count:7# shown:7# open:7# overdue:7# back_count:7# amount:14¥ open_amount:14¥ whole:9"
    return table_of(say, "totals", columns, rows)


def _sums(pack: Pack, say: Words, name: str) -> Table:
    key = "problem" if name == "by_problem" else "year"
    rows: list[Row] = []
    for each in pack["byProblem" if key == "problem" else "byYear"]:
        what = say.term("Problem", each[key]) if key == "problem" else str(each[key] or "")
        sums = [each[part] for part in ("findings", "issues", "clues", "alerts", "open", "amountFen", "openFen")]
        rows.append([what or say("unstated" if key == "problem" else "undated"), *sums])
    columns = f"{key}:20 findings:9# issues:9# clues:9# alerts:7# open:9# amount:14¥ open_amount:14¥"
    return table_of(say, name, columns, rows)
