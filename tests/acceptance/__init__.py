"""Real clients against the real service, started as a user starts it."""
