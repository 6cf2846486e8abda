"""Checks a vault and gives it new keys."""

import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from graph_service.errors import BadInput, GraphServiceError
from graph_service.vault.ciphers import NONCE
from graph_service.vault.keys import MATCH, SEAL, keys_held
from graph_service.vault.marks import marks_of
from graph_service.vault.sealing import DIGEST, SealedRow, Secrets, part_of_whole, together
from graph_service.vault.store import WHOLE, Vault, connected, delete_row, put_row, rows_of, secrets_of, writing


@dataclass
class VaultReport:
    """What a check found: counts, and one sentence per fault; it holds nothing of an entry."""

    entries: int = 0
    records: int = 0
    sources: dict[str, int] = field(default_factory=dict)
    ciphers: dict[str, int] = field(default_factory=dict)
    repeated: int = 0  # records whose reporter is known from another record
    whole: str = ""  # digest over all entries, the same for the same entries under the same keys
    faults: list[str] = field(default_factory=list)


def count(vault: Vault) -> int:
    """Return how many entries a vault has; no key is needed for it."""
    if not vault.place.file.exists():
        return 0
    with closing(connected(vault.place.file)) as file:
        is_made = file.execute("SELECT 1 FROM sqlite_master").fetchone()
        return int(file.execute("SELECT count(*) FROM entry").fetchone()[0]) if is_made else 0


def copy_of(path: Path) -> bytes:
    """Return the file of a vault as it is between two changes, whoever is writing into it."""
    with closing(connected(path)) as file:
        return file.serialize()


def verify(vault: Vault) -> VaultReport:
    """Return what every entry of the vault comes to when it is opened: each change, exchange and loss is a fault."""
    report = VaultReport()
    with vault.reading() as found:
        if found is None:
            return report
        file, secrets = found
        for (said,) in file.execute("PRAGMA integrity_check"):
            report.faults += [] if said == "ok" else [f"the file: {said}"]
        rows = rows_of(file)
        report.entries, report.records = len(rows), len({row.record for row in rows})
        report.sources = dict(sorted(Counter(row.source for row in rows).items()))
        report.ciphers = dict(sorted(Counter(row.cipher for row in rows).items()))
        report.repeated = _repeated(file)
        (report.whole,) = file.execute("SELECT value FROM meta WHERE name = ?", (WHOLE,)).fetchone()
        report.faults += _faults(file, secrets, rows)
    return report


def _repeated(file: sqlite3.Connection) -> int:
    asked = """SELECT count(DISTINCT own.record) FROM mark AS own
    JOIN mark AS other ON other.mark = own.mark AND other.record <> own.record"""
    return int(file.execute(asked).fetchone()[0])


def _faults(file: sqlite3.Connection, secrets: Secrets, rows: list[SealedRow]) -> Iterator[str]:
    whole = bytes(DIGEST)
    nonces = Counter(row.sealed[:NONCE] for row in rows)
    if repeated := sum(number - 1 for number in nonces.values()):
        yield f"{repeated} entries have the nonce of another"
    for row in rows:
        whole = together(whole, part_of_whole(secrets, row))
        try:
            entry = secrets.opened(row)
        except (GraphServiceError, KeyError) as error:
            yield (
                error.what
                if isinstance(error, GraphServiceError)
                else f"the entry of {row.record} has an unknown cipher"
            )
            continue
        if (row.place, row.said) != (secrets.place(row.source, entry.key), secrets.digest("said", entry.plain())):
            yield f"the entry of {row.record} stands at the place of another"
        if _marks(file, row.place, row.record) != sorted(marks_of(entry.reporter, secrets.match.match)):
            yield f"the marks of the entry of {row.record} are not those of its reporter"
    if whole.hex() != file.execute("SELECT value FROM meta WHERE name = ?", (WHOLE,)).fetchone()[0]:
        yield "an entry was taken out, put in or changed by somebody without the keys"


def _marks(file: sqlite3.Connection, place: bytes, record: str) -> list[bytes]:
    asked = "SELECT mark FROM mark WHERE place = ? AND record = ? ORDER BY mark"
    return [each[0] for each in file.execute(asked, (place, record))]


def rotate(vault: Vault) -> int:
    """Seal every entry under new keys and make every mark anew; return the number of entries.

    New keys are made in the home, or are those that settings give beside the ones before. Where it is cut off, either the old
    keys or the new ones hold for everything, and running it again completes it. Others may read and write meanwhile.
    """
    with keys_held(vault.place):
        return _rotated(vault)


def _rotated(vault: Vault) -> int:
    place = vault.place
    with vault.reading() as found:
        if found is not None:
            for name, present in ((SEAL, found[1].seal), (MATCH, found[1].match)):
                place.promote(name, present)
    with writing(place) as file:
        old = secrets_of(file, place, vault.form)
        new = Secrets(place.new(SEAL), place.new(MATCH), vault.form)
        if new.seal == old.seal:
            mend = "give the new key there and the present one as LEADLINK_VAULT_KEY_BEFORE"
            raise BadInput("LEADLINK_VAULT_KEY is the key that the vault has already", "LEADLINK_VAULT_KEY", mend)
        listed = file.execute("SELECT place, record FROM entry").fetchall()
        whole = bytes(DIGEST)
        for place_of, record in listed:
            moved = _move(file, rows_of(file, "WHERE place = ? AND record = ?", place_of, record)[0], old, new)
            whole = together(whole, part_of_whole(new, moved))
        known = ((new.seal.id, SEAL), (new.match.id, MATCH), (whole.hex(), WHOLE))
        file.executemany("UPDATE meta SET value = ? WHERE name = ?", known)
    place.promote(SEAL, new.seal)
    place.promote(MATCH, new.match)
    with closing(connected(place.file)) as file:
        file.execute("VACUUM")
    return len(listed)


def _move(file: sqlite3.Connection, row: SealedRow, old: Secrets, new: Secrets) -> SealedRow:
    entry = old.opened(row)
    delete_row(file, row.place, row.record)
    return put_row(file, new, entry)
