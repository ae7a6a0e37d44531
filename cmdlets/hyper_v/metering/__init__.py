"""Cmdlets about resource metering."""
