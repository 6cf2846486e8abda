"""A day of each of the people who sit at the desk: what each comes for, to where each leaves."""

from collections.abc import Mapping

from bench.desk.walking import Steps

DAYS: Mapping[str, tuple[str, Steps]] = {}
