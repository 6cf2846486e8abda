"""The ledger of loads in the graph: what was loaded when, with which counts, and which rows were rejected."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from hashlib import blake2b
from typing import Any
from uuid import uuid4

from graph_service.cypher.files import query
from graph_service.graph import Writer
from graph_service.rights.audiences import audience_number
from loaders.readers import Opened
from loaders.readers.sql_marks import Mark
from loaders.rejection import Rejection, Sealed
from schema.uid import edge_uid

MODEL_VERSION = 1


@dataclass(frozen=True)
class LoadPlan:
    """One load under way: its uid, and how careful it has to be about what was loaded before."""

    uid: str
    again: bool  # the same file was loaded to its end before: nothing is written unless something is missing
    revisits: bool  # the source was loaded before: rows may have changed
    suspicious: bool  # a load of the source was broken off, or its mapping has changed: every row is looked at


@dataclass(frozen=True)
class SourceEntry:
    """A source as the ledger knows it."""

    name: str
    title: str
    holder: str
    classification: str
    rank: int
    witnesses: tuple[str, ...]  # links that bear witness to nodes, as `Label:TYPE>`
    loose: tuple[str, ...]  # kinds that it refers to by name, or by the keys of the source after the colon
    mapping_hash: str
    known_columns: tuple[str, ...]
    readers: tuple[str, ...]  # who may read every row of it, whatever the rows say
    seals: bool  # whether some of its rows may be sealed

    def stated(self) -> dict[str, Any]:
        """Return what the graph keeps of it."""
        kept = {name: value for name, value in asdict(self).items() if name not in ("known_columns", "readers")}
        audience = audience_number(self.readers)
        return {**kept, "witnesses": list(self.witnesses), "loose": list(self.loose), "audience": audience}


class Ledger:
    """Reads and writes the ledger for one source."""

    def __init__(self, writer: Writer, entry: SourceEntry, by: str) -> None:
        self._writer = writer
        self._entry = entry
        self._by = by
        self._before = loads_of(writer, entry.name)

    @property
    def is_first(self) -> bool:
        """Return whether the source was never loaded."""
        return not self._before

    def register(self) -> None:
        """Keep what the declaration says of itself, if it says something new."""
        known = read_sources(self._writer).get(self._entry.name)
        stated = self._entry.stated()
        if known != stated:
            rows = [{"number": stated["audience"], "readers": sorted(self._entry.readers)}]
            self._writer.run_write(query("rights/audiences_merge").body, rows=rows)
            self._writer.run_write(query("sources/source_set").body, name=self._entry.name, properties=stated)

    def load_plan(self, opened: Opened) -> LoadPlan:
        """Return how this input is to be loaded, after what the ledger tells."""
        newest = next((load for load in self._before if load["file"] == opened.file), None)
        if newest is None:
            return LoadPlan(_new_uid(), again=False, revisits=bool(self._before), suspicious=False)
        done = newest["state"] == "DONE"
        same = (newest["file_hash"], newest["mapping_hash"]) == (opened.file_hash, self._entry.mapping_hash)
        uid = newest["uid"] if same and not done else _new_uid()
        suspicious = not done or newest["mapping_hash"] != self._entry.mapping_hash
        return LoadPlan(uid, again=same and done, revisits=True, suspicious=suspicious)

    def mark(self, file: str) -> Mark | None:
        """Return how far an input has been read, by loads that came to their end with the present mapping."""
        done = (load for load in self._before if load["file"] == file and load["state"] == "DONE")
        newest = next((load for load in done if load["watermark"] is not None), None)
        if newest is None or newest["mapping_hash"] != self._entry.mapping_hash:
            return None
        return Mark(newest["watermark"], newest["watermark_form"])

    def is_moved(self, opened: Opened) -> bool:
        """Return whether the last reading of an input came further than the loads before."""
        return opened.mark() not in (None, self.mark(opened.file))

    def beyond(self, file: str, count: int) -> list[str]:
        """Return the earlier loads of a file that are older than the newest ones, the present load counted."""
        return [load["uid"] for load in self._before if load["file"] == file][max(count - 1, 0) :]

    def loads(self) -> list[str]:
        """Return the earlier loads of the source whose rows may stand or come back, closed ones too."""
        return [load["uid"] for load in loads_of(self._writer, self._entry.name, closed=True)]

    def start(self, load_plan: LoadPlan, opened: Opened) -> None:
        """Write down that the load is running."""
        properties = load_properties(self._entry, opened, self._by)
        self._writer.run_write(query("loading/load_start").body, uid=load_plan.uid, properties=properties)

    def finish(self, uid: str, state: str, counts: Mapping[str, object], mark: Mark | None = None) -> None:
        """Write down how the load ended: its counts, what stopped it, and how far its input has been read."""
        stated = {**counts, "watermark": mark.text, "watermark_form": mark.form} if mark else counts
        self._writer.run_write(query("loading/load_finish").body, uid=uid, state=state, counts=stated)

    def reject(self, uid: str, rejections: Iterable[Rejection]) -> None:
        """Keep rejected rows, without their cells."""
        rows = [
            {
                "uid": reject_uid(uid, each.row),
                "row": each.row,
                "column": each.reason.column,
                "value_class": each.reason.value_class,
                "reason": each.reason.en,
                "reason_zh": each.reason.zh,
            }
            for each in rejections
        ]
        self._writer.run_write(query("rejects/merge").body, load=uid, rows=rows)

    def receive(self, uid: str, sealed: Iterable[Sealed], uid_key: bytes) -> None:
        """Keep receipts of sealed rows: that they came, why they were kept out, and a keyed hash of their key."""
        rows = [
            {
                "uid": reject_uid(uid, each.row),
                "source": self._entry.name,
                "row": each.row,
                "kind": each.kind,
                "key_hash": edge_uid("SealedReceipt", f"{self._entry.name}|{each.key}", uid_key) if each.key else "",
            }
            for each in sealed
        ]
        self._writer.run_write(query("loading/receipts_merge").body, load=uid, rows=rows)

    def refuse(self, file: str, refusal: Mapping[str, str]) -> None:
        """Write down an input that was refused whole."""
        properties = {
            "source": self._entry.name,
            "holder": self._entry.holder,
            "file": file,
            "mapping_hash": self._entry.mapping_hash,
            "model_version": MODEL_VERSION,
            "by": self._by,
            "state": "REFUSED",
            **dict.fromkeys(("read", "merged", "unchanged", "rejected"), 0),
            **refusal,
        }
        self._writer.run_write(query("loading/load_refused").body, uid=_new_uid(), properties=properties)


def load_properties(entry: SourceEntry, opened: Opened, by: str) -> dict[str, Any]:
    """Return what the ledger says of a load when it begins."""
    return {
        "source": entry.name,
        "holder": entry.holder,
        "file": opened.file,
        "file_hash": opened.file_hash,
        "mapping_hash": entry.mapping_hash,
        "model_version": MODEL_VERSION,
        "by": by,
        "passed_over": list(opened.passed_over),
        "drift": [*opened.drift, *opened.notes],
        "read": 0,
        "merged": 0,
        "unchanged": 0,
        "rejected": 0,
    }


def reject_uid(load: str, row: int) -> str:
    """Return the uid of a rejected row."""
    return blake2b(f"{load}|{row}".encode(), digest_size=12).hexdigest()


def loads_of(writer: Writer, source: str, closed: bool = False) -> list[dict[str, Any]]:
    """Return the loads of a source, newest first by the ledger's own count; closed ones too, if they are asked for."""
    return writer.run_read(query("loading/load_before").body, source=source, closed=closed)[0]


def _new_uid() -> str:
    return f"load_{uuid4().hex[:24]}"


def read_sources(writer: Writer) -> dict[str, dict[str, Any]]:
    """Return what the graph knows of every source, by its name."""
    return {row["name"]: row["properties"] for row in writer.run_read(query("sources/sources_known").body)[0]}
