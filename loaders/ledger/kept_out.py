"""Sealed rows leave what this machine keeps of earlier loads as well: rows for rolling back, and cells of rejected rows."""

import os
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import orjson

from loaders.ledger.kept_rows import KeptDeclaration, KeptLoad, KeptRows, path_of, read_kept
from loaders.mapping.row_mapping import key_reader
from loaders.rejection import RowRefused

_ROWS = 6_000  # rows written together
RowTest = Callable[[dict[str, Any]], bool]


def forget_sealed(home: Path, key: Sequence[str], loads: Iterable[str], keys: set[str]) -> None:
    """Take the content of the rows with these values of their key columns out of what is kept of these loads."""
    for load in loads:
        kept = read_kept(home, load)
        if kept is not None and _holds(kept, keys):
            _rewrite(kept, path_of(home, load), keys)
        for path in _rejects_of(home, load):
            _forget_rejected(path, lambda line: _is_about(line, key, keys))


def drop_rejects(home: Path, loads: Iterable[str]) -> None:
    """Delete the rejected rows that are kept of loads."""
    for load in loads:
        for path in _rejects_of(home, load):
            path.unlink(missing_ok=True)


def _rejects_of(home: Path, load: str) -> tuple[Path, Path]:
    # Rows that a roll-back states again may be rejected too.
    return home / "rejects" / f"{load}.jsonl", home / "rejects" / f"again_{load}.jsonl"


def _holds(kept: KeptLoad, keys: set[str]) -> bool:
    key_of = key_reader(kept.source.key, kept.columns)
    return any(key_of(cells) in keys for _, cells in kept.rows()) or any(key in keys for key in kept.removed())


def _rewrite(kept: KeptLoad, path: Path, keys: set[str]) -> None:
    key_of = key_reader(kept.source.key, kept.columns)
    draft = path.with_suffix(".draft")
    rows = KeptRows(draft, kept.columns, KeptDeclaration.of(kept.source))
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


def _forget_rejected(path: Path, said: RowTest) -> None:
    if not path.exists():
        return
    with path.open("rb") as old:
        if not any(said(orjson.loads(line)) for line in old):
            return
    draft = path.with_suffix(".draft")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with path.open("rb") as old, os.fdopen(descriptor, "wb") as new:
        for line in map(orjson.loads, old):
            left = {**line, "cells": []} if said(line) else line
            new.write(orjson.dumps(left, option=orjson.OPT_APPEND_NEWLINE))
    draft.replace(path)


def _is_about(line: dict[str, Any], key: Sequence[str], keys: set[str]) -> bool:
    columns, cells = line["columns"], line["cells"]
    if len(cells) != len(columns) or not set(key) <= set(columns):
        return False
    try:
        return key_reader(key, columns)(cells) in keys
    except RowRefused:
        return False
