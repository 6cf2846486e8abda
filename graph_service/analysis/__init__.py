"""What a network shows: who is central, what hangs together, who stands between, how it grew, who may belong too."""
