"""Identity: who is the same, found by score, judged by people, undone at any time."""
