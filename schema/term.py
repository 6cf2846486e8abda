"""A closed vocabulary: ASCII values for machines, the Chinese term of the trade as label."""

from enum import StrEnum


class Term(StrEnum):
    """A value of a closed vocabulary with its Chinese label."""

    label: str

    def __new__(cls, value: str, label: str) -> "Term":
        """Return the member, a text with its label beside it."""
        term = str.__new__(cls, value)
        term._value_ = value
        term.label = label
        return term
