"""All of something, read page by page: each page begins after the last uid of the page before it."""

from collections.abc import Iterator
from typing import Any

from graph_service.graph import Writer

PAGE = 20_000  # rows that are read at once where each is small


def read_pages(writer: Writer, text: str, bound: int = PAGE, **params: Any) -> Iterator[list[list[Any]]]:
    """Yield the pages of a statement that answers `$bound` rows after `$after` as one column, each with its uid first."""
    after = ""
    while rows := writer.run_read(text, after=after, bound=bound, **params)[0][0]["rows"]:
        yield rows
        after = rows[-1][0]


def read_rows(writer: Writer, text: str, **params: Any) -> Iterator[list[Any]]:
    """Yield the rows of these pages one by one."""
    for rows in read_pages(writer, text, **params):
        yield from rows
