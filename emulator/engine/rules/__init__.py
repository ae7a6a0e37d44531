"""What memory does at a tick: one plain function on whole numbers per file.

A rule reads columns and writes its own answer column (its docstring says which) for the rows
first <= row < last. Index loops, whole numbers and nothing else inside, and calls only of other
such functions: so numba compiles the same source over int64 arrays with equal results. No rule
moves memory: `engine.apply` does.
"""
