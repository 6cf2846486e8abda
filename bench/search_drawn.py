"""The forms in which people write what they seek, drawn from a graph's own values and never by the service's own code."""

import random
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

from opencc import OpenCC
from pypinyin import lazy_pinyin

_FEW = 5
_HAN = "\u4e00", "\u9fff"


@dataclass(frozen=True)
class Thing:
    """One thing that is sought, by one value."""

    uid: str
    value: str

    @property
    def is_chinese(self) -> bool:
        """Return whether the value is made of Chinese characters alone."""
        return all(_HAN[0] <= sign <= _HAN[1] for sign in self.value)


@dataclass
class Forms:
    """Draws forms of things, from all values of the graph."""

    values: list[str]
    draw: random.Random

    def __post_init__(self) -> None:
        self.every = "\n".join(self.values)
        self.plain = {value.replace("·", "").casefold() for value in self.values}
        alike: dict[str, set[str]] = defaultdict(set)
        for sign in {sign for value in self.values for sign in value if _HAN[0] <= sign <= _HAN[1]}:
            alike[lazy_pinyin(sign)[0]].add(sign)
        self.alike = {sound: sorted(signs) for sound, signs in alike.items()}
        self.sounds = "\n".join("".join(lazy_pinyin(value)) for value in self.values)
        self.heads = "\n".join("".join(each[0] for each in lazy_pinyin(value)) for value in self.values)
        self.signs = sorted({sign for signs in alike.values() for sign in signs})

    def exact(self, thing: Thing) -> str | None:
        """Return the value itself."""
        return thing.value if self.values.count(thing.value) <= _FEW else None

    def part(self, thing: Thing) -> str | None:
        """Return a part of it that few other values have."""
        least = 2 if not thing.value.isascii() else 5
        if len(thing.value) <= least:
            return None
        length = self.draw.randint(least, len(thing.value) - 1)
        at = self.draw.randrange(len(thing.value) - length + 1)
        part = thing.value[at : at + length].strip()
        return part if len(part) >= least and self.every.count(part) <= _FEW else None

    def traditional(self, thing: Thing) -> str | None:
        """Return it in traditional characters."""
        made = OpenCC("s2t").convert(thing.value)
        return made if made != thing.value and self.values.count(thing.value) <= _FEW else None

    def separated(self, thing: Thing) -> str | None:
        """Return it with blanks, dots or hyphens, as it is printed."""
        value = thing.value
        if self.values.count(value) > _FEW or len(value) < 2:
            return None
        if value.isdecimal() and len(value) == 11:
            return f"+86 {value[:3]}-{value[3:7]}-{value[7:]}"
        if value.isdecimal():
            return " ".join(value[at : at + 4] for at in range(0, len(value), 4))
        at = 2 if len(value) > 4 else 1
        return value[:at] + self.draw.choice("· .-　") + value[at:]

    def pinyin(self, thing: Thing) -> str | None:
        """Return its syllables in one."""
        if not thing.is_chinese or len(thing.value) > 8:
            return None
        made = "".join(lazy_pinyin(thing.value))
        return made if self.sounds.count(made) <= _FEW else None

    def initials(self, thing: Thing) -> str | None:
        """Return the first letters of its syllables."""
        if not thing.is_chinese:
            return None
        made = "".join(each[0] for each in lazy_pinyin(thing.value))
        return made if len(made) >= 2 and self.heads.count(made) <= _FEW else None

    def homophone(self, thing: Thing) -> str | None:
        """Return it with one character that sounds the same."""
        if not thing.is_chinese or len(thing.value) < 2:
            return None
        at = self.draw.randrange(len(thing.value))
        others = [sign for sign in self.alike.get(lazy_pinyin(thing.value)[at], []) if sign != thing.value[at]]
        if not others or self.sounds.count("".join(lazy_pinyin(thing.value))) > _FEW:
            return None
        made = thing.value[:at] + self.draw.choice(others) + thing.value[at + 1 :]
        return made if made not in self.plain and lazy_pinyin(made) == lazy_pinyin(thing.value) else None

    def slip(self, thing: Thing) -> str | None:
        """Return it with one sign too few, too many or another one."""
        value = thing.value
        if len(value) < 3 or self.values.count(value) > 1:
            return None
        at = self.draw.randrange(len(value))
        if value[at].isdecimal() and not value.isascii():
            return None
        other = self.draw.choice("0123456789" if value[at].isdecimal() else self.signs)
        ways = [value[:at] + other + value[at + 1 :], value[:at] + value[at + 1 :], value[:at] + other + value[at:]]
        made = self.draw.choice(ways)
        if made.casefold() in self.plain or len(made) < 3:
            return None
        # Of a number that lacks a digit ten others may be one slip away as well.
        return made if sum(_is_near(made, each) for each in self._like(made)) <= _FEW else None

    def plate_slip(self, thing: Thing) -> str | None:
        """Return a plate with one sign too few, too many or another one, or with two that changed places, digits too."""
        value, at = thing.value, self.draw.randrange(1, len(thing.value))
        other = self.draw.choice("0123456789ABCDEFGH")
        ways = [value[:at] + value[at + 1 :], value[:at] + other + value[at:], value[:at] + other + value[at + 1 :]]
        made = self.draw.choice([*ways, value[: at - 1] + value[at] + value[at - 1] + value[at + 1 :]])
        if made.replace("·", "").casefold() in self.plain:
            return None
        return made if sum(_is_near(made, each) for each in self._like(made)) <= _FEW else None

    def _like(self, made: str) -> set[str]:
        """Return every value that has the half of a text before the slip or the half behind it."""
        lengths = range(len(made) - 1, len(made) + 2)
        return {each for length in lengths for half in _halves(made, length) for each in self.halves.get(half, ())}

    @cached_property
    def halves(self) -> dict[tuple[int, bool, str], list[str]]:
        """Return the values by their lengths and halves."""
        found: dict[tuple[int, bool, str], list[str]] = defaultdict(list)
        for value in set(self.values):
            for half in {each for other in (-1, 0) for each in _halves(value, len(value) + other)}:
                found[(len(value), *half[1:])].append(value)
        return found

    def nothing(self) -> str:
        """Return a text that nothing is called."""
        kind = self.draw.randrange(3)
        if kind == 0:
            return "".join(self.draw.choices(self.signs, k=self.draw.randint(3, 6)))
        if kind == 1:
            return "".join(self.draw.choices("0123456789", k=self.draw.choice((11, 18, 19))))
        return "".join(self.draw.choices("abcdefghijklmnopqrstuvwxyz0123456789", k=self.draw.randint(5, 9)))


def _halves(text: str, length: int) -> list[tuple[int, bool, str]]:
    """Return the beginning and the end that a text shares with one of this length that is one slip away."""
    half = min(len(text), length) // 2
    return [(length, True, text[:half]), (length, False, text[len(text) - half :])]


def _is_near(one: str, other: str) -> bool:
    """Return whether two texts are alike but for one sign, or for one that the longer has beside."""
    longer, shorter = sorted((one, other), key=len, reverse=True)
    if len(longer) - len(shorter) > 1:
        return False
    same = 0
    while same < len(shorter) and longer[same] == shorter[same]:
        same += 1
    rest = len(shorter) - same - (len(longer) == len(shorter))
    return rest <= 0 or longer[-rest:] == shorter[-rest:]
