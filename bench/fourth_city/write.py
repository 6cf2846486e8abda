"""Writes the files of the exports in their formats, and the manifest."""

import csv
import json
import sqlite3
from pathlib import Path
from typing import Any

import xlsxwriter  # type: ignore[import-untyped]

Row = dict[str, Any]
NOTES = ["填表说明：1.本表由系统导出，未经许可不得外传；2.日期请按原格式填写。", "单位：人、件"]
FILES: dict[str, tuple[str, str, list[str]]] = {
    "renkou": ("公安_人口.txt", "gb18030\t", ["公民身份号码"]),
    "jigou": ("编办_机构名录.xlsx", "全州机构名录", ["机构全称"]),
    "ganbu": ("组织_干部名册.xlsx", "干部任职名册（2025年版）", ["序号"]),
    "qiye": ("工商.db", "sqlite", ["xydm"]),
    "gudong": ("工商.db", "sqlite", ["xydm", "gdzjh"]),
    "gaoguan": ("工商.db", "sqlite", ["xydm", "zjh", "zw"]),
    "cheliang": ("机关事务_车辆.xlsx", "公务用车台账", ["车牌号码"]),
    "youka": ("油卡.db", "sqlite", ["kh"]),
    "jiayou": ("油卡.db", "sqlite", ["lsh"]),
    "jiashu": ("个人事项.jsonl", "jsonl", ["申报编号"]),
    "zhaobiao": ("交易平台.jsonl", "jsonl", ["项目编号"]),
    "canyin": ("公务接待.csv", "gb18030,", ["票据号"]),
    "butie": ("惠民补贴.csv", "utf-8|", ["发放号"]),
    "siwang": ("死亡登记.csv", "gb18030,", ["编号"]),
    "xinfang": ("信访登记.xlsx", "州纪委监委信访举报登记表", ["信访件号"]),
    "rexian": ("12345工单.csv", "gb18030,", ["工单编码"]),
    "shenji": ("审计问题.jsonl", "jsonl", ["问题编号"]),
    "xuncha": ("巡察问题.xlsx", "two", ["编号"]),
    "xiansuo": ("线索.csv", "utf-8-sig|", ["线索编码"]),
    "yisong": ("移送.jsonl", "jsonl", ["文号"]),
}


def write(folder: Path, rows: dict[str, list[Row]]) -> dict[str, Any]:
    """Writes all files and returns the manifest."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.iterdir():
        old.unlink()
    manifest = {}
    for source, (file, form, key) in FILES.items():
        path, columns = folder / file, list(rows[source][0])
        manifest[source] = {"file": file, "format": form, "key": key, "columns": columns}
        if form == "jsonl":
            path.write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in rows[source]), "utf-8")
        elif form == "sqlite":
            database(path, source, columns, rows[source])
        elif file.endswith("xlsx"):
            workbook(path, form, columns, rows[source])
        else:
            with path.open("w", encoding=form[:-1], newline="") as out:
                sheet = csv.writer(out, delimiter=form[-1])
                sheet.writerow(columns)
                sheet.writerows([r[c] for c in columns] for r in rows[source])
    return manifest


def database(path: Path, table: str, columns: list[str], rows: list[Row]) -> None:
    """Writes one table of a SQLite file."""
    with sqlite3.connect(path) as base:
        base.execute(f"CREATE TABLE {table} ({', '.join(columns)})")
        insert = f"INSERT INTO {table} VALUES ({', '.join('?' * len(columns))})"  # noqa: S608 - the city's own tables
        base.executemany(insert, [[r[c] for c in columns] for r in rows])


def workbook(path: Path, title: str, columns: list[str], rows: list[Row]) -> None:
    """Writes a workbook: title and notes above the header, or a header in two lines, and who made it below."""
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("导出")
        if title == "two":
            two_lines(book, sheet, columns)
            top = 3
        else:
            for n, words in enumerate([title, *NOTES]):
                sheet.write_row(n, 0, [words])
            sheet.write_row(3, 0, columns)
            top = 4
        for n, row in enumerate(rows, top):
            sheet.write_row(n, 0, [row[c] for c in columns])
        sheet.write_row(top + len(rows) + 1, 0, ["制表人：办公室"])


def two_lines(book: Any, sheet: Any, columns: list[str]) -> None:
    """Writes a title and a header of two lines with merged cells."""
    plain = book.add_format({})
    sheet.write_row(0, 0, ["州委巡察工作领导小组办公室问题清单"])
    groups: dict[str, list[int]] = {}
    for n, name in enumerate(columns):
        over, _, under = name.rpartition(".")
        if over:
            groups.setdefault(over, []).append(n)
            sheet.write(2, n, under)
        else:
            sheet.merge_range(1, n, 2, n, name, plain)
    for over, places in groups.items():
        sheet.merge_range(1, places[0], 1, places[-1], over, plain)
