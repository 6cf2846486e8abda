"""How strongly a shared thing connects two matters: the one place of the numbers.

strength = weight of the rule (in the head of its file) x certainty of the namings
           / (1 + CROWDING x ln(matters that share it - 1)^2) / (1 + days between the matters / HALVING_DAYS)
combined = 1 - product of (1 - strength) over the things that are shared, of each the strongest piece of evidence
score    = 1 / (1 + (ln(1 - HALF_RIGHT) / ln(1 - combined)) ^ STEEPNESS)

The score is the share of pairs of this combined strength that are right: half of them at HALF_RIGHT. The two numbers are
fitted by `python -m bench.calibration` (docs/calibration.md). What scores less than SHOWN_FROM is shown to those who ask
for it; no link is proposed on a piece of evidence that would score less than PROPOSED_FROM by itself if only the two
matters shared it.

Of several namings of one thing the surest counts; a naming that states no certainty is certain. Days that are not
known count as UNKNOWN_DAYS. Where one matter names a thing and the other what is registered with it, the certainty is
THROUGH_CERTAINTY of that of the namings. A thing named in more than HUB_CAP matters connects none of them; it is listed as
left out. One kind of problem in one unit connects matters up to SAME_PROBLEM_DAYS apart, which is two years; where one
kind holds the other, the certainty is WIDER_CERTAINTY of it; every other matter of the unit counts for
SAME_BY_CHANCE of one that shares the kind, as about so many do by chance. A kind of problem that a text only makes likely
(its mention is no surer than GUESSED) connects nothing.
A shareholder of less than SMALL_SHARE per cent counts SMALL_CERTAINTY of one who controls the firm; 25 is the share from which
the rules against money laundering call somebody a beneficial owner 受益所有人.
A public unit that holds HALF_OWNED per cent of a firm makes it a public one. What was put right may be back for BACK_DAYS, which is three
years; complaints of the same within REPEAT_DAYS, which is two months, are one complaint again. A naming by a text counts as
sure from SURE_NAMING where a rule takes none but sure ones; one unit alone connects at most SMALL_CROWD matters, and what they tell
of it alike at most TOLD_CROWD. How sure that is, is said for a unit that TOLD_AMONG matters name; the odds against grow with the
others of the unit. A rule of whose links people have confirmed or rejected DEMOTED_FROM, and confirmed less than DEMOTED_BELOW, is
demoted: it goes on proposing, but nobody is told. Strength and score are computed in `queries/parts/evidence.cypher` and
`queries/parts/combined.cypher` from what the viewer may see.
"""

import math

HUB_CAP = 50
THROUGH_CERTAINTY = 0.8
CROWDING = 0.25
HALVING_DAYS = 7300.0
UNKNOWN_DAYS = 365
SAME_PROBLEM_DAYS = 731
BACK_DAYS = 1096
REPEAT_DAYS = 62
SURE_NAMING = 0.8
SMALL_CROWD = 10
TOLD_AMONG = 3
TOLD_CROWD = 20
WIDER_CERTAINTY = 0.25
SAME_BY_CHANCE = 0.1
GUESSED = 0.5
HALF_OWNED = 50
SMALL_SHARE = 25
SMALL_CERTAINTY = 0.4
HALF_RIGHT = 0.408
STEEPNESS = 3.97
SHOWN_FROM = 0.2
PROPOSED_FROM = 0.3
DEMOTED_FROM = 20
DEMOTED_BELOW = 0.5

# What stands for each number in the query files.
STAND_INS = {
    "THROUGH_CERTAINTY_": THROUGH_CERTAINTY,
    "CROWDING_": CROWDING,
    "HALVING_DAYS_": HALVING_DAYS,
    "UNKNOWN_DAYS_": UNKNOWN_DAYS,
    "SAME_BY_CHANCE_": SAME_BY_CHANCE,
    "GUESSED_": GUESSED,
    "HALF_OWNED_": HALF_OWNED,
    "SMALL_SHARE_": SMALL_SHARE,
    "SMALL_CERTAINTY_": SMALL_CERTAINTY,
    "WIDER_CERTAINTY_": WIDER_CERTAINTY,
    "SAME_PROBLEM_DAYS_": SAME_PROBLEM_DAYS,
    "BACK_DAYS_": BACK_DAYS,
    "REPEAT_DAYS_": REPEAT_DAYS,
    "SURE_NAMING_": SURE_NAMING,
    "SMALL_CROWD_": SMALL_CROWD,
    "TOLD_AMONG_": TOLD_AMONG,
    "TOLD_CROWD_": TOLD_CROWD,
    "HALF_RIGHT_": HALF_RIGHT,
    "STEEPNESS_": STEEPNESS,
}


def score_of(combined: float, half_right: float = HALF_RIGHT, steepness: float = STEEPNESS) -> float:
    """Return the score of a combined strength, as `queries/parts/combined.cypher` works it out."""
    if combined <= 0.0 or combined >= 1.0:
        return min(max(combined, 0.0), 1.0)
    return 1.0 / (1.0 + math.pow(math.log1p(-half_right) / math.log1p(-combined), steepness))


def strength_of(score: float) -> float:
    """Return the combined strength that has this score, which lies between 0 and 1."""
    return -math.expm1(math.log1p(-HALF_RIGHT) * math.pow(score / (1.0 - score), 1.0 / STEEPNESS))
