"""The command line: composition root, one file per subcommand."""


def main() -> None:
    """Run `hvemu`."""
    from emulator.cli.commands import hvemu  # noqa: PLC0415 - the entry point stays light

    hvemu(prog_name="hvemu")
