"""The drill: a service that was asked, loaded and told wrong things leaves no name and no search term on its side; then its home
is backed up, wiped and restored elsewhere, and answers the same."""

import json
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

import httpx
import pytest
from pydantic import SecretStr
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect
from websockets.typing import Subprotocol

from graph_service import embedded
from graph_service.backup.making import back_up
from graph_service.backup.restoring import restore
from graph_service.cypher.content_hash import graph_hash
from graph_service.errors import BadInput, Conflict, GraphUnavailable
from graph_service.graph import Writer
from graph_service.progress import Silent
from graph_service.rights.viewer import Tokens
from graph_service.settings import Settings, read_settings
from graph_service.vault.keys import VaultPlace
from graph_service.vault.store import Vault
from tests.api.conftest import staffed
from tests.bytes_kept import holding
from tests.conftest import QUICK
from tests.loading import IDS, REGISTER
from tests.petitions import CANARIES, FILE, PETITIONS
from tests.petitions import NAME as REPORTER
from tests.service.processes import LEADLINK, ROOT, Service, environment, service

pytestmark = pytest.mark.long

NAME, REJECTED, TERM, REASON = "翟瓃瑢", "Qzrejectedrow", "Qzsoughtterm", "Qzstatedreason"
MEMORY = {"neo4j_heap_initial": "128m", "neo4j_heap_max": "512m", "neo4j_page_cache": "64m", "keys_seconds": "1"}
PEOPLE = "{ people(first: 50) { totalCount nodes { id name idNumber provenance { source row } } } }"
KEY = "5f" * 32


@dataclass
class Drill:
    """Homes, the folder of temporary files, what processes printed, and what was answered before the wipe."""

    root: Path
    printed: list[str]
    answers: Any = None
    digest: str = ""

    @property
    def backup(self) -> Path:
        return self.root / "kept" / "a.backup"

    def told(self, home: str = "home", **given: str) -> dict[str, str]:
        (self.root / "tmp").mkdir(exist_ok=True)
        (self.root / "key").write_text(KEY + "\n", encoding="utf-8")
        own = QUICK["neo4j_java_options"] + f" -Djava.io.tmpdir={self.root / 'tmp'}"
        known = environment(self.root / home, None, **MEMORY, **(QUICK | {"neo4j_java_options": own}), **given)
        return known | {"TMPDIR": str(self.root / "tmp"), "LEADLINK_BACKUP_KEY_FILE": str(self.root / "key")}

    def run(self, *arguments: str, home: str = "home", **given: str) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            [*LEADLINK, *arguments], cwd=ROOT, env=self.told(home, **given), capture_output=True, text=True, check=False
        )
        self.printed += [done.stdout, done.stderr]
        return done

    def settings(self, home: str) -> Settings:
        return read_settings(home=self.root / home, demo=True, backup_key=KEY)


@pytest.fixture(scope="module")
def drill(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Drill]:
    """A home that was worked with, at rest."""
    found = Drill(tmp_path_factory.mktemp("drill"), [])
    (found.root / "kept").mkdir()
    rows = f"1,{IDS[0]},{NAME},男\n2,{IDS[1]},张三,男\n3,not-a-number-{REJECTED},{REJECTED},男\n"
    (found.root / "register.yaml").write_text(REGISTER, encoding="utf-8")
    (found.root / "register.csv").write_text("编号,身份证号,姓名,性别\n" + rows, encoding="utf-8")
    settings = found.settings("home")
    with service(found.told()) as running, embedded.ensure(settings) as neo4j, Writer(neo4j) as writer:
        staffed().write(writer)
        loaded = found.run("load", str(found.root / "register.yaml"), "--data", str(found.root), "--json")
        assert loaded.returncode == 1, loaded.stderr
        (found.root / "petitions.yaml").write_text(PETITIONS, encoding="utf-8")
        (found.root / "petitions.csv").write_text(FILE, encoding="utf-8")
        loaded = found.run("load", str(found.root / "petitions.yaml"), "--data", str(found.root))
        assert loaded.returncode == 1, loaded.stderr
        token = Tokens(settings).sign("o_disc")
        ask_all(running, token)
        found.answers, found.digest = running.ask(PEOPLE, token).json()["data"], graph_hash(writer)
    found.printed += [*running.told, *running.warned]
    assert NAME in str(found.answers)
    yield found
    for home in ("home", "other"):
        embedded.stop(found.settings(home))


