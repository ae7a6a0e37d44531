"""Cmdlets about virtual machines as a whole: life cycle, names, settings."""
