"""The vault's file: one sealed entry per row and record, and the marks beside it; several processes may use it at once.

In the clear stand uids, kinds, names of sources and digests under the key of the marks, nothing that a row says.
"""

import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import astuple
from functools import reduce
from pathlib import Path

from graph_service.errors import BadInput, Conflict
from graph_service.keys import private_folder
from graph_service.vault.ciphers import CipherForm, form_of
from graph_service.vault.entry import Entry
from graph_service.vault.keys import MATCH, SEAL, VaultPlace, VaultSecret
from graph_service.vault.marks import marks_of
from graph_service.vault.sealing import DIGEST, SealedRow, Secrets, part_of_whole, together

_WAIT = 60.0  # seconds that one process waits for another's writing
_TABLES = Path(__file__).with_name("tables.sql")
_COLUMNS = "place, record, kind, source, cipher, said, sealed"
_SAME = """SELECT DISTINCT other.record FROM mark AS own JOIN mark AS other ON other.mark = own.mark
WHERE own.record = ? AND other.record <> own.record ORDER BY other.record"""
_Chosen = Callable[[sqlite3.Connection, Secrets], list[tuple[bytes, str]]]
WHOLE = "whole"  # digest over all entries, so that one that is taken out is missed


class Vault:
    """The vault of one home."""

    def __init__(self, place: VaultPlace) -> None:
        self.place = place
        self.form = form_of(place.cipher)

    def put(self, entries: Sequence[Entry]) -> int:
        """Keep the entries and return how many were not there like this before."""
        if not entries:
            return 0
        with self._writing() as (file, secrets):
            last = {(entry.source, entry.key, entry.record): entry for entry in entries}
            new = [entry for entry in last.values() if not _is_there(file, secrets, entry)]
            parts = [_take_out(file, secrets, secrets.place(entry.source, entry.key), entry.record) for entry in new]
            parts += [part_of_whole(secrets, put_row(file, secrets, entry)) for entry in new]
            _change_whole(file, parts)
            return len(new)

    def lacking(self, entries: Sequence[Entry]) -> int:
        """Return how many of the entries `put` would write."""
        with self.reading() as found:
            return len(entries) if found is None else sum(not _is_there(*found, entry) for entry in entries)

    def drop(self, source: str, keys: Iterable[str]) -> int:
        """Forget what rows of a source brought and return how many entries that were."""
        return self._drop(lambda file, secrets: _of_rows(file, [secrets.place(source, key) for key in keys]))

    def drop_source(self, source: str) -> int:
        """Forget everything that a source brought and return how many entries that were."""
        asked = "SELECT place, record FROM entry WHERE source = ?"
        return self._drop(lambda file, _: file.execute(asked, (source,)).fetchall())

    def _drop(self, chosen: _Chosen) -> int:
        if not self.place.file.exists():
            return 0
        with self._writing() as (file, secrets):
            rows = chosen(file, secrets)
            _change_whole(file, [_take_out(file, secrets, place, record) for place, record in rows])
            return len(rows)

    def open(self, record: str) -> list[Entry]:
        """Return what is kept of a record, nothing where nothing is."""
        with self.reading() as found:
            if found is None:
                return []
            file, secrets = found
            return [secrets.opened(row) for row in rows_of(file, "WHERE record = ? ORDER BY source, place", record)]

    def same_reporter(self, record: str) -> list[str]:
        """Return the other records with a reporter of the same marks; nothing is opened for it."""
        with self.reading() as found:
            return [] if found is None else [each[0] for each in found[0].execute(_SAME, (record,))]

    @contextmanager
    def reading(self) -> Iterator[tuple[sqlite3.Connection, Secrets] | None]:
        """Yield the file and its secrets as they are at one moment; nothing where there is none yet."""
        if not self.place.file.exists():
            yield None
            return
        with closing(connected(self.place.file)) as file:
            file.execute("BEGIN")
            is_made = file.execute("SELECT 1 FROM sqlite_master").fetchone()  # another process may be about to
            yield (file, secrets_of(file, self.place, self.form)) if is_made else None

    @contextmanager
    def _writing(self) -> Iterator[tuple[sqlite3.Connection, Secrets]]:
        with writing(self.place) as file:
            yield file, secrets_of(file, self.place, self.form)


