"""Tests of the clock and the baton."""
