"""Party organs of a unit: 教育局党组 acts for the bureau and is no unit of its own."""

import re

_ORGAN = re.compile(
    r"(?:直属)?(?:机关)?(?:党组织|党组|党委会|党委|党总支部委员会|党总支部|党总支|党支部委员会|党支部|党工委|纪委|纪检组)$"
)
_PREFIX = re.compile(r"^(?:中国共产党|中共)(?=.*(?:党组|党委|党支部|委员会|总支))")
_COMMITTEE = re.compile(r"(局|委|院|校|学|站|所|中心|公司|集团|镇|乡|街道|村|社区|厅|部|办)(?:总支部|支部)?委员会$")
_LEAST = 3


def without_party_organ(name: str) -> str:
    """Return the unit to which a party organ belongs; any other name as it is."""
    plain = _PREFIX.sub("", name)
    unit = _ORGAN.sub("", plain)
    if plain != name and unit == plain:
        unit = _COMMITTEE.sub(r"\1", plain)
    return unit if len(unit) >= _LEAST else name
