"""Tiny real programs, so that shells and web are tested with processes that run."""

from emulator.console.launch import Launch
from emulator.console.process import Process, StandardStreams


def launch(launch: Launch) -> Process:
    """Start one of: echo TEXT, fail N, cat, wait, flood N, env NAME, crash."""
    word, _, rest = launch.command_line.partition(" ")

    def program(streams: StandardStreams) -> int:
        match word:
            case "echo":
                streams.stdout.write(f"{rest}\r\n".encode("cp437", errors="replace"))
            case "fail":
                streams.stderr.write(b"failed\r\n")
                return int(rest)
            case "cat":
                streams.stdout.write(streams.stdin.read_to_end())
            case "wait":
                streams.stdin.read_to_end()
            case "flood":
                for number in range(int(rest)):
                    streams.stdout.write(b"%07d\n" % number * 1000)
            case "env":
                streams.stdout.write(launch.environment.get(rest, "").encode())
            case "crash":
                raise RuntimeError("a fault of ours")
            case _:
                raise ValueError(word)
        return 0

    return Process.start(program, name=word)
