"""A Hyper-V host that exists only in software."""
