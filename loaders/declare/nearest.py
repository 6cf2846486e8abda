"""What a misspelt name was probably meant to be."""

from collections.abc import Iterable

_LIKE_ENOUGH = 50.0  # one of two characters agrees
_SHOWN = 3


def nearest(name: str, known: Iterable[str]) -> list[str]:
    """Return the known names most like this one, best first."""
    # Only where a name is not known: the process that reads files must start fast.
    from rapidfuzz import fuzz, process

    found = process.extract(name, sorted(set(known)), scorer=fuzz.ratio, limit=_SHOWN, score_cutoff=_LIKE_ENOUGH)
    return [match for match, _, _ in found]


def unknown(what: str, name: str, known: Iterable[str]) -> str:
    """Return the sentence for a name that is not known, with what it may have meant."""
    names = sorted(set(known))
    if close := nearest(name, names):
        return f"{what} '{name}' unknown; did you mean {' or '.join(repr(each) for each in close)}?"
    shown = ", ".join(names[:12]) + (", …" if len(names) > 12 else "")
    return f"{what} '{name}' unknown; known are {shown or 'none'}"
