"""What the linkage rules match without the predicate, and why: what another file has filtered, or another line of their own."""

ANCHOR = "the matter asked about, sought and filtered by the file that takes the rules in"
THING = "a thing that the matter asked about names, sought and filtered by parts/named"
PARTS = "what two texts say, for whoever may read both: filtered by the readers of its parts"
# Whether it has to be asked how many matters name a thing: more than so many cannot, whoever may read them. No answer holds it.
NAMINGS = dict.fromkeys(("", "NAMES|NAMES_IN_TEXT"), "counted up to a bound, so that no more is read than has to be")
_OF_MENTION = "says nothing beyond the mention, which is filtered"
_EITHER_WAY = "filtered where it was found, in a call that goes from either side"
_NAMER = "one of the matters that name the thing: filtered where they were found, by namers()"
UNFILTERED_BY_RULES: dict[str, dict[str, str]] = {
    "linkage/firm_control": {"e": THING},
    "linkage/kin": {"e": THING},
    "linkage/kin_firm": {"e": THING, **dict.fromkeys(("c", "f"), _EITHER_WAY)},
    "linkage/same_controller": {"e": THING},
    "linkage/same_firm": {"e": THING},
    "linkage/same_unit": {"e": THING},
    "linkage/same_circumstances": {"e": THING, "m": ANCHOR, "t": PARTS, "other": _NAMER},
    "linkage/superior_reception": {
        "m": ANCHOR,
        "e": THING,
        "MENTIONS": _OF_MENTION,
        "other": _NAMER,
        **dict.fromkeys(("far", "h"), _EITHER_WAY),
        **NAMINGS,
    },
    "parts/named": {"m": ANCHOR, **NAMINGS},
    "parts/shared": {"e": THING},
    "parts/among_unit": {"m": ANCHOR, "e": THING, "MENTIONS": _OF_MENTION, "other": _NAMER},
    "parts/reached": {"far": "what a rule reaches, filtered by the rule", **NAMINGS},
    "parts/shared_through": {"e": THING, **NAMINGS},
    "parts/evidence": {"m": ANCHOR, "MENTIONS": _OF_MENTION},
    "linkage/same_defect_pattern": {"m": ANCHOR, "MENTIONS": _OF_MENTION, "t": PARTS, "z": PARTS},
    "linkage/joined_bidders": {"e": THING, "t": _EITHER_WAY},
    "linkage/post_holder_at_time": {"m": ANCHOR, "e": THING, "MENTIONS": _OF_MENTION, "other": _NAMER, **NAMINGS},
    "linkage/shadow_chain": {"e": THING, **dict.fromkeys(("c", "f", "q"), _EITHER_WAY)},
}
