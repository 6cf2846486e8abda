"""The access log: who read what, written before the answer leaves, in a chain that nobody can rewrite unseen."""
