"""Starts processes on a machine: cmd.exe for a line, or the program the line names."""

from dataclasses import dataclass

from emulator.console import cmd_exe
from emulator.console.command_line import split
from emulator.console.environment import default_environment, merged
from emulator.console.launch import Launch
from emulator.console.machine import Machine
from emulator.console.process import Process, StandardStreams
from emulator.console.running import Surroundings


@dataclass(frozen=True, slots=True)
class MachineLauncher:
    """The launcher of a machine (the port `Launcher`)."""

    machine: Machine

    def __call__(self, launch: Launch) -> Process:
        """Start the line in a process of its own."""
        name = (split(launch.command_line)[0] or "cmd").rpartition("\\")[2][:32]
        return Process.start(lambda streams: self._run(launch, streams), name=name)

    def _run(self, launch: Launch, streams: StandardStreams) -> int:
        defaults = default_environment(self.machine)
        here = Surroundings(
            machine=self.machine,
            streams=streams,
            environment=merged(defaults, launch.environment),
            working_directory=launch.working_directory or defaults["USERPROFILE"],
            code_page=launch.code_page,
        )
        if launch.direct:
            return cmd_exe.run_direct(launch.command_line, here)
        return cmd_exe.run(launch.command_line, here)
