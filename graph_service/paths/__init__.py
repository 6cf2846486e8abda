"""How things hang together: the paths between two nodes, sought in bounded rounds, shortest and rarest first."""
