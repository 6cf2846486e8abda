"""What the service itself keeps, as projections: series, checks of alerts, lives of clues, tasks, saved views."""
