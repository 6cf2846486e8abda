"""How the trade calls what a unit is: 教育体育局 is 教体局, by rule and by the list of those that follow none, and what it was before."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import yaml

_SHORTENINGS, _PREDECESSORS = (Path(__file__).with_name(f"{name}.yaml") for name in ("shortenings", "predecessors"))
_ENDINGS = {"局": "局", "委员会": "委", "办公室": "办"}
_BUREAU = ("局", "委员会")
_ORGAN = re.compile(rf"([\u4e00-\u9fff]{{4,14}})({'|'.join(_ENDINGS)})")
_SCHOOLS = {"中学": ("中",), "小学": ("小",), "幼儿园": ("幼",), "人民医院": ("医院", "医", "院")}
_NUMBERED = re.compile(rf"第([一二三四五六七八九十]{{1,2}})({'|'.join(_SCHOOLS)})")
_JOINTS = re.compile(r"[和与及、]")
# Words that say what a bureau does with its matter; the matter alone is enough to call it by.
_DOES = ("监督管理", "综合管理", "管理", "事务", "工作", "服务")
_WORD = 2  # signs of a Chinese word, as a rule


@cache
def _listed(file: Path) -> dict[str, tuple[str, ...]]:
    lists: dict[str, str] = yaml.safe_load(file.read_text(encoding="utf-8"))
    return {body: tuple(short.split()) for body, short in lists.items()}


def short_bodies(body: str) -> Iterator[str]:
    """Yield what a unit may be called: its short forms, the listed ones in place of those by rule, and what it was before a reform."""
    yield from shortened(body)
    if body.endswith(_BUREAU):
        for words, names in _listed(_PREDECESSORS).items():
            if all(word in body for word in words.split()):
                yield from (name for name in names if name != body)


def shortened(body: str) -> Iterator[str]:
    """Yield the short forms of what a unit is today: the listed ones in place of those by rule."""
    listed = _listed(_SHORTENINGS).get(body)
    if listed is not None:
        yield from listed
        return
    numbered = _NUMBERED.fullmatch(body)
    if numbered:  # 三中 of 第三中学
        yield from (numbered[1] + short for short in _SCHOOLS[numbered[2]])
    found = _ORGAN.fullmatch(body)
    if found:
        ending = _ENDINGS[found[2]]
        yield from (f"{matter}{ending}" for matter in _short_matters(found[1]) if len(matter) >= _WORD)
        if ending != found[2]:
            yield f"{found[1]}{ending}"


def _short_matters(matter: str) -> Iterator[str]:
    """Yield 教体 of 教育体育, 卫健 of 卫生健康, 应急 of 应急管理."""
    plain = _JOINTS.sub("", matter)
    done = next((word for word in _DOES if plain.endswith(word) and len(plain) > len(word) + 1), "")
    if done:
        yield plain.removesuffix(done)
    parts = _JOINTS.split(matter)
    if len(parts) > 1 and all(parts):
        yield "".join(part[0] for part in parts)
    for words in (_words(plain), _words(plain.removesuffix(done))):
        signs = "".join(word[0] for word in words)
        if len(set(signs)) == len(signs):  # 农业农村 keeps its name
            yield signs


def _words(matter: str) -> list[str]:
    matter = matter.removesuffix("化")
    return [] if len(matter) % _WORD else [matter[at : at + _WORD] for at in range(0, len(matter), _WORD)]
