"""The time limits of a clue, counted once more: another table, another library's working days, and a walk day by day."""

import calendar
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import chinese_calendar

_DAY = timedelta(days=1)
_ENDS_TOLD = (
    "REFUSE CLOSE ACCEPT_EXPLANATION CLOSE_AFTER_VERIFICATION REMIND TAKE_FIRST_FORM REFER_TO_PARTY_ORG WITHDRAW_CASE "
    "RECORD_RESULT RECORD_ECHO DECIDE END_FALSE_ACCUSATION_CHECK"
)
RECEIVED = "received"
# limit: what starts it, what meets it, what takes it away, how long (working days or months), by how many months it may be lengthened once.
_TABLE = {
    "ACCEPTANCE_TOLD": (RECEIVED, "TELL_ACCEPTED", "", "15 wd", 0),
    "RESULT_TOLD": (_ENDS_TOLD, "TELL_RESULT", "RETURN_BY_PROCURATORATE REOPEN", "15 wd", 0),
    "TRANSFER_ANSWERED": (RECEIVED, "ANSWER_ORIGIN", "", "3 m", 0),
    "SIGNED_FOR": ("APPROVE_ASSIGNMENT HAND_TO_INVESTIGATION", "SIGN_FOR", "SEND_BACK RECALL", "3 wd", 0),
    "OTHER_BODY_ECHO": ("HAND_TO_OTHER_BODY HAND_OVER_AFTER_VERIFICATION", "RECORD_ECHO", "TAKE_BACK", "3 m", 0),
    "LOWER_LEVEL_RESULT": ("FORWARD_DOWN", "RECORD_RESULT", "TAKE_BACK_FROM_BELOW", "3 m", 0),
    "DISPOSAL_PROPOSED": ("APPROVE_ASSIGNMENT LOOK_AGAIN REFUSE_DISPOSAL HAND_TO_INVESTIGATION", "PROPOSE_DISPOSAL", "SEND_BACK RECALL", "1 m", 0),
    "TALK_REPORTED": ("BEGIN_TALK TALK_AGAIN", "REPORT_TALK", "", "1 m", 0),
    "VERIFIED": ("BEGIN_VERIFICATION VERIFY_AFTER_TALK", "REPORT_VERIFICATION", "", "2 m", 1),
    "INVESTIGATED": ("FILE_CASE SEND_BACK_FOR_MORE", "SEND_TO_ADJUDICATION WITHDRAW_CASE", "", "3 m", 1),
    "SUPPLEMENTED": ("RETURN_BY_PROCURATORATE", "SEND_TO_ADJUDICATION WITHDRAW_CASE", "", "1 m", 0),
    "ADJUDICATED": ("ACCEPT_FOR_ADJUDICATION REFUSE_DECISION", "PROPOSE_DECISION SEND_BACK_FOR_MORE", "", "1 m", 1),
    "EXECUTED": ("DECIDE", "ARCHIVE", "RETURN_BY_PROCURATORATE", "6 m", 0),
    "RECONSIDERED": ("RECONSIDER", "END_RECONSIDERATION ASK_REVIEW", "", "1 m", 0),
    "REVIEWED": ("ASK_REVIEW", "END_RECONSIDERATION", "", "2 m", 0),
}  # fmt: skip
_GO_ON = {"RESULT_TOLD", "TRANSFER_ANSWERED"}  # owed after the clue's life is over too
_OF_WHICH = {"ACCEPTANCE_TOLD": "real name", "RESULT_TOLD": "real name", "TRANSFER_ANSWERED": "handed over"}


@dataclass(frozen=True)
class Said:
    """One act as the test saw it: its day, the limit and day that it spoke of, and whether the life ended with it."""

    act: str
    on: date
    limit: str | None = None
    due_on: date | None = None
    ends: bool = False


def counted(received_on: date, is_what: set[str], acts: Sequence[Said]) -> list[tuple[str, date, date, date | None]]:
    """Return every limit that began and was not taken away: its name, first and last day, and the day on which it was met."""
    found = []
    for name, row in _TABLE.items():
        if _OF_WHICH.get(name, "") in is_what | {""}:
            found += [each for place, on in _begun(row[0], received_on, acts) if (each := _one(name, place, on, acts))]
    return sorted(found, key=str)


def _begun(starts: str, received_on: date, acts: Sequence[Said]) -> Iterator[tuple[int, date]]:
    if starts == RECEIVED:
        yield 0, received_on
    for place, each in enumerate(acts, 1):
        if each.act in starts.split():
            yield place, each.on


def _one(name: str, place: int, on: date, acts: Sequence[Said]) -> tuple[str, date, date, date | None] | None:
    _, met_by, dropped_by, span, longer = _TABLE[name]
    met = None
    until = len(acts)
    for at in range(place, len(acts)):
        if acts[at].act in met_by.split():
            met, until = acts[at].on, at
            break
        if acts[at].act in dropped_by.split() or (acts[at].ends and name not in _GO_ON):
            return None
    own = [each for each in acts[place:until] if each.limit == name]
    months = bool(longer) and any(each.act == "EXTEND" for each in own)
    last = _walked(on, span, longer if months else 0, _stood(acts[:until]))
    set_on = [each.due_on for each in own if each.act == "SET_DUE" and each.due_on]
    return name, on, min(last, set_on[-1]) if set_on else last, met


def _stood(acts: Sequence[Said]) -> set[date]:
    """Return the days on which the clock stood: those after the day of each stop, up to that on which it ran again."""
    stood: set[date] = set()
    since = None
    for each in acts:
        if each.act == "PAUSE" and since is None:
            since = each.on
        elif each.act == "RESUME" and since is not None:
            stood |= {since + _DAY * n for n in range(1, (each.on - since).days + 1)}
            since = None
    return stood


def _walked(on: date, span: str, longer: int, stood: set[date]) -> date:
    """Return the last day, walked to from the first one: a day on which the clock stood takes nothing away."""
    count, unit = int(span.split()[0]), span.split()[1]
    left = count if unit == "wd" else (_months_on(on, count + longer) - on).days
    day = on
    while left:
        day += _DAY
        left -= day not in stood and (unit == "m" or chinese_calendar.is_workday(day))
    while not chinese_calendar.is_workday(day):
        day += _DAY
    return day


def _months_on(day: date, months: int) -> date:
    year, month = day.year + (day.month - 1 + months) // 12, (day.month - 1 + months) % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
