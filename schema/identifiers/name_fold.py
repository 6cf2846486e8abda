"""Names of persons in one form for comparing: what mainland use keeps apart stays apart.

The tables are OpenCC's, asked sign by sign. A traditional sign gives way to its simplified one only where each is the
other's usual form, and where mainland registers have no use for the traditional one: 劉 is 刘, 葉 is 叶. Otherwise two
people may bear the two signs: 乾 and 干, 昇 and 升, 鍾 and 钟, 髮 and 发. These are variants, a question for people.
"""

from functools import cache

from opencc import OpenCC

from schema.identifiers.fold import fold_width
from schema.identifiers.person_name import DOTS
from schema.identifiers.remembered import remembered

# Signs for which OpenCC's TSCharacters gives several simplified ones of the basic plane, and 範, 後 and 薑, which are
# other surnames than 范, 后 and 姜.
_SEVERAL_FORMS = frozenset("餘釐鍾麼颺靦钁諮訢貲讎線畫祕椏劃昇範後薑")
# Pairs that registers write for one another though neither is the simplified form of the other.
_LOOKALIKES = str.maketrans("萧闫付代喆堃锺甯龢甦馀缐谘仝", "肖阎傅戴哲坤钟宁和苏余线咨同")
_IDLE = dict.fromkeys(map(ord, f" {DOTS}."))


@cache
def _table(name: str) -> OpenCC:
    return OpenCC(name)


def _is_in(sign: str, standard: str) -> bool:
    try:
        return bool(sign.encode(standard))
    except UnicodeEncodeError:
        return False


@cache
def simplified_sign(sign: str) -> str:
    """Returns the simplified form of one sign, whatever else the sign means in mainland use."""
    to = _table("t2s").convert(sign)
    return to if len(to) == 1 else sign


@cache
def _mainland_sign(sign: str) -> str:
    to = simplified_sign(sign)
    # GB 2312 holds what mainland writing uses, 乾 and 徵 among it; Big5 holds 后 and 升, which have a life of their own there.
    if to == sign or sign in _SEVERAL_FORMS or _is_in(sign, "gb2312"):
        return sign
    usual = [_table(name).convert(to) for name in ("s2t", "s2tw", "s2hk")]
    is_usual = sign == usual[0] or (sign in usual and not _is_in(to, "big5"))
    return to if is_usual else sign


@remembered
def fold_name(name: str) -> str:
    """Returns the name half-width, caseless, without blanks and dots, simplified where only the writing differs."""
    return "".join(map(_mainland_sign, fold_width(name).translate(_IDLE)))


@remembered
def variant_name(name: str) -> str:
    """Returns the name with every sign by one that registers write for it: equal means a question, not the same name."""
    return "".join(map(simplified_sign, fold_name(name))).translate(_LOOKALIKES)


@remembered
def simplified_name(name: str) -> str:
    """Returns the folded name wholly simplified, sign for sign, as tables of surnames and readings have it."""
    return "".join(map(simplified_sign, fold_name(name)))
