"""What a value or a field is called in English where there is room for a label only: its description tells what it means, in a sentence."""

VALUES: dict[str, dict[str, str]] = {
    "AccessState": {"WAITING": "Waiting", "APPROVED": "Given", "REFUSED": "Refused", "REVOKED": "Taken back", "EXPIRED": "Over"},
    "AlertReview": {"GROUND_GONE": "Its rows are gone", "CHANGED": "Its rows have changed"},
    "AlertState": {"TO_UNIT": "To the unit", "TO_CLUE": "Became a clue"},
    "DeadlineState": {
        "RUNNING": "running", "WARNING": "due soon", "OVERDUE": "overdue", "PAUSED": "clock stopped", "MET": "met", "MET_LATE": "met late",
    },
    "Disposal": {"TALK_INQUIRY": "Talk or inquiry", "PRELIM_VERIFY": "Preliminary verification"},
    "IdentityState": {"PROPOSED": "To be judged", "SAME": "Same", "DIFFERENT": "Different", "UNSURE": "Unsure"},
    "IdentityVerdict": {"SAME": "Same", "DIFFERENT": "Different", "UNSURE": "Unsure"},
    "LinkState": {"PROPOSED": "To be judged", "CONFIRMED": "Confirmed", "REJECTED": "Rejected", "UNSURE": "Unsure"},
    "LinkVerdict": {"CONFIRMED": "Confirmed", "REJECTED": "Rejected", "UNSURE": "Unsure"},
    "LookupOutcome": {"EXACT": "One match", "SEVERAL": "Several matches", "COMPATIBLE": "Possible match", "NONE": "No match"},
    "Problem": {
        "VEHICLE_PRIVATE_USE": "Private use of official cars", "PRIVATE_CAR_PUBLIC_FUEL": "Public fuel in private cars",
        "ALLOWANCE": "Allowances", "WEDDING_FUNERAL": "Weddings and funerals", "LIFE": "Way of life", "FAVOUR_KIN": "Favours to kin",
        "DIBAO": "Minimum living allowance", "CONTRACT_SPLIT": "Split contracts", "PROPERTY_MGMT": "Property management",
        "THREE_PUBLIC": "Three public expenses", "SPECIAL_FUND": "Special funds", "ASSET_MGMT": "Asset management",
        "MAJOR_DECISION": "Major decisions",
    },
    "RecusalState": {"WAITING": "Waiting", "ACCEPTED": "Accepted", "REFUSED": "Not accepted"},
    "SearchMatch": {
        "EXACT": "Exact", "START": "Begins with it", "INSIDE": "Contains it", "JOINED": "All words", "PATTERN": "Fits the pattern",
        "COMPATIBLE": "May be it", "TEXT": "In its text", "SOUND": "Sounds alike", "INITIALS": "Initials", "SLIP": "One slip apart",
        "SOME_WORDS": "Some words",
    },
    "SeriesState": {"OPEN": "Open", "CLOSED": "Closed"},
    "WarningLevel": {"GREEN": "Green", "YELLOW": "Yellow", "ORANGE": "Orange", "RED": "Red"},
}  # fmt: skip
FIELDS = {"uscc": "Credit code", "vin": "Chassis number", "idMask": "Identity number, masked"}
