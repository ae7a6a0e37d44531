"""The binder: how arguments and pipeline objects become parameter values."""
