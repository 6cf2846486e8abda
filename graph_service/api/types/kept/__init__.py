"""Types of what the service keeps of what people do: access, checks of alerts, series, the life of clues."""
