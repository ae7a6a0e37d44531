"""powershell.exe and cmd.exe as processes: command lines, streams of bytes, exit codes.

`launch.launch` starts a process on a machine; `process.Process` is what a door holds of it.
"""
