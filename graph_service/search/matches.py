"""Why something was found, and in which order that ranks."""

from enum import StrEnum


class Match(StrEnum):
    """Why something was found, the best first."""

    EXACT = "EXACT"
    START = "START"
    INSIDE = "INSIDE"
    JOINED = "JOINED"
    PATTERN = "PATTERN"
    COMPATIBLE = "COMPATIBLE"
    TEXT = "TEXT"
    SOUND = "SOUND"
    INITIALS = "INITIALS"
    SLIP = "SLIP"
    SOME_WORDS = "SOME_WORDS"


# Where the matches of a way begin; the whole value comes at once, its start one after it, any part two after it.
RANKS = {
    Match.EXACT: 0,
    Match.JOINED: 10,
    Match.PATTERN: 20,
    Match.COMPATIBLE: 30,
    Match.TEXT: 40,
    Match.SOUND: 50,
    Match.INITIALS: 60,
    Match.SLIP: 70,
    Match.SOME_WORDS: 80,
}
# A masked name of which the surname alone is shown may be anybody's: it comes after what sounds the same, and is never enough.
VAGUE = 55
