"""What officers of some roles see over HTTP: an auditor, an administrator, somebody with two roles, a team with masks."""

from collections.abc import Callable

import httpx
import pytest

from graph_service.rights.viewer import Tokens
from tests.api.conftest import Caller, InNewGraph, staffed
from tests.sketch import Sketch

_AUDIT = 20
_FINDING = "{ auditFindings { nodes { number subjects { role asNamed asPost } names { role } } } }"
_COUNTS = '{ people { totalCount } vehicles { totalCount } teams { totalCount } search(text: "张") { totalCount } }'
By = Callable[[str], Caller]


def _city() -> Sketch:
    sketch = staffed()
    sketch.readers[_AUDIT] = ["AUDIT", "CASE_MGMT"]
    for code in ("AUDIT", "IT", "INSP_OFFICE", "PETITION"):
        team = sketch.node("Team", code, team_code=code)
        sketch.tie("MEMBER_OF", sketch.node("Officer", code, officer_id=f"o_{code}"), team)
    both = sketch.node("Officer", "both", officer_id="o_both")
    for code in ("IT", "DISC_1"):
        sketch.tie("MEMBER_OF", both, f"team_{code}")
    finding = sketch.node("AuditFinding", "1", _AUDIT, number="SJ-1", title="虚列会议费")
    person = sketch.node("Person", "1", name="张立", id_number="110101198001010004")
    unit = sketch.node("Unit", "1", name="云江市水利局")
    sketch.names(finding, unit, audience=_AUDIT, role="SUBJECT_UNIT", as_named="水利局")
    sketch.names(finding, person, audience=_AUDIT, role="INVOLVED", as_named="张立", as_post="出纳")
    sketch.names(finding, person, role="INVOLVED", as_named="张会计")  # said by somebody else, and not to the auditor
    sketch.node("Vehicle", "1", plate="云A12345", is_official=True)
    return sketch


@pytest.fixture(scope="module")
def by(in_new_graph: InNewGraph, client: httpx.AsyncClient, tokens: Tokens) -> By:
    in_new_graph(_city())
    return lambda officer: Caller(client, tokens.sign(officer))


async def test_an_auditor_sees_on_whom_his_own_finding_is(by: By) -> None:
    answer = await by("o_AUDIT").ask(_FINDING)

    assert answer["auditFindings"]["nodes"] == [
        {
            "number": "SJ-1",
            "subjects": [
                {"role": "INVOLVED", "asNamed": "张立", "asPost": "出纳"},
                {"role": "SUBJECT_UNIT", "asNamed": "水利局", "asPost": None},
            ],
            "names": [],
        }
    ]


async def test_who_runs_the_system_reads_no_content(by: By) -> None:
    answer = await by("o_IT").ask(_COUNTS)

    assert {each["totalCount"] for each in answer.values()} == {0}
    assert (await by("o_IT").ask("{ viewer { officerId } loads { totalCount } }"))["viewer"] == {"officerId": "o_IT"}


async def test_roles_that_exclude_each_other_are_refused(by: By) -> None:
    assert await by("o_both").code("{ viewer { officerId } }") == "UNAUTHENTICATED"


async def test_a_role_sees_its_classes_whole_masked_or_not_at_all(by: By) -> None:
    asked = "{ people { nodes { idNumber } } vehicles { totalCount nodes { caption plate } } }"
    person = {"nodes": [{"idNumber": "110101198001010004"}]}

    assert await by("o_disc").ask(asked) == {
        "people": person,
        "vehicles": {"totalCount": 1, "nodes": [{"caption": "云A12345", "plate": "云A12345"}]},
    }
    assert await by("o_INSP_OFFICE").ask(asked) == {
        "people": person,
        "vehicles": {"totalCount": 1, "nodes": [{"caption": "云A***45", "plate": "云A***45"}]},
    }
    assert await by("o_PETITION").ask(asked) == {"people": person, "vehicles": {"totalCount": 0, "nodes": []}}
    assert await by("o_INSP_OFFICE").code('{ vehicle(plate: "云A12345") { id } }') == "BAD_INPUT"
