"""What repeats and goes back: synchronising, sweeping, withdrawing, rolling back, retrying."""
