"""When a row makes a node or a link: where a column is filled, or where it holds one of some words."""

from typing import Annotated

from pydantic import BeforeValidator, Field

from loaders.declare.read_spec import Declared


def _as_words(value: object) -> object:
    return (value,) if isinstance(value, str) else value


class WhenSpec(Declared):
    """One of some words in a column, as one table holds several kinds of nodes or of relationships."""

    column: str
    is_: Annotated[tuple[str, ...], BeforeValidator(_as_words), Field(min_length=1)] = Field(alias="is")


When = str | WhenSpec


def column_of(when: When | None) -> str | None:
    """Return the column that decides, None where every row counts."""
    return when.column if isinstance(when, WhenSpec) else when


def words_of(when: When | None) -> tuple[str, ...]:
    """Return the words that the column must hold, none where it need only be filled."""
    return when.is_ if isinstance(when, WhenSpec) else ()
