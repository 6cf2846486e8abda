"""Chinese names as they are compared: folded, with variants, by sound, and masked names as patterns."""

import re
from dataclasses import dataclass

from schema.identifiers.fold import fold
from schema.identifiers.name_fold import fold_name, simplified_name, variant_name
from schema.identifiers.pinyin import pinyin_keys
from schema.identifiers.surnames import split_name

MASK = "某"
HIDDEN = re.compile(r"[某*×✕xX?□■●○_\ufffd\ue000-\uf8ff]")
_ANY = "_"  # what LIKE takes for one sign


@dataclass(frozen=True)
class NameKeys:
    """What two names are compared by.

    `sounds` are surname-aware pinyin, one key per reading of the surname; `masks` surname and length, as ledgers mask a
    name; `pattern` has the open signs of a masked name in their places.
    """

    folded: str
    variant: str
    sounds: tuple[str, ...]
    masks: tuple[str, ...]
    pattern: str | None


def name_keys(name: str) -> NameKeys:
    """Return the keys of a name; a masked name has a pattern and no sound."""
    folded = fold_name(name)
    surname, given = split_name(simplified_name(name))
    masked = HIDDEN.search(given) is not None
    masks = [surname + MASK * len(given)]
    if not masked:
        return NameKeys(folded, variant_name(name), pinyin_keys(folded), tuple(masks), None)
    pattern = folded[: len(surname)] + HIDDEN.sub(_ANY, folded[len(surname) :])
    if len(given) == 1:
        masks.append(surname + MASK * 2)  # 张某 may be short for a name of three signs
    return NameKeys(folded, folded, (), tuple(masks), pattern)


def titles(post: str | None) -> frozenset[str]:
    """Return the posts that a text such as 党组书记、局长 states, and the whole of it."""
    if not post:
        return frozenset()
    whole = fold(post).replace(" ", "")
    return frozenset((whole, *(part for part in re.split(r"[、,，;；/]", whole) if part)))
