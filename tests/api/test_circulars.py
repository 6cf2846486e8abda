"""A circular counts what its reader may see, is the same where there is more, and goes out as files that stand in the log."""

from datetime import date
from typing import Any

import httpx
import pytest

from graph_service.api.exports.route import CIRCULAR
from graph_service.api.gate.installed import EXAMPLES
from graph_service.embedded import Running
from graph_service.graph import Writer
from tests.api.conftest import As, Caller, draw_anew
from tests.consultations import LINKS, draw_channels, write_links
from tests.opened import document_texts, pages_of

_TEXT = (EXAMPLES / "work" / "circular.graphql").read_text(encoding="utf-8")
_YEAR = {"since": "2026-01-01", "until": "2026-12-31"}


@pytest.fixture(scope="module", autouse=True)
def commission(server: Running, writer: Writer) -> None:
    sketch = draw_channels()
    for place in range(5):
        sketch.node("Clue", f"P{place}", number=f"XS-P{place}", channel="PETITION", status="IN_DISPOSAL")
    unit = sketch.node("Unit", "x", name="云江市住房和城乡建设局")
    sketch.nodes["AuditFinding"]["auditfinding_F"].properties |= {
        "found_on": date(2026, 3, 9),
        "problem": "PROCUREMENT",
    }
    for matter in ("clue_L", "clue_P0", "auditfinding_F"):
        sketch.names(matter, unit, role="SUBJECT_UNIT", certainty=1.0)
    draw_anew(server, writer, sketch)
    write_links(writer, "2026-06-03T04:05:06Z", *LINKS)
    writer.run_write("MATCH (c:Clue) SET c.received_on = date('2026-03-02'), c.problem = 'PROCUREMENT'")


async def figures(caller: Caller, **given: Any) -> dict[str, Any]:
    return dict((await caller.ask(_TEXT, {**_YEAR, "smallest": 1, **given}))["circular"])


async def test_each_counts_what_they_may_see_and_nothing_else_makes_a_difference(officer: As, writer: Writer) -> None:
    names = ("o_sup", "o_case", "o_audit")
    counted = {name: sum(each["count"] for each in (await figures(officer(name)))["clues"]) for name in names}
    assert counted == {"o_sup": 8, "o_case": 9, "o_audit": 0}, "the register sees one clue more, a partner none"
    links = {name: (await figures(officer(name)))["links"] for name in names}
    pairs = {name: [(each["one"], each["other"], each["proposed"]) for each in told] for name, told in links.items()}
    assert pairs == {
        "o_sup": [("AUDIT", "PETITION", 1), ("PALM", "PETITION", 1)], "o_case": [("AUDIT", "PETITION", 1), ("PALM", "PETITION", 2)], "o_audit": [],
    }  # fmt: skip

    with_more = await officer("o_sup").answer(_TEXT, _YEAR)
    writer.run_write("MATCH (c:Clue {uid: 'clue_R'})<-[:JOINS]-(l:Link) DETACH DELETE c, l")
    assert await officer("o_sup").answer(_TEXT, _YEAR) == with_more
    assert await officer("o_sup").code(_TEXT, {"since": "2026-02-01", "until": "2026-01-01"}) == "BAD_INPUT"
    assert await officer("o_sup").code(_TEXT, {**_YEAR, "unit": "unit_nobody"}) == "NOT_FOUND"


@pytest.mark.parametrize("form", ["docx", "pdf"])
async def test_it_goes_out_as_a_file_with_its_figures_and_its_watermark(officer: As, form: str) -> None:
    async def asked(**given: Any) -> httpx.Response:
        caller = officer("o_chief")
        heads = {"Authorization": f"Bearer {caller.token}", "x-purpose": "第三季度通报".encode()}
        return await caller.client.post(CIRCULAR, json={**_YEAR, "form": form} | given, headers=heads)  # type: ignore[arg-type]

    answer = await asked()
    assert answer.status_code == 200, answer.text
    if form == "docx":
        text, tables, edges = document_texts(answer.content)
        told, marks = text + str(tables), edges
        assert b"v:rect" in answer.content or tables
    else:
        pages = pages_of(answer.content)
        told = marks = "".join(pages)
    for words in ("监督工作通报", "线索分布", "跨渠道关联研判", "不列示", "第三季度通报"):
        assert words in told, words
    assert "o_chief" in marks
    assert (await asked(smallest=2)).status_code == 400, "what goes out tells no smaller counts"


async def test_how_often_which_channels_were_at_a_unit(officer: As) -> None:
    text = (EXAMPLES / "work" / "supervision_of_unit.graphql").read_text(encoding="utf-8")
    told = (await officer("o_sup").ask(text, {**_YEAR, "unit": "unit_x"}))["supervisionOfUnit"]
    assert [(each["what"], each["channel"], each["count"]) for each in told["contacts"]] == [
        ("MATTER", "AUDIT", 1), ("MATTER", "PETITION", 2),
    ]  # fmt: skip
    assert (told["total"], told["months"]) == (3, [{"month": "2026-03", "count": 3, "by": ["AUDIT", "PETITION"]}])
    assert told["repeated"] == [{"problem": "PROCUREMENT", "count": 3, "channels": ["AUDIT", "PETITION"]}]
    assert await officer("o_sup").code(text, {**_YEAR, "unit": "unit_nobody"}) == "NOT_FOUND"
