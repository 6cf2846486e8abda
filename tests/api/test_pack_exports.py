"""A pack as a file: what the API answers an officer, in every form; opened again, signed, logged before it leaves."""

import asyncio
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import pytest

from graph_service.api.exports.route import PATH
from graph_service.graph import Writer
from graph_service.reports.offline.signing import PackSigner
from graph_service.reports.offline.verifying import verify
from graph_service.rights.viewer import Tokens
from graph_service.settings import Settings
from tests.api.conftest import Caller, InNewGraph
from tests.api.test_unit_pack import GIVEN, By, pack_of
from tests.commands import environment_of
from tests.opened import document_texts, fonts_of, formulas_of, pages_of, parts_of, sheets_of
from tests.packs import draw_unit

PURPOSE = "第三轮巡察进驻准备"
Exporting = Callable[..., Any]


@pytest.fixture(scope="module")
def by(in_new_graph: InNewGraph, client: httpx.AsyncClient, tokens: Tokens, writer: Writer) -> By:
    in_new_graph(draw_unit())
    return lambda officer: Caller(client, tokens.sign(officer))


@pytest.fixture
def export(by: By) -> Exporting:
    async def asked(officer: str, purpose: str = PURPOSE, **given: Any) -> httpx.Response:
        caller = by(officer)
        heads = {"Authorization": f"Bearer {caller.token}", "x-purpose": purpose.encode()}
        return await caller.client.post(PATH, json=GIVEN | given, headers=heads)  # type: ignore[arg-type]

    return asked


async def test_a_workbook_shows_what_the_api_answers_and_runs_nothing(by: By, export: Exporting) -> None:
    pack = await pack_of(by("o_round"))
    body = (await export("o_round", form="xlsx")).content
    sheets = sheets_of(body)

    assert list(sheets)[:4] == ["巡察前单位资料包", "建议巡察重点", "审计发现问题", "历次巡察问题"]
    assert [row[1] for row in sheets["审计发现问题"][3:]] == [each["finding"]["number"] for each in pack["findings"]]
    assert any('=HYPERLINK("x","点我")' in cell for row in sheets["审计发现问题"] for cell in row)
    assert formulas_of(body) == []
    for name, part in parts_of(body).items():
        if name.startswith("xl/worksheets/sheet"):
            assert "干部o_round o_round" in part.decode().partition("<headerFooter>")[2], name
    assert all("干部o_round o_round" in rows[1][0] for rows in sheets.values())


async def test_a_document_and_a_pdf_hold_every_row_and_the_watermark_on_every_page(by: By, export: Exporting) -> None:
    pack = await pack_of(by("o_round"))
    numbers = [each["finding"]["number"] for each in pack["findings"]]
    text, tables, edges = document_texts((await export("o_round", form="docx")).content)
    pdf = (await export("o_round", form="pdf")).content
    pages = pages_of(pdf)

    assert "巡察前单位资料包" in text
    assert [row[1] for row in tables[2][1:]] == numbers
    assert "干部o_round" in edges
    assert "textpath" in edges
    assert all("干部o_roundo_round" in page.replace(" ", "") for page in pages)
    assert f"第 {len(pages)} 页" in pages[-1]
    told = "".join(pages).replace("\ufffe", "").replace("\u200b", "").replace("\r\n", "")
    assert [number for number in numbers if number not in told] == []
    assert fonts_of(pdf)
    assert all(b"+NotoSansCJK" in name for name in fonts_of(pdf)), "embedded as far as they are used"


async def test_english_by_argument(export: Exporting) -> None:
    sheets = sheets_of((await export("o_round", form="xlsx", language="en")).content)

    assert list(sheets)[1:3] == ["Suggested focus", "Audit findings"]


@pytest.mark.parametrize("form", ["xlsx", "docx", "pdf", "zip"])
async def test_who_may_see_less_sees_less_in_every_form(form: str, export: Exporting) -> None:
    whole, less = [(await export(officer, form=form)).content for officer in ("o_round", "o_other")]
    told = [
        "".join(pages_of(body))
        if form == "pdf"
        else "".join(part.decode("utf-8", "ignore") for part in parts_of(body).values())
        for body in (whole, less)
    ]

    assert "SJ-2026-0000" in told[0].replace("\ufffe", "-").replace("\u200b", "")
    assert not {"SJ-2026", "XC-2026", "XS-0"} & {each for each in ("SJ-2026", "XC-2026", "XS-0") if each in told[1]}
    assert "隐藏" not in told[0] + told[1]


