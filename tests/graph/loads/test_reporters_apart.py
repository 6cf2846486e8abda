"""Reporters leave a row before anything else sees it: graph, ledger, kept rows, rejected rows and workbook hold nothing of them."""

from dataclasses import replace
from pathlib import Path

import pytest

from graph_service.errors import BadInput
from graph_service.vault.entry import Reporter
from graph_service.vault.upkeep import count, verify
from loaders.sync.rejects import export_rejects, retry_rejects
from loaders.sync.syncing import SyncOptions, Withdrawal, sync_source, withdraw
from tests.bytes_kept import holding
from tests.loading import Loading, counts
from tests.petitions import CANARIES, FILE, HEAD, HOME, ID, NAME, PETITIONS, PHONE, ROWS, SHARED, TRADE, UNIT
from tests.workbooks import exported, repair

_TEXT = "MATCH (c:Clue) RETURN c.number AS number, c.text AS text, c.uid AS uid ORDER BY number"
_EVERYTHING = "MATCH (n) OPTIONAL MATCH (n)-[r]->() RETURN properties(n) AS n, properties(r) AS r"


@pytest.fixture
def loaded(loading: Loading) -> Loading:
    """Five petitions: two with reporters, one without, one with a wrong day, one with a cell too many."""
    assert counts(loading.load(PETITIONS, FILE)) == (5, 3, 0, 2)
    return loading


def _uids(loading: Loading) -> dict[str, str]:
    return {row["number"]: row["uid"] for row in loading.rows(_TEXT)}


def _sync(loading: Loading, *rows: str) -> None:
    loading.write("petitions.csv", HEAD + "".join(rows))
    sync_source(loading.source(PETITIONS), loading.folder, loading.environment, lambda *_: None, SyncOptions())


def test_nothing_of_a_reporter_stands_outside_the_vault(loaded: Loading, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    export_rejects(loaded.environment, "petitions", tmp_path / "out" / "rejected.xlsx")

    graph = str(loaded.rows(_EVERYTHING))
    assert [each for each in CANARIES if each in graph] == []
    assert "陶建国" in graph
    assert holding(loaded.environment.home, *CANARIES) == {}
    assert [each for each in CANARIES if each in str(exported(tmp_path / "out" / "rejected.xlsx"))] == []
    texts = [row["text"] for row in loaded.rows(_TEXT)]
    assert texts[0] == SHARED
    assert texts[1] == "来电人〔已隐去〕称，陶建国用公车接送孩子。〔已隐去〕。〔知情人少〕"
    assert texts[2] == "村口路灯三个月不亮。"


def test_the_vault_has_all_of_it(loaded: Loading) -> None:
    vault, uids = loaded.environment.vault, _uids(loaded)

    (entry,) = vault.open(uids["P1"])
    assert entry.reporter == Reporter(NAME, ID, PHONE, HOME, UNIT, (("信访人职业", TRADE),))
    assert dict(entry.originals)["反映内容"].startswith(f"我叫{NAME}")
    assert vault.open(uids["P2"])[0].few
    assert (vault.open(uids["P3"]), vault.same_reporter(uids["P2"])) == ([], [uids["P1"]])
    assert verify(vault).faults == []


def test_the_same_rows_again_write_nothing_and_a_lost_vault_is_filled_again(loaded: Loading) -> None:
    before, vault = loaded.hash(), loaded.environment.vault
    sealed = vault.place.file.read_bytes()

    assert loaded.load(PETITIONS).merged == 0
    assert (loaded.hash(), vault.place.file.read_bytes()) == (before, sealed)

    vault.place.file.unlink()
    loaded.load(PETITIONS)
    assert (count(vault), loaded.hash()) == (2, before)


def test_a_repaired_row_comes_in_and_what_was_known_stays(loaded: Loading, tmp_path: Path) -> None:
    path = tmp_path / "rejected.xlsx"
    export_rejects(loaded.environment, "petitions", path)
    rows = exported(path)
    rows[0]["日期"] = "2025-06-01"
    repair(path, rows[:1])

    assert retry_rejects(loaded.source(PETITIONS), path, loaded.environment, lambda *_: None).merged == 1

    assert [row["text"] for row in loaded.rows(_TEXT)][3] == SHARED
    assert count(loaded.environment.vault) == 2, "the workbook had nothing of the reporter"


def test_what_is_gone_from_the_source_is_gone_from_the_vault(loaded: Loading) -> None:
    vault, uids = loaded.environment.vault, _uids(loaded)

    _sync(loaded, ROWS[0], ROWS[2])
    assert (vault.open(uids["P2"]), len(vault.open(uids["P1"]))) == ([], 1)

    withdraw(loaded.environment, Withdrawal("petitions"))
    assert count(vault) == 0


def test_a_dry_run_makes_no_vault(loading: Loading) -> None:
    trying = Loading(replace(loading.environment, dry_run=True), loading.folder)

    trying.load(PETITIONS, FILE)

    assert not trying.environment.vault.place.file.exists()


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("number: 编号, title", "number: 编号, area_code: 住址, title", "is used by the mapping and the reporter's at once"),
        ("ignored: [备注]", "ignored: [备注, 住址]", "'住址' is among ignored"),
        ("{name: 信访人,", "{of: subject, name: 信访人,", "Person is nothing that is reported"),
        ("{name: 信访人,", "{of: matter, name: 信访人,", "reporter.of: "),
        ("{name: 信访人,", "{texts: 正文, name: 信访人,", "reporter.texts: "),
        ("{name: 信访人,", "{name: [信访人, 住址],", "stands twice"),
    ],
)  # fmt: skip
def test_a_declaration_that_mixes_them_up_is_refused(loading: Loading, old: str, new: str, said: str) -> None:
    with pytest.raises(BadInput, match=said):
        loading.source(PETITIONS.replace(old, new))
