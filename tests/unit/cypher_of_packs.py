"""What the files of a pack match without the viewer's predicate, each with the reason."""

from tests.unit.cypher_of_series import CHECKED

_LINK = {"l": "a link, filtered by everything that it rests on", "JOINS": "an end of such a link"}
OF_PACKS: dict[str, dict[str, str]] = {
    "read/pack/alerts": CHECKED,
    "read/pack/back": _LINK,
    "read/pack/connected": _LINK,
    "read/pack/holders": CHECKED,
    "read/pack/transfers": {
        "c": "a clue that was handed over, filtered in the call that finds it",
        "ClueStep": "an answer to who handed over a clue, which is filtered",
        **CHECKED,
    },
    "read/pack/units": {"ties": "a list of relationships, each filtered by all()"},
}