async def test_a_signed_pack_holds_the_answer_and_a_page_that_needs_nothing(
    by: By, export: Exporting, settings: Settings, tmp_path: Path
) -> None:
    path, pack = tmp_path / "pack.zip", await pack_of(by("o_round"))
    path.write_bytes((await export("o_round", form="zip")).content)
    signer = PackSigner(settings.home)
    found = verify(path, signer.public)

    assert found.wrong == ()
    assert found.pack == pack
    page = parts_of(path.read_bytes())["pack.html"].decode()
    assert "<script" not in page
    assert "http://" not in page
    assert "https://" not in page
    assert " src=" not in page
    assert "SJ-2026-0000" in page
    assert "干部o_round o_round" in page


async def test_no_file_leaves_before_it_stands_in_the_log_with_its_purpose(
    export: Exporting, settings: Settings
) -> None:
    answer = await export("o_round", form="pdf")
    lines = [
        json.loads(line)
        for file in sorted((settings.home / "access_log").glob("*.jsonl"))
        for line in file.read_text().splitlines()
    ]
    entry = next(each for each in lines if each.get("request") == answer.headers["x-request-id"])

    assert (entry["code"], entry["channel"], entry["purpose"], entry["officer"]) == (
        "OK",
        "EXPORT_PDF",
        PURPOSE,
        "o_round",
    )
    assert len(entry["records"]["AuditFinding"]) == 300
    assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    ("given", "purpose", "status", "code"),
    [
        ({"form": "pdf"}, "", 400, "BAD_INPUT"),
        ({"form": "odt"}, PURPOSE, 400, "BAD_INPUT"),
        ({"form": "pdf", "unit": "unit_hidden"}, PURPOSE, 400, "NOT_FOUND"),
        ({"form": "pdf", "first": 5000}, PURPOSE, 413, "LIMIT_EXCEEDED"),
        ({"form": "pdf", "on": "gestern"}, PURPOSE, 400, "BAD_INPUT"),
    ],
)
async def test_what_is_refused(given: dict[str, Any], purpose: str, status: int, code: str, export: Exporting) -> None:
    answer = await export("o_round", purpose, **given)

    assert (answer.status_code, answer.json()["errors"][0]["extensions"]["code"]) == (status, code)


async def test_nobody_without_a_token(client: httpx.AsyncClient, by: By) -> None:
    answer = await client.post(PATH, json=GIVEN, headers={"x-purpose": "x"})

    assert answer.status_code == 401


async def test_by_command_it_is_made_verified_and_taken_back(by: By, settings: Settings, tmp_path: Path) -> None:
    def run(*given: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "graph_service.cli", "pack", *given]
        environment = environment_of(settings) | {"LEADLINK_DEMO": "true"}
        return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)

    who = ("--as", "o_round")
    made = await asyncio.to_thread(
        run,
        "make",
        "unit_bureau",
        *who,
        "--purpose",
        PURPOSE,
        "--out",
        str(tmp_path),
        "--with",
        "forms=zip,on=2026-06-30",
    )
    (path,) = [Path(line) for line in made.stdout.splitlines()]
    assert path.stat().st_mode & 0o077 == 0
    assert "7 files as they were signed for o_round" in (await asyncio.to_thread(run, "verify", str(path))).stdout

    workbook = tmp_path / "findings.xlsx"
    workbook.write_bytes(parts_of(path.read_bytes())["findings.xlsx"])
    back = await asyncio.to_thread(run, "return", str(workbook), "--pack", str(path), *who, "--json")
    assert (back.returncode, json.loads(back.stdout)["unchecked"]) == (0, 500), back.stderr
    path.write_bytes(path.read_bytes()[:-4000])
    assert (await asyncio.to_thread(run, "verify", str(path))).returncode == 2
