"""PowerShell's object model: values, types, members, conversion, comparison; CLIXML, JSON, CSV."""
