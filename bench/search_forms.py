"""`python -m bench.search_forms --home HOME`: things of a loaded graph, each sought in every form that people write.

A thing counts as found where it is among the first ten. A form that more than a few others share as well as it does (張 of a
thousand people) asks for none of them, and is not drawn. Forms are drawn from the graph's own values, never by the service's
own code: traditional characters by OpenCC, sounds by pypinyin.
"""

import asyncio
import json
import random
import statistics
import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import typer
from graphql import parse
from opencc import OpenCC
from pypinyin import lazy_pinyin

from bench.measured_home import running_graph, settings_of
from graph_service.api.plan.plan import QueryContext
from graph_service.api.queries.execute import OperationContext, answer, compile_operation
from graph_service.api.schema import build_schema
from graph_service.embedded import Running
from graph_service.graph import Graph, Writer
from graph_service.progress import ShownSteps
from graph_service.rights.viewer import Viewer

_ASK = (
    "query($t: String!) { search(text: $t, first: 10) { totalCount kinds { kind count } hits { match node { id } } } }"
)
_READ = """MATCH (n) WHERE n:Person OR n:Unit OR n:Vehicle OR n:Phone OR n:Account OR n:Place OR n:Project OR n:Matter
WITH n, coalesce(n.plate, n.phone_number, n.account_number, n.address, n.name, n.number) AS value
WHERE value IS NOT NULL AND n.audience <> 0 AND n.stub IS NULL
RETURN n.uid AS uid, value, labels(n)[0] AS kind ORDER BY uid"""
_JOINED = """MATCH (a:Person)<-[:NAMES]-(m:Matter)-[:NAMES]->(b:Unit)
WHERE a.name IS NOT NULL AND b.name IS NOT NULL AND a.audience <> 0 AND b.audience <> 0
RETURN DISTINCT a.name AS one, b.name AS other, collect(m.uid) AS uids ORDER BY one, other"""
_AUDIENCES = "MATCH (a:Audience) RETURN collect(a.number) AS numbers"
_FEW = 5
_HAN = "\u4e00", "\u9fff"


@dataclass(frozen=True)
class Thing:
    """One thing that is sought, by one value."""

    uid: str
    value: str

    @property
    def is_chinese(self) -> bool:
        """Return whether the value is made of Chinese characters alone."""
        return all(_HAN[0] <= sign <= _HAN[1] for sign in self.value)


@dataclass
class Measured:
    """What came of one form."""

    asked: int = 0
    found: int = 0
    missed: list[str] = field(default_factory=list)


