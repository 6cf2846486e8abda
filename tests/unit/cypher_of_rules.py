"""What the linkage rules match without the predicate, and why: what another file has filtered, or another line of their own."""

ANCHOR = "the matter asked about, sought and filtered by the file that takes the rules in"
PARTS = "what two texts say, for whoever may read both: filtered by the readers of its parts"
_OF_MENTION = "says nothing beyond the mention, which is filtered"
_EITHER_WAY = "filtered where it was found, in a call that goes from either side"
UNFILTERED_BY_RULES: dict[str, dict[str, str]] = {
    "linkage/firm_control": {"m": ANCHOR, "far": "f or p under another name, filtered where it was found"},
    "linkage/kin": {"m": ANCHOR},
    "linkage/kin_firm": {"m": ANCHOR, "far": "f or c under another name, filtered where it was found"},
    "linkage/same_controller": {"m": ANCHOR},
    "linkage/same_firm": {"m": ANCHOR},
    "linkage/superior_reception": {
        "m": ANCHOR,
        "far": "h or s under another name, filtered where it was found",
        "h": "filtered where it was found",
        "MENTIONS": _OF_MENTION,
    },
    "linkage/same_unit": {"m": ANCHOR},
    "parts/among_unit": {"m": ANCHOR, "MENTIONS": _OF_MENTION},
    "parts/evidence": {"m": ANCHOR, "MENTIONS": _OF_MENTION},
    "linkage/same_defect_pattern": {"m": ANCHOR, "MENTIONS": _OF_MENTION, "t": PARTS, "z": PARTS},
    "linkage/joined_bidders": {"m": ANCHOR, "t": _EITHER_WAY},
    "linkage/post_holder_at_time": {
        "m": ANCHOR,
        "MENTIONS": _OF_MENTION,
        **dict.fromkeys(("p", "other"), _EITHER_WAY),
    },
    "linkage/shadow_chain": {
        "m": ANCHOR,
        "far": "f or c under another name, filtered where it was found",
        **dict.fromkeys(("c", "f", "q", "u"), _EITHER_WAY),
    },
}
