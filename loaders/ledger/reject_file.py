"""The rejected rows of one load, with their cells, in a file that only its owner reads; never in the graph."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import IO

import orjson

from graph_service.keys import private_folder
from loaders.rejection import Rejection
from loaders.reporters import names_reporter

_FIRST = 20


class RejectFile:
    """Writes rejected rows as JSON lines, and remembers the first."""

    def __init__(self, path: Path, columns: Sequence[str], dry_run: bool) -> None:
        self._target = None if dry_run else path
        self._columns = list(columns)
        self._hidden = [place for place, name in enumerate(columns) if names_reporter(name)]
        self._file: IO[bytes] | None = None
        self.first: list[Rejection] = []
        self.path: Path | None = None

    def write(self, rejection: Rejection) -> None:
        """Keep one rejected row."""
        self.remember(rejection)
        if self._target is None:
            return
        file = self._file or self._open(self._target)
        line = {
            "row": rejection.row,
            "column": rejection.reason.column,
            "value_class": rejection.reason.value_class,
            "reason": rejection.reason.en,
            "reason_zh": rejection.reason.zh,
            "columns": self._columns,
            "cells": self._shown(rejection.cells),
        }
        file.write(orjson.dumps(line, option=orjson.OPT_APPEND_NEWLINE))

    def remember(self, rejection: Rejection) -> None:
        """Take note of a rejected row without keeping its cells."""
        if len(self.first) < _FIRST:
            self.first.append(rejection)

    def _shown(self, cells: Sequence[object]) -> list[object]:
        shown: list[object] = [cell if isinstance(cell, int | float | None) else str(cell) for cell in cells]
        if self._hidden and len(shown) != len(self._columns):
            return []  # it cannot be told which cell says who made the report
        for place in self._hidden:
            shown[place] = None
        return shown

    def _open(self, path: Path) -> IO[bytes]:
        private_folder(path.parent)
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        self._file, self.path = os.fdopen(descriptor, "wb"), path
        return self._file

    def close(self) -> None:
        """Close the file, if there is one."""
        if self._file is not None:
            self._file.close()
