"""One file per family of .NET types: signatures as PowerShell prints them, each with its code."""
