"""How far a table has been read: the greatest value of its watermark column, and where to begin the next time."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from graph_service.errors import BadInput
from loaders.declare.sync_spec import WatermarkSpec

_AHEAD = dt.timedelta(days=1)  # a value beyond this is a slip of the pen; as a mark it would hide all that follows
_FORMS = {"datetime": dt.datetime.fromisoformat, "date": dt.date.fromisoformat}


@dataclass(frozen=True)
class Mark:
    """A watermark as the ledger keeps it: its text, and which type it had in the table."""

    text: str
    form: str  # datetime, date, number, or text (SQLite knows no times)

    def value(self) -> Any:
        """Return the value as the table has it."""
        if self.form == "number":
            number = Decimal(self.text)
            return int(number) if number == number.to_integral_value() else number
        return _FORMS[self.form](self.text) if self.form in _FORMS else self.text


def mark_of(value: Any) -> Mark:
    """Return the mark for a value of the table."""
    if isinstance(value, str):
        return Mark(value, "text")
    if isinstance(value, dt.date):
        return Mark(value.isoformat(), "datetime" if isinstance(value, dt.datetime) else "date")
    return Mark(str(value), "number")


def begin_of(mark: Mark, spec: WatermarkSpec) -> Any:
    """Return the least value that is read again: the mark less the overlap, in the type and form of the table."""
    value = mark.value()
    if spec.kind == "number":
        return value - spec.overlap
    if mark.form != "text":
        return value - dt.timedelta(seconds=spec.overlap)
    moment = dt.datetime.fromisoformat(mark.text) - dt.timedelta(seconds=spec.overlap)
    return moment.isoformat(sep=mark.text[10]) if len(mark.text) > 10 else moment.date().isoformat()


class Watch:
    """Remembers the greatest value of the watermark column over one reading."""

    def __init__(self, spec: WatermarkSpec, where: str) -> None:
        self._spec = spec
        self._where = where
        self._style: tuple[Any, ...] | None = None
        self._greatest: Any = None
        self._latest = dt.datetime.now(dt.UTC) + _AHEAD
        self.mark: Mark | None = None

    def see(self, value: Any) -> None:
        """Take up the value of one row; a row without one, or with one that cannot be read, is read again every time."""
        if value is None or isinstance(value, bytes):
            return
        comparable = self._comparable(value)
        if self._is_ahead(comparable):
            return
        if self._greatest is None or comparable > self._greatest:
            self._greatest, self.mark = comparable, mark_of(value)

    def _comparable(self, value: Any) -> Any:
        if self._spec.kind == "number":
            if isinstance(value, bool) or not isinstance(value, int | Decimal | float):
                raise self._refusal(value, "a number")
            return value
        if not isinstance(value, str | dt.date):
            raise self._refusal(value, "a day or time")
        try:
            moment = dt.datetime.fromisoformat(value) if isinstance(value, str) else value
        except ValueError as error:
            raise self._refusal(value, "a day or time such as 2024-03-05 10:00:00") from error
        zone = moment.utcoffset() if isinstance(moment, dt.datetime) else None
        # Texts are compared by the table as texts: that is right only while all are written alike.
        style = (type(value), value[10:11], zone) if isinstance(value, str) else (type(value), "", zone is None)
        if self._style not in (None, style):
            raise self._refusal(value, "written like the values before it")
        self._style = style
        return moment

    def _is_ahead(self, moment: Any) -> bool:
        if not isinstance(moment, dt.date):
            return False
        if not isinstance(moment, dt.datetime):
            return moment > self._latest.date()
        return moment > (self._latest if moment.tzinfo else self._latest.astimezone().replace(tzinfo=None))

    def _refusal(self, value: Any, wanted: str) -> BadInput:
        what = f"the watermark column '{self._spec.column}' holds a value ({type(value).__name__}) that is not {wanted}"
        mend = "name another column, another kind, or have the query convert it"
        zh = f"水位列“{self._spec.column}”的值（{type(value).__name__}）无法比较，请换列或kind，或在查询中转换"
        return BadInput(what, self._where, mend, zh=zh)
