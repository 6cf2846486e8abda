"""Writes the files of the exports in their formats, and the manifest."""

import csv
import json
import sqlite3
from pathlib import Path
from typing import Any

import xlsxwriter  # type: ignore[import-untyped]

Row = dict[str, Any]
FILES: dict[str, tuple[str, str, list[str]]] = {
    "hukou": ("公安人口库导出.csv", "gb18030|", ["身份号码"]),
    "bianban": ("编办_机构编制台账.xlsx", "全市机构编制台账（截至2025年10月）", ["机构名称"]),
    "zugong": ("组工_任职信息.jsonl", "jsonl", ["档号"]),
    "shijian": ("市监_主体登记.jsonl", "jsonl", ["信用代码"]),
    "gwc": ("车油.db", "sqlite", ["hphm"]),
    "jyk": ("车油.db", "sqlite", ["ykh"]),
    "jyjl": ("车油.db", "sqlite", ["lsh"]),
    "jiating": ("个人事项_家庭成员.csv", "utf-8", ["登记号"]),
    "biaoduan": ("交易中心_标段.csv", "gb18030", ["标段号"]),
    "toubiao": ("交易中心_投标.csv", "gb18030", ["标段号", "信用代码"]),
    "jiedai": ("财政_公务接待明细.xlsx", "公务接待支出明细表", ["凭单号"]),
    "ykt": ("一卡通_发放.csv", "utf-8", ["流水"]),
    "huohua": ("殡葬_火化.csv", "gb18030", ["火化证号"]),
    "xinfang": ("信访室_来信来访.xlsx", "来信来访登记簿", ["编号"]),
    "rexian": ("12345转办.jsonl", "jsonl", ["工单号"]),
    "shenji": ("审计_问题清单.csv", "utf-8-sig", ["问题号"]),
    "xuncha": ("巡察_底稿.csv", "gb18030", ["底稿号"]),
    "xiansuo": ("线索_登记.csv", "utf-8", ["线索号"]),
    "yisong": ("移送函.csv", "utf-8", ["函号"]),
}


def write(folder: Path, rows: dict[str, list[Row]]) -> dict[str, Any]:
    """Writes all files and returns the manifest."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.iterdir():
        old.unlink()
    manifest = {}
    for source, (file, form, key) in FILES.items():
        path = folder / file
        columns = list(rows[source][0])
        manifest[source] = {"file": file, "format": form, "key": key, "columns": columns}
        if form == "jsonl":
            path.write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in rows[source]), "utf-8")
        elif form == "sqlite":
            database(path, source, columns, rows[source])
        elif file.endswith("xlsx"):
            workbook(path, form, columns, rows[source])
        else:
            with path.open("w", encoding=form.rstrip("|"), newline="") as out:
                sheet = csv.writer(out, delimiter="|" if form.endswith("|") else ",")
                sheet.writerow(columns)
                sheet.writerows([r[c] for c in columns] for r in rows[source])
    return manifest


def database(path: Path, table: str, columns: list[str], rows: list[Row]) -> None:
    """Writes one table of the SQLite file."""
    with sqlite3.connect(path) as base:
        base.execute(f"CREATE TABLE {table} ({', '.join(columns)})")
        insert = f"INSERT INTO {table} VALUES ({', '.join('?' * len(columns))})"  # noqa: S608 - the city's own tables
        base.executemany(insert, [[r[c] for c in columns] for r in rows])


def workbook(path: Path, title: str, columns: list[str], rows: list[Row]) -> None:
    """Writes a workbook with a title row and a sum at the end."""
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Sheet1")
        sheet.write_row(0, 0, [title])
        sheet.write_row(1, 0, columns)
        for n, row in enumerate(rows, 2):
            sheet.write_row(n, 0, [row[c] for c in columns])
        sheet.write_row(len(rows) + 2, 0, ["合计"])
