"""Who asks, and what they may see: viewers, audiences, and the readers of what texts name."""
