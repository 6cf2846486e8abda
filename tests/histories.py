"""Random tables of the small sources, as an export would hold them at some time."""

import random

from tests.loading import CODES, IDS

_REGISTER_HEAD = "编号,身份证号,姓名,性别\n"
_CLUES_HEAD = "线索编号,标题,部门,被反映人,身份证号,单位,电话\n"


def draw_table(draw: random.Random, source: str) -> str:
    """Return a file of the source: some of its rows, each with random content."""
    if source == "register":
        rows = [
            f"{key},{draw.choice(IDS)},{draw.choice('张李')},{draw.choice('男女')}" for key in draw.sample(range(4), 3)
        ]
        return _REGISTER_HEAD + "\n".join(rows)
    if source == "units":
        rows = [
            f"{code},{draw.choice('甲乙丙')}局,{draw.choice((*CODES, ''))}"
            for code in draw.sample(CODES, draw.randrange(1, 4))
        ]
        return "代码,名称,上级\n" + "\n".join(rows)
    rows = [
        f"X{key},题{draw.randrange(2)},T{draw.randrange(2)},{draw.choice(('张三', ''))},{draw.choice((*IDS, ''))},"
        f"{draw.choice(('甲局', '乙局', ''))},{draw.choice(('13812345678', '13912345678;13812345678', ''))}"
        for key in draw.sample(range(4), 3)
    ]
    return _CLUES_HEAD + "\n".join(rows)
