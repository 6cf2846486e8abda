"""What the texts name surely enough for the graph to say so."""

from graph_service.mentions.mean.sure import sure_namings
from graph_service.mentions.text.mention import Because
from tests.unit.mentions.small import find


def test_sure_namings_leave_out_candidates_values_and_what_is_named() -> None:
    mentions = find(
        "反映云江市教育局局长张伟2024年3月收5000元，由罗敏菊经办，电话13900000001，张伟知情", ("unit_edu", "Unit")
    )

    found = sure_namings(mentions, {"unit_edu"})

    assert [(one.entity, one.as_named, one.because) for one in found] == [
        ("person_wei1", "张伟", Because.POST_AND_UNIT),
        ("phone_13900000001", "13900000001", Because.NUMBER_KNOWN),
    ]
