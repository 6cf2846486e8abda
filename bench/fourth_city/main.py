"""Writes the fourth city: `python -m bench.fourth_city.main OUT`."""

import json
import random
import sys
from itertools import combinations
from math import comb
from pathlib import Path
from typing import Any

from bench.fourth_city.cars import CarPlanter
from bench.fourth_city.matters import CHANNEL, Matters
from bench.fourth_city.money import MoneyPlanter
from bench.fourth_city.people import City
from bench.fourth_city.planting import Plan
from bench.fourth_city.registers import Registers
from bench.fourth_city.tenders import TenderPlanter
from bench.fourth_city.units import table
from bench.fourth_city.write import FILES, write
from bench.third_city.book import Book
from bench.third_city.ids import check_digit
from bench.third_city.parse import Matter, read

HUBS = ["hub1", "NONE", "rmyy"]


def main() -> None:
    """Writes exports, manifest and truth into the folder given."""
    out = Path(sys.argv[1])
    things, groups = read(Path(__file__).parent / "texts")
    rng = random.Random(20260417)  # noqa: S311 - a made-up city, not a secret
    city = City(rng, table(), things)
    book = Book(rng)
    registers = Registers(city, book)
    registers.write()
    plans: dict[str, Plan] = {}
    for planter in (CarPlanter, MoneyPlanter, TenderPlanter):
        planter(city, registers, plans).write()
    matters = Matters(city, book, groups)
    matters.write()
    spoil(book)
    manifest = write(out / "exports", book.rows)
    (out / "manifest.json").write_text(json.dumps(manifest, ensure_ascii=False, indent=1), "utf-8")
    truth = tell(city, book, matters, plans)
    (out / "truth.json").write_text(json.dumps(truth, ensure_ascii=False), "utf-8")
    print(truth["about"])


def spoil(book: Book) -> None:
    """Adds rows that a loader has to reject."""
    for n in range(4):
        head = f"6527011990010{n + 1}001"
        wrong = str((int(check_digit(head).replace("X", "3")) + 1) % 10)
        book.broken("renkou", {"公民身份号码": head + wrong}, "BAD_CHECK_DIGIT")
        book.broken("butie", {"发放号": "", "姓名": "甲"}, "MISSING_KEY")
        book.broken("butie", {"发放号": f"HM25{n:06}", "发放日": f"2024-02-3{n % 2}"}, "IMPOSSIBLE_DATE")
        book.broken("canyin", {"票据号": f"JPX{n:04}", "日期": f"2024/13/{n + 1}"}, "IMPOSSIBLE_DATE")
        book.broken("siwang", {"编号": ""}, "MISSING_KEY")
        book.broken("jiayou", {"lsh": f"XJ9{n:07}", "sj": f"2024-06-31 0{n}:00:00"}, "IMPOSSIBLE_DATE")


def tell(city: City, book: Book, matters: Matters, plans: dict[str, Plan]) -> dict[str, Any]:
    """Return the truth in the form of the scorer."""
    links = tell_links(matters)
    told = {m.number: tell_matter(m) for m in matters.all}
    plans["K4"]["neutral"] = [city.firms["xinlv"].code]
    about = {"persons": len(city.people), "units": len(city.units), "firms": len(city.firms), "matters": len(told)}
    about["hand_written"] = sum(m.planted for m in matters.all)
    about["pairs"] = sum(comb(len(s["matters"]), 2) for s in links["series"])
    about["near_misses"] = len(links["near_misses"])
    return {
        "about": about,
        "files": {s: {"file": FILES[s][0], "key": FILES[s][2]} for s in FILES},
        "updates": book.updates,
        "rejects": book.rejects,
        "identity": book.identity,
        "identity_optional": book.optional,
        "mentions": matters.mentions,
        "traps": namesakes(city),
        "matters": told,
        "links": links,
        "models": plans,
    }


def tell_links(matters: Matters) -> dict[str, Any]:
    """Return the planted series and near misses."""
    series, near = [], []
    for n, group in enumerate(matters.groups):
        numbers = [m.number for m in group.matters] + [matters.labels[each].number for each in group.also]
        if group.sort == "series":
            channels = sorted({CHANNEL[m.channel] for m in group.matters})
            told = {"id": f"S{n:03}", "kind": group.kind, "matters": numbers, "channels": channels}
            series.append({**told, "habits": group.why.split(","), "evidence": {}})
        if group.sort == "near":
            anchor = [matters.labels[group.anchor].number] if group.anchor else []
            found = [(anchor[0], k) for k in numbers] if anchor else list(combinations(numbers, 2))
            near += [{"kind": group.kind, "a": a, "b": b, "why": group.why} for a, b in found]
    address = {"hub_address": "博乐市北京南路88号", "hub_firms": [], "neutral_groups": {}, "hub_groups": {}}
    return {"series": series, "near_misses": near, "hubs": HUBS, "rule": "as in the other city", **address}


def tell_matter(matter: Matter) -> dict[str, Any]:
    """Return what the truth says of a matter."""
    told = {"channel": CHANNEL[matter.channel], "row": matter.row, "day": matter.day, "problem": matter.problem}
    return {**told, "planted": matter.planted, "entities": matter.entities}


def namesakes(city: City) -> list[dict[str, Any]]:
    """Return the pairs of people in matters who bear one name."""
    named = [k for k in city.people if not k.startswith("r_")]
    pairs = [pair for pair in combinations(named, 2) if city.people[pair[0]].name == city.people[pair[1]].name]
    return [{"kind": "namesake_in_matters", "entities": list(pair)} for pair in pairs]


if __name__ == "__main__":
    main()
