"""Names with a part covered (黄某, 孙某平), beside a number: the same as a whole name that fits, where the number fits too."""

from graph_service.mentions.lexicon.surname_list import surname_size

COVER = "某"


def is_covered_name(name: str) -> bool:
    """Return whether some sign of a name is left open."""
    return COVER in name


def names_fit(one: str, other: str) -> bool:
    """Return whether two names, one of them covered, can be one: the same surname, and every sign shown in its place."""
    if not (is_covered_name(one) or is_covered_name(other)):
        return one == other
    size = surname_size(one, 0) or 1
    if one[:size] != other[:size]:
        return False
    given, other_given = one[size:], other[size:]
    if not given.strip(COVER) or not other_given.strip(COVER):
        return True  # 某 and 某某 stand for any number of signs
    same = (sign == theirs or COVER in (sign, theirs) for sign, theirs in zip(given, other_given, strict=False))
    return len(given) == len(other_given) and all(same)
