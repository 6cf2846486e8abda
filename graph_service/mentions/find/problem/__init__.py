"""What tells a kind of problem: words, the contexts that they stand in, and what is learnt from statements."""