@dataclass
class Forms:
    """Draws forms of things, from all values of the graph."""

    values: list[str]
    draw: random.Random

    def __post_init__(self) -> None:
        self.every = "\n".join(self.values)
        self.plain = {value.replace("·", "").casefold() for value in self.values}
        alike: dict[str, set[str]] = defaultdict(set)
        for sign in {sign for value in self.values for sign in value if _HAN[0] <= sign <= _HAN[1]}:
            alike[lazy_pinyin(sign)[0]].add(sign)
        self.alike = {sound: sorted(signs) for sound, signs in alike.items()}
        self.sounds = "\n".join("".join(lazy_pinyin(value)) for value in self.values)
        self.heads = "\n".join("".join(each[0] for each in lazy_pinyin(value)) for value in self.values)
        self.signs = sorted({sign for signs in alike.values() for sign in signs})

    def exact(self, thing: Thing) -> str | None:
        return thing.value if self.values.count(thing.value) <= _FEW else None

    def part(self, thing: Thing) -> str | None:
        least = 2 if not thing.value.isascii() else 5
        if len(thing.value) <= least:
            return None
        length = self.draw.randint(least, len(thing.value) - 1)
        at = self.draw.randrange(len(thing.value) - length + 1)
        part = thing.value[at : at + length].strip()
        return part if len(part) >= least and self.every.count(part) <= _FEW else None

    def traditional(self, thing: Thing) -> str | None:
        made = OpenCC("s2t").convert(thing.value)
        return made if made != thing.value and self.values.count(thing.value) <= _FEW else None

    def separated(self, thing: Thing) -> str | None:
        value = thing.value
        if self.values.count(value) > _FEW or len(value) < 2:
            return None
        if value.isdecimal() and len(value) == 11:
            return f"+86 {value[:3]}-{value[3:7]}-{value[7:]}"
        if value.isdecimal():
            return " ".join(value[at : at + 4] for at in range(0, len(value), 4))
        at = 2 if len(value) > 4 else 1
        return value[:at] + self.draw.choice("· .-　") + value[at:]

    def pinyin(self, thing: Thing) -> str | None:
        if not thing.is_chinese or len(thing.value) > 8:
            return None
        made = "".join(lazy_pinyin(thing.value))
        return made if self.sounds.count(made) <= _FEW else None

    def initials(self, thing: Thing) -> str | None:
        if not thing.is_chinese:
            return None
        made = "".join(each[0] for each in lazy_pinyin(thing.value))
        return made if len(made) >= 2 and self.heads.count(made) <= _FEW else None

    def homophone(self, thing: Thing) -> str | None:
        if not thing.is_chinese or len(thing.value) < 2:
            return None
        at = self.draw.randrange(len(thing.value))
        others = [sign for sign in self.alike.get(lazy_pinyin(thing.value)[at], []) if sign != thing.value[at]]
        if not others or self.sounds.count("".join(lazy_pinyin(thing.value))) > _FEW:
            return None
        made = thing.value[:at] + self.draw.choice(others) + thing.value[at + 1 :]
        return made if made not in self.plain and lazy_pinyin(made) == lazy_pinyin(thing.value) else None

    def slip(self, thing: Thing) -> str | None:
        value = thing.value
        if len(value) < 3 or self.values.count(value) > 1:
            return None
        at = self.draw.randrange(len(value))
        if value[at].isdecimal() and not value.isascii():
            return None
        other = self.draw.choice("0123456789" if value[at].isdecimal() else self.signs)
        ways = [value[:at] + other + value[at + 1 :], value[:at] + value[at + 1 :], value[:at] + other + value[at:]]
        made = self.draw.choice(ways)
        if made.casefold() in self.plain or len(made) < 3:
            return None
        # Of a number that lacks a digit ten others may be one slip away as well.
        return made if sum(_is_near(made, each) for each in set(self.values)) <= _FEW else None

    def nothing(self) -> str:
        kind = self.draw.randrange(3)
        if kind == 0:
            return "".join(self.draw.choices(self.signs, k=self.draw.randint(3, 6)))
        if kind == 1:
            return "".join(self.draw.choices("0123456789", k=self.draw.choice((11, 18, 19))))
        return "".join(self.draw.choices("abcdefghijklmnopqrstuvwxyz0123456789", k=self.draw.randint(5, 9)))


@dataclass
class Asking:
    """Asks the service's own plans as somebody who may see everything, and keeps the times."""

    graph: Graph
    viewer: Viewer
    took: list[float] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.schema = build_schema()
        self.compiled, _ = compile_operation(self.schema._schema, parse(_ASK), None, {})

    async def __call__(self, text: str) -> dict[str, Any]:
        if self.compiled is None:
            raise TypeError("the question does not compile")
        context = OperationContext(QueryContext(self.graph, self.viewer, b"k" * 32))
        began = time.perf_counter()
        data = await answer(self.compiled, self.schema._schema, {"t": text}, context)
        self.took.append((time.perf_counter() - began) * 1000)
        if data is None:
            raise next(iter(context.refused.values()))
        return dict(data["search"])


