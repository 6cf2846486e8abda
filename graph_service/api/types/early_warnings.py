"""What an early warning of a unit is made of in the API."""

from enum import Enum
from typing import Any

import strawberry

from graph_service.api.types.made import TYPES, listed
from graph_service.api.types.results import typed
from graph_service.api.types.scalars import Day
from graph_service.cypher.warnings import ORANGE_FROM, RED_FROM, YELLOW_FROM


@strawberry.enum(description="How much warns of a unit 预警等次")
class WarningLevel(Enum):
    """Levels of warning."""

    GREEN = strawberry.enum_value("GREEN", description=f"Less than {YELLOW_FROM} points 绿色")
    YELLOW = strawberry.enum_value("YELLOW", description=f"From {YELLOW_FROM} points on 黄色")
    ORANGE = strawberry.enum_value("ORANGE", description=f"From {ORANGE_FROM} points on 橙色")
    RED = strawberry.enum_value("RED", description=f"From {RED_FROM} points on 红色")


def build() -> None:
    """Make the types of early warning; those of nodes must be there already."""
    day: Any = Day
    typed("WarningFact", "A fact that warns of a unit, with the matters that make it 预警事实", {
        "sign": (str, "Name of the sign that found the fact 预警指标"),
        "points": (int, "What the fact adds to the points of the unit 事实计分"),
        "count": (int, "Matters that make the fact, of those you may see 事实事项数"),
        "sentence": (str, "The fact in a sentence"),
        "sentence_zh": (str, "The fact in a Chinese sentence 事实说明"),
        "matters": (listed("Matter"), "The matters that make the fact, at most 20 相关事项"),
    })  # fmt: skip
    typed("EarlyWarning", "What warns of a unit in a time: a sum of facts, no judgement 单位预警", {
        "unit": (TYPES["Unit"], "The unit that is warned of 预警单位"),
        "level": (WarningLevel, "Level that its points come to 预警颜色"),
        "points": (int, "Sum of the points of the facts 预警总分"),
        "since": (day, "The time that counts begins after this day 统计起始"),
        "until": (day, "Last day of the time that counts 统计截止"),
        "facts": (listed("WarningFact"), "What warns of the unit, most points first 预警依据"),
    })  # fmt: skip
