"""Sealed rows leave what was kept of earlier loads as well: rolling a load back must not bring their content back."""

from collections.abc import Iterable
from pathlib import Path

from loaders.kept_rows import Kept, KeptRows, path_of, read_kept
from loaders.mapping import key_reader

_ROWS = 6_000  # rows written together


def forget_kept(home: Path, loads: Iterable[str], keys: set[str]) -> None:
    """Take the rows with these keys out of the kept rows of these loads."""
    for load in loads:
        kept = read_kept(home, load)
        if kept is not None and _holds(kept, keys):
            _rewrite(kept, path_of(home, load), keys)


def _holds(kept: Kept, keys: set[str]) -> bool:
    key_of = key_reader(kept.source, kept.columns)
    return any(key_of(cells) in keys for _, cells in kept.rows()) or any(key in keys for key in kept.removed())


def _rewrite(kept: Kept, path: Path, keys: set[str]) -> None:
    key_of = key_reader(kept.source, kept.columns)
    draft = path.with_suffix(".draft")
    rows = KeptRows(draft, kept.source, kept.columns)
    try:
        for count, (number, cells) in enumerate(kept.rows(), 1):
            if key_of(cells) not in keys:
                rows.add(number, cells)
            if count % _ROWS == 0:
                rows.flush()
        rows.flush()
        if left := [key for key in kept.removed() if key not in keys]:
            rows.remove(left)
    finally:
        rows.close()
    draft.replace(path)
