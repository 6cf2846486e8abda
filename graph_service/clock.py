"""The clock that people here live by."""

from datetime import timedelta, timezone

BEIJING = timezone(timedelta(hours=8))
