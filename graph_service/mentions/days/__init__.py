"""Days as people write them: of the calendar, of the moon, by a feast."""
