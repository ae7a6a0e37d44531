"""State at rest: a SQLite file with snapshots and the journal of commands."""
