"""Names of people: frequent ones as in real life, compound surnames, rare characters, names with a middle dot."""

from functools import cache

from loaders.city.words import read_words
from loaders.city.world.draws import Draws, Weighted

MASK = "某"
_WHOLE = 400  # of a thousand given names, so many are one of the few that everybody has, the first ones most


@cache
def _surnames() -> Weighted:
    words = read_words("names")["surnames"].split()
    return Weighted(words[::2], [int(weight) for weight in words[1::2]])


@cache
def _characters(kind: str) -> tuple[str, ...]:
    return tuple("".join(read_words("names")[kind].split()))


@cache
def _whole(kind: str) -> tuple[str, ...]:
    return tuple(read_words("names")[kind].split())


def surname(draws: Draws) -> str:
    """Return a surname by its frequency."""
    return _surnames().pick(draws)


def given_name(draws: Draws, is_male: bool) -> str:
    """Return a given name of one or two characters."""
    sex = "male" if is_male else "female"
    kind = draws.below(1000)
    if kind < _WHOLE:
        names = _whole(f"{sex}_whole")
        return names[draws.below(draws.below(len(names)) + 1)]
    if kind < _WHOLE + 90:
        return draws.pick(_characters(sex))
    if kind < _WHOLE + 96:
        return draws.pick(_whole("rare"))
    return draws.pick(_characters(sex)) + draws.pick(_characters(sex))


def minority_name(draws: Draws, is_male: bool) -> str:
    """Return a name with a middle dot: own name and father's name."""
    own = "minority_male" if is_male else "minority_female"
    return f"{draws.pick(_whole(own))}·{draws.pick(_whole('minority_male'))}"


def split_name(name: str) -> tuple[str, str]:
    """Return surname and given name, the surname first where it is compound."""
    size = 2 if name[:2] in {"欧阳", "上官", "诸葛", "司徒", "皇甫", "尉迟", "万俟", "令狐"} else 1
    return name[:size], name[size:]


def masked_name(name: str) -> str:
    """Return the name as complaints mask it, 张某 or 张某某."""
    first, given = split_name(name)
    return first + MASK * min(len(given), 2)
