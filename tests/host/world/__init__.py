"""Tests of world files."""
