"""Posts and roles that stand before or after a name."""

from graph_service.mentions.lexicon.vocabulary import read_words
from schema.identifiers.name_fold import variant_name
from schema.identifiers.remembered import remembered
from schema.identifiers.surnames import split_name

POSTS = frozenset(read_words("posts"))
ROLES = frozenset(read_words("roles") + read_words("kin"))
INTRODUCING = frozenset(read_words("introducing") + read_words("kin"))
ADDRESS = read_words("address")
# Of the short forms 张局 calls an office; 张科 may be a name, for 科 is a sign of given names.
_OFFICES = (POSTS | frozenset(ADDRESS) | frozenset(read_words("titles"))) - frozenset("".join(read_words("given")))
NO_SURNAME = frozenset("原任时现常代兼前该本副正由位全各每")  # before a post these belong to the post

# Words between a post and what stands before it, or between two posts.
JOINING = ("原任", "前任", "时任", "现任", "曾任", "担任", "兼任", "、", "兼", "原", "和", ",", "党组成员")

# What the names end in that such a word stands for: 该局 is the last bureau named.
ANAPHORS = {
    "局": ("局",),
    "委": ("委员会", "委"),
    "院": ("院",),
    "校": ("学", "校", "学院"),
    "所": ("所",),
    "站": ("站",),
    "中心": ("中心",),
    "公司": ("公司",),
    "集团": ("集团", "集团有限公司"),
    "镇": ("镇", "镇人民政府"),
    "乡": ("乡", "乡人民政府"),
    "街道": ("街道", "街道办事处", "办事处"),
    "村": ("村", "村民委员会"),
    "社区": ("社区", "居民委员会"),
    "单位": ("",),
    "办": ("办公室", "办"),
    "部": ("部",),
    "企业": ("公司", "厂"),
}


@remembered
def is_title(name: str) -> bool:
    """Return whether what stands in the place of a name is an office, alone or after a surname: 局长, 张局长, 李主任."""
    folded = variant_name(name)
    return folded in POSTS or split_name(folded)[1] in _OFFICES
