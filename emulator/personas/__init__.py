"""Data per Windows Server version: the module's cmdlets, classes, enums, views and error texts.

The files in `data/` are generated from the reference catalogue by `personas.generate`; they are
in our own form and are read on first use.
"""
