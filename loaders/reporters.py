"""Columns about the person who made a report: they are never mapped, and never kept with rejected rows."""

import re

from graph_service.mentions.lexicon.reporting import WHO_REPORTS
from schema.identifiers.characters import without_blanks

_REPORTER = re.compile(rf"{WHO_REPORTS}(?!数|次)|reporter|complainant", re.IGNORECASE)


def names_reporter(column: str) -> bool:
    """Return whether a column says who made a report, such as 举报人电话 and unlike 被举报人."""
    return _REPORTER.search(without_blanks(column)) is not None
