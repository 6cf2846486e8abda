"""Who asks, and what they may see: tokens, viewers, roles, audiences, and the readers of what texts name."""
