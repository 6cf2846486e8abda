"""Rows of one key that contradict each other: which of them wins is declared, and the same in every home."""

from dataclasses import replace

from loaders.sync.syncing import SyncOptions, sync_source
from tests.loading import IDS, REGISTER, Loading, clear, counts

_LAST = REGISTER.replace("key: 编号", "key: 编号\nlast: true").replace("files: register.csv", 'files: "r*.csv"')
_HEAD = "编号,身份证号,姓名,性别"
_NAMES = "MATCH (p:Person) WHERE p.stub IS NULL RETURN p.name AS name ORDER BY name"


def _names(loading: Loading) -> list[str]:
    return [row["name"] for row in loading.rows(_NAMES)]


def _load(loading: Loading, **files: str) -> tuple[int, int, int, int]:
    for name, rows in files.items():
        loading.write(f"{name}.csv", f"{_HEAD}\n{rows}")
    return counts(loading.load(_LAST))


def test_the_last_row_wins_by_file_and_place(loading: Loading) -> None:
    found = _load(
        loading,
        r1=f"1,{IDS[0]},甲一,男\n2,{IDS[1]},乙一,女\n1,{IDS[0]},甲二,男",
        r2=f"1,{IDS[0]},甲三,男\n1,{IDS[0]},甲四,男",
    )

    assert found[0] == 5
    assert found[3] == 0
    assert _names(loading) == ["乙一", "甲四"]
    whole = loading.hash()
    _load(loading)
    assert loading.hash() == whole
    (loading.folder / "r2.csv").unlink()
    sync_source(loading.source(_LAST), loading.folder, loading.environment, lambda *_: None, SyncOptions())
    assert _names(loading) == ["乙一", "甲二"]


def test_a_row_that_cannot_be_taken_wins_nothing(loading: Loading) -> None:
    found = _load(loading, r1=f"1,{IDS[0]},甲一,男\n1,123,甲二,男")

    assert found == (2, 1, 0, 1)
    assert _names(loading) == ["甲一"]


def test_homes_with_other_keys_agree_on_the_row_that_wins(loading: Loading) -> None:
    rows = f"{_HEAD}\n" + "\n".join(f"{number},,甲{name},男" for number in range(9) for name in "一二三")
    kept: list[list[str]] = []
    for key in (b"a" * 43, b"b" * 43):
        clear(loading.environment.writer)
        loading.environment = replace(loading.environment, uid_key=key)
        loading.load(REGISTER, rows)
        kept.append(
            [
                f"{row['key']}{row['name']}"
                for row in loading.rows("MATCH (p:Person) RETURN p.source_key AS key, p.name AS name ORDER BY key")
            ]
        )

    assert kept[0] == kept[1]
    assert len(kept[0]) == 9