@contextmanager
def writing(place: VaultPlace) -> Iterator[sqlite3.Connection]:
    """Yield the file, made if missing, whose changes in the block all stay or none does."""
    if not place.file.exists():
        private_folder(place.file.parent)
        os.close(os.open(place.file, os.O_RDWR | os.O_CREAT, 0o600))
    with closing(connected(place.file)) as file:
        file.execute("BEGIN IMMEDIATE")
        if not file.execute("SELECT 1 FROM sqlite_master").fetchone():
            for statement in filter(str.strip, _TABLES.read_text(encoding="utf-8").split(";")):
                file.execute(statement)
            known = [(SEAL, place.ring(SEAL)[0].id), (MATCH, place.ring(MATCH)[0].id), (WHOLE, bytes(DIGEST).hex())]
            file.executemany("INSERT INTO meta VALUES (?, ?)", known)
        try:
            yield file
        except BaseException:
            file.execute("ROLLBACK")
            raise
        file.execute("COMMIT")


def connected(path: Path) -> sqlite3.Connection:
    """Return the file of a vault, opened."""
    try:
        file = sqlite3.connect(path, timeout=_WAIT, isolation_level=None)
        # What is taken out or sealed anew is overwritten; no second file stays beside this one.
        for pragma in ("secure_delete = ON", "journal_mode = DELETE", "synchronous = FULL", "temp_store = MEMORY"):
            file.execute(f"PRAGMA {pragma}")
    except sqlite3.DatabaseError as error:
        raise BadInput("the file of the vault cannot be read", str(path), "bring it back from a backup") from error
    return file


def secrets_of(file: sqlite3.Connection, place: VaultPlace, form: CipherForm) -> Secrets:
    """Return the secrets that the file was written with, or refuse others by the name of their setting."""
    known = dict(file.execute("SELECT name, value FROM meta").fetchall())
    return Secrets(_secret(place, SEAL, known), _secret(place, MATCH, known), form)


def _secret(place: VaultPlace, name: str, known: dict[str, str]) -> VaultSecret:
    for secret in place.ring(name):
        if secret.id == known[name]:
            return secret
    setting = f"LEADLINK_{name.upper()}"
    what = f"{setting} is not the key with which the vault was written"
    mend = f"give that key, or as {setting}_BEFORE to `leadlink vault rotate`, or put secrets/{name} back"
    raise Conflict(what, setting, mend)


def _is_there(file: sqlite3.Connection, secrets: Secrets, entry: Entry) -> bool:
    place = secrets.place(entry.source, entry.key)
    asked = "SELECT kind, said FROM entry WHERE place = ? AND record = ?"
    found = file.execute(asked, (place, entry.record)).fetchone()
    return found is not None and tuple(found) == (entry.kind, secrets.digest("said", entry.plain()))


def _of_rows(file: sqlite3.Connection, places: Sequence[bytes]) -> list[tuple[bytes, str]]:
    asked = "SELECT place, record FROM entry WHERE place = ?"
    return [row for place in places for row in file.execute(asked, (place,)).fetchall()]


def put_row(file: sqlite3.Connection, secrets: Secrets, entry: Entry) -> SealedRow:
    """Write an entry with its marks, and return its row."""
    row = secrets.sealed(entry)
    file.execute("INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?)", astuple(row))
    marks = [(mark, row.place, row.record) for mark in marks_of(entry.reporter, secrets.match.match)]
    file.executemany("INSERT INTO mark VALUES (?, ?, ?)", marks)
    return row


def delete_row(file: sqlite3.Connection, place: bytes, record: str) -> None:
    """Take an entry and its marks out."""
    file.execute("DELETE FROM entry WHERE place = ? AND record = ?", (place, record))
    file.execute("DELETE FROM mark WHERE place = ? AND record = ?", (place, record))


def rows_of(file: sqlite3.Connection, where: str = "ORDER BY place, record", *given: object) -> list[SealedRow]:
    """Return rows of the file; `where` is text of ours, what is sought in it is given apart."""
    return [SealedRow(*row) for row in file.execute(f"SELECT {_COLUMNS} FROM entry {where}", given)]  # noqa: S608 - own text


def _take_out(file: sqlite3.Connection, secrets: Secrets, place: bytes, record: str) -> bytes:
    """Take an entry out where it is there, and return what it added to the digest over all."""
    found = rows_of(file, "WHERE place = ? AND record = ?", place, record)
    if not found:
        return bytes(DIGEST)
    delete_row(file, place, record)
    return part_of_whole(secrets, found[0])


def _change_whole(file: sqlite3.Connection, parts: Iterable[bytes]) -> None:
    (known,) = file.execute("SELECT value FROM meta WHERE name = ?", (WHOLE,)).fetchone()
    whole = reduce(together, parts, bytes.fromhex(known))
    file.execute("UPDATE meta SET value = ? WHERE name = ?", (whole.hex(), WHOLE))
