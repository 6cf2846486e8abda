"""A signed pack: verified, tampered with in every way, filled in and brought back against what changed meanwhile."""

import copy
import json
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
import xlsxwriter  # type: ignore[import-untyped]

from graph_service.errors import BadInput
from graph_service.reports.offline import ledger
from graph_service.reports.offline.returned import Returned, returned
from graph_service.reports.offline.signed import LEDGER, signed_pack
from graph_service.reports.offline.signing import PackSigner, is_signed, read_public_key
from graph_service.reports.offline.verifying import verify
from graph_service.reports.parts import Maker
from tests.opened import formulas_of, parts_of, sheets_of

MAKER = Maker("o_1", "钱一", "2026-07-01 09:00", "第三轮巡察", "abcd", 2)
_UNIT = {"id": "unit_1", "name": "云江市林业局", "uscc": None}


def _problem(kind: str, uid: str, number: str, title: str) -> dict[str, Any]:
    matter = {
        "id": uid, "number": number, "title": title, "text": "未附合同", "problem": "BUDGET", "focus": None, "foundOn": "2026-01-05",
        "amountFen": 12_345_00, "rectifiedFen": 0, "rectification": "NOT_DONE", "dueOn": "2026-04-01", "closedOn": None,
    }  # fmt: skip
    more = {"issues": [], "clues": [], "repeated": False} if kind == "finding" else {"isBack": False, "repeats": []}
    return {
        kind: matter,
        "unit": _UNIT,
        "openFen": 12_345_00,
        "isOpen": True,
        "isOverdue": True,
        "back": [],
        "holders": [],
        **more,
    }


def pack() -> dict[str, Any]:
    findings = [
        _problem("finding", "auditfinding_1", "SJ-1", "=1+1"),
        _problem("finding", "auditfinding_2", "SJ-2", "虚列会议费"),
    ]
    lists = dict.fromkeys(
        ("focuses", "transfers", "clues", "alerts", "holders", "connected", "totals", "byProblem", "byYear"), ()
    )
    issues = [_problem("issue", "issue_1", "XC-1", "班子议事不规范")]
    return {
        "unit": _UNIT,
        "units": [_UNIT],
        "on": "2026-07-01",
        "isWhole": True,
        "findings": findings,
        "issues": issues,
    } | {name: list(rows) for name, rows in lists.items()}


@pytest.fixture
def signer(tmp_path: Path) -> PackSigner:
    return PackSigner(tmp_path / "home")


@pytest.fixture
def made(tmp_path: Path, signer: PackSigner) -> Path:
    path = tmp_path / "pack.zip"
    path.write_bytes(signed_pack(pack(), MAKER, "zh", signer))
    return path


def again(path: Path, **changed: bytes | None) -> Path:
    """Write the pack anew with some files changed, left out or added."""
    parts = parts_of(path.read_bytes()) | {name.replace("__", "."): body for name, body in changed.items()}
    with ZipFile(path, "w") as packed:
        for name, body in parts.items():
            if body is not None:
                packed.writestr(name, body)
    return path


def test_a_pack_is_as_it_was_signed(made: Path, signer: PackSigner, tmp_path: Path) -> None:
    pem = tmp_path / "public.pem"
    pem.write_bytes(signer.pem())
    found = verify(made, read_public_key(pem))

    assert (found.wrong, found.pack, found.manifest["levels"]) == ((), pack(), 2)
    assert {"pack.html", "pack.docx", "pack.xlsx", "pack.pdf", "pack.json", LEDGER, "README.txt"} == set(
        found.manifest["files"]
    )


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"pack__json": b"{}"}, "pack.json was changed"),
        ({"pack__html": b"<script>"}, "pack.html was changed"),
        ({"pack__pdf": None}, "pack.pdf is missing"),
        ({"more__exe": b"x"}, "more.exe is not in the manifest"),
        ({"manifest__json": b"{}"}, "the manifest is not signed with this key"),
        ({"manifest__sig": b"no signature"}, "the manifest is not signed with this key"),
    ],
)
def test_a_pack_that_was_changed_is_told(
    changed: dict[str, bytes | None], told: str, made: Path, signer: PackSigner
) -> None:
    found = verify(again(made, **changed), signer.public)

    assert (found.wrong, found.pack) == ((told,), {})


def test_another_key_signs_no_pack_of_ours(made: Path, tmp_path: Path) -> None:
    other = PackSigner(tmp_path / "elsewhere")

    assert verify(made, other.public).wrong == ("the manifest is not signed with this key",)
    assert not is_signed(other.public, b"x", b"")


