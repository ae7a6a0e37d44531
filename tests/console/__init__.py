"""Tests of emulator.console."""
