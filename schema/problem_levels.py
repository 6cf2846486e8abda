"""Levels of the kinds of problem (domain reference 4): which kind holds which, so that "the same kind" can be judged at each."""

from schema.vocabulary import Problem

_HELD = {
    Problem.THREE_PUBLIC: (
        Problem.DINING,
        Problem.VEHICLE_PRIVATE_USE,
        Problem.PRIVATE_CAR_PUBLIC_FUEL,
        Problem.TRAVEL,
    ),
    Problem.BUDGET: (
        Problem.FALSE_EXPENDITURE,
        Problem.SLUSH_FUND,
        Problem.ARREARS,
        Problem.INTERNAL_CONTROL,
        Problem.ASSET_MGMT,
        Problem.ALLOWANCE,
    ),
    Problem.TENDERING: (Problem.CONTRACT_SPLIT, Problem.PROCUREMENT, Problem.ENGINEERING),
    Problem.SPECIAL_FUND: (
        Problem.SUBSIDY,
        Problem.DIBAO,
        Problem.COLLECTIVE_ASSETS,
        Problem.SCHOOL_MEALS,
        Problem.PROPERTY_MGMT,
        Problem.MEDICAL,
    ),
    Problem.BRIBERY: (
        Problem.GIFTS,
        Problem.WEDDING_FUNERAL,
        Problem.EXTORTION,
        Problem.BENEFIT_TRANSFER,
        Problem.FAVOUR_KIN,
    ),
    Problem.FORMALISM: (Problem.WORK_ATTITUDE, Problem.RECTIFICATION),
    Problem.ORGANISATION: (Problem.APPOINTMENT, Problem.MAJOR_DECISION),
    Problem.ABUSE_OF_POWER: (Problem.DERELICTION,),
    Problem.LIFE: (Problem.GAMBLING,),
    Problem.LAND: (Problem.ENVIRONMENT,),
}
PARENT: dict[Problem, Problem] = {kind: parent for parent, held in _HELD.items() for kind in held}
# The group of every kind by its code, a kind without a parent being its own: what Cypher takes as a map.
GROUP: dict[str, str] = {kind.value: PARENT.get(kind, kind).value for kind in Problem}
# How a deed was done rather than where: such a kind stands beside another in one matter.
WAYS: frozenset[Problem] = frozenset(
    {
        Problem.BRIBERY,
        Problem.GIFTS,
        Problem.EXTORTION,
        Problem.BENEFIT_TRANSFER,
        Problem.FAVOUR_KIN,
        Problem.ABUSE_OF_POWER,
        Problem.DERELICTION,
        Problem.MAJOR_DECISION,
        Problem.FALSE_EXPENDITURE,
    }
)

# Blame that goes with any other kind: two matters that have it in common and differ in all else tell of two problems.
VAGUE: frozenset[Problem] = frozenset({Problem.DERELICTION})


def related(one: Problem, other: Problem) -> int | None:
    """Return 0 for the same kind, 1 for two kinds of one group or a kind and its parent, None for strangers."""
    if one is other:
        return 0
    return 1 if GROUP[one] == GROUP[other] else None
