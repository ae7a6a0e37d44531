"""Tests of emulator.winrm."""
