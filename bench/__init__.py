"""Side-by-side measurements in one run on one Neo4j, printed as ratios."""