@pytest.mark.parametrize("body", [b"", b"PK\x03\x04 no zip", b"x" * 100])
def test_what_is_no_pack_is_refused(body: bytes, tmp_path: Path, signer: PackSigner) -> None:
    path = tmp_path / "other.zip"
    path.write_bytes(body)

    with pytest.raises(BadInput):
        verify(path, signer.public)


def filled(path: Path, body: bytes, known: dict[str, dict[str, str]], new: list[dict[str, str]]) -> Path:
    """Write the workbook as a team fills it in: texts in the cells of its columns."""
    sheets = sheets_of(body)
    columns = sheets[ledger.CHECKED][ledger.HEADINGS_IN]
    for row in sheets[ledger.CHECKED][ledger.HEADINGS_IN + 1 :]:
        for name, value in known.get(row[columns.index("编号")], {}).items():
            row[columns.index(name)] = value
    heads = sheets[ledger.NEW][: ledger.HEADINGS_IN + 1]
    sheets[ledger.NEW] = [*heads, *([row.get(name, "") for name in ledger.NEW_COLUMNS] for row in new)]
    book = xlsxwriter.Workbook(str(path))
    for name, rows in sheets.items():
        sheet = book.add_worksheet(name)
        for place, cells in enumerate(rows):
            for column, cell in enumerate(cells):
                sheet.write_string(place, column, cell)
    book.close()
    return path


def back(tmp_path: Path, made: Path, now: dict[str, Any], **given: Any) -> Returned:
    body = parts_of(made.read_bytes())[LEDGER]
    return returned(filled(tmp_path / "filled.xlsx", body, given.get("known", {}), given.get("new", [])), pack(), now)


def test_the_workbook_holds_the_problems_as_texts(made: Path) -> None:
    body = parts_of(made.read_bytes())[LEDGER]
    rows = sheets_of(body)[ledger.CHECKED][ledger.HEADINGS_IN + 1 :]

    assert [row[:3] for row in rows] == [
        ["auditfinding_1", "SJ-1", "=1+1"], ["auditfinding_2", "SJ-2", "虚列会议费"], ["issue_1", "XC-1", "班子议事不规范"],
    ]  # fmt: skip
    assert formulas_of(body) == []


def test_an_empty_workbook_brings_nothing(tmp_path: Path, made: Path) -> None:
    assert back(tmp_path, made, pack()) == Returned(unchecked=3)


def test_what_a_team_checked_and_found_comes_back_as_it_wrote_it(tmp_path: Path, made: Path) -> None:
    known = {"SJ-2": {ledger.RESULT: "整改不到位", ledger.REMARK: "发票仍未补齐"}}
    new = [{ledger.TITLE: "林地补偿款滞留", ledger.UNIT: "云江市林业局", ledger.AMOUNT: "80,000"}]
    found = back(tmp_path, made, pack(), known=known, new=new)

    assert found.checked == [{"id": "auditfinding_2", "number": "SJ-2", "title": "虚列会议费", "told": known["SJ-2"]}]
    assert (found.new, found.conflicts, found.unchecked) == (new, [], 2)


def test_what_changed_meanwhile_conflicts_with_what_was_checked(tmp_path: Path, made: Path) -> None:
    now = copy.deepcopy(pack())
    now["findings"][1]["finding"] |= {"rectification": "DONE", "closedOn": "2026-07-20"}
    now["findings"][0]["finding"]["rectification"] = "DONE"  # not checked, so no conflict
    now["issues"] = [_problem("issue", "issue_9", "XC-9", "新登记问题")]
    known = {"SJ-2": {ledger.RESULT: "未整改"}, "XC-1": {ledger.RESULT: "无法核实"}}
    found = back(tmp_path, made, now, known=known, new=[{ledger.TITLE: "=1+1", ledger.UNIT: "云江市林业局"}])

    assert [(each["conflict"], each["number"]) for each in found.conflicts] == [
        ("CHANGED_MEANWHILE", "SJ-2"), ("GONE", "XC-1"), ("SAME_TITLE_AND_UNIT", "SJ-1"),
    ]  # fmt: skip
    assert found.conflicts[0]["fields"] == [
        {"field": "rectification", "then": "NOT_DONE", "now": "DONE"}, {"field": "closedOn", "then": None, "now": "2026-07-20"},
    ]  # fmt: skip
    assert [each["number"] for each in found.appeared] == ["XC-9"]
    assert json.dumps(found.told)


def test_a_workbook_of_another_form_is_refused(tmp_path: Path) -> None:
    book = xlsxwriter.Workbook(str(tmp_path / "other.xlsx"))
    book.add_worksheet("x")
    book.close()

    for path in (tmp_path / "other.xlsx", tmp_path / "absent.xlsx"):
        with pytest.raises(BadInput):
            returned(path, pack(), pack())
