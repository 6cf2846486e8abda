"""What keeps the service running for years: start and end, the wire, readiness, schedules, requests told and counted."""
