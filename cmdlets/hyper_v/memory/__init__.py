"""Cmdlets about the memory settings of virtual machines."""