def ask_all(running: Service, token: str) -> None:
    """Ask rightly and wrongly, with the term wherever a text may stand."""
    url, headers = f"{running.url}/graphql", {"Authorization": f"Bearer {token}"}
    find = "query($t: String!) { search(text: $t) { nodes { caption } } }"
    for body in (
        {"query": find, "variables": {"t": TERM}},
        {"query": find, "variables": {"t": [TERM]}},
        {"query": find, "variables": {"t": NAME}},
        {"query": f'{{ lookup(values: ["{TERM}", "{NAME}"]) {{ value outcome }} node(id: "{TERM}") {{ id }} }}'},
        {"query": f'{{ people(filter: {{name: {{eq: "{TERM}"}}}}) {{ nodes {{ id }} }} }}'},
        {"query": f'{{ people(after: "{TERM}") {{ nodes {{ id }} }} }}'},
        {"query": f"query {TERM} {{ {TERM} {{ id }} }}", "operationName": TERM},
        {"query": f'{{ viewer {{ id }} "{TERM}'},
        {"query": f'mutation {{ judgeLink(id: "{TERM}", verdict: CONFIRMED, reason: "{REASON}") {{ __typename }} }}'},
        {
            "query": f'mutation {{ openSeries(matters: ["{TERM}"], title: "{REASON}", reason: "{REASON}") {{ __typename }} }}'
        },
        {"query": {"x": TERM}},
    ):
        httpx.post(url, json=body, headers=headers, timeout=60)
    httpx.get(f"{url}?query={TERM}&name={quote(NAME)}", headers=headers | {"X-Note": TERM}, timeout=60)
    httpx.post(url, content=f"{TERM} {NAME}".encode(), headers=headers, timeout=60)
    httpx.get(f"{running.url}/{TERM}", timeout=60)
    address = url.replace("http", "ws", 1)
    for message in ({"type": TERM}, {"type": "subscribe", "id": TERM, "payload": {"query": f"{{ {TERM} "}}):
        with connect(address, subprotocols=[Subprotocol("graphql-transport-ws")], proxy=None) as socket:
            socket.send(json.dumps({"type": "connection_init", "payload": headers}))
            socket.recv(30)
            socket.send(json.dumps(message))
            with suppress(ConnectionClosed):
                socket.recv(30)
            running.warned.append(str(socket.close_reason))
    running.warned.append(running.read("/metrics").text)


def test_nothing_stands_on_the_side(drill: Drill) -> None:
    words = (NAME, REJECTED, TERM, REASON)
    held = holding(drill.root / "home", *words)

    # The graph holds its data; a rejected row is kept to be repaired; the rows of a load, to be rolled back.
    beside = {path: found for path, found in held.items() if not path.startswith(("neo4j/data/", "rejects/", "loads/"))}
    assert beside == {}
    assert {path for path, found in held.items() if {TERM, REASON} & found} == set(), "nor is a term kept in the store"
    assert any(NAME in found for path, found in held.items() if path.startswith("neo4j/data/")), "the search finds"
    assert holding(drill.root / "tmp", *words) == {}
    assert [word for word in words for text in drill.printed if word in text] == []
    assert holding(drill.root / "home", *CANARIES) == holding(drill.root / "tmp", *CANARIES) == {}
    assert [word for word in CANARIES for text in drill.printed if word in text] == []
    logs = list((drill.root / "home" / "neo4j" / "logs").glob("*"))
    assert any(each.stat().st_size for each in logs)
    assert [each.name for each in logs if each.name.startswith("query") and each.stat().st_size] == []


