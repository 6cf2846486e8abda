"""A pack that a team takes along: signed, readable without us, and brought back with what the team found."""
