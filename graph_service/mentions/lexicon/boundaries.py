"""Where a name can begin and end in running text."""

from graph_service.mentions.lexicon.titles import ROLES
from graph_service.mentions.lexicon.vocabulary import read_words

STOPS = frozenset(" ,.;:!?()<>《》〈〉“”‘’\"'、。…/|\n\r\t-~〔〕「」『』*&+=")
_ROLES = tuple(ROLES)
_BEFORE = _ROLES + read_words("before")
_AFTER = read_words("after") + tuple(word for word in read_words("kin") if len(word) > 1)
_LONG_AFTER = tuple(word for word in _AFTER if len(word) > 1)
_ORDINARY = frozenset(read_words("ordinary"))


def begins_well(text: str, at: int) -> bool:
    """Return whether a name may begin here: at the start, after a sign, or after a word that leads in a name."""
    return at == 0 or text[at - 1] in STOPS or text.endswith(_BEFORE, 0, at)


def ends_well(text: str, at: int) -> bool:
    """Return whether a name may end here."""
    return at == len(text) or text[at] in STOPS or text[at].isascii() or text.startswith(_AFTER, at)


def begins_after(text: str, at: int) -> bool:
    """Return whether a word of several signs that can follow a name begins here."""
    return text.startswith(_LONG_AFTER, at)


def follows_role(text: str, at: int) -> bool:
    """Return whether a role or kin word stands right before this place."""
    return text.endswith(_ROLES, 0, at)


def is_word(name: str) -> bool:
    """Return whether the name is an ordinary word as well."""
    return name in _ORDINARY