def test_a_backup_brings_everything_back_elsewhere(drill: Drill) -> None:
    made = drill.run("backup", "--to", str(drill.backup), "--json")
    assert made.returncode == 0, made.stderr
    told = json.loads(made.stdout)
    assert {"uid_key", "token_key", "access_log_key", "vault_key", "vault_match_key"} <= set(told["keys"])
    assert told["access_log"]["seq"] > 10
    assert (told["vault_entries"], holding(drill.root / "kept", *CANARIES)) == (2, {})
    assert (
        holding(drill.root / "kept", NAME, "neo4j.dump", (drill.root / "home/secrets/uid_key").read_text().strip())
        == {}
    )
    assert (drill.backup.stat().st_mode & 0o777, list(drill.backup.parent.iterdir())) == (0o600, [drill.backup])
    with pytest.raises(BadInput, match="there is a file already"):
        back_up(drill.settings("home"), drill.backup, None, Silent())
    shutil.rmtree(drill.root / "home")

    refused_untouched(drill)
    restored = drill.run("restore", "--from", str(drill.backup), home="other")
    assert restored.returncode == 0, restored.stderr
    with pytest.raises(Conflict, match="holds a database"):
        restore(drill.settings("other"), drill.backup, None, False, Silent())

    settings = drill.settings("other")
    assert not list(settings.home.glob("restoring-*"))
    assert holding(drill.root / "tmp", NAME) == {}
    with service(drill.told("other")) as running:
        assert running.ask(PEOPLE, Tokens(settings).sign("o_disc")).json()["data"] == drill.answers
        with embedded.ensure(settings) as neo4j, Writer(neo4j) as writer:
            assert graph_hash(writer) == drill.digest
            (found,) = writer.run_read("MATCH (c:Clue {number: 'P1'}) RETURN c.uid AS uid")[0]
    assert Vault(VaultPlace.of(settings)).open(found["uid"])[0].reporter.name == REPORTER
    for command in ("verify", "rotate", "verify"):
        done = drill.run("vault", command, "--json", home="other")
        assert (done.returncode, json.loads(done.stdout)["entries"]) == (0, 2), done.stderr
    assert (settings.home / "rejects").is_dir()
    verified = drill.run("log", "verify", "--json", home="other")
    assert verified.returncode == 0, verified.stdout


def refused_untouched(drill: Drill) -> None:
    """Another key, a cut and a changed byte are refused by name, and the home is not even made."""
    whole = drill.backup.read_bytes()
    bad = drill.root / "bad.backup"
    middle = len(whole) // 2
    for data, key, reason in (
        (whole, "6f" * 32, "the key is not the one"),
        (whole[:middle], KEY, "cut off after byte"),
        (whole[:middle] + bytes([whole[middle] ^ 1]) + whole[middle + 1 :], KEY, "changed"),
        (whole[:-1], KEY, "cut off"),
    ):
        bad.write_bytes(data)
        settings = drill.settings("other").model_copy(update={"backup_key": SecretStr(key)})
        with pytest.raises(BadInput, match=reason):
            restore(settings, bad, None, False, Silent())
    checked = drill.run("restore", "--from", str(drill.backup), "--check", home="other")
    assert (checked.returncode, (drill.root / "other").exists()) == (0, False)


def test_what_is_no_dump_is_refused_with_the_words_of_neo4j(drill: Drill) -> None:
    settings = read_settings(home=drill.root / "third", backup_key=KEY)
    (drill.root / "no.dump").write_bytes(b"no dump")
    back_up(settings, drill.root / "no.backup", drill.root / "no.dump", Silent())

    with pytest.raises(GraphUnavailable, match="neo4j-admin database load failed"):
        restore(settings, drill.root / "no.backup", None, False, Silent())
    assert not list(settings.home.glob("restoring-*"))
    restore(settings, drill.root / "no.backup", drill.root / "out.dump", False, Silent())
    assert (drill.root / "out.dump").read_bytes() == b"no dump"
