"""Connected matters: rules propose, people judge."""
