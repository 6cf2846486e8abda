"""The reporter's vault: who made a report, and what would give it away, sealed outside the graph under keys of its own."""
