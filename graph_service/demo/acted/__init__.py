"""The nine stories acted by officers of different teams: each step a listed operation over HTTP, each moment by a clock that is set."""
