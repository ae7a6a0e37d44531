"""What memory does as time passes: columns, rules, advance with skipping, metering."""
