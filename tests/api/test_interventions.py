"""The register of interventions only grows: who was asked registers it, who may reads it, and any change of it is found."""

import asyncio
from typing import Any

import pytest

from graph_service.embedded import Running
from graph_service.graph import Writer
from graph_service.interventions.chain import verify
from graph_service.settings import Settings
from tests.api.conftest import As, Caller, draw_anew
from tests.clue_life import draw_commission

_RECORD = """mutation($matter: ID, $asked: String! = "打听案情", $key: String) { it: recordIntervention(askedBy: "某副局长", askedByPost: "住建局",
  way: PHONE, askedOn: "2026-01-04", asked: $asked, answered: "不便透露", matter: $matter, clientKey: $key) { __typename
  ... on Intervention { id by askedBy matter { number } seal } ... on InterventionMatterNotVisible { mend }
  ... on InterventionWordsMissing { mend } } }"""
_LIST = "{ interventions(first: 50) { totalCount nodes { id by asked matter { number } } } }"


@pytest.fixture(scope="module", autouse=True)
def commission(server: Running, writer: Writer) -> None:
    draw_anew(server, writer, draw_commission())


@pytest.fixture(autouse=True)
def afresh(writer: Writer) -> None:
    writer.run_write("MATCH (s:Intervention|InterventionBook) DELETE s")


async def recorded(caller: Caller, **given: Any) -> dict[str, Any]:
    """Return what the mutation answers."""
    return dict((await caller.ask(_RECORD, given))["it"])


async def seen(officer: As, *names: str) -> dict[str, list[str]]:
    """Return whose records each of these officers sees."""
    found = {name: (await officer(name).ask(_LIST))["interventions"] for name in names}
    assert all(each["totalCount"] == len(each["nodes"]) for each in found.values())
    return {name: sorted(node["by"] for node in each["nodes"]) for name, each in found.items()}


async def test_who_was_asked_registers_it_and_who_reads_register_and_matter_sees_it(officer: As) -> None:
    first = await recorded(officer("o_sup"), matter="clue_L", key="k")
    assert (first["by"], first["matter"]) == ("o_sup", {"number": "XS-L"})
    assert (await recorded(officer("o_sup"), matter="clue_L", key="k"))["id"] == first["id"]
    await recorded(officer("o_pet"), matter="clue_R")
    await recorded(officer("o_it"), asked="要求查询日志")
    assert (await recorded(officer("o_sup"), matter="clue_R"))["__typename"] == "InterventionMatterNotVisible"
    assert (await recorded(officer("o_sup"), asked=" "))["__typename"] == "InterventionWordsMissing"

    everybody = await seen(
        officer, "o_sup", "o_sup2", "o_pet", "o_it", "o_audit", "o_lead", "o_adj", "o_case", "o_chief"
    )

    all_three = ["o_it", "o_pet", "o_sup"]
    assert everybody == {
        "o_sup": ["o_sup"], "o_sup2": [], "o_pet": ["o_pet"], "o_it": ["o_it"], "o_audit": [], "o_lead": [], "o_adj": [],
        "o_case": all_three, "o_chief": all_three,
    }  # fmt: skip


async def test_any_change_of_the_register_is_found(officer: As, writer: Writer, settings: Settings) -> None:
    await asyncio.gather(
        *(recorded(officer(name), matter="clue_L") for name in ("o_sup", "o_sup2", "o_case", "o_chief", "o_sup"))
    )
    key = settings.read_uid_key()
    assert (verify(writer, key).records, verify(writer, key).wrong) == (5, None)
    changes = (
        ("MATCH (k:Intervention {number: 2}) SET k.text = '问候'", "record 2 is not as it was written"),
        ("MATCH (k:Intervention {number: 3}) SET k.by = 'o_other'", "record 3 is not as it was written"),
        ("MATCH (k:Intervention {number: 3}) DELETE k", "record 3 is missing"),
        ("MATCH (k:Intervention {number: 5}) DELETE k", "the register was 5 records long, and ends with record 4"),
        (
            "MATCH (k:Intervention) WHERE k.number IN [2, 3] SET k.number = -k.number WITH collect(k) AS them "
            "UNWIND them AS k SET k.number = 5 + k.number",
            "record 2",
        ),
    )
    kept = [dict(row["k"]) for row in writer.run_read("MATCH (k:Intervention) RETURN properties(k) AS k")[0]]
    for text, wrong in changes:
        writer.run_write(text)
        found = verify(writer, key).wrong or ""
        assert found.startswith(wrong), text
        writer.run_write("MATCH (k:Intervention) DELETE k")
        writer.run_write("UNWIND $kept AS each CREATE (k:Intervention) SET k = each", kept=kept)
    assert verify(writer, key).wrong is None
    assert verify(writer, b"another key").wrong == "record 1 is not as it was written"
