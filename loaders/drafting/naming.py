"""Names of sources for files and tables, whatever script theirs are in: small ASCII, each once."""

import re
from collections import Counter
from collections.abc import Sequence

from loaders.drafting.sample import Sample

_OTHER = re.compile(r"[^a-z0-9]+")


def names_of(samples: Sequence[Sample]) -> list[str]:
    """Return a name for each sample; of those that would be called alike the later ones are numbered."""
    several = Counter(sample.path for sample in samples)
    given: list[str] = []
    for sample in samples:
        said = f"{sample.path.stem} {sample.table}" if several[sample.path] > 1 else sample.table or sample.path.stem
        name = _OTHER.sub("_", _romanised(said).lower()).strip("_") or "source"
        number = 1
        while (numbered := name if number == 1 else f"{name}_{number}") in given:
            number += 1
        given.append(numbered)
    return given


def _romanised(text: str) -> str:
    if text.isascii():
        return text
    # Loaded at first use: its dictionaries take a third of a second.
    from pypinyin import lazy_pinyin

    return " ".join(lazy_pinyin(text))
