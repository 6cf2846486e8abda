"""The questions, as each side words them; both must answer with the same ids.

leadlink bounds every list, so its texts ask for the most there may be; the peer is asked in its cheapest form.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

Variables = dict[str, Any]

_STEPS = 4
_PAGE_NESTED = 100
_PAGE_LISTED = 50
_FILTERED = 5_000
_LONG = 1_000
_PASTED = 50


@dataclass(frozen=True)
class QuestionShape:
    """One question: its text for leadlink and for the peer, where its variables come from, what it returns."""

    name: str
    about: str
    ours: str
    peers: str
    subjects: str  # the query of the bench that finds what to ask about
    rows: int  # stand-in for $rows of that query
    peers_variables: Callable[[Variables], Variables]
    floor: float  # least ratio to the peer's throughput that is wanted; 0 where the peer has no such question
    same_length: bool = False  # of several equally short paths each side may take its own


def _unchanged(variables: Variables) -> Variables:
    return variables


def _until_day(variables: Variables) -> Variables:
    return {"where": {"receivedOn": {"lte": variables["day"]}}}


def _since_day(variables: Variables) -> Variables:
    return {"where": {"foundOn": {"gte": variables["day"]}, "channel": {"in": ["INSPECTION_TOUR"]}}}


POINT = QuestionShape(
    "point",
    "a person by id, 7 fields",
    "query ($id: ID!) { person(id: $id) { id name idNumber sex bornOn isPartyMember areaCode } }",
    "query ($id: ID!) { people(where: {id: {eq: $id}}) { id name idNumber sex bornOn isPartyMember areaCode } }",
    "people", 0, _unchanged, 2.0,
)  # fmt: skip

NEIGHBOURS = QuestionShape(
    "neighbours",
    "a person with posts, kin, phones and vehicles",
    """query ($id: ID!) { person(id: $id) { id name
      posts(first: 100) { post unit { id name } }
      kin(first: 100) { relation relative { id name } }
      phones(first: 100) { validFrom phone { id phoneNumber } }
      vehicles(first: 100) { validFrom vehicle { id plate } } } }""",
    """query ($id: ID!) { people(where: {id: {eq: $id}}) { id name
      postsConnection { edges { properties { post } node { id name } } }
      kinConnection { edges { properties { relation } node { id name } } }
      phonesConnection { edges { properties { validFrom } node { id phoneNumber } } }
      vehiclesConnection { edges { properties { validFrom } node { id plate } } } } }""",
    "people", 0, _unchanged, 2.0,
)  # fmt: skip

PAGE_NESTED = QuestionShape(
    "page_nested",
    f"{_PAGE_NESTED} clues, the people they name, their phones",
    """query ($day: Date!) { clues(filter: {to: $day}, orderBy: NEWEST, first: 100) { nodes { id number title
      names(first: 100) { entity { ... on Person { id name
        phones(first: 100) { phone { id phoneNumber } } } } } } } }""",
    """query ($where: ClueWhere) { clues(where: $where, sort: [{receivedOn: DESC}, {id: ASC}], limit: 100) {
      id number title people { id name phones { id phoneNumber } } } }""",
    "clue_days", _PAGE_NESTED, _until_day, 1.2,
)  # fmt: skip

FILTERED_LIST = QuestionShape(
    "filtered_list",
    f"{_PAGE_LISTED} of about {_FILTERED} inspection issues, filtered, sorted, with the total",
    """query ($day: Date!) {
      inspectionIssues(filter: {from: $day, channel: [INSPECTION_TOUR]}, orderBy: NEWEST, first: 50) {
        totalCount edges { node { id number title problem foundOn rectification } } } }""",
    """query ($where: InspectionIssueWhere) {
      inspectionIssuesConnection(where: $where, sort: [{foundOn: DESC}, {id: ASC}], first: 50) {
        totalCount edges { node { id number title problem foundOn rectification } } } }""",
    "issue_days", _FILTERED, _since_day, 1.2,
)  # fmt: skip

SHORTEST_PATH = QuestionShape(
    "shortest_path",
    f"the shortest path between two people, at most {_STEPS} steps",
    "query ($from: ID!, $to: ID!) { paths(from: $from, to: $to, maxHops: 4, first: 1) { nodes { id } } }",
    "query ($from: ID!, $to: ID!) { shortestPath(from: $from, to: $to) { id } }",
    "pairs", 0, _unchanged, 1.2, same_length=True,
)  # fmt: skip

LONG_LIST = QuestionShape(
    "long_list",
    f"{_LONG:,} clues, 10 fields each",
    """query ($day: Date!) { clues(filter: {to: $day}, orderBy: NEWEST, first: 1000) {
      nodes { id number title channel problem status cameBy receivedOn dueOn areaCode } } }""",
    """query ($where: ClueWhere) { clues(where: $where, sort: [{receivedOn: DESC}, {id: ASC}], limit: 1000) {
      id number title channel problem status cameBy receivedOn dueOn areaCode } }""",
    "clue_days", _LONG, _until_day, 2.0,
)  # fmt: skip

CONNECTED = QuestionShape(
    "connected_matters",
    "the matters that belong with one clue, with their evidence",
    """query ($id: ID!) { connectedMatters(id: $id, first: 20) {
      nodes { score matter { id caption } evidence { rule sentence strength } } leftOut { count } } }""",
    "",
    "clues", 0, _unchanged, 0.0,
)  # fmt: skip

SEARCH = QuestionShape(
    "search",
    "a person's name searched for, with the hit counts by kind and channel",
    """query ($text: String!) { search(text: $text, first: 20) {
      totalCount hits { match node { id caption } found { field start end } } kinds { kind count } channels { channel count } } }""",
    "",
    "names", 0, _unchanged, 0.0,
)  # fmt: skip

LOOKUP = QuestionShape(
    "lookup",
    f"{_PASTED} pasted phone numbers",
    "query ($values: [String!]!) { lookup(values: $values) { given outcome matches { field node { id caption } } } }",
    "",
    "pasted", _PASTED, _unchanged, 0.0,
)  # fmt: skip

FILTERED_NESTED = QuestionShape(
    "filtered_nested",
    "a person with the clues of some amount that name them, newest first, with the count, and posts by name",
    """query ($id: ID!) { person(id: $id) { id name
      namedInConnection(first: 20, orderBy: MATTER_CAME_ON_DESC, filter: {matter: {clue: {where: {amountFen: {gte: 100}}}}}) {
        totalCount nodes { role matter { id number } } }
      posts(first: 20, orderBy: UNIT_NAME_ASC, filter: {validTo: {isNull: true}}) { post unit { id name } } } }""",
    "",
    "people", 0, _unchanged, 0.0,
)  # fmt: skip

GROUPED = QuestionShape(
    "grouped",
    f"about {_LONG:,} clues by unit that they name and kind of problem, with the sums of their amounts",
    """query ($day: Date!) { clues(filter: {to: $day}) {
      grouped(by: [NAMES_UNIT, PROBLEM], numbers: [AMOUNT_FEN]) {
        totalCount groups { count keys { by value node { id } } numbers { field sum least most } } } } }""",
    "",
    "clue_days", _LONG, _unchanged, 0.0,
)  # fmt: skip

SHAPES = {
    shape.name: shape
    for shape in (
        POINT,
        NEIGHBOURS,
        PAGE_NESTED,
        FILTERED_LIST,
        SHORTEST_PATH,
        LONG_LIST,
        CONNECTED,
        SEARCH,
        LOOKUP,
        FILTERED_NESTED,
        GROUPED,
    )
}


def ids_in(answer: Any) -> Iterator[str]:
    """Return every id in an answer, wherever it stands."""
    if isinstance(answer, dict):
        for key, value in answer.items():
            if key == "id":
                yield value
            else:
                yield from ids_in(value)
    elif isinstance(answer, list):
        for each in answer:
            yield from ids_in(each)


def total_in(answer: Any) -> int | None:
    """Return the total that an answer states, or None."""
    if isinstance(answer, dict):
        for key, value in answer.items():
            found = value if key == "totalCount" else total_in(value)
            if found is not None:
                return int(found)
    return None
