"""What words mean, so far as it lies near what other words mean."""
