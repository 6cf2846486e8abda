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

    @classmethod
    def of_word(cls, word: str) -> str | None:
        """Return the value that another word of the trade says, empty where it says something that has no value, None where nothing."""
        return None

    @classmethod
    def other_words(cls) -> tuple[str, ...]:
        """Return examples of the other words that are read, none where only labels and values are."""
        return ()
