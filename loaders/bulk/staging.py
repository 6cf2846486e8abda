"""The place where a first load is made ready: a whole home of its own, whose database is put in place at the end."""

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import orjson

from graph_service import embedded
from graph_service.cypher.files import query
from graph_service.disk import require_space
from graph_service.errors import Conflict
from graph_service.graph import Writer
from graph_service.keys import private_folder, read_or_create_key, write_secret
from graph_service.progress import Steps
from graph_service.server import homelock
from graph_service.server.child import until
from graph_service.server.config import Folders
from graph_service.settings import Settings

# Measured on the city: spools and tables take 5 times the bytes of the sources, the store and its indexes 6 times.
_SPACE_FACTOR = 14
_SPACE_LEAST = 1 << 30
_PATIENCE_SECONDS = 20.0  # a Java that has outlived its owner ends within this


class Staging:
    """The folder `import` of a home, while this process has it to itself."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self.uid_key = settings.read_uid_key()
        self.folder = settings.home.absolute() / "import"
        self.settings = settings.model_copy(update={"home": self.folder / "home"})
        self._ready = self.folder / "ready.json"
        self._rejects = self.folder / "rejects"
        self._made = Folders.of(self.settings).root / "data"

    @contextmanager
    def held(self) -> Iterator["Staging"]:
        """Hold the folder; refuse while another import has it."""
        private_folder(self.folder)
        descriptor = os.open(self.folder / "lock", os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(descriptor)
            what = "another import is under way for this home"
            raise Conflict(what, str(self.folder), "wait until it has ended") from None
        try:
            yield self
        finally:
            os.close(descriptor)

    def require_empty(self, steps: Steps) -> None:
        """Refuse unless the home's Neo4j is stopped and its graph holds nothing."""
        folders = Folders.of(self._settings)
        os.close(homelock.claim_or_refuse(folders, owned=True).lock)
        if not folders.has_database:
            return
        steps.say("Neo4j: looking whether the graph is empty")
        with (
            embedded.start(self._settings, steps) as running,
            Writer(running, self._settings.neo4j_database) as writer,
        ):
            count = writer.run_read(query("loading/import_nodes_there").body)[0][0]["nodes"]
        if count:
            what = f"the graph is not empty: it holds {count:,} nodes, and an import is only for a first load"
            raise Conflict(what, str(folders.root), "load with `leadlink load`, or give another LEADLINK_HOME")

    def require_space(self, source_bytes: int) -> None:
        """Refuse when the disk cannot hold what comes of so many bytes."""
        require_space(self.folder, source_bytes * _SPACE_FACTOR + _SPACE_LEAST, "the import")

    def clear(self) -> None:
        """Take away everything that a run has left here."""
        if self.settings.home.exists():
            until(lambda: not homelock.is_running(Folders.of(self.settings)), _PATIENCE_SECONDS)
            os.close(homelock.claim_or_refuse(Folders.of(self.settings), owned=True).lock)
        for path in self.folder.iterdir():
            if path.is_dir():
                shutil.rmtree(path)
            elif path.name != "lock":
                path.unlink()

    def begin(self) -> None:
        """Make the folders of a new run, and a home whose server will know the password of the home itself."""
        self.clear()
        for name in ("spool", "tables", "shares", "rejects"):
            private_folder(self.folder / name)
        password = read_or_create_key(Folders.of(self._settings).password)
        write_secret(Folders.of(self.settings).password, password.decode())

    def take_rejects(self, load: str, parts: list[Path]) -> Path | None:
        """Join the rejected rows of a load in one file and return where it will be, or None if there are none."""
        there = [part for part in parts if part.exists()]
        if not there:
            return None
        name = f"{load}.jsonl"
        descriptor = os.open(self._rejects / name, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "wb") as whole:
            for part in there:
                with part.open("rb") as lines:
                    shutil.copyfileobj(lines, whole)
        return self._settings.home.absolute() / "rejects" / name

    def rejects(self, load: str) -> Path:
        """Return the file of the rejected rows of a load, as long as it is here."""
        return self._rejects / f"{load}.jsonl"

    def mark_ready(self, told: object) -> None:
        """Write down that the database is whole and only has to be put in place."""
        draft = self._ready.with_suffix(".draft")
        draft.write_bytes(orjson.dumps(told))
        draft.replace(self._ready)

    def put_in_place(self, steps: Steps) -> object | None:
        """Give the home the database that is ready and return what was noted with it, or None if there is none."""
        if not self._ready.exists():
            return None
        told: object = orjson.loads(self._ready.read_bytes())
        if self._made.exists():
            self.require_empty(steps)
        target = private_folder(self._settings.home.absolute() / "rejects")
        for path in self._rejects.iterdir():
            path.replace(target / path.name)
        claim = homelock.claim_or_refuse(Folders.of(self._settings), owned=True)
        try:
            self._switch()
        finally:
            os.close(claim.lock)
        self._ready.unlink()
        self.clear()
        return told

    def _switch(self) -> None:
        # Until `data` is there the home has no database at all, and a server that started would make an empty one.
        if not self._made.exists():
            return
        place = Folders.of(self._settings).root / "data"
        if place.exists():
            place.replace(self.folder / "empty")
        self._made.replace(place)
