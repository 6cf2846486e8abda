"""The exported city as the finder would know it from the graph, read straight from the files."""

import csv
import json
import sqlite3
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import polars

from graph_service.mentions.lexicon.known import KnownEntity, KnownTie, MatterText, RegisteredNaming
from graph_service.mentions.lexicon.lexicon import Lexicon

EVERYONE = 1
LEDGERS = {
    "petition_clues": ("clues/petition.csv", "线索编号", "反映内容", "收到日期"),
    "clue_register": ("clues/register.csv", "线索编号", "反映内容", "收到日期"),
    "own_staff_clues": ("clues/own_staff.xlsx", "线索编号", "反映内容", "收到日期"),
    "audit_ledger": ("audit/findings.xlsx", "问题编号", "问题事实", "认定日期"),
    "inspection_ledger": ("inspection/issues.xlsx", "问题编号", "问题事实", "发现日期"),
    "palm_tickets": ("palm/tickets.jsonl", "ticket_no", "text", "asked_at"),
    "alerts": ("alerts/alerts.jsonl", "alert_no", "text", "raised_at"),
}
_NAMING = {
    "被反映人身份证号": "Person", "涉及人员身份证号": "Person", "接待人身份证号": "Person", "来客身份证号": "Person", "付款人身份证号": "Person",
    "被反映单位代码": "Unit", "涉及企业代码": "Unit", "涉及车牌": "Vehicle", "涉及加油卡": "FuelCard", "涉及电话": "Phone", "涉及账号": "Account",
    "涉及地址": "Place", "涉及项目编号": "Project", "涉及合同编号": "Contract",
}  # fmt: skip


def rows(folder: Path, name: str) -> list[dict[str, Any]]:
    """Return the rows of an exported file of any format."""
    path = folder / name
    if path.suffix == ".xlsx":
        return polars.read_excel(path).to_dicts()
    if path.suffix == ".jsonl":
        return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    data = path.read_bytes()
    text = data.decode("utf-8-sig" if data.startswith(b"\xef\xbb\xbf") else "gb18030")
    return list(csv.DictReader(text.splitlines()))


def table(folder: Path, name: str) -> list[tuple[Any, ...]]:
    """Return the rows of one table of the registers' database."""
    with sqlite3.connect(folder / "registers.db") as database:
        return database.execute(f"SELECT * FROM {name}").fetchall()  # noqa: S608 -- the names stand below


def read_lexicon(folder: Path) -> Lexicon:
    """Return the lexicon of the city: its registers, and what only a ledger names."""
    entities: dict[str, KnownEntity] = {}
    for one in (*_people(folder), *_units(folder), *_things(folder), *_stubs(folder)):
        entities.setdefault(one.uid, one)
    return Lexicon(entities.values(), _ties(folder))


def _people(folder: Path) -> Iterator[KnownEntity]:
    for file in sorted((folder / "household").glob("*.csv")):
        for row in rows(folder, f"household/{file.name}"):
            yield known("Person", row["公民身份号码"], row["姓名"])
            yield known("Phone", row["联系电话"])
            yield known("Place", row["住址"])


def known(label: str, number: str, *names: str) -> KnownEntity:
    """Return an entity whose uid is made of its kind and number."""
    said = (number,) if label == "Place" else tuple(name for name in names if name)
    return KnownEntity(uid(label, number), label, EVERYONE, said, () if label == "Place" else (number,))


def uid(label: str, number: str) -> str:
    """Return the uid by which the tests know an entity."""
    return f"{label}:{number}"


def _units(folder: Path) -> Iterator[KnownEntity]:
    for row in rows(folder, "units/units.csv"):
        yield known("Unit", row["统一社会信用代码"], row["单位名称"], row["单位简称"], row["曾用名"])
        yield known("Place", row["办公地址"])
    for code, name, _, _, place, telephone, *_ in table(folder, "firms"):
        yield known("Unit", code, name)
        yield known("Place", place)
        yield known("Phone", telephone)


def _things(folder: Path) -> Iterator[KnownEntity]:
    for number, name, *_ in table(folder, "projects"):
        yield known("Project", number, name)
    for row in rows(folder, "tenders/contracts.xlsx"):
        yield known("Contract", row["合同编号"], row["合同名称"])
    for row in rows(folder, "places/compounds.csv"):
        yield known("Place", row["地址"])
    for plate, *_ in table(folder, "vehicles"):
        yield known("Vehicle", plate)
    for row in rows(folder, "vehicles/official.xlsx"):
        yield known("Vehicle", row["车牌号"])
    for row in rows(folder, "vehicles/fuel_cards.csv"):
        yield known("FuelCard", row["卡号"])
    for row in rows(folder, "subsidies/accounts.csv"):
        yield known("Account", row["银行账号"])


def _stubs(folder: Path) -> Iterator[KnownEntity]:
    for source in LEDGERS:
        for row in rows(folder, LEDGERS[source][0]):
            yield from (known(label, number) for label, number in _named(row) if label not in ("Person", "Unit"))


def _named(row: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for column, label in _NAMING.items():
        yield from ((label, number) for number in str(row.get(column) or "").split(";") if number)


def _ties(folder: Path) -> Iterator[KnownTie]:
    for row in rows(folder, "cadres/posts.xlsx"):
        ends = uid("Person", row["身份证号"]), uid("Unit", row["单位代码"])
        yield KnownTie("HOLDS_POST", *ends, EVERYONE, row["职务"], day(row["任职日期"]), day(row["免职日期"]))
    for row in rows(folder, "units/units.csv"):
        for above in filter(None, row["上级单位代码"].split(";")):
            yield KnownTie("UNDER", uid("Unit", row["统一社会信用代码"]), uid("Unit", above), EVERYONE)
    for kind, name in (("OFFICER_OF", "officers"), ("HOLDS_SHARE", "shareholders")):
        for code, person, *_ in table(folder, name):
            yield KnownTie(kind, uid("Person", person), uid("Unit", code), EVERYONE)
    for file in sorted((folder / "household").glob("*.csv")):
        for row in rows(folder, f"household/{file.name}"):
            yield KnownTie("USES_PHONE", uid("Person", row["公民身份号码"]), uid("Phone", row["联系电话"]), EVERYONE)
    for row in rows(folder, "subsidies/accounts.csv"):
        yield KnownTie("USES_ACCOUNT", uid("Person", row["身份证号"]), uid("Account", row["银行账号"]), EVERYONE)
    for plate, _, _, person, _ in table(folder, "vehicles"):
        yield KnownTie("OWNED_BY", uid("Vehicle", plate), uid("Person", person), EVERYONE)


def day(value: Any) -> date | None:
    """Return the day of a cell."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date) or not value:
        return value or None
    return date.fromisoformat(str(value)[:10])


def read_matters(folder: Path) -> Iterator[tuple[tuple[str, str], MatterText]]:
    """Yield every matter by source and key."""
    for source, (file, key, text, learnt) in LEDGERS.items():
        for row in rows(folder, file):
            names = tuple(RegisteredNaming(uid(label, number), label) for label, number in _named(row))
            yield (
                (source, row[key]),
                MatterText(
                    f"{source}:{row[key]}",
                    row[text] or "",
                    EVERYONE,
                    day(row[learnt]),
                    day(row.get("问题起始日期")),
                    day(row.get("问题截止日期")),
                    names,
                ),
            )
