"""Teams at work: the life of a clue, its deadlines, and what the service keeps of both beside the sources."""
