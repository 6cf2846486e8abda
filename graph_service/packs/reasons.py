"""Why a focus is suggested: signs found among the rows of a pack, each with the matters that make it and a sentence."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from graph_service.cypher.sentences import told_of
from graph_service.packs.bounds import ONE_TERM_FROM, TOLD_OF_REASON
from graph_service.packs.reading import PUT_RIGHT, PackFacts, Row
from graph_service.packs.rows import amount_of, first_by_day, is_overdue, lacks_echo, open_fen
from graph_service.packs.signs import Sign, read_signs
from graph_service.packs.words import kinds_told, money_told
from schema.vocabulary import InspectionFocus


@dataclass
class Found:
    """What a sign found: the matters, how many count, how much money, whom the sentence names, and what else it tells."""

    sign: str
    matters: Sequence[Row]
    number: int
    amount_fen: int
    people: Sequence[Row] = ()
    facts: dict[str, str] = field(default_factory=dict)
    is_open: bool = False  # whether the money is what is not put right yet


def focuses(facts: PackFacts, on: str) -> list[Row]:
    """Return the focuses for which anything speaks, most points first, each with its reasons, most points first."""
    made = [_focus(focus.value, facts, on) for focus in InspectionFocus]
    told = [each for each in made if each["reasons"]]
    return sorted(told, key=lambda each: -each["points"])


def _focus(focus: str, facts: PackFacts, on: str) -> Row:
    signs = read_signs()
    found = [*_by_kind(focus, facts)]
    found += [each for each in _of_focus(facts, on) if signs.of_focus[each.sign].focus == focus]
    order = list(signs.signs)
    reasons = [_reason(each, signs.signs[each.sign]) for each in found if each.number]
    reasons.sort(key=lambda each: (-each["points"], order.index(each["sign"])))
    return {"focus": focus, "points": sum(each["points"] for each in reasons), "reasons": reasons}


def _by_kind(focus: str, facts: PackFacts) -> Iterator[Found]:
    """Yield what the kinds of problem of a focus tell, part by part, and by several parts at once."""
    parts = {
        "AUDIT_FOUND": facts.findings,
        "INSPECTION_FOUND": facts.issues,
        "ALLEGED": facts.clues,
        "WARNED": facts.alerts,
    }
    of_focus = {sign: [row for row in rows if _focus_of(row) == focus and _tells(row)] for sign, rows in parts.items()}
    channels: dict[str, set[str]] = {}
    for sign, rows in of_focus.items():
        for row in rows:
            channels.setdefault(row["problem"], set()).add(sign)
    several = [kind for kind, told in channels.items() if kind and len(told) > 1]
    matters = [row for rows in of_focus.values() for row in rows if row["problem"] in several]
    yield Found("SEVERAL_CHANNELS", matters, len(several), amount_of(matters), facts=_kinds(matters))
    for sign, rows in of_focus.items():
        yield Found(sign, rows, len(rows), amount_of(rows), facts=_kinds(rows))


def _focus_of(row: Row) -> str | None:
    stated: str | None = row.get("focus")
    return stated or read_signs().focus_of(row["problem"])


def _tells(row: Row) -> bool:
    """Return whether a matter still counts: no closed clue, no dismissed alert."""
    return row.get("disposal") != "CLOSED" and row.get("state") != "DISMISSED"


def _kinds(rows: Sequence[Row]) -> dict[str, str]:
    counted = Counter(row["problem"] for row in rows if row["problem"])
    return {"kinds": kinds_told(counted, "en"), "kinds_zh": kinds_told(counted, "zh")}


def _of_focus(facts: PackFacts, on: str) -> Iterator[Found]:
    """Yield what the posts and the state of rectification tell, whatever the kind of problem."""
    yield _leaders(facts)
    yield _one_term(facts)
    back = [row for row in facts.problems if row["at"][1] in facts.back]
    yield Found("BACK_AFTER_RECTIFICATION", back, len(back), amount_of(back), facts=_first(back))
    again = {uid for row in facts.issues for uid in row["repeats"]}
    open_ones = [row for row in facts.problems if row["rectification"] not in PUT_RIGHT]
    repeated = [row for row in open_ones if row["at"][1] in again]
    yield Found("REPEATED", repeated, len(repeated), amount_of(repeated), facts=_first(repeated))
    late = first_by_day([row for row in open_ones if is_overdue(row, on)], "due_on")
    yield Found(
        "OVERDUE",
        late,
        len(late),
        sum(map(open_fen, late)),
        is_open=True,
        facts={"day": late[0]["due_on"] if late else ""},
    )
    going_on = [row for row in open_ones if not is_overdue(row, on)]
    yield Found("GOING_ON", going_on, len(going_on), sum(map(open_fen, going_on)), is_open=True)
    silent = first_by_day([row for row in facts.transfers if lacks_echo(facts, row)], "day")
    yield Found("NO_ECHO", silent, len(silent), amount_of(silent), facts={"day": silent[0]["day"] if silent else ""})


def _first(rows: Sequence[Row]) -> dict[str, str]:
    return {"first": rows[0]["number"] if rows else ""}


def _leaders(facts: PackFacts) -> Found:
    """Return the matters that tell against leading people, each matter once, and these people."""
    people = list({row["at"][1]: row for row in facts.holders if row["against"]}.values())
    matters = list({each["at"][1]: each for row in people for each in row["against"]}.values())
    names = {"en": ", ".join(_called(row) for row in people[:5]), "zh": "、".join(_called(row) for row in people[:5])}
    return Found(
        "LEADERS_NAMED",
        matters,
        len(matters),
        amount_of(matters),
        people,
        {"names": names["en"], "names_zh": names["zh"]},
    )


def _one_term(facts: PackFacts) -> Found:
    """Return the terms of leading posts in which many problems fell."""
    many = [row for row in facts.holders if row["is_top"] and len(row["in_term"]) >= ONE_TERM_FROM]
    terms = sorted(many, key=lambda row: -len(row["in_term"]))
    inside = {uid for row in terms for uid in row["in_term"]}
    matters = [row for row in facts.problems if row["at"][1] in inside]
    told = {
        "names": ", ".join(f"{_called(row)} ({len(row['in_term'])})" for row in terms[:5]),
        "names_zh": "、".join(f"{_called(row)}（{len(row['in_term'])}个）" for row in terms[:5]),
        "count": str(len(matters)),
    }
    return Found("ONE_TERM", matters, len(terms), amount_of(matters), terms, told)


def _called(row: Row) -> str:
    return " ".join(filter(None, (row["name"], row["post"])))


def _reason(found: Found, sign: Sign) -> Row:
    count = int(found.facts.get("count", len(found.matters)))
    english = {"count": count, **found.facts}
    chinese = {**english, **{name: found.facts.get(f"{name}_zh", value) for name, value in english.items()}}
    money = {language: money_told(found.amount_fen, language, found.is_open) for language in ("en", "zh")}
    return {
        "sign": found.sign, "points": sign.points(found.number), "count": count, "amount_fen": found.amount_fen,
        "sentence": told_of(sign.because, english, "en") + money["en"],
        "sentence_zh": told_of(sign.because_zh, chinese, "zh") + money["zh"],
        "matters": [row["at"] for row in found.matters[:TOLD_OF_REASON]],
        "people": list({row["at"][1]: row["at"] for row in found.people[:5]}.values()),
    }  # fmt: skip
