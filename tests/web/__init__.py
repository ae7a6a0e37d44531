"""Tests of emulator.web."""