async def measure(running: Running, things: int, seed: int) -> dict[str, Any]:
    """Return how much of each form was found, what was not, and how long the answers took."""
    with Writer(running) as writer:
        rows = writer.run_read(_READ)[0]
        joined = writer.run_read(_JOINED)[0]
        numbers = writer.run_read(_AUDIENCES)[0][0]["numbers"]
    draw = random.Random(seed)  # noqa: S311 - not for secrets
    forms = Forms([row["value"] for row in rows], draw)
    drawn = [Thing(row["uid"], row["value"]) for row in draw.sample(rows, min(things, len(rows)))]
    ask = Asking(Graph(running, timeout_seconds=120), Viewer("o", (), tuple(numbers)))
    makers: list[Callable[[Thing], str | None]] = [
        forms.exact, forms.part, forms.traditional, forms.separated, forms.pinyin, forms.initials, forms.homophone, forms.slip,
    ]  # fmt: skip
    for thing in drawn[:20]:
        await ask(thing.value)
    ask.took.clear()
    found = {maker.__name__: await _of_form(ask, maker, drawn) for maker in makers}
    found["joined"] = await _of_joined(ask, draw.sample(joined, min(things // 4, len(joined))))
    exact = [text for text in (forms.nothing() for _ in range(things)) if _is_exact(await ask(text))]
    ask.took.sort()
    await ask.graph.close()
    shown = {
        name: {"asked": each.asked, "found": each.found, "missed": each.missed[:12]} for name, each in found.items()
    }
    times = {"p50": statistics.median(ask.took), "p95": ask.took[int(len(ask.took) * 0.95)], "most": ask.took[-1]}
    return {
        "values": len(rows),
        "things": len(drawn),
        "seed": seed,
        "forms": shown,
        "nothing": {"asked": things, "exact": exact[:12]},
        "milliseconds": {name: round(each, 1) for name, each in times.items()},
    }


def _is_near(one: str, other: str) -> bool:
    """Return whether two texts are alike but for one sign, or for one that the longer has beside."""
    longer, shorter = sorted((one, other), key=len, reverse=True)
    if len(longer) - len(shorter) > 1:
        return False
    same = 0
    while same < len(shorter) and longer[same] == shorter[same]:
        same += 1
    rest = len(shorter) - same - (len(longer) == len(shorter))
    return rest <= 0 or longer[-rest:] == shorter[-rest:]


def _is_exact(answered: dict[str, Any]) -> bool:
    return any(hit["match"] == "EXACT" for hit in answered["hits"])


async def _of_form(ask: Asking, maker: Callable[[Thing], str | None], drawn: list[Thing]) -> Measured:
    measured = Measured()
    for thing in drawn:
        text = maker(thing)
        if text:
            hits = (await ask(text))["hits"]
            _count(measured, thing.uid in {hit["node"]["id"] for hit in hits}, f"{text} ({thing.value})")
    return measured


async def _of_joined(ask: Asking, pairs: list[dict[str, Any]]) -> Measured:
    measured = Measured()
    for pair in pairs:
        hits = (await ask(f"{pair['other']} {pair['one']}"))["hits"]
        _count(
            measured, bool({hit["node"]["id"] for hit in hits} & set(pair["uids"])), f"{pair['other']} {pair['one']}"
        )
    return measured


def _count(measured: Measured, found: bool, text: str) -> None:
    measured.asked += 1
    measured.found += found
    if not found:
        measured.missed.append(text)


def main(
    home: Path = typer.Option(..., help="A home with a loaded graph."),
    things: int = typer.Option(1000, help="How many things are drawn."),
    seed: int = typer.Option(11, help="Seed of the drawing."),
    out: Path | None = typer.Option(None, help="File for the figures as JSON."),
) -> None:
    """Measure what search finds."""
    with ShownSteps() as steps, running_graph(settings_of(home), steps) as running:
        told = asyncio.run(measure(running, things, seed))
    text = json.dumps(told, ensure_ascii=False, indent=2)
    if out:
        out.write_text(text, encoding="utf-8")
    print(text)


if __name__ == "__main__":
    typer.run(main)
