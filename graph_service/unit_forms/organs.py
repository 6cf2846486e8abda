"""Party organs and offices inside a unit: 教育局党组 and 教育局人事科 act for the bureau and are no units of their own."""

import re

_ORGAN = re.compile(
    r"(?:直属)?(?:机关)?(?:党组织|党组|党委会|党委|党总支部委员会|党总支部|党总支|党支部委员会|党支部|党工委|纪委|纪检组)$"
)
_PREFIX = re.compile(r"^(?:中国共产党|中共)(?=.*(?:党组|党委|党支部|委员会|总支))")
_COMMITTEE = re.compile(r"(局|委|院|校|学|站|所|中心|公司|集团|镇|乡|街道|村|社区|厅|部|办)(?:总支部|支部)?委员会$")
# 所, 站, 院 and 中心 beside a bureau or a town are bodies of their own, as a rule.
_OFFICE = re.compile(
    r"(.+(?:局|委员会|委|厅|政府|街道办事处|街道办|街道|镇|乡|医院|学校|中学|小学|大学|学院|公司|集团|[织传战装]部))"
    r"[^局委院校厅镇乡所站园馆]{2,6}(?:科|股|室|处|办|中队)$"
)
_LEAST = 3


def without_party_organ(name: str) -> str:
    """Return the unit to which a party organ belongs; any other name as it is."""
    plain = _PREFIX.sub("", name)
    unit = _ORGAN.sub("", plain)
    if plain != name and unit == plain:
        unit = _COMMITTEE.sub(r"\1", plain)
    return unit if len(unit) >= _LEAST else name


def without_inner_office(name: str) -> str:
    """Return the unit that an office with its own name belongs to, 奎江街道 of 奎江街道社事办; any other name as it is."""
    office = _OFFICE.fullmatch(name)
    return office[1] if office and len(office[1]) >= _LEAST else name
