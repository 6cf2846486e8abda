"""What speaks for and against one person, as the comparison weighs it."""

from graph_service.identity.deciding import Readable, guard
from graph_service.identity.people import PersonRecord, PersonRecords
from graph_service.identity.scoring import Scored, score_people
from graph_service.identity.thresholds import DEFAULT_THRESHOLD, QUEUE_FROM

_EVERYONE = 1
_UNIT = "unit_1"


def _known(place: int, name: str, *posts: str) -> PersonRecord:
    # Sequence numbers differ, so that every masked number fits one person of a hundred.
    number = f"36050219800101{place:04d}"
    person = PersonRecord(f"person_{place}", name, _EVERYONE, number=number)
    for post in posts:
        person.units.add(_UNIT)
        person.held.add(f"{_UNIT}|{post}")
        person.served.add(f"{_UNIT}|2024")
        person.held_in.add(f"{_UNIT}|{post}|2024")
    return person


def _scored(post: str) -> Scored:
    """Return the likeliest pair of a masked subject whose number ends as that of somebody whom no register of posts has."""
    subject = PersonRecord("person_x", "张某某", _EVERYONE, number="3605**********0007", units={_UNIT})
    subject.held, subject.served = {f"{_UNIT}|{post}"}, {f"{_UNIT}|2024"}
    subject.held_in = {f"{_UNIT}|{post}|2024"}
    known = [_known(place, "张建国" if place == 7 else "李建国") for place in range(100)]
    people = PersonRecords([subject], [*known, _known(100, "王建国", "局长")])
    for person in people.known:
        people.holders.update(person.held_in)
        people.posts |= person.held
    return score_people(people)[0]


def test_that_a_register_of_posts_lacks_the_staff_says_nothing() -> None:
    staff, head = _scored("工作人员"), _scored("局长")

    assert (staff.known, head.known) == ("person_7", "person_7")
    post = staff.found("post")
    assert post
    assert (post.found, post.bits) == ("no register tells who holds this post", 0.0)
    against = head.found("post")
    assert against
    assert (against.found, against.bits < 0) == ("is not known to have been in this unit", True)
    assert staff.score > head.score


def _namesakes(*told: str) -> list[Scored]:
    """Return the pairs of a subject known by name only, whom five people may be."""
    subject = PersonRecord("person_x", "王建国", _EVERYONE, told=set(told))
    others = [_known(place, f"李{chr(0x5000 + place)}文") for place in range(5, 300)]
    return score_people(PersonRecords([subject], [*(_known(place, "王建国") for place in range(5)), *others]))


def test_whom_the_text_of_the_matter_names_for_certain_is_meant_in_its_column() -> None:
    best, *others = _namesakes("person_3")

    text = best.found("text")
    assert text
    assert (best.known, best.score >= DEFAULT_THRESHOLD, text.bits > 0) == ("person_3", True, True)
    assert all(other.score < QUEUE_FROM for other in others)


def test_a_text_that_names_others_leaves_namesakes_apart() -> None:
    assert len({round(pair.score, 3) for pair in _namesakes("person_77")}) == 1
    assert all(pair.score < DEFAULT_THRESHOLD for pair in _namesakes("person_77"))


def test_a_text_that_names_somebody_of_another_name_merges_nobody() -> None:
    subject = PersonRecord("person_x", "李大海", _EVERYONE, told={"person_3"})

    assert score_people(PersonRecords([subject], [_known(3, "王建国")])) == []


def test_a_name_and_the_text_together_need_no_person() -> None:
    readable = Readable({"person_x": 1, **{f"person_{place}": 1 for place in range(5)}}, {1: ["EVERYONE"]})

    assert guard(_namesakes("person_3")[0], readable) == ""
