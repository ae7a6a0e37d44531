"""Cmdlets about the host."""
