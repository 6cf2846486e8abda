"""What keeps the service running for years: schedules, metrics, warm starts, the check-up."""
