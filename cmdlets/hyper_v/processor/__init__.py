"""Cmdlets about the processor settings of virtual machines."""
