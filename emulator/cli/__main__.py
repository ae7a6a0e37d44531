"""`python -m emulator.cli`: the same as `hvemu`."""

from emulator.cli import main

main()
