"""What the planters of hits and near misses share: plans, numbers, and the city they write in."""

from typing import Any

from bench.fourth_city.people import City
from bench.fourth_city.registers import Registers

Plan = dict[str, Any]


class Planter:
    """Notes what is planted, and numbers rows."""

    def __init__(self, city: City, registers: Registers, plans: dict[str, Plan]) -> None:
        self.city, self.registers, self.book, self.rng = city, registers, registers.book, city.rng
        self.plans = plans
        self.counts: dict[str, int] = {}

    def note(self, model: str, sort: str, keys: list[str], why: str, **parameters: Any) -> None:
        """Notes a planted hit or near miss."""
        plan = self.plans.setdefault(model, {"parameters": {}, "hits": [], "near_misses": [], "neutral": []})
        plan["parameters"] |= parameters
        plan[sort].append({"keys": keys, "why": why})

    def number(self, form: str) -> str:
        """Returns the next number of this form."""
        self.counts[form] = self.counts.get(form, 0) + 1
        return form.format(self.counts[form])
