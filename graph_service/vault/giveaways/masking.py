"""Masks a text: what gives the reporter away is replaced by a mark, a signature is cut off, what few could know is told."""

from collections.abc import Iterable
from dataclasses import dataclass

from graph_service.mentions.text.folded import Folded, fold_text
from graph_service.vault.entry import Reporter
from graph_service.vault.giveaways.few import find_few
from graph_service.vault.giveaways.known import find_known
from graph_service.vault.giveaways.labelled import find_labelled
from graph_service.vault.giveaways.near import find_near
from graph_service.vault.giveaways.passage import HIDDEN, Passage, Why, name_end
from graph_service.vault.giveaways.selves import find_selves
from graph_service.vault.giveaways.signatures import find_signature

FEW = "〔知情人少〕"  # at the end of a text: whoever acts on it must take care that nobody is found out
_NOBODY = Reporter()
_NAMING = (Why.LABELLED, Why.SELF, Why.SIGNATURE)


@dataclass(frozen=True)
class Masked:
    """A text as it may be shared, and the passages that tell how few could have known."""

    text: str
    few: tuple[str, ...] = ()
    is_changed: bool = False


def mask(text: str, reporter: Reporter = _NOBODY, limit: int = 10) -> Masked:
    """Return the text without what gives its reporter away; masking what is masked already changes nothing."""
    body = text.removesuffix(FEW)
    folded = fold_text(body)
    passages = [
        *find_labelled(folded.text),
        *find_selves(folded.text),
        *find_near(folded.text),
        *find_signature(folded.text),
    ]
    passages += find_known(folded.text, reporter, _names(folded.text, passages))
    few = list(find_few(folded.text, limit))
    passages += [Passage(each.start, each.end, Why.FEW) for each in few if each.is_hidden]
    shared = _without(body, folded, passages)
    if few or body is not text:
        shared = f"{shared}{FEW}"
    told = tuple(dict.fromkeys(_original(body, folded, each.start, each.end) for each in few))
    return Masked(shared, told, shared != text)


def _names(text: str, passages: Iterable[Passage]) -> set[str]:
    """Return the names with which people introduce themselves: elsewhere in the text they stand alone."""
    found = (text[each.start : name_end(text, each.start)] for each in passages if each.why in _NAMING)
    return {name for name in found if len(name) > 1 and name[-1] not in "某士生爷妈姨傅师志学姐"}


def _without(text: str, folded: Folded, passages: Iterable[Passage]) -> str:
    parts: list[str] = []
    at = 0
    for start, end, is_last in _joined(folded.text, passages):
        first, last = folded.original(start, end)
        parts.append(text[at:first])
        parts.append(HIDDEN if not is_last else "")
        at = last
        if is_last:
            return "".join(parts).rstrip()
    return "".join((*parts, text[at:])) if at else text


def _joined(text: str, passages: Iterable[Passage]) -> list[tuple[int, int, bool]]:
    """Return the ranges to be hidden, those that touch as one; of the last whether it is a signature that ends the text."""
    ranges: list[tuple[int, int, set[Why]]] = []
    for each in sorted(passages):
        if ranges and each.start <= ranges[-1][1]:
            start, end, whys = ranges.pop()
            ranges.append((start, max(end, each.end), whys | {each.why}))
        else:
            ranges.append((each.start, each.end, {each.why}))
    return [(start, end, _ends(text, start, end, whys)) for start, end, whys in ranges]


def _ends(text: str, start: int, end: int, whys: set[Why]) -> bool:
    """Return whether a range is a signature: it ends the text, and what is known of the reporter stands alone in it."""
    stands_alone = whys == {Why.KNOWN} and text[:start].rstrip().endswith(("。", "!", "?", "\n"))
    return end >= len(text.rstrip()) and (Why.SIGNATURE in whys or stands_alone)


def _original(text: str, folded: Folded, start: int, end: int) -> str:
    first, last = folded.original(start, end)
    return text[first:last]
