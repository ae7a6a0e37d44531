"""The gate: tools, contracts and house rules."""
