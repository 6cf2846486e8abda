"""The API's own scalars: money, days, times and free JSON."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any, NewType

import strawberry
from graphql import GraphQLError

Fen = NewType("Fen", int)
Day = NewType("Day", str)
Moment = NewType("Moment", str)
Json = NewType("Json", object)
_MOMENT = "Time as YYYY-MM-DDThh:mm:ss: local, without a zone, where a source states it, and with its zone where the service noted it 时间"
_BOUND = 2**63  # the graph's whole numbers have 64 bits


def read_fen(value: Any) -> int:
    """Return a whole number of fen, or refuse what is none."""
    if isinstance(value, bool) or not isinstance(value, int) or not -_BOUND <= value < _BOUND:
        raise GraphQLError(f"Fen cannot represent {value!r}: give a whole number of 64 bits")
    return value


def read_day(value: Any) -> str:
    """Return a day as text, or refuse what is none."""
    try:
        return date.fromisoformat(value).isoformat()
    except (TypeError, ValueError) as error:
        raise GraphQLError(f"Date cannot represent {value!r}: give a day as YYYY-MM-DD") from error


def read_moment(value: Any) -> str:
    """Return a local time as text, or refuse what is none."""
    try:
        moment = datetime.fromisoformat(value)
    except (TypeError, ValueError) as error:
        raise GraphQLError(f"DateTime cannot represent {value!r}: give a time as YYYY-MM-DDThh:mm:ss") from error
    if moment.tzinfo is not None:
        raise GraphQLError(f"DateTime cannot represent {value!r}: give local time, without a zone")
    return moment.isoformat()


def _scalar(name: str, about: str, read: Callable[[Any], Any]) -> Any:
    return strawberry.scalar(name=name, description=about, serialize=lambda value: value, parse_value=read)


SCALARS = {
    Fen: _scalar("Fen", "Amount of money as a whole number of fen 分 (1/100 yuan), 64 bits", read_fen),
    Day: _scalar("Date", "Day as YYYY-MM-DD 日期", read_day),
    Moment: _scalar("DateTime", _MOMENT, read_moment),
    Json: _scalar("JSON", "Any JSON value", lambda value: value),
}
