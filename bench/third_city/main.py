"""Writes the third city: `python -m bench.third_city.main OUT`."""

import json
import random
import sys
from itertools import combinations
from pathlib import Path
from typing import Any

from bench.third_city.book import Book
from bench.third_city.fuel import FuelPlanter
from bench.third_city.ids import check_digit
from bench.third_city.matters import CHANNEL, Matters
from bench.third_city.parse import read
from bench.third_city.people import City
from bench.third_city.planting import Plan
from bench.third_city.registers import Registers
from bench.third_city.spending import SpendingPlanter
from bench.third_city.tenders import TenderPlanter
from bench.third_city.units import table
from bench.third_city.write import FILES, write

HUBS = ["hub1", "NONE", "lgsw", "rmyy"]


def main() -> None:
    """Writes exports, manifest and truth into the folder given."""
    out = Path(sys.argv[1])
    things, groups = read(Path(__file__).parent / "texts")
    rng = random.Random(20251129)  # noqa: S311 - a made-up city, not a secret
    city = City(rng, table(), things)
    book = Book(rng)
    registers = Registers(city, book)
    registers.write()
    plans: dict[str, Plan] = {}
    for planter in (FuelPlanter, SpendingPlanter, TenderPlanter):
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
    for n in range(5):
        head = f"3711021990010{n + 1}001"
        book.broken(
            "hukou", {"身份号码": head + str((int(check_digit(head).replace("X", "3")) + 1) % 10)}, "BAD_CHECK_DIGIT"
        )
        book.broken("ykt", {"流水": "", "领款人": "甲"}, "MISSING_KEY")
        book.broken("ykt", {"流水": f"YK2025{n:06}", "到账日": f"2024.02.3{n % 2}"}, "IMPOSSIBLE_DATE")
        book.broken("jiedai", {"凭单号": f"JD-25-{n:04}", "用餐日期": f"2024年13月{n + 1}日"}, "IMPOSSIBLE_DATE")
        book.broken("huohua", {"火化证号": ""}, "MISSING_KEY")
        book.broken("toubiao", {"信用代码": ""}, "MISSING_KEY")
        book.broken("jyjl", {"lsh": f"SH9{n:08}", "jysj": f"2024-06-31 0{n}:00:00"}, "IMPOSSIBLE_DATE")


def tell(city: City, book: Book, matters: Matters, plans: dict[str, Plan]) -> dict[str, Any]:
    """Returns the truth in the form of the scorer."""
    series, near = [], []
    for n, group in enumerate(matters.groups):
        numbers = [m.number for m in group.matters]
        if group.sort == "series":
            series.append(
                {
                    "id": f"S{n:03}",
                    "kind": group.kind,
                    "matters": numbers,
                    "channels": sorted({CHANNEL[m.channel] for m in group.matters}),
                    "habits": group.why.split(","),
                    "evidence": {},
                }
            )
        if group.sort == "near":
            anchor = [matters.labels[group.anchor].number] if group.anchor else []
            found = [(anchor[0], k) for k in numbers] if anchor else list(combinations(numbers, 2))
            near += [{"kind": group.kind, "a": a, "b": b, "why": group.why} for a, b in found]
    named = [k for k in city.people if not k.startswith("r_")]
    traps = [
        {"kind": "namesake_in_matters", "entities": [a, b]}
        for a, b in combinations(named, 2)
        if city.people[a].name == city.people[b].name
    ]
    plans["K1"]["neutral"] = [
        city.firms["yangfan"].code,
        city.projects["j7"]["number"],
        city.firms["boda"].code,
        city.projects["j8"]["number"],
    ]
    told = {
        m.number: {
            "channel": CHANNEL[m.channel],
            "row": m.row,
            "day": m.day,
            "problem": m.problem,
            "planted": m.planted,
            "entities": m.entities,
        }
        for m in matters.all
    }
    about = {
        "persons": len(city.people),
        "units": len(city.units),
        "firms": len(city.firms),
        "matters": len(told),
        "hand_written": sum(m.planted for m in matters.all),
        "pairs": sum(len(s["matters"]) * (len(s["matters"]) - 1) // 2 for s in series),
        "near_misses": len(near),
    }
    return {
        "about": about,
        "files": {s: {"file": FILES[s][0], "key": FILES[s][2]} for s in FILES},
        "updates": book.updates,
        "rejects": book.rejects,
        "identity": book.identity,
        "identity_optional": book.optional,
        "mentions": matters.mentions,
        "traps": traps,
        "matters": told,
        "links": {
            "series": series,
            "near_misses": near,
            "hubs": HUBS,
            "hub_address": "日照市东港区烟台路99号",
            "hub_firms": [],
            "rule": "as in the other city",
            "neutral_groups": {},
            "hub_groups": {},
        },
        "models": plans,
    }


if __name__ == "__main__":
    main()
