"""What teams carry through beside clues: recommendations and sweeps, each by a life and time limits of its own in YAML."""
