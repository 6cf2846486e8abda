"""Columns about the person who made a report: they are never mapped, and never kept with rejected rows."""

import re

from schema.identifiers.characters import without_blanks

_REPORTER = re.compile(
    r"(?<!被)(?:举报|检举|控告|投诉|信访|来信|来访|来电|反映|申诉|上访)(?:人|者)(?!数|次)|reporter|complainant",
    re.IGNORECASE,
)


def names_reporter(column: str) -> bool:
    """Return whether a column says who made a report, such as 举报人电话 and unlike 被举报人."""
    return _REPORTER.search(without_blanks(column)) is not None
